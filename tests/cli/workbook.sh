#!/bin/sh
# Workbooks of answers: filled as officers fill them, they give the same figures as the XML; what is wrong in one is told cell by
# cell. Needs PYTHON with openpyxl.
. "$SOURCE/tests/cli/lib.sh"
export PYTHONDONTWRITEBYTECODE=1
tools=$SOURCE/tests/cli

cp -R "$SOURCE/tests/data/followup" project
chmod -R u+w project
"$PYKALA" new seuranta project --year 2027 -o forms >/dev/null

# fill PARTY WAY: fills the party's form with its answers in XML, instead of which it then stands in the project "books".
fill() {
    "$PYTHON" "$tools/fill_book.py" "forms/$1.xlsx" "project/seuranta/2027/$1.xml" "books/seuranta/2027/$1.xlsx" "$2" || fail "$1 was not filled in"
    rm "books/seuranta/2027/$1.xml"
}
# refill: a project with berta's answers in a workbook
refill() {
    rm -rf books
    cp -R project books
    fill berta plain
}
edit_book() {
    "$PYTHON" "$tools/edit_book.py" "$@" || fail 'the workbook was not edited'
}
berta=books/seuranta/2027/berta.xlsx

"$PYKALA" followup project --year 2027 -o figures
for way in plain careless; do
    begin "the figures are those of the XML: $way"
    rm -rf books figures-of-books
    cp -R project books
    for party in alpi berta celia dora; do
        fill $party $way
    done
    run "$PYKALA" check books
    gives 0
    prints 'Answers for 2027: 2 accepted, 2 accepted with remarks, 1 missing'
    run "$PYKALA" followup books --year 2027 -o figures-of-books
    gives 0
    run "$PYTHON" "$tools/same_figures.py" figures figures-of-books
    gives 0
done

begin 'figures say the cell'
grep -q '^2027,asuminen,osuus,osuus,osapuoli,%,berta,arvo,40,.*,seuranta/2027/berta.xlsx,,Vastaukset![A-Z]*[0-9]*,' \
    figures-of-books/osapuolenvastaus.csv || fail 'the figure has no cell'
run "$PYKALA" followup books --year 2027 --format xlsx -o figures.xlsx
gives 0

begin 'an untouched workbook is missing, beside untouched XML, too'
refill
cp forms/berta.xlsx "$berta"
run "$PYKALA" check books/seuranta/2027
gives 0
prints 'berta  missing'
cp forms/berta.xml books/seuranta/2027
run "$PYKALA" check books/seuranta/2027
gives 0
prints 'berta  missing'

begin 'a filled workbook beside the untouched XML is the answers'
refill
cp forms/berta.xml books/seuranta/2027
run "$PYKALA" check books/seuranta/2027
gives 0
prints 'berta  accepted'

begin 'what is not understood is told with its cell, and what may be written'
refill
edit_book "$berta" put 'mittari kyllaEi asuminen edustaja' vastaus ehkä put paivays vastaus 31.2.2028 \
    put 'mittari lukumaara asuminen kokoukset kertaa' vastaus '3,5' put 'tila asuminen' vastaus hyvä
run "$PYKALA" check "$berta"
gives 1
prints '"ehkä" is not understood [followup-cell]'
prints 'write one of these: kyllä / ei'
prints '"31.2.2028" is not understood [followup-cell]'
prints '"3,5" is not understood [followup-cell]'
prints 'write a whole number, such as 3'
prints '"hyvä" is not understood [followup-cell]'
prints '4 errors, 0 warnings'
grep -q "^$berta, Vastaukset!F[0-9]*: error: " stdout || fail 'the cell is not told'
run "$PYKALA" check --format json "$berta"
grep -q '"cell":"Vastaukset!F' stdout || fail 'JSON has no cell'

begin 'the rules tell the cell'
refill
edit_book "$berta" put 'mittari osuus asuminen osuus %' vastaus 140
run "$PYKALA" check "$berta"
gives 1
prints 'the share 140 % is not between 0 and 100 %'
grep -q "^$berta, Vastaukset!F[0-9]*: error: berta" stdout || fail 'the cell is not told'
edit_book "$berta" put 'mittari osuus asuminen osuus %' vastaus 40 put paivays vastaus 1.3.2028
run "$PYKALA" check "$berta"
gives 0
prints '[followup-late]'

begin 'a copy of the sheet does no harm unless it says something else'
refill
edit_book "$berta" copy
run "$PYKALA" check "$berta"
gives 0
edit_book "$berta" put 'mittari osuus asuminen osuus %' vastaus 41
run "$PYKALA" check "$berta"
gives 1
prints 'the sheets Vastaukset and Vastaukset Copy have different answers to the same questions'
one_message stdout
run "$PYKALA" receive books "$berta"
gives 1

