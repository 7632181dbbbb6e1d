#!/bin/sh
# The yearly round: forms for the parties, a check of what came back, the figures.
. "$SOURCE/tests/cli/lib.sh"
data=$SOURCE/tests/data/followup

fresh() {
    rm -rf project
    cp -R "$data" project
    chmod -R u+w project
}

begin 'forms for all parties, into the folder of the year'
fresh
run "$PYKALA" new seuranta project --year 2028
gives 0
silent
prints 'project/seuranta/2028/alpi.xml was written'
prints 'project/seuranta/2028/alpi.xlsx was written'
[ "$(find project/seuranta/2028 -type f | wc -l)" -eq 10 ] || fail 'not two forms for each of five'
for form in project/seuranta/2028/*.xlsx; do
    unzip -tqq "$form" || fail "$form is no workbook"
done

begin 'a form is not an answer yet'
run "$PYKALA" check project/seuranta/2028
gives 0
prints 'Answers for 2028: 5 missing'

begin 'a form that somebody began is answers, and its blanks are told'
cp project/seuranta/2028/alpi.xml blank.xml
edit seuranta/2028/alpi.xml '0,/<tehtava>/s//&johtaja/'
run "$PYKALA" check project/seuranta/2028
gives 1
prints 'alpi   rejected'
grep -q 'project/seuranta/2028/alpi.xml:[0-9]*:[0-9]*: error: alpi, measure [a-z]*, indicator [a-z]*: arvo=""' stdout || fail 'the blank is not named'

begin 'what is no form is at fault, even if nobody wrote a word into it'
edit seuranta/2028/alpi.xml 's/<tehtava>johtaja/<tehtava>/; s,</vastaaja>,&<virka/>,'
run "$PYKALA" check project/seuranta/2028
gives 1
prints 'alpi   rejected'
mv blank.xml project/seuranta/2028/alpi.xml

begin 'an existing file is never overwritten'
echo 'answers' >project/seuranta/2028/alpi.xml
echo 'answers' >project/seuranta/2028/alpi.xlsx
run "$PYKALA" new seuranta project --year 2028
gives 0
prints 'project/seuranta/2028/alpi.xml is there already and was left as it is'
prints 'project/seuranta/2028/alpi.xlsx is there already and was left as it is'
[ "$(cat project/seuranta/2028/alpi.xml project/seuranta/2028/alpi.xlsx | uniq)" = answers ] || fail 'it was overwritten'

begin 'some parties, into another folder'
run "$PYKALA" new seuranta project --year 2028 --party alpi,dora -o forms
gives 0
[ "$(cd forms && echo ./*)" = './alpi.xlsx ./alpi.xml ./dora.xlsx ./dora.xml' ] || fail 'other forms than those of alpi and dora'
run "$PYKALA" new seuranta project --year 2028 --party alpi -o again
cmp forms/alpi.xlsx again/alpi.xlsx || fail 'the same workbook has other bytes'
grep -q 'Viime vuonna (2027)' forms/alpi.xml || fail 'the form does not tell of last year'

begin 'wrong use of new'
for arguments in 'seuranta project' 'project --year 2028' 'seuranta --year 2028' 'seuranta project --year 28' \
    'seuranta project --year 2028 --party alpo'; do
    # shellcheck disable=SC2086
    run "$PYKALA" new $arguments
    gives 2
done
says 'did you mean "alpi"?'

begin 'a year that is not followed up'
run "$PYKALA" new seuranta project --year 2031
gives 1
says '[followup-year]'

begin 'check tells what has become of each party'
fresh
run "$PYKALA" check project
gives 0
prints 'Answers for 2026: 5 accepted'
prints 'Answers for 2027: 2 accepted, 2 accepted with remarks, 1 missing'
prints 'alpi   accepted with remarks'
prints 'emma   missing'
run "$PYKALA" check --lang "fi" project
prints 'Vastaukset vuodelta 2027: hyväksytty 2, hyväksytty huomautuksin 2, puuttuu 1'

begin 'one rejected answer is enough'
edit seuranta/2027/berta.xml 's/arvo="40"/arvo="140"/'
run "$PYKALA" check project/seuranta/2027
gives 1
prints 'Answers for 2027: 1 accepted, 2 accepted with remarks, 1 rejected, 1 missing'
prints 'berta, measure asuminen, indicator osuus: the share 140 % is not between 0 and 100 %'
if grep -q 'Answers for 2026' stdout; then fail 'the other year is told of'; fi

begin 'rejected answers are left out of the figures, and the status says so'
run "$PYKALA" followup project --year 2027 --format json
gives 1
says '[followup-share]'
prints '"vastanneita":3'

begin 'check from within the folder'
cd project/seuranta/2026 || exit 1
run "$PYKALA" check .
gives 0
prints 'Answers for 2026: 5 accepted'
rm -f stdout stderr
cd "$WORK" || exit 1

begin 'a folder of answers that is a link to itself is the sender'"'"'s fault'
for folder in seuranta seuranta/2026; do
    rm -rf looped
    cp -R "$SOURCE/examples/keski-suomi" looped
    chmod -R u+w looped
    rm -rf "looped/$folder"
    ln -s "$(basename "$folder")" "looped/$folder"
    run "$PYKALA" check looped
    gives 1
    prints "looped/$folder: error: cannot be opened: it is a link that leads back to itself [file-read]"
done

begin 'a folder that holds no answers'
mkdir project/muuta
run "$PYKALA" check project/muuta
gives 1
prints '[check-folder]'

# figures_into FOLDER: all forms of the figures of 2027.
figures_into() {
    run "$PYKALA" followup project --year 2027 -o "$1/csv"
    gives 0
    run "$PYKALA" followup project --year 2027 --for excel -o "$1/excel"
    gives 0
    run "$PYKALA" followup project --year 2027 --format xlsx -o "$1/figures.xlsx"
    gives 0
    silent
    run "$PYKALA" followup project --year 2027 --format json
    gives 0
    cp stdout "$1/figures.json"
}

# holds TABLE LINE: a table of figures/csv holds the line, to which nothing is added but the carriage return.
holds() {
    tr -d '\r' <"figures/csv/$1.csv" | grep -qxF -e "$2" || fail "$1 does not hold: $2"
}

begin 'each kind of figure has a table of its own'
fresh
rm -rf figures
figures_into figures
holds seurantakooste 'vuosi,maaraaika,suunnitelma,versio,osapuolia,vastanneita,esimerkki'
holds seurantakooste '2027,2028-01-31,suunnitelma,1.0,5,4,'
holds osapuolitilanne 'vuosi,osapuoli,tila,paivays,myohassa,vastaaja,tiedosto,esimerkki'
holds osapuolitilanne '2027,berta,hyvaksytty,2028-01-20,,johtaja,seuranta/2027/berta.xml,'
holds osapuolitilanne '2027,emma,puuttuu,,,,,'
holds toimenpidekooste 'vuosi,toimenpide,tila,eiAloitettu,kaynnissa,toteutunut,keskeytynyt,eiRaportoitu,eiKysytty,esimerkki'
# alpi, berta and dora have done it, celia is at it, emma has not answered.
holds toimenpidekooste '2027,tieto,kaynnissa,0,1,3,0,1,0,'
holds osapuolentila 'vuosi,toimenpide,osapuoli,tila,edellinen,suunta,vastuuhenkilo,huomautus,huomautusJulkinen,tiedosto,rivi,solu,esimerkki'
holds osapuolentila '2027,asuminen,alpi,toteutunut,kaynnissa,parani,"asuntosihteeri; kaavoittaja",,,seuranta/2027/alpi.xml,4,,'
holds mittarikooste 'vuosi,toimenpide,mittari,laji,taso,yksikko,alaraja,ylaraja,maaraaika,odotettu,vastanneita,eiKoske,eiRaportoitu,kylla,ei,kesken,kyllaosuus,arvoja,pienin,mediaani,suurin,summa,tavoitteessa,tavoiteosuus,muutos,verrattavia,esimerkki'
# 2, 5 and 0, of which 2 is from 2 to 3; alpi 1 and berta 2 more than the year before.
holds mittarikooste '2027,asuminen,kokoukset,lukumaara,osapuoli,kertaa,2,3,,5,3,0,2,,,,,3,0,2,5,7,1,33.3,3,2,'
holds ryhmakooste 'vuosi,toimenpide,mittari,laji,yksikko,ryhma,arvoja,pienin,mediaani,suurin,summa,tavoitteessa,tavoiteosuus,muutos,verrattavia,esimerkki'
holds osapuolenvastaus 'vuosi,toimenpide,mittari,laji,taso,yksikko,osapuoli,vastaus,arvo,teksti,tavoite,muutos,edellinen,edellinenArvo,suunta,huomautus,huomautusJulkinen,paivays,asti,maaraaikaOhi,myohassaPaivia,lahde,tilastovuosi,tiedosto,rivi,solu,esimerkki'
holds osapuolenvastaus '2027,asuminen,osuus,osuus,osapuoli,%,berta,arvo,40,,alle,-1.5,arvo,41.5,heikkeni,,,,,,,THL,2025,seuranta/2027/berta.xml,10,,'
holds trendi 'toimenpide,mittari,laji,yksikko,vuosi,arvo,vastanneita,odotettu,esimerkki'
# The median of 62.5, 40, 71.25 and 50.
holds trendi 'asuminen,osuus,osuus,%,2027,56.25,4,5,'
holds muutosehdotus 'vuosi,toimenpide,osapuoli,kohde,nykyinenTeksti,ehdotettuTeksti,perustelut,tiedosto,rivi,solu,esimerkki'
holds muutosehdotus '2027,tieto,alpi,,,Jatketaan vuodella.,,seuranta/2027/alpi.xml,19,,'
holds huomautus 'vuosi,osapuoli,teksti,julkinen,tiedosto,rivi,solu,esimerkki'
holds huomautus '2027,celia,Luvut tarkentuvat.,,seuranta/2027/celia.xml,15,,'
holds vuosikatsaus 'vuosi,paalause,paatettava,esimerkki'
holds toimenpidekatsaus 'vuosi,toimenpide,arvio,esimerkki'
holds seuraavaAskel 'vuosi,toimenpide,teksti,maaraaika,esimerkki'

begin 'the help names each table'
run "$PYKALA" followup --help
gives 0
for file in figures/csv/*.csv; do
    prints "$(basename "$file" .csv)"
done

begin 'each number is the same in all forms'
run python3 "$SOURCE/tests/cli/figures.py" figures/figures.json figures/csv figures/excel figures/figures.xlsx
gives 0
prints 'numbers are the same in all forms'

begin 'every locale and time zone gives the same bytes'
for zone in Pacific/Kiritimati America/Adak; do
    rm -rf again
    TZ=$zone LC_ALL=fi_FI.UTF-8 figures_into again
    diff -r figures again >stdout || fail "other bytes in $zone"
done

begin 'a table alone, to standard output or a folder'
run "$PYKALA" followup project --year 2027 --table trendi
gives 0
cmp -s stdout figures/csv/trendi.csv || fail 'it is not the file'
rm -rf alone
run "$PYKALA" followup project --year 2027 --table trendi -o alone
gives 0
[ "$(ls alone)" = trendi.csv ] || fail 'there are other files'

begin 'for Excel: a byte order mark, semicolons, commas, line ends with a carriage return'
run "$PYKALA" followup project --year 2027 --format csv --table trendi --for excel
gives 0
printf '\357\273\277toimenpide;mittari;laji;yksikko;vuosi;arvo;vastanneita;odotettu;esimerkki\r\n' >wanted
head -n 1 stdout | cmp -s - wanted || fail 'the head is another'
printf 'asuminen;osuus;osuus;%%;2027;56,25;4;5;\r\n' >wanted
grep '^asuminen;osuus;osuus;%;2027;' stdout | cmp -s - wanted || fail 'the line is another'

begin 'a choice of separator and decimal sign'
run "$PYKALA" followup project --year 2027 --table trendi --separator tab --decimal ,
gives 0
printf 'asuminen\tosuus\tosuus\t%%\t2027\t56,25\t4\t5\t\r\n' >wanted
grep 'osuus.osuus.*2027' stdout | cmp -s - wanted || fail 'the line is another'
run "$PYKALA" followup project --year 2027 --table trendi --for excel --separator '|' --decimal .
gives 0
grep -qF 'asuminen|osuus|osuus|%|2027|56.25|4|5|' stdout || fail 'the line is another'

begin 'wrong use of followup'
for arguments in 'project --table trendi' '--year 2027 --table trendi' 'project --year 2027 --format xml' 'project --year kaksi' \
    'project --year 2027' 'project --year 2027 --format csv' 'project --year 2027 --for excel' \
    'project --year 2027 --format xlsx' 'project --year 2027 --format xlsx -o figures.xls' 'project --year 2027 --format xlsx -o .xlsx' \
    'project --year 2027 --format xlsx -o figures.xlsx --for excel' 'project --year 2027 --format xlsx -o figures.xlsx --table trendi' \
    'project --year 2027 --format xlsx -o figures.xlsx --decimal ,' 'project --year 2027 --format json -o figures.json' \
    'project --year 2027 --format json --separator ;' 'project --year 2027 --table trendi --for numbers' \
    'project --year 2027 --table trendi --separator :' 'project --year 2027 --table trendi --separator ;;' \
    'project --year 2027 --table trendi --decimal ;' 'project --year 2027 --table trendi --decimal ,' \
    'project --year 2027 --table trendi --for excel --separator ,' 'project --year 2027 --table trendit'; do
    # shellcheck disable=SC2086
    run "$PYKALA" followup $arguments
    gives 2
    [ ! -s stdout ] || fail "something is printed: $arguments"
done
says 'there is no table "trendit"; did you mean "trendi"?'
[ ! -e figures.xlsx ] || fail 'a workbook was written'

begin 'what people have written is text in a workbook, whatever it looks like'
fresh
edit seuranta/2027/celia.xml 's,Luvut tarkentuvat.,=HYPERLINK("x";1) _x0041__x0042_,'
edit seuranta/2027/berta.xml 's,<tehtava>johtaja,<tehtava>-2+3;@a,'
rm -rf hostile
figures_into hostile
run python3 "$SOURCE/tests/cli/figures.py" hostile/figures.json hostile/csv hostile/excel hostile/figures.xlsx
gives 0
grep -qF "'=HYPERLINK" hostile/excel/huomautus.csv || fail 'a formula stands in the CSV for Excel'
grep -qF "\"'-2+3;'@a\"" hostile/excel/osapuolitilanne.csv || fail 'a formula stands in the CSV for Excel'

begin 'the words of the coordinator, and what is not public'
fresh
edit seuranta/2027/celia.xml 's,<huomautus>Luvut,<huomautus julkinen="ei">Luvut,; s,<tila arvo="kaynnissa"/>,&<huomautus julkinen="ei">Kesken.</huomautus>,'
cat >project/seuranta/2027/katsaus.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<vuosikatsaus xmlns="urn:pykala:1" vuosi="2027">
  <paalause>Yhteistyö eteni.</paalause>
  <toimenpidekatsaus toimenpide="tieto">
    <arvio>=Väline puuttuu.</arvio>
    <seuraavaAskel maaraaika="2028-06-30">Hankitaan väline.</seuraavaAskel>
    <seuraavaAskel>Sovitaan tiedoista.</seuraavaAskel>
  </toimenpidekatsaus>
  <paatettava>Väline.</paatettava>
  <paatettava>Tiedot.</paatettava>
</vuosikatsaus>
END
rm -rf figures
figures_into figures
holds vuosikatsaus '2027,Yhteistyö eteni.,"Väline.; Tiedot.",'
holds toimenpidekatsaus "2027,tieto,'=Väline puuttuu.,"
holds seuraavaAskel '2027,tieto,Hankitaan väline.,2028-06-30,'
holds seuraavaAskel '2027,tieto,Sovitaan tiedoista.,,'
holds huomautus '2027,celia,Luvut tarkentuvat.,ei,seuranta/2027/celia.xml,15,,'
holds osapuolentila '2027,tieto,celia,kaynnissa,eiRaportoitu,,,Kesken.,ei,seuranta/2027/celia.xml,11,,'
run python3 "$SOURCE/tests/cli/figures.py" figures/figures.json figures/csv figures/excel figures/figures.xlsx
gives 0

begin 'a text that has no room in a cell'
fresh
edit seuranta/2027/celia.xml "s,Luvut tarkentuvat.,$(many 32767 a),"
run "$PYKALA" followup project --year 2027 --format xlsx -o full.xlsx
gives 0
echo earlier >kept.xlsx
edit seuranta/2027/celia.xml "s,$(many 20 a),$(many 21 a),"
run "$PYKALA" followup project --year 2027 --format xlsx -o kept.xlsx
gives 1
says 'project/seuranta/2027/celia.xml:15: error: huomautus, teksti: the text has 32768 characters; a cell of Excel holds at most 32767 [workbook-limit]'
one_message stderr
[ "$(cat kept.xlsx)" = earlier ] || fail 'the earlier workbook is gone'
run "$PYKALA" followup project --year 2027 --table huomautus
gives 0
grep -q "$(many 32768 a)" stdout || fail 'the CSV lacks it'

begin 'a workbook that cannot be written'
fresh
mkdir -p taken.xlsx
run "$PYKALA" followup project --year 2027 --format xlsx -o taken.xlsx
gives 3
says '[file-write]'
rmdir taken.xlsx
# The library frees not all when it fails; the process ends then.
run sh -c "ulimit -f 16; exec \"\$@\"" sh env ASAN_OPTIONS=detect_leaks=0 "$PYKALA" followup project --year 2027 --format xlsx -o taken.xlsx
gives 3
one_message stderr
[ ! -e taken.xlsx ] || fail 'a part of it is there'

# The library would write its parts to temporary files, and not see that a disk is full.
if command -v strace >/dev/null; then
    begin 'no part of a workbook is written to a disk'
    run env ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=openat,open,creat -o trace "$PYKALA" followup project --year 2027 --format xlsx -o b.xlsx
    gives 0
    grep O_CREAT trace | grep -v '"\.pykala-\|"/proc/self/fd/' >stdout
    [ ! -s stdout ] || fail 'another file was made'
else
    echo 'not tried without strace: which files a workbook makes'
fi

begin 'rejected answers stop no paper'
copy keski-suomi
edit seuranta/2027/joutsa.xml 's/<lukumaara arvo="[0-9]+"/<lukumaara arvo="-3"/'
run "$PYKALA" build project -o papers --paper seuranta-alue-2027
gives 1
one_message stderr
[ -s papers/yhteiset/seuranta-2027.pdf ] || fail 'the report was not made'
pdftotext -layout papers/yhteiset/seuranta-2027.pdf report.txt
tr -s '[:space:]' ' ' <report.txt | grep -q 'Virheiden vuoksi mukana eivät ole Joutsan kunnan vastaukset' || fail 'the report does not tell who was rejected'

begin 'an answer changes the papers that show it, and no other'
copy keski-suomi
run "$PYKALA" build project -o before --paper seuranta-alue-2026,seuranta-liite-2026,seuranta-osapuoli-2026,seuranta-hallitus-2026
gives 0
edit seuranta/2026/joutsa.xml 's,</tekstivastaus>, Lisäys.</tekstivastaus>,'
run "$PYKALA" build project -o after --paper seuranta-alue-2026,seuranta-liite-2026,seuranta-osapuoli-2026,seuranta-hallitus-2026
gives 0
diff -rq before after | sed 's/^Files before.\(.*\) and .*/\1/' >changed
printf '%s\n' joutsa/seuranta-2026.pdf yhteiset/seuranta-2026-liite.pdf | cmp -s - changed || fail "changed: $(cat changed)"

