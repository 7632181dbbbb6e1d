#!/bin/sh
# receive takes workbooks: the XML that is made of one is the record, and the workbook is kept beside it. Whatever came before, in
# whatever form, is kept, and the folder never counts two files of a party. Needs PYTHON with openpyxl.
. "$SOURCE/tests/cli/lib.sh"
export PYTHONDONTWRITEBYTECODE=1
tools=$SOURCE/tests/cli

cp -R "$SOURCE/tests/data/followup" source
chmod -R u+w source
"$PYKALA" new seuranta source --year 2027 -o forms >/dev/null
cp source/seuranta/2027/berta.xml good.xml
"$PYKALA" followup source --year 2027 -o figures

# book NAME NUMBER: berta's workbook in which something was done NUMBER times.
book() {
    sed "s|arvo=\"5\"|arvo=\"$2\"|" good.xml >answers.xml
    "$PYTHON" "$tools/fill_book.py" forms/berta.xlsx answers.xml "$1" plain || fail 'not filled in'
}
# afresh: a project without berta's answers.
afresh() {
    rm -rf project
    cp -R source project
    rm project/seuranta/2027/berta.xml
}
place=project/seuranta/2027
# stands XLSX: berta's record stands in the project with that workbook beside it ("": none), and counts.
stands() {
    if [ "$1" ]; then
        cmp -s "$1" $place/berta.xlsx || fail "$1 is not beside the record"
        grep -q "tyokirja=\"$(sha256sum "$1" | cut -c1-64)\"" $place/berta.xml || fail "the record is not of $1"
    else
        [ ! -e $place/berta.xlsx ] || fail 'a workbook stands there'
    fi
    "$PYKALA" check $place >checked 2>&1
    grep -q '^  berta  accepted' checked || fail "berta does not count: $(grep berta checked)"
}
kept() {
    [ "$(find $place/aiemmat -type f 2>/dev/null | wc -l)" -eq "$1" ] || fail "not $1 earlier files: $(ls $place/aiemmat 2>&1)"
}
book one.xlsx 3
book two.xlsx 4

begin 'a workbook becomes the record and stands beside it; the figures are those of the XML'
afresh
"$PYTHON" "$tools/fill_book.py" forms/berta.xlsx good.xml berta.xlsx careless
run "$PYKALA" receive --receipts receipts project berta.xlsx
gives 0
prints 'Accepted'
prints "$(sha256sum berta.xlsx | cut -c1-64)"
prints 'received'
stands berta.xlsx
cmp -s stdout receipts/berta.xlsx.txt || fail 'the receipt in the folder is another'
grep -q '<html' receipts/berta.xlsx.html || fail 'there is no receipt as HTML'
run "$PYKALA" followup project --year 2027 -o figures-of-book
gives 0
run "$PYTHON" "$tools/same_figures.py" figures figures-of-book
gives 0

begin 'the party and the year come from the workbook where its name says nothing'
afresh
cp one.xlsx 'vastaukset (2).xlsx'
run "$PYKALA" receive project 'vastaukset (2).xlsx'
gives 0
stands one.xlsx
afresh
run sh -c '"$PYKALA" receive project - <one.xlsx'
gives 0
stands one.xlsx

begin 'the same again, another, and the first once more'
run "$PYKALA" receive project one.xlsx
gives 0
prints 'already received'
kept 0
run "$PYKALA" receive project two.xlsx
gives 0
prints 'the earlier ones are kept'
stands two.xlsx
kept 2
cmp -s one.xlsx $place/aiemmat/berta-1.xlsx || fail 'the earlier workbook is not kept'
run "$PYKALA" receive project one.xlsx
gives 0
prints 'later ones have come'
stands two.xlsx
kept 2

begin 'XML after a workbook, and a workbook after XML'
run "$PYKALA" receive project good.xml
gives 0
stands ''
kept 4
cmp -s good.xml $place/berta.xml || fail 'the XML is not in its place'
run "$PYKALA" receive project berta.xlsx
gives 0
stands berta.xlsx
kept 5

begin 'a record that the coordinator corrects keeps its workbook'
sed 's|arvo="5"|arvo="6"|' $place/berta.xml >corrected.xml
run "$PYKALA" receive project corrected.xml
gives 0
stands berta.xlsx
cmp -s corrected.xml $place/berta.xml || fail 'the correction is not in its place'

begin 'a workbook that somebody has put there'
afresh
cp one.xlsx $place/berta.xlsx
run "$PYKALA" receive project one.xlsx
gives 0
stands one.xlsx
afresh
cp one.xlsx $place/berta.xlsx
run "$PYKALA" receive project two.xlsx
gives 0
stands two.xlsx
kept 1
afresh
cp one.xlsx $place/berta.xlsx
run "$PYKALA" receive project good.xml
gives 0
stands ''
kept 1