begin 'the orthography of texts, and their words, by cell'
refill
edit_book "$berta" put 'mittari lukumaara asuminen kokoukset kertaa' huomautus 'Kokoontui 02.03.2027 helmikuunn lopulla.'
run "$PYKALA" check --spelling "$berta"
gives 0
grep -q "^$berta, Vastaukset!.*a date has no leading zeros .prose-date.$" stdout || fail 'a date is not told'
grep -q "^$berta, Vastaukset!.*\"helmikuunn\" is not in the dictionary .prose-spelling.$" stdout || fail 'a word is not told'
cp "$berta" alone.xlsx
run "$PYKALA" check --spelling alone.xlsx
prints '[prose-date]'
prints '"helmikuunn" is not in the dictionary [prose-spelling]'

begin 'both an answer and a reason'
refill
edit_book "$berta" put 'mittari osuus asuminen osuus %' ei-koske 'Ei tilastoa.'
run "$PYKALA" check "$berta"
gives 1
prints 'there is an answer, and also a reason why the question does not concern you'

begin 'a deleted row is a question without answer'
refill
edit_book "$berta" drop 'mittari osuus asuminen osuus %'
run "$PYKALA" check "$berta"
gives 0
run "$PYKALA" followup books --year 2027 --table osapuolenvastaus
prints '2027,asuminen,osuus,osuus,osapuoli,%,berta,eiRaportoitu'

begin 'ids that are gone are told'
refill
edit_book "$berta" forget 'mittari osuus asuminen osuus %'
run "$PYKALA" check "$berta"
gives 1
prints 'the row has an answer, but its hidden id is gone'
edit_book "$berta" forget '#tunnus'
run "$PYKALA" check "$berta"
gives 1
prints 'this is not the form of answers, or its hidden ids are gone [followup-workbook]'
prints '1 error, 0 warnings'

begin 'another form than that of its place is told by itself'
for fact in 'vuosi 2026' 'suunnitelma toinen' 'versio 0.9' 'osapuoli alpi' 'lomake 9'; do
    refill
    # shellcheck disable=SC2086 # a name and a value
    edit_book "$berta" fact $fact put paivays vastaus eilen
    run "$PYKALA" check "$berta"
    gives 1
    prints '[followup-workbook]'
    prints '1 error, 0 warnings'
done

begin 'a copy of another party is its own fault'
refill
fill alpi plain
cp "$berta" books/seuranta/2027/dora.xlsx
rm books/seuranta/2027/dora.xml
run "$PYKALA" check books/seuranta/2027
gives 1
prints 'this is the form of berta, but the file is named after dora'
prints 'berta  accepted'
prints 'dora   rejected'

begin 'two files of one party'
refill
cp project/seuranta/2027/berta.xml books/seuranta/2027
run "$PYKALA" check books/seuranta/2027
gives 1
prints "berta.xlsx: error: berta: the party's answers for the year 2027 are also in seuranta/2027/berta.xml"
prints 'berta  accepted'

begin 'XML that was made of the workbook is the record'
digest=$(sha256sum "$berta" | cut -d ' ' -f 1)
sed -i "s/<seurantatiedot /&tyokirja=\"$digest\" /" books/seuranta/2027/berta.xml
run "$PYKALA" check books/seuranta/2027
gives 0
prints 'berta  accepted'
edit_book "$berta" put vastaaja vastaus toinen
run "$PYKALA" check books/seuranta/2027
gives 1
prints '[followup-two-files]'

begin 'papers are made of workbooks'
refill
run "$PYKALA" build books -o papers --jobs 1
gives 0

begin 'the questions on paper'
sed -i 's,</paperit>,<paperi tunnus="kysymykset" pohja="kysymyslomake" aihe="seuranta" laajuus="osapuoli" vuosi="2027"><nimi>Kysymykset</nimi></paperi>&,' \
    books/hanke.xml
run "$PYKALA" build books --party berta --paper kysymykset --emit xhtml
gives 0
prints 'Seurannan kysymykset 2027'
prints 'class="fill-in"'
run "$PYKALA" build books --party berta --paper kysymykset -o papers
gives 0
[ -s papers/berta/seuranta-2027-kysymykset.pdf ] || fail 'the paper has another name'

begin 'a workbook by itself'
cp "$berta" alone.xlsx
run "$PYKALA" check alone.xlsx
gives 4
prints '[followup-form-only]'
edit_book alone.xlsx put paivays vastaus eilen
run "$PYKALA" check alone.xlsx
gives 1
prints '"eilen" is not understood'

begin 'what Excel leaves beside an open workbook is not read'
refill
echo x >'books/seuranta/2027/~$berta.xlsx'
run "$PYKALA" check books/seuranta/2027
gives 0

finish
