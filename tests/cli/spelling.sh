#!/bin/sh
# check --spelling looks up the words of answers, too; the rules of orthography are asked of them without it.
. "$SOURCE/tests/cli/lib.sh"

copy keski-suomi
joutsa=project/seuranta/2026/joutsa.xml

begin 'a word of an answer, once a file, with the lines of the others'
edit seuranta/2026/joutsa.xml '13s/helmikuun/helmikuunn/; 20s/valmisteluun/helmikuunn/'
run "$PYKALA" check --spelling project/seuranta/2026
gives 0
prints 'joutsa.xml:13:'
prints '"helmikuunn" is not in the dictionary (2 times, also on line 20) [prose-spelling]'
count=$(grep -c 'helmikuunn.*prose-spelling' stdout)
[ "$count" -eq 1 ] || fail 'it is not told once'
cp stdout year

begin 'the same of the file by itself, in a place, and of the whole project; no word without --spelling'
run "$PYKALA" check --spelling $joutsa
gives 0
prints '"helmikuunn" is not in the dictionary (2 times, also on line 20)'
run "$PYKALA" check --spelling --project project --as seuranta/2026/joutsa.xml $joutsa
gives 0
prints '"helmikuunn" is not in the dictionary'
run "$PYKALA" check --spelling project
gives 0
prints '"helmikuunn" is not in the dictionary'
run "$PYKALA" check project
gives 0
! grep -q prose-spelling stdout || fail 'a word is told'

begin 'names of the register are right in answers'
edit seuranta/2026/joutsa.xml '13s/helmikuunn/helmikuun Qvostian/; 20s/helmikuunn/valmisteluun/'
run "$PYKALA" check --spelling $joutsa
prints '"Qvostian" is not in the dictionary'
edit osapuolet.xml '0,/<nominatiivi>[^<]*</ s//<nominatiivi>Qvostia</'
run "$PYKALA" check --spelling $joutsa
! grep -q Qvostian stdout || fail 'a name is told'
cp "$SOURCE/examples/keski-suomi/osapuolet.xml" project

begin 'orthography makes a remark; a project can turn it off'
edit seuranta/2026/joutsa.xml '13s/helmikuun Qvostian/helmikuun  2025-2026/'
run "$PYKALA" check --lang en $joutsa
gives 0
prints "joutsa.xml:13:"
prints '[prose-spaces]'
prints '[prose-range]'
run "$PYKALA" check --lang en project/seuranta/2026
grep -q 'joutsa  *accepted with remarks' stdout || fail 'it is no remark'
edit hanke.xml 's|^  </tiedostot>|&<saannot><saanto tunnus="prose-spaces" vakavuus="pois"/><saanto tunnus="prose-range" vakavuus="virhe"/></saannot>|'
run "$PYKALA" check --lang en project/seuranta/2026
gives 1
! grep -q prose-spaces stdout || fail 'it is not off'
grep -q 'joutsa  *rejected' stdout || fail 'it is no error'

begin 'a file that belongs to no project'
cp $joutsa alone.xml
run "$PYKALA" check --spelling alone.xml
prints '[prose-spaces]'
edit seuranta/2026/joutsa.xml '13s/helmikuun/helmikuunn/'
cp $joutsa alone.xml
run "$PYKALA" check --spelling alone.xml
prints '"helmikuunn" is not in the dictionary'

finish
