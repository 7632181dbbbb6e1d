#!/bin/sh
# check says yes to what is right, and tells every mistake of every file in one run.
. "$SOURCE/tests/cli/lib.sh"

begin 'the examples have no errors'
run "$PYKALA" check "$SOURCE/examples/keski-suomi" "$SOURCE/examples/puitesopimus-2022/hanke.xml"
gives 0
prints '0 errors'

begin 'a single file'
run "$PYKALA" check "$SOURCE/examples/keski-suomi/kokoukset.xml"
gives 0
prints '0 errors'

begin 'mistakes in several files come in one run'
copy keski-suomi
edit sopimus.xml 's/alkaa="2026-01-01"/alkaa="1.1.2026"/'
edit suunnitelma.xml 's/<suunnitelma /<suunnitelma laatu="hyvä" /'
run "$PYKALA" check project
gives 1
grep -q '^project/sopimus.xml:[0-9]*:[0-9]*: error: ' stdout || fail 'sopimus.xml is not told of'
grep -q '^project/suunnitelma.xml:[0-9]*:[0-9]*: error: ' stdout || fail 'suunnitelma.xml is not told of'
prints '2 errors'

begin 'a report for programs'
run "$PYKALA" check --format json project
gives 1
prints '"rule"'
head -c 1 stdout | grep -qF '[' || fail 'not a JSON array'

begin 'the report that the manual shows'
printf '%s\n' '<kokoukset xmlns="urn:pykala:1">' '  <kokous osapuoli="joutsa" toimielin="halitus" aihe="sopimus"/>' \
    '</kokoukset>' >kokoukset.xml
run "$PYKALA" check --format json kokoukset.xml
# shellcheck disable=SC2016 # backquotes of Markdown
sed -n '/^```json$/,/^```$/ { /^```/!p }' "$SOURCE/docs/manual.md" >shown
cmp -s shown stdout || fail 'it is another one'
[ -s shown ] || fail 'the manual shows none'

begin 'a log for editors and code hosts'
run "$PYKALA" check --format sarif project
gives 1
prints '"version":"2.1.0"'

begin 'receipts'
run "$PYKALA" check --format html -o receipts project
gives 1
prints '2 errors'
for page in index hanke osapuolet sopimus suunnitelma kokoukset teema saadokset; do
    [ -s "receipts/$page.html" ] || fail "no page $page"
done
grep -q '<h1>Rejected</h1>' receipts/sopimus.html || fail 'a file with an error is not rejected'
grep -q '<h1>Accepted</h1>' receipts/kokoukset.html || fail 'a right file is not accepted'

begin 'receipts of an earlier check that are no longer true'
cp receipts/sopimus.html stranger.html
printf '<!DOCTYPE html>\n<html lang="en">\n<p>mine' >receipts/own.html
echo kept >receipts/note.txt
sed 's/pykala check/pykala receipt/' stranger.html >receipts/mailed.html
ln -s ../stranger.html receipts/link.html
mkdir receipts/folder.html
cp stranger.html receipts/gone.html
run "$PYKALA" check --format html -o receipts project/kokoukset.xml
[ ! -e receipts/gone.html ] && [ ! -e receipts/sopimus.html ] || fail 'a stale receipt stays'
for page in index kokoukset own mailed link folder; do
    [ -e "receipts/$page.html" ] || fail "$page.html is gone"
done
[ -e receipts/note.txt ] && [ -e stranger.html ] || fail 'a file of somebody else is gone'
[ -d receipts/folder.html ] || fail 'a folder is gone'

begin 'receipts without a folder'
run "$PYKALA" check --format html project
gives 2
says '-o FOLDER'

begin 'the source line and a caret'
run "$PYKALA" check project
prints '  | '
grep -q '^       | *^$' stdout || fail 'there is no caret'

begin 'colours on a terminal alone, and when nobody has declined them'
escape=$(printf '\033')
on_terminal() { # VARIABLE=VALUE…
    run env "$@" script -qec "\"$PYKALA\" check project" /dev/null
    gives 1
}
on_terminal TERM=xterm NO_COLOR=
prints "${escape}["
on_terminal TERM=xterm NO_COLOR=1
grep -qF "${escape}[" stdout && fail 'colours though NO_COLOR declines them'
on_terminal TERM=dumb NO_COLOR=
grep -qF "${escape}[" stdout && fail 'colours on a terminal that has none'
run env TERM=xterm "$PYKALA" check project
grep -qF "${escape}[" stdout && fail 'colours in a file'