begin 'what is not accepted changes nothing, and says why'
afresh
cp good.xml $place/berta.xml
cp one.xlsx celia.xlsx
run "$PYKALA" receive project celia.xlsx
gives 1
prints 'Rejected'
"$PYKALA" receive project one.xlsx >/dev/null
cp one.xlsx celia.xlsx
run "$PYKALA" receive project celia.xlsx
gives 1
prints 'this is the form of berta'
cp celia.xlsx $place/celia.xlsx
rm $place/celia.xml
run "$PYKALA" check $place
gives 1
prints 'this is the form of berta'
afresh
cp good.xml $place/berta.xml
cp forms/berta.xlsx untouched.xlsx
run "$PYKALA" receive project untouched.xlsx
gives 1
prints 'Missing'
printf '\320\317\021\340\241\261\032\341 an old workbook' >berta.xls
run "$PYKALA" receive project berta.xls
gives 1
prints 'Rejected'
prints 'Excel'
printf 'PK\003\004 broken' >tuntematon.xlsx
run "$PYKALA" receive project tuntematon.xlsx
gives 1
prints 'not known whose'
cmp -s good.xml $place/berta.xml || fail 'the earlier answers are lost'
[ ! -e $place/berta.xlsx ] || fail 'a workbook was put there'

begin 'answers that cannot be compared wait'
cp project/suunnitelma.xml plan
edit suunnitelma.xml '0,/<toimenpide tunnus="[^"]*"/ s//<toimenpide/'
run "$PYKALA" receive project one.xlsx
gives 4
prints 'Not compared'
mv plan project/suunnitelma.xml
cmp -s good.xml $place/berta.xml || fail 'the earlier answers are lost'

begin 'killed at any moment'
afresh
cp good.xml $place/berta.xml
last=good.xml
for wait in 0.05 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8; do
    book "next-$wait.xlsx" "1${wait#0.}"
    "$PYKALA" receive project "next-$wait.xlsx" >/dev/null 2>&1 &
    pid=$!
    sleep $wait
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    "$PYKALA" check $place >checked 2>&1
    grep -q '^  berta  accepted' checked || fail "berta does not count after $wait: $(grep berta checked)"
    run "$PYKALA" receive project "next-$wait.xlsx"
    gives 0
    stands "next-$wait.xlsx"
    found=0
    for file in $place/aiemmat/*; do
        cmp -s "$file" "$last" && found=$((found + 1))
    done
    [ $found -eq 1 ] || fail "$last is kept $found times"
    last=next-$wait.xlsx
done

begin 'a name in other letters, or of a copy, is the party all the same'
afresh
for name in Celia.xlsx 'celia (1).xlsx'; do
    cp one.xlsx "$name"
    run "$PYKALA" receive project "$name"
    gives 1
    prints 'this is the form of berta'
done

begin 'what an officer does to the form is told, and nothing is left out without a word'
# told WORDS ACTION…: the form with the change is rejected with these words.
told() {
    words=$1
    shift
    cp one.xlsx changed.xlsx
    "$PYTHON" "$tools/edit_book.py" changed.xlsx "$@" || fail 'not edited'
    run "$PYKALA" receive project changed.xlsx
    gives 1
    prints "$words"
}
told 'has been deleted' uncolumn paivays
told 'has been deleted' uncolumn vastaus
told 'is not understood' put 'tila asuminen' huomautus Salainen put 'tila asuminen' ei-julkinen ei
told 'a cell that is not read' put vastaaja lahde jotakin
told 'is not understood' put 'mittari tehtyEiTehty asuminen selvitys' vastaus tehty put 'mittari tehtyEiTehty asuminen selvitys' paivays 1905-07-18

begin 'files of one name have a receipt each, and one that is not there stops nothing'
afresh
mkdir -p a b
cp one.xlsx a/vastaukset.xlsx
cp source/seuranta/2027/celia.xml b/vastaukset.xlsx
run "$PYKALA" receive --receipts both project a/vastaukset.xlsx nosuch.xlsx b/vastaukset.xlsx
gives 3
says 'nosuch.xlsx could not be read'
stands one.xlsx
[ -f both/vastaukset.xlsx.txt ] && [ -f both/vastaukset-2.xlsx.txt ] || fail 'a receipt is missing'

begin 'a workbook that was saved again beside its record: the record counts, and the workbook is told'
cp two.xlsx $place/berta.xlsx
"$PYKALA" check $place >checked 2>&1 && fail 'nothing is told'
grep -q '^  berta  accepted' checked || fail 'the record does not count'
grep -q 'berta.xlsx.*followup-two-files' checked || fail 'the workbook is not told'

begin 'a reception of one year takes no other'
afresh
sed 's/vuosi="2027"/vuosi="2026"/' good.xml >berta.xml
run "$PYKALA" receive --year 2027 project berta.xml
gives 1
prints '2026'
run "$PYKALA" receive --year 2027 project one.xlsx
gives 0
run "$PYKALA" receive --year 2026 project one.xlsx
gives 1
prints 'this is the form of the year 2027'

begin 'in a place: the workbook takes the place of the XML'
run "$PYKALA" check --project project --as seuranta/2027/berta.xlsx one.xlsx
gives 0
run "$PYKALA" check --project project --as seuranta/2027/berta.xml good.xml
gives 0

finish
