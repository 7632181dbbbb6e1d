#!/bin/sh
# The coordinator's workbook of meetings: written, filled in, and read back into kokoukset.xml by place.
. "$SOURCE/tests/cli/lib.sh"

fresh() {
    copy asian-vaiheet
    cp project/kokoukset.xml before.xml
    rm -f book.xlsx
    run "$PYKALA" new kokoukset project -o book.xlsx
    gives 0
}

# fill CELL=VALUE…: fills in cells of the workbook and reads it back.
fill() {
    python3 "$SOURCE/tests/cli/fill.py" book.xlsx "$@" || fail 'the workbook cannot be filled in'
    run "$PYKALA" new kokoukset project --from book.xlsx
}

# differs EXPRESSION: the file is what sed -E makes of the earlier one.
differs() {
    sed -E -e "$1" before.xml >wanted.xml
    diff wanted.xml project/kokoukset.xml >difference || {
        sed 's/^/  /' difference
        fail 'the file is not as it should be'
    }
}

# untouched: nothing was changed or left behind.
untouched() {
    cmp -s before.xml project/kokoukset.xml || fail 'the file was changed'
    [ -z "$(find project -name '.pykala*')" ] || fail 'a temporary file is left'
}

# again: what was read is read once more, and changes nothing.
again() {
    cp project/kokoukset.xml once.xml
    run "$PYKALA" new kokoukset project --from book.xlsx
    gives 0
    cmp -s once.xml project/kokoukset.xml || fail 'read twice, the workbook changes the file again'
    prints 'project/kokoukset.xml says the same already'
}

begin 'the workbook has what the file knows, and changes nothing'
fresh
prints 'book.xlsx was written'
run "$PYKALA" new kokoukset project --from book.xlsx
gives 0
prints 'says the same already'
untouched

begin 'a workbook that is there already is left as it is'
cp book.xlsx once.xlsx
run "$PYKALA" new kokoukset project -o book.xlsx
gives 0
prints 'book.xlsx is there already and was left as it is'
cmp -s book.xlsx once.xlsx || fail 'it was changed'

begin 'the same project makes the same bytes, in the project when nothing else is said'
LC_ALL=fi_FI.UTF-8 TZ=Asia/Tokyo run "$PYKALA" new kokoukset project
gives 0
cmp book.xlsx project/kokoukset.xlsx || fail 'the bytes differ'

# Row 3 is Harjulahti's committee, 6 its council, 34 the regional council's first meeting.
begin 'values are changed in their place'
fresh
fill E3=4.3.2026 'F3=§ 19' 'G3= 41/00.04.01/2027 ' 'H34=pöydälle' 'J3=sivistys- & kulttuurijohtaja'
gives 0
prints 'Harjulahden kunta, sivistyslautakunta, Sopimus, Kokouspäivä: 2026-03-03 → 2026-03-04'
prints 'Harjulahden kunta, sivistyslautakunta, Sopimus, Pykälä: 18 → 19'
prints 'Harjumaan liitto, maakuntahallitus, Sopimus, Tulos: palautettu → poydalle'
prints 'project/kokoukset.xml was written'
differs '/elin="sivistyslautakunta"/s,2026-03-03" pykala="18" diaarinumero="41/00.04.01/2026,2026-03-04" pykala="19" diaarinumero="41/00.04.01/2027,
    0,/<esittelija><tehtava>sivistysjohtaja</s,(<esittelija><tehtava>)sivistysjohtaja,\1sivistys- \&amp; kulttuurijohtaja,
    s,tulos="palautettu",tulos="poydalle",'
again

begin 'days are days however they are written'
fresh
fill E3==46085 E6=2026-04-21 'E15=8. 4. 2026'
gives 0
prints 'sivistyslautakunta, Sopimus, Kokouspäivä: 2026-03-03 → 2026-03-04'
prints 'kunnanvaltuusto, Sopimus, Kokouspäivä: 2026-04-20 → 2026-04-21'
prints 'Saarikylän kunta, kunnanhallitus, Sopimus, Kokouspäivä: 2026-04-07 → 2026-04-08'
again

begin 'what a meeting lacks is added, and the presenter where the schema has it'
fresh
fill G16=S/1/2026 'H16=päätetty' 'J16=kunnanjohtaja' 'J34=maakuntajohtaja' 'I5=Esittelijä Yksi'
gives 0
prints 'Saarikylän kunta, kunnanvaltuusto, Sopimus, Tulos: – → paatetty'
differs '/osapuoli="saarikyla" toimielin="valtuusto" aihe="sopimus"/,/<paatos>/{
        s,pykala="19",& diaarinumero="S/1/2026" tulos="paatetty",
        s,^    <paatos>,    <esittelija><tehtava>kunnanjohtaja</tehtava></esittelija>\n&,
    }
    s,(^ *<kokous osapuoli="harjumaan-liitto".*tulos="palautettu")/>,\1>\n    <esittelija><tehtava>maakuntajohtaja</tehtava></esittelija>\n  </kokous>,
    /pykala="74"/,/<esittelija>/s,<esittelija>,&<nimi>Esittelijä Yksi</nimi>,'
run "$PYKALA" check project/kokoukset.xml
grep -q 'xsd' stdout && fail 'the schema does not allow it'
again

