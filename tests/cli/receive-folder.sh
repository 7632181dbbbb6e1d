#!/bin/sh
# receive takes a folder in which files come: each is received once it is whole, and moves on with its receipt; with --watch it waits
# for more. Nothing is lost when it is killed.
. "$SOURCE/tests/cli/lib.sh"

copy keski-suomi
year=project/seuranta/2026
rm "$year/joutsa.xml" "$year/laukaa.xml"
cp "$SOURCE/examples/keski-suomi/seuranta/2026/joutsa.xml" joutsa.xml
cp "$SOURCE/examples/keski-suomi/seuranta/2026/laukaa.xml" laukaa.xml
sed '0,/vastaus mittari="/ s//&q/' joutsa.xml >bad.xml

# holds FOLDER COUNT: as many files lie in it, but for hidden ones.
holds() {
    [ "$(find "$1" -maxdepth 1 -type f ! -name '.*' | wc -l)" -eq "$2" ] || fail "not $2 files in $1: $(ls "$1")"
}

begin 'what lies in a folder is received, in the order in which it was written, and moves on with its receipt'
mkdir inbox
sed 's/<lukumaara arvo="2"/<lukumaara arvo="1"/' joutsa.xml >inbox/vanhempi.xml
touch -d '2026-01-01 10:00' inbox/vanhempi.xml
cp joutsa.xml laukaa.xml bad.xml inbox
cp joutsa.xml inbox/.hidden.xml
cp joutsa.xml inbox/joutsa.xml.part
ln -s ../joutsa.xml inbox/link.xml
mkdir inbox/folder.xml
run "$PYKALA" receive project inbox
gives 1
silent
cmp -s joutsa.xml "$year/joutsa.xml" || fail 'joutsa is not in its place'
cmp -s laukaa.xml "$year/laukaa.xml" || fail 'laukaa is not in its place'
[ -e "$year/aiemmat/joutsa-1.xml" ] || fail 'the older file was not received first'
for name in vanhempi joutsa laukaa; do
    for ending in xml xml.txt xml.html; do
        [ -f "inbox/vastaanotetut/$name.$ending" ] || fail "there is no $name.$ending among what was received"
    done
done
cmp -s bad.xml inbox/palautettavat/bad.xml || fail 'the rejected file is not among those to be returned'
grep -q Rejected inbox/palautettavat/bad.xml.txt || fail 'its receipt does not say so'
holds inbox 1
holds inbox/kasittelyssa 0
holds inbox/vastaanotetut 9
holds inbox/palautettavat 3
[ "$(grep -c '^Accepted' stdout)" -eq 3 ] || fail 'not three were accepted'

begin 'a second file of the same name stands beside the first; receipts can go elsewhere'
cp joutsa.xml inbox
run "$PYKALA" receive --receipts receipts project inbox
gives 0
prints 'already received'
cmp -s joutsa.xml inbox/vastaanotetut/joutsa-2.xml || fail 'it is not there'
[ -f receipts/joutsa-2.xml.txt ] && [ -f receipts/joutsa-2.xml.html ] || fail 'the receipt is not there'
holds inbox/vastaanotetut 10

begin 'an empty folder is nothing to do'
run "$PYKALA" receive project inbox
gives 0
[ ! -s stdout ] || fail 'something was printed'

begin 'what was in hand when a run was killed is received by the next'
mv inbox/vastaanotetut/laukaa.xml inbox/kasittelyssa
run "$PYKALA" receive project inbox
gives 0
prints 'already received'
holds inbox/kasittelyssa 0

begin 'a link in the place of a folder leads nowhere'
mkdir elsewhere linked
ln -s ../elsewhere linked/palautettavat
cp bad.xml linked
run "$PYKALA" receive project linked
gives 1
says 'leads out of its folder'
[ -z "$(ls elsewhere)" ] || fail 'something was put there'
[ -f linked/bad.xml ] || fail 'the file is gone'

# watch ARGUMENTS…: starts a reception that waits.
watch() {
    : >stdout
    : >stderr
    "$PYKALA" receive --watch "$@" >stdout 2>stderr &
    watcher=$!
}
stop() {
    kill -TERM $watcher
    wait $watcher
    status=$?
}

begin 'with --watch: a file that is still being written is waited for'
rm -rf "$year/joutsa.xml" "$year/aiemmat" inbox
mkdir inbox
watch project inbox
until_true grep -q 'Waiting for changes' stderr
{
    head -c 2000 joutsa.xml
    sleep 4
    tail -c +2001 joutsa.xml
} >inbox/joutsa.xml
until_true [ -f inbox/vastaanotetut/joutsa.xml ]
cmp -s joutsa.xml "$year/joutsa.xml" || fail 'the half was received'
holds inbox/palautettavat 0
cp laukaa.xml inbox/.laukaa.xml
mv inbox/.laukaa.xml inbox/laukaa.xml
printf 'x' >inbox/karstula.docx
until_true [ -f inbox/vastaanotetut/laukaa.xml ]
until_true [ -f inbox/palautettavat/karstula.docx.txt ]
stop
gives 0

begin 'with --watch: what cannot be compared waits until the project is mended'
rm "$year/joutsa.xml"
cp project/suunnitelma.xml plan
edit suunnitelma.xml '0,/<toimenpide tunnus="[^"]*"/ s//<toimenpide/'
watch project inbox
cp joutsa.xml inbox
until_true grep -q 'Not compared' stdout
[ ! -e "$year/joutsa.xml" ] || fail 'it was put into its place'
holds inbox/kasittelyssa 1
cp plan project/suunnitelma.xml
until_true [ -f "$year/joutsa.xml" ]
until_true [ -f inbox/vastaanotetut/joutsa-2.xml ]
[ "$(grep -c 'Not compared' stdout)" -eq 1 ] || fail 'it was told more than once'
stop
gives 0

begin 'killed at any moment, nothing is lost or received twice'
rm -rf "$year/joutsa.xml" "$year/aiemmat" inbox
mkdir inbox
number=0
for wait in 2.0 2.2 2.4 2.6 2.8 3.0; do
    number=$((number + 1))
    sed "s/<lukumaara arvo=\"2\"/<lukumaara arvo=\"$number\"/" joutsa.xml >sent.xml
    cp sent.xml "inbox/vastaus-$number.xml"
    "$PYKALA" receive project inbox >/dev/null 2>&1 &
    pid=$!
    sleep $wait
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
done
run "$PYKALA" receive project inbox
gives 0
holds inbox 0
holds inbox/kasittelyssa 0
find inbox/vastaanotetut -name '*.xml' | wc -l >stdout
[ "$(cat stdout)" -eq 6 ] || fail 'not six were received'
cmp -s sent.xml "$year/joutsa.xml" || fail 'the last one is not in its place'
[ "$(find "$year/aiemmat" -type f | wc -l)" -eq 5 ] || fail 'not five earlier ones are kept'

begin 'wrong use'
run "$PYKALA" receive --watch project joutsa.xml
gives 2
says 'takes folders'

finish
