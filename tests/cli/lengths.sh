#!/bin/sh
# What goes into a heading, a name, a label or an alternative text has a length: longer ones are told where they stand, and what
# is not longer than that makes a paper.
. "$SOURCE/tests/cli/lib.sh"

# too_long FILE EXPRESSION PLACE: the edit of keski-suomi is told at FILE:PLACE.
too_long() {
    begin "$1: $2"
    copy keski-suomi
    cp "$SOURCE/tests/golden/layout/kuvio.png" project/a.png
    edit "$1" "$(printf '%s' "$2" | sed "s/LONG/$(many 2001 ä)/")"
    run "$PYKALA" check project
    gives 1
    grep -qE "^project/$1:[0-9]+:[0-9]+: error: .*must have at most [0-9]+ characters \[xsd-type\]" stdout || fail 'it is not told'
    one_message stdout
    ! grep -q 'did you mean' stdout || fail 'something as long is proposed'
}

too_long sopimus.xml '0,/<otsikko>/s||&LONG|'
too_long sopimus.xml '0,/<\/kappale>/s||&<kuva tiedosto="a.png" vaihtoehto="LONG"/>|'
too_long sopimus.xml '0,/<kappale>/s||&<linkki osoite="https://a.fi/LONG">a</linkki>|'
too_long sopimus.xml '0,/<kappale>/s||&<linkki osoite="https://a.fi/">LONG</linkki>|'
too_long sopimus.xml '0,/<kappale>/s||&<saadosviite numero="611/2021">LONG</saadosviite>|'
too_long hanke.xml '0,/<nimi>/s||&LONG|'
too_long hanke.xml '25s|<nimi>|&LONG|'
too_long osapuolet.xml '0,/<genetiivi>/s||&LONG|'
too_long suunnitelma.xml '0,/yksikko="/s||&LONG|'
too_long suunnitelma.xml '0,/<kysymys>/s||&LONG|'
too_long seuranta/2026/joutsa.xml '0,/<vastuuhenkilo>/s||&LONG|'

begin 'prose has no such length'
copy keski-suomi
long=$(many 20000 'a ')
edit seuranta/2026/joutsa.xml "s|<huomautus>|&$long|;s|<tekstivastaus>|&$long|"
edit sopimus.xml "0,/<kappale>/s||&<vahva>$long</vahva>|"
run "$PYKALA" check project
gives 0
run "$PYKALA" build project -o out --paper sopimus,seuranta-osapuoli-2026,seuranta-alue-2026
gives 0
prints '26 papers'