begin 'a meeting that is missing is added at the end'
fresh
fill E2==46054 F2==7 H2=PÄÄTETTY J2=kunnanjohtaja E13=1.3.2029
gives 0
prints 'Harjulahden kunta, kunnanhallitus, Neuvottelut, Kokouspäivä: – → 2026-02-01'
differs 's,^</kokoukset>,  <kokous osapuoli="harjulahti" toimielin="hallitus" aihe="neuvottelut" paivays="2026-02-01" pykala="7" tulos="paatetty">\n    <esittelija><tehtava>kunnanjohtaja</tehtava></esittelija>\n  </kokous>\n  <kokous osapuoli="harjulahti" toimielin="hallitus" aihe="seuranta" vuosi="2028" paivays="2029-03-01"/>\n&,'
again

begin 'a matter that was left open has a row for its next meeting'
fresh
python3 "$SOURCE/tests/cli/fill.py" book.xlsx H35=palautettu
run "$PYKALA" new kokoukset project --from book.xlsx
gives 0
rm book.xlsx
run "$PYKALA" new kokoukset project -o book.xlsx
fill E36=4.5.2026
gives 0
prints 'Harjumaan liitto, maakuntahallitus, Sopimus, Kokouspäivä: – → 2026-05-04'

begin 'a blank cell changes nothing'
fresh
fill E3= F3= G3='   ' J3=
gives 0
untouched

begin 'line ends, byte order marks and quotation marks stay'
fresh
printf '\357\273\277' >project/kokoukset.xml
sed -e "s/paivays=\"2026-03-03\"/paivays = '2026-03-03'/" -e 's/$/\r/' before.xml >>project/kokoukset.xml
cp project/kokoukset.xml before.xml
fill E3=4.3.2026 J34=maakuntajohtaja E13=1.3.2029
gives 0
differs "s,paivays = '2026-03-03',paivays = '2026-03-04',
    s,(^ *<kokous osapuoli=\"harjumaan-liitto\".*tulos=\"palautettu\")/>,\\1>\\r\\n    <esittelija><tehtava>maakuntajohtaja</tehtava></esittelija>\\r\\n  </kokous>,
    s,^</kokoukset>,  <kokous osapuoli=\"harjulahti\" toimielin=\"hallitus\" aihe=\"seuranta\" vuosi=\"2028\" paivays=\"2029-03-01\"/>\\r\\n&,"

begin 'what is not understood is told by its cell, and nothing is written'
fresh
fill E3=marraskuussa F3=12a G3=41 'H3=ehkä' F4==1.5 E5==1e7 G6==46335 E7=31.2.2026 F8==0 E9=9.11.26
gives 1
for cell in E3 F3 G3 H3 F4 E5 G6 E7 F8 E9; do
    says "book.xlsx, Kokoukset!$cell: error:"
done
says "Kokouspäivä: \"marraskuussa\" isn't understood"
says 'write the day of the meeting as 9.11.2026'
untouched

begin 'rows that belong to no meeting are told'
fresh
fill A3=harjulahti/hallitus/sopimus/1 A6=nowhere/hallitus/sopimus/1 A15=
gives 1
says 'Kokoukset!A4: error: the row with the id harjulahti/hallitus/sopimus/1 comes twice'
says 'Kokoukset!A6: error: the project has no meeting to fill in with the id nowhere/hallitus/sopimus/1'
says 'Kokoukset!E15: error: the row has no id (Tunnus)'
untouched

begin 'a workbook without the heads is told'
fresh
fill E1=Milloin
gives 1
says 'no sheet of the workbook has the columns of the meetings'
one_message stderr
run "$PYKALA" followup project --year 2026 --format xlsx -o figures.xlsx
run "$PYKALA" new kokoukset project --from figures.xlsx
gives 1
says 'no sheet of the workbook has the columns of the meetings'
run "$PYKALA" new kokoukset project --from project/kokoukset.xml
gives 1
says 'this is no Excel workbook'
run "$PYKALA" new kokoukset project --from nosuch.xlsx
gives 1
says 'nosuch.xlsx: error: there is no such file'
untouched

begin 'a file without meetings takes the first'
fresh
printf '<?xml version="1.0"?>\n<kokoukset xmlns="urn:pykala:1" />\n' >project/kokoukset.xml
rm book.xlsx
run "$PYKALA" new kokoukset project -o book.xlsx
fill E2=1.2.2026
gives 0
printf '<?xml version="1.0"?>\n<kokoukset xmlns="urn:pykala:1">\n  <kokous osapuoli="harjulahti" toimielin="hallitus" aihe="neuvottelut" paivays="2026-02-01"/>\n</kokoukset>\n' >wanted.xml
cmp wanted.xml project/kokoukset.xml || fail 'the meeting is not as it should be'
again

begin 'a project without a file of meetings is told what to add'
fresh
edit hanke.xml '/kokouksetTiedosto/d'
run "$PYKALA" new kokoukset project --from book.xlsx
gives 1
says 'the project has no file of meetings'

begin 'wrong use is told'
for arguments in 'kokoukset' 'kokoukset a b' 'kokoukset project --year 2026' 'kokoukset project --party harjulahti' \
    'kokoukset project --from a -o b' 'seuranta project --year 2026 --from a'; do
    # shellcheck disable=SC2086 # words on purpose
    run "$PYKALA" new $arguments
    gives 2
done
finish
