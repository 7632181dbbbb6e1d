#!/bin/sh
# receive puts accepted answers into their place and nothing else; whatever happens, nothing is lost or accepted twice.
. "$SOURCE/tests/cli/lib.sh"

copy keski-suomi
year=project/seuranta/2026
rm "$year/joutsa.xml"
cp "$SOURCE/examples/keski-suomi/seuranta/2026/joutsa.xml" good.xml

begin 'an accepted file goes to the place of the party that it names'
run "$PYKALA" receive --receipts receipts project good.xml
gives 0
cmp -s good.xml "$year/joutsa.xml" || fail 'it is not in its place'
prints 'Accepted'
prints "$(sha256sum good.xml | cut -c1-64)"
prints '17 of 17 questions'
cmp -s stdout receipts/good.xml.txt || fail 'the receipt in the folder is another'
awk 'length > 76' stdout | grep -q . && fail 'a line is too long for a mail'

begin 'the same file again changes nothing'
run "$PYKALA" receive project good.xml
gives 0
prints 'already received'
[ ! -e "$year/aiemmat" ] || fail 'something was kept'

begin 'a corrected one replaces it, and the earlier one is kept; the earlier one does not come back'
sed 's/<lukumaara arvo="2"/<lukumaara arvo="1"/' good.xml >better.xml
run "$PYKALA" receive project better.xml
gives 0
cmp -s better.xml "$year/joutsa.xml" || fail 'it is not in its place'
cmp -s good.xml "$year/aiemmat/joutsa-1.xml" || fail 'the earlier one is lost'
run "$PYKALA" receive project good.xml
gives 0
prints 'later ones have come'
cmp -s better.xml "$year/joutsa.xml" || fail 'an earlier one has come back'
run "$PYKALA" check "$year"
gives 0

begin 'what is rejected changes nothing, and the others of the call are received'
sed '0,/vastaus mittari="/ s//&q/' good.xml >bad.xml
sed 's/<lukumaara arvo="1"/<lukumaara arvo="3"/' better.xml >joutsa.xml
run "$PYKALA" receive project bad.xml joutsa.xml
gives 1
prints 'Rejected'
prints 'Technical details'
cmp -s joutsa.xml "$year/joutsa.xml" || fail 'the other one is not in its place'
cmp -s better.xml "$year/aiemmat/joutsa-2.xml" || fail 'the earlier one is lost'
sed 's/vuosi="2026"/vuosi="2031"/' good.xml >wrong-year.xml
run "$PYKALA" receive project wrong-year.xml
gives 1
[ ! -e project/seuranta/2031 ] || fail 'it was put there'
sed 's/osapuoli="joutsa"/osapuoli="nosuch"/' good.xml >nobody.xml
run "$PYKALA" receive project nobody.xml
gives 1
prints 'not known whose'

begin 'a form that nobody has filled in is missing'
rm -f "$year/kinnula.xml"
"$PYKALA" new seuranta project --year 2026 --party kinnula -o forms >/dev/null
run "$PYKALA" receive project forms/kinnula.xml
gives 1
prints 'Missing'
[ ! -e "$year/kinnula.xml" ] || fail 'it was put there'

begin 'answers that cannot be compared are kept out, and nobody is blamed'
cp project/suunnitelma.xml plan
edit suunnitelma.xml '0,/<toimenpide tunnus="[^"]*"/ s//<toimenpide/'
run "$PYKALA" receive project better.xml
gives 4
prints 'Not compared'
cmp -s joutsa.xml "$year/joutsa.xml" || fail 'it was put there'
mv plan project/suunnitelma.xml

begin 'many at once'
rm -rf "$year/joutsa.xml" "$year/aiemmat"
for n in 1 2 3 4; do
    sed "s/<lukumaara arvo=\"2\"/<lukumaara arvo=\"$n\"/" good.xml >many-$n.xml
    "$PYKALA" receive project many-$n.xml >many-$n.out &
done
wait
cat "$year/joutsa.xml" "$year"/aiemmat/*.xml | grep -o '<lukumaara arvo="[1-4]"' | sort -u | wc -l >stdout
[ "$(cat stdout)" -eq 4 ] || fail 'one is lost'
find "$year/aiemmat" -type f | wc -l >stdout
[ "$(cat stdout)" -eq 3 ] || fail 'one was accepted twice'

begin 'killed at any moment'
for wait in 0.05 0.15 0.3 0.5 0.7 0.9; do
    cp "$year/joutsa.xml" before.xml
    sed "s/<lukumaara arvo=\"[0-9]*\"/<lukumaara arvo=\"2\"/; s/kunnanjohtaja/johtaja $wait/" good.xml | sed 's/johtaja 0\./johtaja /' >killed.xml
    "$PYKALA" receive project killed.xml >/dev/null 2>&1 &
    pid=$!
    sleep $wait
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    "$PYKALA" receive project killed.xml >stdout 2>stderr || fail 'it cannot be received after that'
    cmp -s killed.xml "$year/joutsa.xml" || fail 'it is not in its place'
    kept=0
    for file in "$year"/aiemmat/*.xml; do
        cmp -s "$file" before.xml && kept=$((kept + 1))
    done
    [ "$kept" -eq 1 ] || fail "the earlier one is kept $kept times"
done

begin 'wrong use'
run "$PYKALA" receive project
gives 2
run "$PYKALA" receive nosuch good.xml
gives 2

finish
