#!/bin/sh
# Whose fault a fault is: of parties' files and of the project's, each told where it is, and none hidden by another.
. "$SOURCE/tests/cli/lib.sh"

# The state of a party in the list of the last run.
state_of() {
    sed -n "s/^  $1  *//p" stdout | head -1
}

begin 'a copy of another party'\''s file is the fault of the copy'
copy keski-suomi
cp project/seuranta/2026/jyvaskyla.xml project/seuranta/2026/joutsa.xml
run "$PYKALA" check project/seuranta/2026
gives 1
prints '/joutsa.xml:3:48: error: jyvaskyla: the file joutsa.xml is named after another party, joutsa [followup-other-party]'
prints 'did you mean osapuoli="joutsa"?'
prints '1 error, '
[ "$(state_of joutsa)" = rejected ] || fail 'the party whose file is wrong is not rejected'
[ "$(state_of jyvaskyla)" = 'accepted with remarks' ] || fail 'the party whose file is right is blamed'
run "$PYKALA" check project/seuranta/2026/jyvaskyla.xml
gives 0
run "$PYKALA" check project/seuranta/2026/joutsa.xml
gives 1

begin 'of two files of a party the one that is rightly named counts'
copy keski-suomi
cp project/seuranta/2026/joutsa.xml 'project/seuranta/2026/joutsa (2).xml'
run "$PYKALA" check project/seuranta/2026
gives 1
prints 'joutsa (2).xml:3:48: error: joutsa: the party'\''s answers for the year 2026 are also in seuranta/2026/joutsa.xml'
[ "$(state_of joutsa)" = 'accepted with remarks' ] || fail 'the file of its own name does not count'

begin 'of two files with free names neither counts, and both are told'
copy keski-suomi
mv project/seuranta/2026/joutsa.xml project/seuranta/2026/vastaukset.xml
cp project/seuranta/2026/vastaukset.xml project/seuranta/2026/uudet.xml
run "$PYKALA" check project/seuranta/2026
gives 1
[ "$(grep -c followup-two-files stdout)" -eq 2 ] || fail 'not both files are told'
[ "$(state_of joutsa)" = rejected ] || fail 'one of them counts'

begin 'a slip in another file hides no paper without its year'
copy keski-suomi
edit hanke.xml '/tunnus="seuranta-alue-2026"/s/ vuosi="2026"//; /tunnus="sopimus"/s/pohja="sopimus"/pohja="sopimuss"/'
run "$PYKALA" check project
gives 1
prints '[paper-year]'
prints '[paper-template]'
edit sopimus.xml 's/alkaa="2026-01-01"/alkaa="1.1.2026"/'
run "$PYKALA" check project
prints '[paper-year]'
prints '[paper-template]'
prints '[xsd-type]'

begin 'a text that names another act mends the attribute'
copy keski-suomi
edit sopimus.xml '0,/numero="410\/2015" pykalat="37"/s//numero="611\/2021" pykalat="37"/'
run "$PYKALA" check project
prints '[statute-name]'
prints 'did you mean numero="410/2015"?'

begin 'what lies among the answers and is not read is named, at its party, too'
copy keski-suomi
answers=project/seuranta/2026
mv $answers/joutsa.xml $answers/joutsa.XML
mv $answers/laukaa.xml $answers/laukaa.xml.txt
mv $answers/karstula.xml $answers/karstula.docx
mkdir $answers/toivakka 'project/2026 vastaukset'
mv $answers/toivakka.xml $answers/toivakka/
cp $answers/multia.xml project/seuranta/multia.xml
touch $answers/.hidden "$answers/~\$joutsa.xlsx" $answers/multia.xml~ $answers/multia.xml.bak
run "$PYKALA" check project/seuranta/2026
gives 0
prints '/joutsa.XML: warning: joutsa: the file is not read [followup-not-read]'
prints 'name it joutsa.xml'
prints '/laukaa.xml.txt: warning: laukaa: the file is not read'
prints '/karstula.docx: warning: karstula: the file is not read'
prints '/toivakka: warning: toivakka: the folder is not read'
prints 'project/seuranta/multia.xml: warning: the file is not read'
prints 'project/2026 vastaukset: warning: the folder is not read'
[ "$(grep -c 'followup-not-read' stdout)" -eq 6 ] || fail 'not six are told'
prints '0 errors, '
[ "$(state_of laukaa)" = 'not read: seuranta/2026/laukaa.xml.txt' ] || fail 'the party is told to have sent nothing'
[ "$(state_of kinnula)" = missing ] || fail 'who has sent nothing is not missing'

begin 'a number below what is possible is told in the language asked for'
copy keski-suomi
edit seuranta/2026/joutsa.xml 's/arvo="52.3"/arvo="-52.3"/'
run "$PYKALA" check --lang fi project/seuranta/2026/joutsa.xml
gives 1
prints '-52.3 on vähemmän kuin on mahdollista, 0'

finish