begin 'what the plan does not ask is not answered, however the rule is set'
for rule in unknown-measure unknown-indicator answer-kind; do
    for severity in varoitus pois; do
        fresh
        edit hanke.xml "s,<saannot>,&<saanto tunnus=\"followup-$rule\" vakavuus=\"$severity\"/>,"
        case $rule in
        unknown-measure) edit seuranta/2027/alpi.xml 's/toimenpide="asuminen"/toimenpide="vanha"/' ;;
        unknown-indicator) edit seuranta/2027/alpi.xml 's/mittari="edustaja"/mittari="vanha"/' ;;
        answer-kind) edit seuranta/2027/alpi.xml 's,<kyllaEi arvo="kylla"/>,<lukumaara arvo="1"/>,' ;;
        esac
        run "$PYKALA" followup project --year 2027 --table osapuolenvastaus
        gives 0
        [ $severity = pois ] || says "warning: alpi, measure"
        grep -q '^2027,asuminen,edustaja,.*,alpi,eiRaportoitu,' stdout || fail "$rule: it is counted"
        run "$PYKALA" followup project --year 2027 --format json
        gives 0
    done
done

begin 'an answer under another measure, and a proposal about none'
fresh
edit hanke.xml 's,<saannot>,&<saanto tunnus="followup-unknown-indicator" vakavuus="varoitus"/><saanto tunnus="followup-unknown-measure" vakavuus="varoitus"/>,'
edit seuranta/2027/alpi.xml 's,<vastaus mittari="matka".*,<vastaus mittari="edustaja"><kyllaEi arvo="ei"/></vastaus>,; s/<muutosehdotus toimenpide="tieto"/<muutosehdotus toimenpide="vanha"/'
run "$PYKALA" followup project --year 2027 -o figures/csv
gives 0
grep -q '^2027,asuminen,edustaja,.*,alpi,kylla,' figures/csv/osapuolenvastaus.csv || fail 'the answer in its place does not count'
grep -q '^2027,,alpi,.*Jatketaan vuodella' figures/csv/muutosehdotus.csv || fail 'the proposal is lost, or about a measure that is none'

