#!/bin/sh
# The list has every paper of the project once, by the name under which build makes it.
. "$SOURCE/tests/cli/lib.sh"

begin 'keski-suomi'
run "$PYKALA" list "$SOURCE/examples/keski-suomi"
gives 0
silent
# 24 parties with items on negotiations, agreement and plan, instructions for appeal, and for each of two follow-up years an
# item and a report, and an item on what one of them proposes to change; the two attachments, and a report for each of the years.
[ "$(wc -l <stdout)" -eq $((24 * (6 + 2 * 2 + 2) + 2 + 2 * 2)) ] || fail 'not 294 papers'
[ "$(cut -f 1 stdout | sort -u | wc -l)" -eq 294 ] || fail 'a file name stands twice'
[ "$(cut -f 2 stdout | sort -u | wc -l)" -eq 25 ] || fail 'not 24 parties and "-"'
tab=$(printf '\t')
prints "joutsa/sopimus-kunnanhallitus.pdf${tab}joutsa${tab}sopimus-hallitus"
prints "jyvaskyla/suunnitelma-kaupunginhallitus.pdf${tab}jyvaskyla${tab}suunnitelma-hallitus"
prints "joutsa/seuranta-2027-kunnanhallitus.pdf${tab}joutsa${tab}seuranta-hallitus-2027"
prints "yhteiset/seuranta-2026.pdf${tab}-${tab}seuranta-alue-2026"
prints "yhteiset/sopimus.pdf${tab}-${tab}sopimus"
cp stdout by-folder

begin 'the project file instead of its folder'
run "$PYKALA" list "$SOURCE/examples/keski-suomi/hanke.xml"
gives 0
cmp -s stdout by-folder || fail 'the two lists differ'

begin 'the list is what build makes'
run "$PYKALA" list "$SOURCE/examples/puitesopimus-2022"
gives 0
cut -f 1 stdout | LC_ALL=C sort >listed
run "$PYKALA" build "$SOURCE/examples/puitesopimus-2022" -o out
gives 0
(cd out && find . -type f | sed 's,^\./,,' | LC_ALL=C sort) >made
cmp -s listed made || fail "$(diff listed made)"
finish