begin 'a language of its own'
run "$PYKALA" check --lang "fi" project
prints ': virhe: '
run "$PYKALA" check --lang xx project
gives 2

begin 'what the rules mean, in the language of the reader'
for meaning in 'fi Arvo ei ole sallitussa muodossa.' 'sv Ett värde har inte den form som är tillåten.' \
    'en A value is not of the form that is allowed.'; do
    for order in "--list-rules --lang ${meaning%% *}" "--lang ${meaning%% *} --list-rules"; do
        # shellcheck disable=SC2086 # two options
        run "$PYKALA" check $order
        gives 0
        prints "xsd-type	virhe	fixed	${meaning#* }"
    done
    run "$PYKALA" check --format sarif --lang "${meaning%% *}" project
    prints "\"text\":\"${meaning#* }\""
done

begin 'what a field is for, in the language of the reader'
perl "$SOURCE/tests/broken/broken.pl" --bare xml/attribute-missing.xml missing.xml
for example in "fi Esimerkki" 'sv Exempel' 'en Example'; do
    run "$PYKALA" check --lang "${example% *}" missing.xml
    gives 1
    prints "${example#* }: hallitus"
done

begin 'words that the dictionary does not know, on request'
copy keski-suomi
edit sopimus.xml 's/ yhteistyösopimus täydentää / yhteistyösopimuss täydentää /'
edit suunnitelma.xml '0,/kunnat/ s//kunnatt ja STM:n, a.b@c.fi ja 14-vuotiaatt/'
run "$PYKALA" check --spelling project
gives 0
[ "$(grep -c yhteistyösopimuss stdout)" -eq 2 ] || fail 'the word is not told once'
grep -A4 'sopimus.xml:[0-9]*:[0-9]*: info: "yhteistyösopimuss" is not in the dictionary' stdout >told ||
    fail 'the word is not told'
grep -q 'did you mean yhteistyösopimus' told || fail 'no word is suggested'
grep -q '"kunnatt"' stdout || fail 'the other word is not told'
grep -q 'info: "[^"]*\(STM\|a.b\|vuotiaatt\)' stdout && fail 'what is no word is told'
run "$PYKALA" check project
grep -q 'prose-spelling' stdout && fail 'it is told without request'
edit hanke.xml 's|^  </tiedostot>|&<saannot><saanto tunnus="prose-spelling" vakavuus="virhe"/></saannot>|'
run "$PYKALA" check --spelling project
gives 1
prints ' error: "yhteistyösopimuss"'
run "$PYKALA" check --spelling project/sopimus.xml
gives 1
prints ' error: "yhteistyösopimuss"'
cp project/sopimus.xml alone.xml
run "$PYKALA" check --spelling alone.xml
gives 0
prints ' info: "yhteistyösopimuss"'

begin 'a file of a project is checked with it, and what is told is of the file alone'
copy keski-suomi
edit kokoukset.xml 's/osapuoli="joutsa"/osapuoli="joutsaa"/'
edit sopimus.xml 's/alkaa="2026-01-01"/alkaa="1.1.2026"/'
edit seuranta/2026/luhanka.xml '0,/vastaus mittari="/ s//&q/'
edit seuranta/2026/multia.xml '0,/vastaus mittari="/ s//&q/'
run "$PYKALA" check project/kokoukset.xml
gives 1
prints 'project/kokoukset.xml:4:21: error: '
prints '1 error,'
run "$PYKALA" check project/../project/seuranta/2026/luhanka.xml
gives 1
prints 'project/../project/seuranta/2026/luhanka.xml:'
prints '[followup-unknown-indicator]'
prints '1 error,'
(cd project/seuranta/2026 && "$PYKALA" check multia.xml >../../../stdout) && fail 'the project is not found'
prints 'multia.xml:'
prints '1 error,'
run "$PYKALA" check project/seuranta/2026/joutsa.xml
gives 0
prints '0 errors, 0 warnings'
run "$PYKALA" check --format html -o receipts-2 project/seuranta/2026/joutsa.xml
grep -q 'Joutsan kunta 2026' receipts-2/joutsa.html || fail 'the receipt does not name the party'

