#!/bin/sh
# A paper that fails does not stop the rest; the summary says which failed and why.
. "$SOURCE/tests/cli/lib.sh"

begin 'an inflected form that a template needs is missing'
copy keski-suomi
council='<valtuusto><nominatiivi>kyläkokous</nominatiivi><genetiivi>kyläkokouksen</genetiivi></valtuusto>'
edit osapuolet.xml "/tunnus=\"luhanka\"/,/<\/osapuoli>/s,</paikka>,&$council,"
run "$PYKALA" build project -o out --party joutsa,luhanka
gives 1
says project/osapuolet.xml:
says kyläkokous
prints 'could not be made'
prints '  luhanka/'
[ "$(find out/joutsa -name '*.pdf' | wc -l)" -eq 12 ] || fail 'not all papers of the other party'
whole_files out

# others COUNT: build tells one error and makes so many papers all the same.
others() {
    rm -rf out
    run "$PYKALA" build project -o out
    gives 1
    one_message stderr
    [ "$(find out -name '*.pdf' | wc -l)" -eq "$1" ] || fail "not $1 papers"
    whole_files out
    run "$PYKALA" list project
    gives 1
    [ "$(wc -l <stdout)" -eq "$1" ] || fail "not $1 papers are listed"
    run "$PYKALA" check project
    gives 1
    one_message stdout
}
all=$("$PYKALA" list "$SOURCE/examples/keski-suomi" | wc -l)

begin 'a kind of paper that no template makes'
copy keski-suomi
edit hanke.xml '/tunnus="suunnitelma-hallitus"/s,pohja="paatosehdotus",pohja="luvut",'
others $((all - 24))
run "$PYKALA" build project -o out --paper suunnitelma-hallitus
gives 1
says '[paper-template]'

begin 'a party without texts in its language'
copy keski-suomi
edit osapuolet.xml '/<osapuoli tunnus="joutsa"/s,kieli="fi",kieli="sv",'
others $((all - 12))

begin 'no message names a line of a file that nobody has written'
three project
edit sopimus.xml "s,Kaksi vuotta,$(many 200 W),"
run "$PYKALA" build project -o out
gives 0
says 'yhteiset/sopimus.pdf: warning: a word is broken after "WWW'
if grep -q '\.xhtml' stderr; then fail 'a page document is named'; fi

begin 'two papers of one name'
copy keski-suomi
edit hanke.xml 's,^  </paperit>,<paperi tunnus="toinen" pohja="paatosehdotus" aihe="suunnitelma" toimielin="hallitus" laajuus="osapuoli"><nimi>Toinen</nimi></paperi>&,'
others "$all"

begin 'no paper at all that can be made'
edit hanke.xml '/<paperit>/,/<\/paperit>/d; s,</hanke>,<paperit><paperi tunnus="a" pohja="luvut" aihe="sopimus" laajuus="hanke"><nimi>A</nimi></paperi></paperit>&,'
rm -rf out
run "$PYKALA" build project -o out
gives 1
one_message stderr
no_files out
finish
