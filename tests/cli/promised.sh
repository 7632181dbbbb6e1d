#!/bin/sh
# What check accepts can be made: it refuses papers that no template makes, and tells what papers lack, at the line at fault.
. "$SOURCE/tests/cli/lib.sh"

# refused FILE LINE-WITH RULE HINT: check tells of one error, in a line of the file that holds the text, and nothing is built.
refused() {
    run "$PYKALA" check --lang "fi" project
    gives 1
    line=$(grep -nF -m 1 -e "$2" "project/$1" | cut -d : -f 1)
    grep -qE "^project/$1:$line:[0-9]+: virhe: .*\[$3\]\$" stdout || fail "not told at project/$1:$line as $3"
    prints "$4"
    [ "$(grep -c ': virhe: ' stdout)" -eq 1 ] || fail 'not one error'
    run "$PYKALA" list project
    gives "$5"
}

# paper OLD NEW: changes the board's paper on the plan.
paper() {
    copy keski-suomi
    edit hanke.xml "/tunnus=\"suunnitelma-hallitus\"/s,$1,$2,"
}

begin 'parts of templates are no papers'
for name in luvut seuranta yhteiset; do
    paper 'pohja="paatosehdotus"' "pohja=\"$name\""
    refused hanke.xml 'tunnus="suunnitelma-hallitus"' paper-template 'anna jokin näistä: kysymyslomake, muutoksenhaku, paatosehdotus, selostus' 1
done
paper 'pohja="paatosehdotus"' 'pohja="seurantaa"'
run "$PYKALA" check project
if grep -q 'did you mean seuranta?' stdout; then fail 'a part is proposed'; fi

begin 'every template that makes pages is a paper, and no other is'
grep -lE '<xsl:template match="/"' "$SOURCE"/templates/*.xsl | sed 's,.*/,,; s,\.xsl$,,' | LC_ALL=C sort >pages
sed -nE 's/.*<paperipohja pohja="([^"]*)".*/\1/p' "$SOURCE/templates/paperit.xml" | LC_ALL=C sort -u >stdout
diff pages stdout || fail 'not the same'

begin 'a decision needs a body'
paper ' toimielin="hallitus"' ''
refused hanke.xml 'tunnus="suunnitelma-hallitus"' paper-kind 'lisää toimielin="hallitus"' 1

begin 'the follow-up is about the follow-up'
for name in osapuoli alue; do
    copy keski-suomi
    edit hanke.xml "/tunnus=\"seuranta-$name-2026\"/s,aihe=\"seuranta\"(.*) vuosi=\"2026\",aihe=\"sopimus\"\1,"
    refused hanke.xml "tunnus=\"seuranta-$name-2026\"" paper-kind 'kirjoita aihe="seuranta"' 1
done

begin 'what is for each party is not for all'
for name in seuranta-osapuoli-2026 seuranta-osapuoli-2027; do
    copy keski-suomi
    edit hanke.xml "/tunnus=\"$name\"/s,laajuus=\"osapuoli\",laajuus=\"hanke\","
    edit hanke.xml '/tunnus="seuranta-alue-202[67]"/,/<\/paperi>/d'
    refused hanke.xml "tunnus=\"$name\"" paper-kind 'kirjoita laajuus="osapuoli"' 1
done

begin 'a language without texts'
copy keski-suomi
edit osapuolet.xml '/<osapuoli tunnus="joutsa"/s,kieli="fi",kieli="sv",'
refused osapuolet.xml 'tunnus="joutsa"' paper-language 'kirjoita kieli="fi"' 1
copy keski-suomi
edit hanke.xml '2s,kieli="fi",kieli="sv",'
refused hanke.xml '<hanke' paper-language 'kirjoita kieli="fi"' 1

begin 'a form of a name that papers need'
copy keski-suomi
council='<valtuusto><nominatiivi>kyläkokous</nominatiivi><genetiivi>kyläkokouksen</genetiivi></valtuusto>'
edit osapuolet.xml "/tunnus=\"luhanka\"/,/<\/osapuoli>/s,</paikka>,&$council,"
edit hanke.xml '/tunnus="sopimus-valtuusto"/,/<\/paperi>/d'
refused osapuolet.xml 'tunnus="luhanka"' template-message 'lisää nimen muihin muotoihin <allatiivi>' 0

begin 'what papers lack is told in the language of who asks'
run "$PYKALA" check --lang en project
prints 'error: the name "kyläkokous" lacks the form allatiivi, which papers need [template-message]'
run "$PYKALA" check --lang sv project
prints 'formen allatiivi'
run env LANGUAGE=sv LC_ALL=C.UTF-8 "$PYKALA" build project -o out --party luhanka
says 'formen allatiivi'
rm -rf out

