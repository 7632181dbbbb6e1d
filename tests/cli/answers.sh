#!/bin/sh
# Answers as people send them, and what the papers of a follow-up year say of them.
. "$SOURCE/tests/cli/lib.sh"

# words PAPER: the words of one paper of the project, on standard output.
words() {
    rm -rf out
    run "$PYKALA" build project -o out --emit doc
    sed -nE 's/^ *text "(.*)"$/\1/p' "out/$1.doc" >stdout
}
answers=seuranta/2027/joutsa.xml

begin 'a form that nobody has filled in is missing, not at fault'
copy keski-suomi
rm "project/$answers"
run "$PYKALA" new seuranta project --year 2027 --party joutsa
gives 0
run "$PYKALA" check project
gives 0
prints 'joutsa                        missing'
words yhteiset/seuranta-2027
gives 0
prints 'Vastaus puuttuu Joutsan kunnalta ja Multian kunnalta.'

begin 'a form with one blank filled in has been begun'
edit "$answers" 's/paivays=""/paivays="2028-01-20"/'
run "$PYKALA" check project
gives 1
prints "$answers"
prints 'joutsa                        rejected'

begin 'blanks that may stay so do'
copy keski-suomi
edit "$answers" 's/ tilastovuosi="[^"]*"/ tilastovuosi=""/; s,<vastuuhenkilo>rakennustarkastaja,<vastuuhenkilo>,
    s,</seurantatiedot>,<muutosehdotus toimenpide=""><nykyinenTeksti></nykyinenTeksti><ehdotettuTeksti></ehdotettuTeksti><perustelut></perustelut></muutosehdotus>&,'
run "$PYKALA" check "project/$answers"
gives 0
prints 'joutsa, measure asumisen-kehittaminen: this is not answered: the officers responsible [answer-missing]'
prints '0 errors, 1 warning'

begin 'a number without a source is asked for it, where the plan names one'
edit "$answers" 's/ lahde="[^"]*"/ lahde=""/'
run "$PYKALA" check "project/$answers"
gives 0
prints 'the number has no source, though the plan names one'
prints '0 errors, 2 warnings'
words joutsa/seuranta-2027
prints 'Asuminen ilman vastuuhenkilöä'

begin 'a late answer counts, and is late'
copy keski-suomi
edit "$answers" 's/paivays="2028-01-19"/paivays="2028-02-10"/'
run "$PYKALA" check project
gives 0
prints '[followup-late]'
prints 'joutsa                        accepted with remarks'
words yhteiset/seuranta-2027
prints 'Määräajan jälkeen vastasi: Joutsa.'
prints 'osapuolesta 23 on vastannut'

begin 'what is for the coordinator alone is in no paper'
copy keski-suomi
edit "$answers" 's,<huomautus>,<huomautus julkinen="ei">SALAISUUS ,; s,</seurantatiedot>,<huomautus julkinen="ei">SALAISUUS</huomautus>&,'
run "$PYKALA" build project -o out --emit doc
gives 0
if grep -rq SALAISUUS out; then fail 'a paper holds it'; fi
run "$PYKALA" followup project --year 2027 --format json
gives 0
[ "$(grep -c SALAISUUS stdout)" -eq 3 ] || fail 'the figures do not hold all three'

begin 'the review is of its year and about measures of the plan'
copy keski-suomi
edit seuranta/2027/katsaus.xml 's/vuosi="2027"/vuosi="2026"/'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'the review is of 2026, but the file is in the folder 2027 [followup-folder]'
words yhteiset/seuranta-2027
gives 1
if grep -q 'Sovitut rakenteet' stdout; then fail 'the words of another year are printed'; fi
[ "$(find out -name '*.doc' | wc -l)" -eq "$("$PYKALA" list project | wc -l)" ] || fail 'not all papers are made'
copy keski-suomi
edit seuranta/2027/katsaus.xml 's/toimenpide="tietopohja"/toimenpide="tietopohj"/'
run "$PYKALA" check project
one_message stdout
prints 'the plan has no measure tietopohj [followup-unknown-measure]'
prints 'did you mean tietopohja?'
copy keski-suomi
edit seuranta/2027/katsaus.xml 's/toimenpide="tietopohja"/toimenpide="valmiusharjoitus"/'
run "$PYKALA" check project
one_message stdout
prints 'the measure is reviewed twice'
copy keski-suomi
rm project/seuranta/2027/katsaus.xml
words yhteiset/seuranta-2027
gives 0
prints 'Viidestä toimenpiteestä yksi (Valmiusharjoitus) on toteutunut kokonaan, neljä etenee.'

begin 'papers before anyone has answered say so'
copy keski-suomi
rm -r project/seuranta/2027
run "$PYKALA" check project
gives 0
prints 'warning: nobody has answered for the year 2027 yet'
run "$PYKALA" build project -o out
gives 0
[ "$(find out -name '*.pdf' | wc -l)" -eq "$("$PYKALA" list project | wc -l)" ] || fail 'not all papers are made'
words yhteiset/seuranta-2027
prints 'Yksikään sopimuksen osapuoli ei ole vastannut vuoden 2027 seurantaan.'
words joutsa/muutos-2027-kunnanhallitus
prints 'suunnitelmaan ei ole ehdotettu muutoksia'
finish