# All that has a length is as long as it may be, of letters that take two bytes in a PDF file.
begin 'the longest texts'
copy keski-suomi
perl -CSD -Mutf8 -i -pe '
    sub longest { my ($text, $most) = @_; $text =~ s/^\s+|\s+$//g; substr($text . " šž" x 700, 0, $most) =~ s/\s+$//r }
    s#<(otsikko|nimi|\w+iivi|olosija|erosija|tulosija|tehtava|organisaatio|termi|lyhenne|lahde|linkki|saadosviite|saadosnimi|toimivalta|jakelu|vastuuhenkilo)\b([^<>]*)>([^<>]*)</\1>#"<$1$2>" . longest($3, 500) . "</$1>"#ge;
    s#<kysymys>([^<>]*)<#"<kysymys>" . longest($1, 300) . "<"#ge;
    s#yksikko="([^"]*)"#q(yksikko=") . longest($1, 100) . q(")#ge;
' project/*.xml project/seuranta/*/*.xml
run "$PYKALA" check project
gives 0
run "$PYKALA" build project -o out
gives 0
whole_files out

# put FILE ELEMENT TEXT: the text at the beginning of the first such element.
put() {
    copy puitesopimus-2022
    edit "$1" "0,/<$2>/s||&$3|"
}
# fits, too_much RULE: the project has room on its papers; it hasn't, which is told once, before there is one.
fits() {
    run "$PYKALA" check project
    gives 0
    run "$PYKALA" build project -o room --paper sopimus
    gives 0
}
too_much() {
    run "$PYKALA" check project
    gives 1
    one_message stdout
    prints "[$1]"
    run "$PYKALA" build project -o none
    gives 1
    no_files none
}
row() {
    printf '<%s>%s<\\/%s>' "$1" "$2" "$1"
}
begin 'a table of a hundred columns'
put sopimus.xml tausta "<taulukko>$(row otsikkorivi "$(many 100 '<solu\/>')")$(row rivi '<solu sarake="50"\/><solu sarake="50"\/>')<\/taulukko>"
fits
begin 'a column more'
put sopimus.xml tausta "<taulukko>$(row otsikkorivi "$(many 101 '<solu\/>')")$(row rivi '<solu\/>')<\/taulukko>"
too_much table-columns
begin 'a cell that reaches beyond'
put sopimus.xml tausta "<taulukko>$(row otsikkorivi '<solu\/>')$(row rivi '<solu sarake="51"\/><solu sarake="50"\/>')<\/taulukko>"
too_much table-columns
begin 'cells from above take columns'
put sopimus.xml tausta "<taulukko>$(row otsikkorivi '<solu\/>')$(row rivi '<solu rivi="3"\/><solu\/>')$(row rivi '<solu sarake="99"\/>')$(row rivi '<solu sarake="100"\/>')<\/taulukko>"
too_much table-columns
begin 'ten lists inside each other'
put sopimus.xml tausta "$(many 10 '<luettelo><kohta>a')$(many 10 '<\/kohta><\/luettelo>')"
fits
begin 'a list more'
put sopimus.xml tausta "$(many 60 '<luettelo><kohta>a')$(many 60 '<\/kohta><\/luettelo>')"
too_much list-depth

# theme ELEMENTS: the project's theme has these in place of its own.
theme() {
    copy puitesopimus-2022
    printf '<teema xmlns="urn:pykala:1"><fontti laji="leipa" perhe="Carlito"/><fontti laji="otsikko" perhe="Carlito"/>%s</teema>' "$1" >project/teema.xml
}
begin 'themes that leave room'
for margins in 'vasen="32" oikea="32" sisennys="46"' 'yla="40" ala="40"' 'vasen="110" oikea="0" sisennys="0" yla="40" ala="40"'; do
    theme "<marginaali $margins/>"
    fits
done
for size in 'leipa" pt="16" rivi="1.5' 'taulukko" pt="16" rivi="1.5' 'pieni" pt="16" rivi="1.5' 'h1" pt="72" rivi="3' 'h4" pt="72" rivi="3'; do
    theme "<koot><koko laji=\"$size\"/></koot>"
    fits
done
begin 'themes that leave none'
for margins in 'vasen="100" oikea="100"' 'vasen="33" oikea="32" sisennys="46"' 'sisennys="200"' 'yla="41" ala="40"' 'yla="210" ala="210"'; do
    theme "<marginaali $margins/>"
    too_much theme-room
done
for size in 'leipa" pt="40' 'taulukko" pt="12" rivi="3' 'pieni" pt="30'; do
    theme "<koot><koko laji=\"$size\"/></koot>"
    too_much theme-room
done
begin 'a theme of a party alone'
copy puitesopimus-2022
edit osapuolet.xml '0,/<\/osapuoli>/s||<teemaPoikkeama><marginaali vasen="120"/></teemaPoikkeama>&|'
too_much theme-room
says 'project/osapuolet.xml:'
begin 'a logo that takes the page'
copy puitesopimus-2022
cp "$SOURCE/tests/data/images/sound/grey.jpg" project/logo.jpg
edit teema.xml 's|</teema>|<logo tiedosto="logo.jpg" vaihtoehto="a"/>&|'
fits
edit teema.xml 's|vaihtoehto="a"|& leveys="210"|'
too_much theme-room
finish