begin 'a part of the agreement that a paper is made of'
copy keski-suomi
edit sopimus.xml '/<selostus>/,/<\/selostus>/d'
refused hanke.xml 'tunnus="neuvottelut-hallitus"' template-message 'lisää se tai jätä paperi pois' 0
begin 'what several parties lack is told of each, and once'
copy keski-suomi
for party in luhanka multia; do
    edit osapuolet.xml "/tunnus=\"$party\"/,/<\/osapuoli>/s,</paikka>,&$council,"
done
run "$PYKALA" check project
gives 1
[ "$(grep -c '\[template-message\]' stdout)" -eq 2 ] || fail 'not the two parties'
for party in luhanka multia; do
    line=$(grep -nF -m 1 "tunnus=\"$party\"" project/osapuolet.xml | cut -d : -f 1)
    prints "project/osapuolet.xml:$line:"
done
run "$PYKALA" build project -o out --paper sopimus-hallitus,sopimus-valtuusto
gives 1
[ "$(find out -name '*.pdf' | wc -l)" -eq 46 ] || fail 'not all but two papers'
rm -rf out

begin 'what an own template says of one party only'
own
edit hanke.xml 's/ osapuolet="alue"><nimi>Tiedote/><nimi>Tiedote/'
# shellcheck disable=SC2016 # XPath, not the shell's
edit pohjat/tiedote.xsl 's|<h1>|<xsl:if test="$oma-tunnus = '"'lampi'"'"><xsl:message terminate="yes">#lampi ei lammelle</xsl:message></xsl:if><h1>|'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'ei lammelle [template-message]'
# shellcheck disable=SC2016 # XPath, not the shell's
edit pohjat/tiedote.xsl 's|<xsl:message.*</xsl:message>|<h1 class="outo"/>|'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/tiedote.xsl:15: error: the class "outo" is not known here [page-class]'

begin 'a year for which nobody has answered yet'
copy keski-suomi
rm -r project/seuranta/2027
run "$PYKALA" check project
gives 0
prints 'warning: nobody has answered for the year 2027 yet: there are no files in seuranta/2027 [paper-answers]'
[ "$(grep -c '\[paper-answers\]' stdout)" -eq 6 ] || fail 'not the six papers of the year'
run "$PYKALA" build project -o out --party joutsa
gives 0
says 'warning: nobody has answered for the year 2027 yet'
[ "$(find out -name '*.pdf' | wc -l)" -eq 12 ] || fail 'not all papers'
whole_files out

begin 'a year that the project does not follow up'
copy keski-suomi
rm -rf out
edit hanke.xml '/<seurantavuosi vuosi="2027"/d'
rm -r project/seuranta/2027
run "$PYKALA" check project
gives 1
[ "$(grep -c '\[paper-answers\]' stdout)" -eq 6 ] || fail 'not the six papers of the year'
run "$PYKALA" build project -o out --party joutsa
gives 1
says "error: the project doesn't follow up the year 2027 [paper-answers]"
[ "$(find out -name '*.pdf' | wc -l)" -eq 8 ] || fail 'not all other papers'
run "$PYKALA" build project -o alone --paper seuranta-alue-2027
gives 1
no_files alone

begin 'a folder of answers that leads nowhere'
copy keski-suomi
rm -rf out project/seuranta
ln -s nowhere project/seuranta
run "$PYKALA" check project
gives 0
[ "$(grep -c '\[paper-answers\]' stdout)" -eq 1 ] || fail 'not once for all papers'
prints ': warning: there is no folder of that name, so that nobody'\''s answers are read [paper-answers]'
run "$PYKALA" build project -o out --party joutsa
gives 0
[ "$(find out -name '*.pdf' | wc -l)" -eq 12 ] || fail 'not all papers'

begin 'a folder of answers that leads out of the project'
rm -rf out project/seuranta
ln -s "$SOURCE/examples/keski-suomi/seuranta" project/seuranta
run "$PYKALA" check project
gives 1
run "$PYKALA" build project -o out --party joutsa
gives 1
says '[project-path]'
[ "$(find out -name '*.pdf' | wc -l)" -eq 6 ] || fail 'not the papers on the agreement and the plan'

begin 'no folder of answers'
copy keski-suomi
rm -rf out
edit hanke.xml '/<seurantaKansio/d'
run "$PYKALA" check project
gives 1
[ "$(grep -c ': error: .*\[paper-answers\]' stdout)" -eq 10 ] || fail 'not the papers of both years'
run "$PYKALA" build project -o out --party joutsa
gives 1
[ "$(find out -name '*.pdf' | wc -l)" -eq 6 ] || fail 'not the papers on the agreement and the plan'
finish
