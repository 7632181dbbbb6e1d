#!/bin/sh
# What goes into a heading, a name, a label or an alternative text has a length: longer ones are told where they stand, and what
# is not longer than that makes a paper.
. "$SOURCE/tests/cli/lib.sh"

# too_long FILE EXPRESSION PLACE: the edit of keski-suomi is told at FILE:PLACE.
too_long() {
    begin "$1: $2"
    copy keski-suomi
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
too_long hanke.xml '23s|<nimi>|&LONG|'
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
finish
