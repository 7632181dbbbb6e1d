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
[ "$(find project/seuranta/2028 -type f | wc -l)" -eq 5 ] || fail 'not five forms'

begin 'a form is not an answer yet'
run "$PYKALA" check project/seuranta/2028
gives 1
prints 'alpi   rejected'
prints 'Answers for 2028: 5 rejected'
grep -q 'project/seuranta/2028/alpi.xml:[0-9]*:[0-9]*: error: arvo=""' stdout || fail 'the blank is not named'

begin 'an existing file is never overwritten'
echo 'answers' >project/seuranta/2028/alpi.xml
run "$PYKALA" new seuranta project --year 2028
gives 0
prints 'project/seuranta/2028/alpi.xml is there already and was left as it is'
[ "$(cat project/seuranta/2028/alpi.xml)" = answers ] || fail 'it was overwritten'

begin 'some parties, into another folder'
run "$PYKALA" new seuranta project --year 2028 --party alpi,dora -o forms
gives 0
[ "$(find forms -type f | wc -l)" -eq 2 ] || fail 'not two forms'
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

begin 'figures are the same in every locale'
fresh
LC_ALL=C.UTF-8 "$PYKALA" followup project --year 2027 >plain.csv
LC_ALL=fi_FI.UTF-8 "$PYKALA" followup project --year 2027 --format csv >finnish.csv
LC_ALL=C.UTF-8 "$PYKALA" followup project --year 2027 --format json >plain.json
LC_ALL=fi_FI.UTF-8 "$PYKALA" followup project --year 2027 --format json >finnish.json
status=0
cmp -s plain.csv finnish.csv || fail 'the CSV differs'
cmp -s plain.json finnish.json || fail 'the JSON differs'
grep -q '^mittarikooste,2027,asuminen,osuus,osuus,osapuoli,%,' plain.csv || fail 'the CSV has no figures'

begin 'wrong use of followup'
for arguments in 'project' '--year 2027' 'project --year 2027 --format xml' 'project --year kaksi'; do
    # shellcheck disable=SC2086
    run "$PYKALA" followup $arguments
    gives 2
done

begin 'rejected answers stop no paper'
copy keski-suomi
edit seuranta/2027/joutsa.xml 's/<lukumaara arvo="[0-9]+"/<lukumaara arvo="-3"/'
run "$PYKALA" build project -o papers --paper seuranta-alue-2027
gives 1
one_message stderr
[ -s papers/yhteiset/seuranta-2027.pdf ] || fail 'the report was not made'
pdftotext -layout papers/yhteiset/seuranta-2027.pdf report.txt
grep -q 'Joutsan kunta .*hylätty' report.txt || fail 'the report does not tell who was rejected'

begin 'an answer changes the papers that show it, and no other'
copy keski-suomi
run "$PYKALA" build project -o before --paper seuranta-alue-2026,seuranta-osapuoli-2026,seuranta-hallitus-2026
gives 0
edit seuranta/2026/joutsa.xml 's,</tekstivastaus>, Lisäys.</tekstivastaus>,'
run "$PYKALA" build project -o after --paper seuranta-alue-2026,seuranta-osapuoli-2026,seuranta-hallitus-2026
gives 0
diff -rq before after | sed 's/^Files before.\(.*\) and .*/\1/' >changed
printf '%s\n' joutsa/seuranta-2026.pdf yhteiset/seuranta-2026.pdf | cmp -s - changed || fail "changed: $(cat changed)"

begin 'what the plan does not ask is not answered, however the rule is set'
for rule in unknown-measure unknown-indicator answer-kind; do
    for severity in varoitus pois; do
        fresh
        edit hanke.xml "s,<seurantavuodet>,<saannot><saanto tunnus=\"followup-$rule\" vakavuus=\"$severity\"/></saannot>&,"
        case $rule in
        unknown-measure) edit seuranta/2027/alpi.xml 's/toimenpide="asuminen"/toimenpide="vanha"/' ;;
        unknown-indicator) edit seuranta/2027/alpi.xml 's/mittari="edustaja"/mittari="vanha"/' ;;
        answer-kind) edit seuranta/2027/alpi.xml 's,<kyllaEi arvo="kylla"/>,<lukumaara arvo="1"/>,' ;;
        esac
        run "$PYKALA" followup project --year 2027
        gives 0
        [ $severity = pois ] || says "warning: alpi, measure"
        grep -q '^osapuolenvastaus,2027,asuminen,edustaja,.*,alpi,.*,eiRaportoitu,' stdout || fail "$rule: it is counted"
        run "$PYKALA" followup project --year 2027 --format json
        gives 0
    done
done

begin 'an answer under another measure, and a proposal about none'
fresh
edit hanke.xml 's,<seurantavuodet>,<saannot><saanto tunnus="followup-unknown-indicator" vakavuus="varoitus"/><saanto tunnus="followup-unknown-measure" vakavuus="varoitus"/></saannot>&,'
edit seuranta/2027/alpi.xml 's,<vastaus mittari="matka".*,<vastaus mittari="edustaja"><kyllaEi arvo="ei"/></vastaus>,; s/<muutosehdotus toimenpide="tieto"/<muutosehdotus toimenpide="vanha"/'
run "$PYKALA" followup project --year 2027
gives 0
grep -q '^osapuolenvastaus,2027,asuminen,edustaja,.*,alpi,.*,kylla,' stdout || fail 'the answer in its place does not count'
grep -q '^muutosehdotus,2027,,,,,,alpi,.*Jatketaan vuodella' stdout || fail 'the proposal is lost, or about a measure that is none'

# In tests/data/days berta has left at the end of 2026, celia joins in 2027, dora leaves during it.
begin 'a year is of those who are parties at its end'
rm -rf project
cp -R "$SOURCE/tests/data/days" project
chmod -R u+w project
run "$PYKALA" new seuranta project --year 2027 -o forms-2027
gives 0
[ "$(cd forms-2027 && echo ./*)" = './alpi.xml ./celia.xml' ] || fail 'other forms than those of alpi and celia'
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
    edit hanke.xml "s,(<saannot>.*</saannot>)?<seurantavuodet>,<saannot><saanto tunnus=\"followup-not-bound\" vakavuus=\"$severity\"/></saannot><seurantavuodet>,"
    run "$PYKALA" followup project --year 2027
    gives 0
    grep -q '^mittarikooste,2027,silta,siltoja,.*,11,' stdout || fail 'the sum is not that of alpi and celia'
    if grep -q '2027,.*berta' stdout; then fail 'berta is counted'; fi
done

begin 'a project without answers'
run "$PYKALA" followup "$SOURCE/examples/puitesopimus-2022" --year 2027
gives 1
says '[followup-none]'
finish