# In tests/data/days berta has left at the end of 2026, celia joins in 2027, dora leaves during it.
begin 'a year is of those who are parties at its end'
rm -rf project
cp -R "$SOURCE/tests/data/days" project
chmod -R u+w project
run "$PYKALA" new seuranta project --year 2027 -o forms-2027
gives 0
[ "$(cd forms-2027 && echo ./*)" = './alpi.xlsx ./alpi.xml ./celia.xlsx ./celia.xml' ] || fail 'other forms than those of alpi and celia'
run "$PYKALA" new seuranta project --year 2027 --party berta -o forms-2027
gives 2
says '"berta" is not a party of the agreement on the last day of the year 2027'
run "$PYKALA" check project
gives 0
prints 'Answers for 2026: 2 accepted, 1 missing'
prints 'Answers for 2027: 2 accepted'

begin 'answers of one who is none any more are rejected, and never counted'
sed 's/2026/2027/g; s/2027-01-15/2028-01-15/' project/seuranta/2026/berta.xml >project/seuranta/2027/berta.xml
run "$PYKALA" check project
gives 1
prints 'berta  rejected'
prints '[followup-not-bound]'
for severity in varoitus pois; do
    edit hanke.xml "s,<saannot>.*(<saanto tunnus=\"answer-missing\"),<saannot><saanto tunnus=\"followup-not-bound\" vakavuus=\"$severity\"/>\1,"
    rm -rf figures/csv
    run "$PYKALA" followup project --year 2027 -o figures/csv
    gives 0
    grep -q '^2027,silta,siltoja,.*,11,' figures/csv/mittarikooste.csv || fail 'the sum is not that of alpi and celia'
    if grep -q '2027,.*berta' figures/csv/*.csv; then fail 'berta is counted'; fi
done

begin 'a project without answers'
run "$PYKALA" followup "$SOURCE/examples/puitesopimus-2022" --year 2027 -o figures/csv
gives 1
says '[followup-none]'
finish
