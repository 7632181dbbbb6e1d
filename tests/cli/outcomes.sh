#!/bin/sh
# What papers say of how a matter ended, and of what has not been filled in.
. "$SOURCE/tests/cli/lib.sh"

# words PAPER-FILE: the text of a paper, on standard output.
words() {
    rm -rf out
    run "$PYKALA" build project -o out --emit doc
    gives 0
    sed -nE 's/^ *text "(.*)"$/\1/p' "out/$1.doc" >stdout
}

begin 'a council that rejects the agreement does not sign it'
copy asian-vaiheet
edit kokoukset.xml '/osapuoli="saarikyla" toimielin="valtuusto"/s,pykala="19",& tulos="hylatty",; /osapuoli="saarikyla" toimielin="valtuusto"/,/<\/kokous>/s,<paatos>.*</paatos>,,'
words yhteiset/sopimus
prints ', ei hyväksytty'
prints 'valtuusto 20.4.2026, 32'
words saarikyla/sopimus-kunnanvaltuusto
prints 'Esitystä ei hyväksytty.'
prints 'Pöytäkirjanote'

begin 'two assessments of one point of view have one heading'
copy asian-vaiheet
edit sopimus.xml 's,<vaikutus laji="lapset">,<vaikutus laji="talous" osapuolet="harjulahti"><kappale>Toinen arvio.</kappale></vaikutus>&,'
words harjulahti/sopimus-sivistyslautakunta
prints 'Toinen arvio.'
[ "$(grep -c 'Vaikutukset talouteen' stdout)" -eq 1 ] || fail 'the heading does not stand once'

begin 'an extract has a line for who gives more information'
words harjulahti/seuranta-2028-kunnanhallitus
if grep -q 'Lisätietoja antaa' stdout; then fail 'the line stands before the decision'; fi
edit kokoukset.xml '/osapuoli="saarikyla" toimielin="hallitus"/,/<\/kokous>/{/<lisatiedot>/d}'
words saarikyla/sopimus-kunnanhallitus
prints 'Lisätietoja antaa'

begin 'a secret item says so where files are looked through'
copy asian-vaiheet
run "$PYKALA" build project -o out --paper sopimus-hallitus --party harjumaan-hyvinvointialue
gives 0
grep -aq 'osittain salassa' out/harjumaan-hyvinvointialue/*.pdf || fail 'the description does not tell'

begin 'officers are named where the plan says so'
copy asian-vaiheet
words saarikyla/suunnitelma-1.0-kunnanhallitus
if grep -q 'vastaavat viranhaltijat' stdout; then fail 'officers are named though the plan asks for none'; fi
edit suunnitelma-1.0.xml 's,<toimenpiteet>,<toimenpiteet vastaavat="saarikyla">,'
words saarikyla/suunnitelma-1.0-kunnanhallitus
prints 'nimetä suunnitelman toimenpiteistä vastaavat viranhaltijat seuraavasti:'

begin 'a year without proposals has its paper on changes'
copy keski-suomi
find project/seuranta/2027 -name '*.xml' -exec sed -i '/<muutosehdotus/,/<\/muutosehdotus>/d' {} +
words joutsa/muutos-2027-kunnanhallitus
prints 'Kunnanhallitus päättää merkitä tiedoksi, että vuoden 2027 seurannassa suunnitelmaan ei ole ehdotettu muutoksia.'
if grep -q 'Oikaisuvaatimusohje' stdout; then fail 'taking note has no remedy'; fi
finish
