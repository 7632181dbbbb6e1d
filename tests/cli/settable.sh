#!/bin/sh
# Every rule that a project can set, lowered to a warning and put off, each with data that breaks it: what check then accepts
# is counted, listed and made into papers like any other project, without a fault of the program.
. "$SOURCE/tests/cli/lib.sh"

# A small project with a part of every kind: the answers of tests/data/followup, and an agreement.
cp -R "$SOURCE/tests/data/followup" base
chmod -R u+w base
sed -E 's/14 §/14\&#160;§/; s/"yla-jarvi"/"alpi"/; s/"lampi"/"berta"/; s/"alue"/"emma"/; s/"lampi hyv/"berta hyv/;
    s/^( *)<osapuoliviite osapuoli="emma".*/&\
\1<osapuoliviite osapuoli="celia"\/>\
\1<osapuoliviite osapuoli="dora"\/>/' \
    "$SOURCE/tests/data/kolme/sopimus.xml" >base/sopimus.xml
# The base has the one meeting of the first party.
sed -E -e 's/"yla-jarvi"/"alpi"/' -e '/<kokous .*paatoskohdat/,/<\/kokous>/d' -e '/<kokous osapuoli="lampi"/,/<\/kokous>/d' -e '/toimielin="valtuusto"/,/<\/kokous>/d' \
    "$SOURCE/tests/data/kolme/kokoukset.xml" >base/kokoukset.xml
cp "$SOURCE/examples/keski-suomi/saadokset.xml" base
mkdir base/kuvat
cp "$SOURCE/tests/golden/layout/kuvio.png" base/kuvat/a.png
sed -i -E -e 's,<nominatiivi>(Alpi|Berta|Celia|Emma)</nominatiivi><genetiivi>[A-Z][a-z]*n</genetiivi>,&<partitiivi>\1a</partitiivi>,' \
    -e 's,<nominatiivi>Dora</nominatiivi><genetiivi>Doran</genetiivi>,&<partitiivi>Doraa</partitiivi>,' base/osapuolet.xml
sed -i -e 's,<suunnitelmaTiedosto,<sopimusTiedosto polku="sopimus.xml"/>&,' \
    -e 's,<seurantaKansio,<kokouksetTiedosto polku="kokoukset.xml"/><saadoksetTiedosto polku="saadokset.xml"/>&,' \
    -e '/<saannot>/d' -e 's,<paperit>,&\
<paperi tunnus="sopimus" pohja="sopimus" aihe="sopimus" laajuus="hanke"><nimi>Sopimus</nimi></paperi>\
<paperi tunnus="sopimus-hallitus" pohja="paatosehdotus" aihe="sopimus" toimielin="hallitus" laajuus="osapuoli"><nimi>Päätösehdotus</nimi></paperi>\
<paperi tunnus="sopimus-valtuusto" pohja="paatosehdotus" aihe="sopimus" toimielin="valtuusto" laajuus="osapuoli"><nimi>Päätösehdotus</nimi></paperi>\
<paperi tunnus="suunnitelma-hallitus" pohja="paatosehdotus" aihe="suunnitelma" toimielin="hallitus" laajuus="osapuoli"><nimi>Päätösehdotus</nimi></paperi>\
<paperi tunnus="selostus" pohja="selostus" aihe="sopimus" laajuus="osapuoli"><nimi>Selostus</nimi></paperi>,' base/hanke.xml
sed -i -e 's,<kappale>Tarkoitus.</kappale>,&<kuva tiedosto="kuvat/a.png" vaihtoehto="Kuva"/>,' base/sopimus.xml
year=2027

# remark FILE: adds a long text to answers.
remark() {
    edit "$1" 's|</seurantatiedot>|<huomautus>Yhteistyö on sujunut hyvin, ja siitä on sovittu koko ensi vuodeksi.</huomautus>&|'
}