begin 'what is no answers in their folder is checked by itself'
for name in notes.txt .joutsa.xml; do
    echo 'ei vastauksia' >"project/seuranta/2026/$name"
    run "$PYKALA" check "project/seuranta/2026/$name"
    gives 1
    prints "project/seuranta/2026/$name"
done
run "$PYKALA" check project/seuranta/2026/nosuch.xml
gives 1
prints '[file-missing]'

begin 'answers in a project that has no plan are checked by themselves'
copy keski-suomi
edit hanke.xml '/<suunnitelmaTiedosto/d'
edit seuranta/2026/luhanka.xml '0,/<tila arvo="/ s//&q/'
run "$PYKALA" check project/seuranta/2026/luhanka.xml
gives 1
prints '[xsd-type]'
prints '[followup-form-only]'

begin 'answers that cannot be compared with the project'
copy keski-suomi
edit seuranta/2026/multia.xml '0,/vastaus mittari="/ s//&q/'
edit seuranta/2026/luhanka.xml '0,/vastaus mittari="/ s//&q/'
edit suunnitelma.xml '0,/<toimenpide tunnus="[^"]*"/ s//<toimenpide/'
run "$PYKALA" check project/seuranta/2026/multia.xml
gives 4
prints 'project/seuranta/2026/multia.xml: info: '
prints '[followup-form-only]'
prints 'Not compared: the answers of 1 file'
run "$PYKALA" check --format html -o receipts-3 project/seuranta/2026/multia.xml
gives 4
grep -q '<h1>Not compared</h1>' receipts-3/multia.html || fail 'the receipt does not say that nothing was compared'
grep -q 'can be used' receipts-3/multia.html && grep -q 'not known whether they can be used' receipts-3/multia.html ||
    fail 'the receipt does not say what that means'
run "$PYKALA" check --format html -o receipts-4 project
gives 1
grep -q 'luhanka.html">.*Not compared' receipts-4/index.html || fail 'the summary takes answers for accepted that were not compared'

begin 'a file that only stands near a project is checked alone'
mkdir project/saapuneet
cp project/seuranta/2026/luhanka.xml project/saapuneet
run "$PYKALA" check project/saapuneet/luhanka.xml
gives 4
prints '[followup-form-only]'

begin 'files of two years of a project, named in turn, are each told of, and the project is read once a year'
copy keski-suomi
for year in 2026 2027; do
    for party in joutsa laukaa; do
        edit seuranta/$year/$party.xml '0,/<vastaus mittari="/ s//&q/'
    done
done
named='project/seuranta/2026/joutsa.xml project/seuranta/2027/laukaa.xml project/seuranta/2026/laukaa.xml
    project/seuranta/2027/joutsa.xml project/seuranta/2026/muurame.xml'
# shellcheck disable=SC2086 # words on purpose
run "$PYKALA" check $named
gives 1
for file in 2026/joutsa 2026/laukaa 2027/joutsa 2027/laukaa; do
    grep -q "^project/seuranta/$file.xml:[0-9:]* error: .*followup-unknown-indicator" stdout || fail "$file is not told of"
done
prints '4 errors'
if command -v strace >/dev/null; then
    # shellcheck disable=SC2086
    run env ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=openat -o trace "$PYKALA" check $named
    [ "$(grep -c 'openat(.*suunnitelma.xml' trace)" -eq 2 ] || fail 'the plan is not opened twice'
else
    echo 'not tried without strace: how often the project is read'
fi

begin 'one bad file of two, and what cannot be opened, in plain words'
run "$PYKALA" check "$SOURCE/examples/keski-suomi/kokoukset.xml" nosuch.xml
gives 1
prints 'nosuch.xml: error: there is no such file [file-missing]'
prints '1 error,'
ln -s circle.xml circle.xml
run "$PYKALA" check --lang "fi" circle.xml
prints 'circle.xml: virhe: ei voida avata: se on linkki, joka johtaa takaisin itseensä [file-read]'
finish
