#!/bin/sh
# A plan that is changed: what its versions do to checks, forms, figures and papers.
. "$SOURCE/tests/cli/lib.sh"

fresh() {
    rm -rf project papers
    cp -R "$SOURCE/tests/data/versiot" project
    chmod -R u+w project
}

# days OF-THE-FIRST OF-THE-SECOND: the attributes of the two versions' files.
days() {
    edit hanke.xml "s,(suunnitelma-1.0.xml\")/>,\\1$1/>,; s, alkaa=\"2028-03-01\",$2,"
}

# lacks FILE…: none of these papers was made; has FILE…: each was.
lacks() {
    for paper in "$@"; do [ ! -e "papers/$paper.pdf" ] || fail "$paper was made"; done
}
has() {
    for paper in "$@"; do [ -e "papers/$paper.pdf" ] || fail "$paper was not made"; done
}

begin 'a change of the plan rejects no answers'
fresh
run "$PYKALA" check project
gives 0
silent
prints 'Answers for 2026: 2 accepted'
prints 'Answers for 2027: 2 accepted'
prints 'Answers for 2028: 2 accepted'
prints '0 errors, 0 warnings'

begin 'nor does it change a byte of the years before'
run "$PYKALA" build project -o papers --jobs 1
gives 0
run "$PYKALA" new seuranta project --year 2027 -o forms
run "$PYKALA" followup project --year 2027 -o figures
mv papers after && mv forms forms-after && mv figures figures-after
edit hanke.xml '/suunnitelma-1.1.xml/d; /2028"/d'
rm -r project/seuranta/2028
run "$PYKALA" build project -o papers --jobs 1
gives 0
for paper in yhteiset/seuranta-2027 yhteiset/vanha-suunnitelma alpi/seuranta-2027 alpi/muutos-2027-kunnanhallitus; do
    cmp papers/$paper.pdf after/$paper.pdf || fail "$paper differs"
done
run "$PYKALA" new seuranta project --year 2027 -o forms
diff -r forms forms-after || fail 'the forms differ'
run "$PYKALA" followup project --year 2027 -o figures
diff -r figures figures-after || fail 'the figures differ'
rm -rf after forms forms-after figures figures-after

begin 'each version is checked, and each by itself'
fresh
edit suunnitelma-1.0.xml 's/Ensimmäinen versio/Vuosina 2025-2029/'
edit suunnitelma-1.1.xml 's/Toinen versio/Suomi 湖海/'
run "$PYKALA" check project
gives 1
prints 'suunnitelma-1.0.xml:4:28: warning:'
prints 'suunnitelma-1.1.xml:4:26: error:'
run "$PYKALA" check project/suunnitelma-1.0.xml
gives 0
prints '0 errors, 1 warning'
run "$PYKALA" check project/suunnitelma-1.1.xml
gives 1
prints '2 errors, 0 warnings'

begin 'answers for a version that is not in force are told once'
fresh
cp project/seuranta/2027/alpi.xml project/seuranta/2028/alpi.xml
edit seuranta/2028/alpi.xml 's/vuosi="2027"/vuosi="2028"/'
run "$PYKALA" check project/seuranta/2028
gives 1
one_message stdout
prints 'in force at the end of 2028 is the version 1.1, since 2028-03-01 [followup-plan]'
prints 'alpi   rejected'

begin 'lowered to a warning, what the version in force asks is counted'
edit hanke.xml 's,<saannot>,&<saanto tunnus="followup-plan" vakavuus="varoitus"/>,'
run "$PYKALA" followup project --year 2028 --table mittarikooste
gives 0
grep -q '^2028,asuminen,kokoukset.*,2,3.5,5,7,' stdout || fail 'alpi does not count'
grep -q '^2028,valmius,harjoitukset,lukumaara,osapuoli,kertaa,,,,2,1,0,1,' stdout || fail 'alpi does not lack'

begin 'a second version without its first day is told once'
fresh
days '' ''
run "$PYKALA" check project
gives 1
one_message stdout
prints '[plan-overlap]'

begin 'a version of another id is told once'
fresh
edit suunnitelma-1.1.xml 's/tunnus="suunnitelma"/tunnus="uusi"/'
run "$PYKALA" check project
gives 1
one_message stdout
prints '[plan-id]'

begin 'days that overlap leave the papers of other years'
fresh
days ' paattyy="2028-12-31"' ' alkaa="2028-03-01"'
run "$PYKALA" build project -o papers --jobs 1
gives 1
says '[plan-overlap]'
one_message stderr
has yhteiset/suunnitelma yhteiset/vanha-suunnitelma yhteiset/seuranta-2027 alpi/seuranta-2027
lacks yhteiset/seuranta-2028 alpi/seuranta-2028

begin 'a gap at the end of a year leaves them, too'
fresh
days ' paattyy="2028-12-30"' ' alkaa="2029-01-01"'
run "$PYKALA" build project -o papers --jobs 1
gives 1
says '[plan-gap]'
one_message stderr
has yhteiset/suunnitelma yhteiset/seuranta-2027 berta/seuranta-2027
lacks yhteiset/seuranta-2028 berta/seuranta-2028

begin 'a number that two versions have'
fresh
edit suunnitelma-1.1.xml 's/versio="1.1"/versio="1.0"/'
run "$PYKALA" check project
gives 1
one_message stdout
run "$PYKALA" build project -o papers --jobs 1
gives 1
says '[plan-version]'
one_message stderr
has yhteiset/suunnitelma yhteiset/seuranta-2027 yhteiset/seuranta-2028
lacks yhteiset/vanha-suunnitelma alpi/suunnitelma-1.0-kunnanhallitus

begin 'a version that there is not'
fresh
edit hanke.xml 's/(vanha-suunnitelma.*versio=")1.0/\11.2/'
run "$PYKALA" build project -o papers --jobs 1
gives 1
says '[paper-version]'
one_message stderr
has yhteiset/suunnitelma alpi/suunnitelma-1.0-kunnanhallitus
lacks yhteiset/vanha-suunnitelma

begin 'an indicator of another kind begins anew'
fresh
edit suunnitelma-1.1.xml 's/tunnus="kokoukset" laji="lukumaara"/tunnus="kokoukset" laji="osuus"/'
sed -i 's,<lukumaara arvo="\([35]\)"/>\(</vastaus>\)$,<osuus arvo="\1" lahde="THL" tilastovuosi="2027"/>\2,' project/seuranta/2028/*.xml
run "$PYKALA" followup project --year 2028 --table trendi
gives 1
says '[indicator-changed]'
grep -q '^asuminen,kokoukset,.*,2027,' stdout && fail 'it has the trend of what it was'
grep -q '^asuminen,kokoukset,.*,2028,' stdout || fail 'it has no trend of its own'

begin 'a version that cannot be read'
fresh
edit suunnitelma-1.1.xml 's,</suunnitelma>,,'
run "$PYKALA" check project
gives 1
prints '[followup-form-only]'
one_message stdout

finish