# breaks RULE FILE EXPRESSION: a copy of the project that breaks the rule.
breaks() {
    rm -rf project
    cp -R base project
    case $1 in
    followup-two-files) cp project/seuranta/2027/alpi.xml project/seuranta/2027/alpi-2.xml ;;
    party-id) rm project/seuranta/*/celia.xml && edit "$2" "$3" && edit sopimus.xml 's/osapuoli="celia"/osapuoli="kunnat"/' ;;
    followup-other-party) mv project/seuranta/2027/alpi.xml project/seuranta/2027/celia.xml ;;
    followup-not-read) echo x >project/seuranta/2027/alpi.docx ;;
    followup-file-name) mv project/seuranta/2027/alpi.xml project/seuranta/2027/kunta.xml ;;
    answer-presupposed) edit "$2" "$3" && edit seuranta/2027/dora.xml 's/(mittari="alueen-luku"><lukumaara arvo=)"[0-9]*"/\1"0"/' ;;
    answer-long) edit seuranta/2027/alpi.xml "s,<tekstivastaus>,&$(printf %05001d 0)," ;;
    answer-copied) for party in alpi berta; do remark seuranta/2027/$party.xml; done ;;
    answer-repeated) for folder in 2026 2027; do remark seuranta/$folder/alpi.xml; done ;;
    *) edit "$2" "$3" ;;
    esac
}

# sets RULE SEVERITY: in the project file of the copy.
sets() {
    edit hanke.xml "s,(<saannot>.*</saannot>)?<seurantavuodet>,<saannot><saanto tunnus=\"$1\" vakavuus=\"$2\"/></saannot><seurantavuodet>,"
}

# sound: the program has done its work or said what is wrong.
sound() {
    [ "$status" -le 1 ] || fail 'neither done nor refused'
    if grep -qE 'AddressSanitizer|LeakSanitizer|runtime error|ended by|template-message|\[template\]' stdout stderr; then
        fail 'a fault of the program'
    fi
}

# builds: what check takes makes every paper.
builds() {
    run "$PYKALA" build project -o papers --jobs 1
    sound
    gives 0
    rm -rf papers
}

# uses: every other command takes it, too.
uses() {
    for format in '--table osapuolenvastaus' '--format json'; do
        # shellcheck disable=SC2086 # an option and its value
        run "$PYKALA" followup project --year $year $format
        sound
        gives 0
        iconv -f UTF-8 -t UTF-8 stdout >text || fail "what $format prints is not text"
    done
    run "$PYKALA" followup project --year $year --format xlsx -o figures.xlsx
    sound
    gives 0
    run "$PYKALA" list project
    sound
    gives 0
    run "$PYKALA" new seuranta project --year 2028 -o forms
    sound
    gives 0
    rm -rf forms
}

begin 'the project itself'
cp -R base project
run "$PYKALA" check project
sound
gives 0
builds
uses

: >tried
while read -r rule file expression; do
    begin "$rule is an error or warning"
    echo "$rule" >>tried
    options=
    [ "$rule" != prose-spelling ] || options=--spelling
    breaks "$rule" "$file" "$expression"
    run "$PYKALA" check $options project
    sound
    prints "[$rule]"
    for severity in varoitus pois; do
        begin "$rule is set to $severity"
        sets "$rule" $severity
        run "$PYKALA" check $options project
        sound
        if [ $severity = varoitus ]; then
            prints "[$rule]"
        elif grep -qF "[$rule]" stdout; then
            fail 'it is told all the same'
        fi
        gives 0
        builds
        [ $severity = pois ] || uses
    done
done <<'END'
unknown-party kokoukset.xml s/osapuoli="alpi"/osapuoli="alpo"/
party-id osapuolet.xml s/tunnus="celia"/tunnus="kunnat"/
municipality-number osapuolet.xml s/ numero="003"//
term-order sopimus.xml s/paattyy="2027-12-31"/paattyy="2025-12-31"/
meeting-item kokoukset.xml s/ paivays="2025-10-04"//
meeting-decision kokoukset.xml s/ paivays="2025-10-04" pykala="123"//
meeting-twice kokoukset.xml s,(<kokous .*),\1</kokous>&,
meeting-sequence kokoukset.xml s,(<kokous .*paivays="2025-10-04" pykala="123")(.*)>,\1\2 tulos="poydalle"></kokous>\1\2>,
meeting-year kokoukset.xml s,aihe="sopimus",& vuosi="2027",
meeting-visible kokoukset.xml s,(</kokous>),<poytakirja nahtavilla="2020-01-01"/>\1,
meeting-remedy kokoukset.xml s,<liite,<muutoksenhaku>aluevalitus</muutoksenhaku>&,
meeting-point kokoukset.xml s,<paatos>,<paatoskohta korvaa="olematon">panna</paatoskohta>&,
vote-count kokoukset.xml s,<paatos>,<kasittely><vastaehdotus><ehdottaja><nimi>A</nimi></ehdottaja><kannattaja><nimi>B</nimi></kannattaja><ehdotus>C.</ehdotus></vastaehdotus><aanestys jaa="1" ei="1" jasenia="9"><jaaEsitys>D.</jaaEsitys><eiEsitys>C.</eiEsitys></aanestys></kasittely>&,
vote-proposal kokoukset.xml s,<paatos>,<kasittely><aanestys jaa="1" ei="1"><jaaEsitys>D.</jaaEsitys><eiEsitys>C.</eiEsitys></aanestys></kasittely>&,
secret-ground kokoukset.xml s,aihe="sopimus",& julkisuus="salassa",
meeting-order kokoukset.xml s,<kokouspaikka>.*,&</kokous><kokous osapuoli="alpi" toimielin="valtuusto" aihe="sopimus" paivays="2025-01-01" pykala="1">,
meeting-after-term kokoukset.xml s/paivays="2025-10-04"/paivays="2030-10-04"/
text-missing sopimus.xml s,<kappale>Kaikille\.</kappale>,<kappale/>,
indicator-reporter suunnitelma.xml s/ raportoija="dora"//
indicator-target suunnitelma.xml s,<kysymys>Onko.edustaja.*kysymys>,&<tavoitearvo/>,
indicator-range suunnitelma.xml s/alaraja="2" ylaraja="3"/alaraja="5" ylaraja="3"/
indicator-words suunnitelma.xml s,<kysymys>Onko.edustaja.*kysymys>,&<sanat tehty="on"/>,
indicator-deadline suunnitelma.xml s/laji="kyllaEi"/& maaraaika="2020-01-01"/
indicator-presupposed suunnitelma.xml s/laji="kyllaEi"/& edellyttaa="x"/
statute-unknown sopimus.xml s,611/2021,9999/2021,
statute-name sopimus.xml s,laissa.611/2021,laissa <saadosviite numero="611/2021">kuntalaki</saadosviite>,
form-case osapuolet.xml s,<nominatiivi>Dora<.*<partitiivi>,<nominatiivi>Doran kaupunki</nominatiivi><genetiivi>Doran kaupunki</genetiivi><partitiivi>,
form-word osapuolet.xml s,<nominatiivi>Dora<.*<partitiivi>,<nominatiivi>Doran kaupunki</nominatiivi><genetiivi>Doran kylän</genetiivi><partitiivi>,
prose-section-sign sopimus.xml s,&#160;, ,
prose-range sopimus.xml s,Tarkoitus\.<,Vuodet 2025-2029.<,
prose-quotes sopimus.xml s,Tarkoitus\.<,"Tarkoitus".<,
prose-spaces sopimus.xml s,Tarkoitus\.<,Kaksi  väliä.<,
prose-date sopimus.xml s,Tarkoitus\.<,Alkaen 02.03.2026.<,
prose-abbreviation sopimus.xml s,Tarkoitus\.<,Kokoontuu 4 krt/v.<,
prose-spelling sopimus.xml s,Tarkoitus\.<,Yhteistyösopimuksenn.<,
followup-unknown-party seuranta/2027/alpi.xml s/osapuoli="alpi"/osapuoli="alpo"/
followup-not-bound sopimus.xml s/osapuoliviite.osapuoli="alpi"/& paattyy="2027-06-30"/
followup-file-name - -
followup-other-party - -
followup-not-read - -
followup-folder seuranta/2027/alpi.xml s/vuosi="2027"/vuosi="2026"/
followup-year hanke.xml s/<seurantavuosi.vuosi="2026"[^>]*>//
followup-after-deadline seuranta/2027/alpi.xml s/<tehtyEiTehty.arvo="tehty"[^>]*>/<tehtyEiTehty arvo="tehty" paivays="2029-01-20"\/>/
followup-late seuranta/2027/alpi.xml s/paivays="2028-01-20"/paivays="2029-01-20"/
followup-proposal seuranta/2027/alpi.xml s,<ehdotettuTeksti>[^<]*,<ehdotettuTeksti>,
followup-plan seuranta/2027/alpi.xml s/versio="1.0"/versio="2.0"/
followup-two-files - -
followup-unknown-measure seuranta/2027/alpi.xml s/toimenpide="(tieto|asuminen)"/toimenpide="vanha"/
followup-answered-twice seuranta/2027/alpi.xml s,<vastaus.mittari="edustaja".*,&&,
followup-unknown-indicator seuranta/2027/alpi.xml s/mittari="[a-z]*"/mittari="vanha"/
followup-answer-kind seuranta/2027/alpi.xml s/<lukumaara.arvo="2"/<kyllaEi arvo="kylla"/;s/<kyllaEi.arvo="kylla".><.vastaus>/<tekstivastaus>On.<\/tekstivastaus><\/vastaus>/
followup-not-reporter seuranta/2027/alpi.xml s,<vastaus.mittari="kuvaus",<vastaus mittari="alueen-luku"><lukumaara arvo="2"/></vastaus>&,
followup-count suunnitelma.xml s/tunnus="kokoukset"/& suurinMahdollinen="1"/
followup-share seuranta/2027/alpi.xml s/arvo="62.5"/arvo="162.5"/
followup-unit seuranta/2027/alpi.xml s/yksikko="km"/yksikko="m"/
text-broken sopimus.xml s,Tarkoitus\.<,jÃ¤rjestÃ¤Ã¤<,
answer-missing seuranta/2027/alpi.xml s,<vastuuhenkilo>[^<]*</vastuuhenkilo>,,g
answer-status seuranta/2027/alpi.xml s/<tila.arvo="[a-zA-Z]*"/<tila arvo="eiAloitettu"/
answer-done seuranta/2027/alpi.xml s/<tehtyEiTehty.arvo="tehty"[^>]*>/<tehtyEiTehty arvo="tehty"\/>/
answer-back seuranta/2027/alpi.xml s/<tila.arvo="toteutunut"/<tila arvo="eiAloitettu"/
answer-presupposed suunnitelma.xml s/tunnus="edustaja"/& edellyttaa="alueen-luku"/
answer-personal-data seuranta/2027/alpi.xml s,<tekstivastaus>,&131052-308T.,
answer-contact seuranta/2027/alpi.xml s,<tekstivastaus>,&a@example.org.,
answer-person seuranta/2027/alpi.xml s,<tehtava>[^<]*,<tehtava>Maija Meikäläinen,
answer-filler seuranta/2027/alpi.xml s,<tekstivastaus>[^<]*,<tekstivastaus>TODO,
answer-long - -
answer-other-party seuranta/2027/alpi.xml s,<tekstivastaus>[^<]*,<tekstivastaus>Berta on mukana.,
answer-date seuranta/2027/alpi.xml s/<tehtyEiTehty.arvo="tehty"[^>]*>/<tehtyEiTehty arvo="tehty" paivays="1999-01-20"\/>/
answer-early seuranta/2027/alpi.xml s/paivays="2028-01-20"/paivays="2027-11-20"/
answer-statistics seuranta/2027/alpi.xml s/tilastovuosi="[0-9]*"/tilastovuosi="1925"/
answer-source suunnitelma.xml s,(tunnus="matka".*)</mittari>,\1<lahde>THL</lahde></mittari>,
answer-copied - -
answer-repeated - -
answer-fraction seuranta/2027/alpi.xml s/arvo="62.5"/arvo="0.625"/
answer-jump seuranta/2027/alpi.xml s/<lukumaara.arvo="2"/<lukumaara arvo="30"/
answer-outlier seuranta/2027/celia.xml s/arvo="71.25"/arvo="5"/
END

begin 'every rule that can be set has been tried'
"$PYKALA" check --list-rules | grep -P '\tsettable\t' | cut -f 1 | LC_ALL=C sort >settable
LC_ALL=C sort tried | diff settable - >stdout || fail 'not the same rules'

finish
