#!/bin/sh
# Input made to do harm: each file ends in one of the limits of docs/security.md, within its time and memory, with a
# message and exit status 1, and no other file is read.
# PYKALA is the program as it is released; SECONDS_MAX and MIB_MAX are what docs/security.md promises for a check.
. "$SOURCE/tests/cli/lib.sh"
SECONDS_MAX=60
MIB_MAX=1024
start='<hanke xmlns="urn:pykala:1" tunnus="a">'

# checked FILE RULE: the check of the file ends in time with the error of that rule.
checked() {
    run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$PYKALA" check --format json "$1"
    gives 1
    grep -qF "\"$2\"" stdout || fail "the report does not name $2"
}

begin 'a gigabyte in one attribute'
printf '<hanke a="' >a.xml
truncate -s 1G a.xml
checked a.xml file-size

begin '16 MiB in one attribute'
{
    printf '<hanke xmlns="urn:pykala:1" tunnus="'
    head -c 16700000 /dev/zero | tr '\0' a
    printf '"/>'
} >a.xml
checked a.xml xml-length

# long BEFORE AFTER COLUMN: fifteen million letters between them are too long for the parser, which is no lack of memory.
long() {
    {
        printf '%s\n%s' "$start" "$1"
        head -c 15000000 /dev/zero | tr '\0' a
        printf '%s</hanke>' "$2"
    } >a.xml
    checked a.xml xml-length
    run "$PYKALA" check a.xml
    prints "a.xml:2:$3: "
}
begin 'fifteen million letters of text'
long '<nimi>' '</nimi>' 7
begin 'fifteen million letters in a comment'
long '<!-- ' ' -->' 1
begin 'fifteen million letters in a CDATA section'
long ' <![CDATA[' ']]>' 2
begin 'fifteen million letters in an instruction'
long '<?a ' '?>' 1
begin 'fifteen million letters in a name'
long '<' '/>' 1

begin 'sixty thousand letters in a name'
{
    printf '%s<' "$start"
    head -c 60000 /dev/zero | tr '\0' a
    printf '/></hanke>'
} >a.xml
checked a.xml xml-well-formed
run "$PYKALA" check a.xml
prints 'a name is too long'

begin 'ten million elements'
{
    printf '%s' "$start"
    many 10000000 '<a/>'
} >a.xml
checked a.xml file-size

begin 'as many elements as 16 MiB hold'
{
    printf '%s' "$start"
    many 4000000 '<a/>'
    printf '</hanke>'
} >a.xml
checked a.xml xml-elements

begin 'as many wrong elements as are read'
{
    printf '<osapuolet xmlns="urn:pykala:1">'
    many 199990 '<osapuoli tunnus="a"/>'
    printf '</osapuolet>'
} >a.xml
checked a.xml xml-errors

begin 'a million errors'
{
    printf '%s' "$start"
    many 3000000 '&x;'
} >a.xml
checked a.xml xml-errors

begin 'a hundred thousand levels'
{
    printf '%s' "$start"
    many 100000 '<a>'
} >a.xml
checked a.xml xml-depth

begin 'a million attributes'
{
    printf '<hanke xmlns="urn:pykala:1"'
    seq -f ' a%.0f=""' 1000000 | tr -d '\n'
    printf '/>'
} >a.xml
checked a.xml xml-attributes

# What libxml2 read after it had freed it, when it was stopped at a fault: the buffer of a file of this size is given
# back to the system.
begin 'the end of a CDATA section in a text of a large file'
{
    printf '<osapuolet xmlns="urn:pykala:1">]]><!--'
    head -c 140000 /dev/zero | tr '\0' x
    printf -- '--></osapuolet>'
} >a.xml
checked a.xml xml-well-formed
run "$PYKALA" check a.xml
prints 'a.xml:1:33: error: ]]> is not allowed in text'
begin 'a character that is not allowed in a name, far behind in its tag'
{
    printf '<osapuolet xmlns="urn:pykala:1"><a b="'
    head -c 9000000 /dev/zero | tr '\0' x
    printf '" \303\244\357\277\276="1"/></osapuolet>'
} >a.xml
checked a.xml xml-well-formed
run "$PYKALA" check a.xml
prints 'a character is not allowed in XML'

# marked BEFORE MARK AFTER: 8 MB of the mark are checked within seconds. What was looked for to the end of the file each time
# took minutes.
marked() {
    {
        printf '%s' "$1"
        yes -- "$2" | tr -d '\n' | head -c 8000000
        printf '%s' "$3"
    } >a.xml
    run "$WITHIN" 15 "$MIB_MAX" "$PYKALA" check a.xml
    gives 1
}
for mark in '>' '-->' '–>' '->' '<!--' '<?' '<![CDATA[' ']]>' 'x nimi>' '<a ' '< a>' '<!' '&'; do
    begin "8 MB of $mark"
    marked '<sopimus xmlns="urn:pykala:1" tunnus="a"><tausta><kappale>' "$mark" '</kappale></tausta></sopimus>'
done
for mark in '& ' '5 ' '""x' 'a=b ' '->' '/ '; do
    begin "8 MB of $mark in a tag"
    marked '<sopimus xmlns="urn:pykala:1" tunnus="a"' "$mark" '></sopimus>'
done

begin 'faults at the end of 8 MB of text: each place is found from the one before it'
{
    printf '<sopimus xmlns="urn:pykala:1" tunnus="a"><tausta><kappale>'
    yes 'a ' | tr -d '\n' | head -c 8000000
    yes '1-2 "x"  y 01.02.2026 hlö ' | tr -d '\n' | head -c 8000
    printf '</kappale></tausta></sopimus>'
} >a.xml
run "$WITHIN" 12 "$MIB_MAX" "$PYKALA" check --lang en a.xml
gives 1
prints 'a range has an en dash'

begin 'entities that grow'
{
    printf '<!DOCTYPE hanke [<!ENTITY a0 "aaaaaaaaaa">'
    for i in 1 2 3 4 5 6 7 8 9; do
        printf '<!ENTITY a%d "%s">' "$i" "$(many 10 "&a$((i - 1));")"
    done
    printf ']>%s&a9;</hanke>' "$start"
} >a.xml
checked a.xml xml-doctype

begin 'an entity that holds itself'
printf '<!DOCTYPE hanke [<!ENTITY a "&b;"><!ENTITY b "&a;">]>%s&a;</hanke>' "$start" >a.xml
checked a.xml xml-doctype

# What grows with the square of their number takes half a minute.
begin 'fifty thousand kinds of papers'
three papers
awk '/<.paperit>/ { for (i = 0; i < 50000; i++) printf "<paperi tunnus=\"p%d\" pohja=\"selostus\" aihe=\"sopimus\" laajuus=\"osapuoli\"><nimi>Selostus</nimi></paperi>\n", i } { print }' \
    "$SOURCE/tests/data/kolme/hanke.xml" >papers/hanke.xml
run "$WITHIN" 15 "$MIB_MAX" "$PYKALA" check papers
gives 0
run "$WITHIN" 15 "$MIB_MAX" "$PYKALA" build papers -o out --party alue --paper sopimus-hallitus
gives 0

# a_thousand RULE PROJECT: so many findings of a rule are told, and that there are more.
a_thousand() {
    run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --lang en "$2"
    gives 1
    [ "$(grep -c "\[$1\]" stdout)" -eq "$3" ] || fail "there are $(grep -c "\[$1\]" stdout) of $1"
    prints 'more than 1000 findings; the others are not told'
}
begin 'more findings of a rule than anybody reads'
rm -rf many
cp -R "$SOURCE/tests/broken/base/agreement" many
chmod -R u+w many
awk 'BEGIN { print "<kokoukset xmlns=\"urn:pykala:1\">"
    for (i = 0; i < 5000; i++) printf "<kokous osapuoli=\"x%d\" toimielin=\"hallitus\" aihe=\"sopimus\"/>\n", i
    print "</kokoukset>" }' >many/kokoukset.xml
a_thousand unknown-party many 1001
begin 'a list of very many parties that the register does not have'
cp "$SOURCE/tests/broken/base/agreement/kokoukset.xml" many/kokoukset.xml
perl -pe 's/kunnat alue/join " ", map { "x$_" } 1 .. 200000/e' \
    "$SOURCE/tests/broken/base/agreement/hanke.xml" >many/hanke.xml
a_thousand unknown-party many 1001
begin 'answers with more findings than anybody reads'
rm -rf many
cp -R "$SOURCE/tests/broken/base/followup" many
chmod -R u+w many
awk '{ print } /<tila / && !done { done = 1; for (i = 0; i < 5000; i++) printf "<vastaus mittari=\"x%d\"><kyllaEi arvo=\"ei\"/></vastaus>\n", i }' \
    "$SOURCE/tests/broken/base/followup/seuranta/2026/joutsa.xml" >many/seuranta/2026/joutsa.xml
a_thousand followup-unknown-indicator many 1000
begin 'a fault of many letters is told in few'
rm -rf many
cp -R "$SOURCE/tests/broken/base/agreement" many
chmod -R u+w many
perl -pe 'my $s = " " x 1000000; s/<kappale>/<kappale>a${s}b "${s}c" /' \
    "$SOURCE/tests/broken/base/agreement/sopimus.xml" >many/sopimus.xml
run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --format json many
prints prose-spaces
prints prose-quotes
[ "$(wc -c <stdout)" -lt 20000 ] || fail "the report is of $(wc -c <stdout) bytes"

# reads_nothing RULE: the check of a.xml opens no file but its own, and no socket.
echo 'salaisuus' >secret.txt
reads_nothing() {
    checked a.xml "$1"
    if grep -q salaisuus stdout stderr; then
        fail 'another file has been read'
    fi
    command -v strace >/dev/null || {
        echo "not tried without strace: $case: which files are opened"
        return
    }
    run strace -f -e trace=open,openat,socket,connect -o trace "$PYKALA" check a.xml
    [ -s trace ] || fail 'there is no trace'
    if grep -E 'secret|passwd|AF_INET|connect\(' trace; then
        fail 'another file or the network has been opened'
    fi
}

for address in secret.txt "file://$PWD/secret.txt" http://127.0.0.1:9/a ftp://127.0.0.1/a /etc/passwd; do
    begin "an external entity: $address"
    printf '<!DOCTYPE hanke [<!ENTITY a SYSTEM "%s">]>%s&a;</hanke>' "$address" "$start" >a.xml
    reads_nothing xml-doctype
    begin "an external DTD: $address"
    printf '<!DOCTYPE hanke SYSTEM "%s">%s</hanke>' "$address" "$start" >a.xml
    reads_nothing xml-doctype
    begin "a parameter entity: $address"
    printf '<!DOCTYPE hanke [<!ENTITY %% a SYSTEM "%s"> %%a;]>%s</hanke>' "$address" "$start" >a.xml
    reads_nothing xml-doctype
    begin "XInclude: $address"
    printf '%s<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="%s" parse="text"/></hanke>' \
        "$start" "$address" >a.xml
    reads_nothing xsd-element
    begin "another schema: $address"
    printf '<hanke xmlns="urn:pykala:1" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:pykala:1 %s"/>' \
        "$address" >a.xml
    reads_nothing xsd-missing
    begin "a stylesheet: $address"
    printf '<?xml-stylesheet href="%s" type="text/xsl"?>%s</hanke>' "$address" "$start" >a.xml
    reads_nothing xsd-missing
done

begin 'a NUL'
printf '%s\000</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'UTF-16'
printf '%s</hanke>' "$start" | iconv -t UTF-16 >a.xml
checked a.xml xml-encoding
begin 'UTF-16 without its mark'
printf '%s</hanke>' "$start" | iconv -t UTF-16BE >a.xml
checked a.xml xml-encoding
begin 'UTF-32'
printf '%s</hanke>' "$start" | iconv -t UTF-32 >a.xml
checked a.xml xml-encoding
begin 'Latin-1 that says it is UTF-8'
printf '%s\344</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'an encoding that is not read'
printf '<?xml version="1.0" encoding="UTF-7"?>%s</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'two byte order marks'
printf '\357\273\277\357\273\277%s</hanke>' "$start" >a.xml
checked a.xml xsd-attribute-missing
begin 'overlong UTF-8'
printf '%s\300\274</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'nothing but a byte order mark'
printf '\357\273\277' >a.xml
checked a.xml xml-well-formed

rm a.xml
begin 'a pipe that nobody writes to'
mkfifo a.xml
checked a.xml file-kind
rm a.xml
begin 'a device without end'
checked /dev/zero file-kind
begin 'a link to a device'
ln -s /dev/zero a.xml
checked a.xml file-kind
rm a.xml
begin 'a folder'
mkdir -p a.xml/hanke.xml
checked a.xml file-kind
rm -r a.xml
begin 'links in a circle'
ln -s b.xml a.xml
ln -s a.xml b.xml
checked a.xml file-read
rm a.xml b.xml

begin 'a project file that leads out of its folder'
copy keski-suomi
edit hanke.xml 's,polku="sopimus.xml",polku="../secret.txt",'
checked project xsd-type
begin 'a link out of the folder'
copy keski-suomi
rm project/sopimus.xml
ln -s /etc/passwd project/sopimus.xml
checked project project-path

# stays_inside RULE: the check of a project whose answers are said to be outside opens none of them.
mkdir outside
cp -R "$SOURCE/examples/keski-suomi/seuranta/2026" outside
stays_inside() {
    checked project "$1"
    command -v strace >/dev/null || return
    run strace -f -e trace=open,openat -o trace "$PYKALA" check project
    grep -E 'outside.*= [0-9]|/2026/luhanka.*= [0-9]' trace && fail 'answers outside the project have been opened'
}
begin 'a folder of answers that leads out of the project'
copy keski-suomi
rm -r project/seuranta
edit hanke.xml 's,polku="seuranta",polku="../outside",'
stays_inside xsd-type
begin 'a folder of answers that is a link out of the project'
copy keski-suomi
rm -r project/seuranta
ln -s ../outside project/seuranta
stays_inside project-path
begin 'a year of answers that is a link out of the project'
copy keski-suomi
rm -r project/seuranta/2026
ln -s ../../outside/2026 project/seuranta/2026
stays_inside project-path
begin 'answers that are a link out of the project'
copy keski-suomi
ln -sf ../../../outside/2026/luhanka.xml project/seuranta/2026/luhanka.xml
stays_inside project-path
run "$PYKALA" build project -o none --party luhanka --paper seuranta-osapuoli-2026
gives 1
says project-path

begin 'an image that is a link out of the folder'
echo '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1><figure><img src="b.png" alt="b"/></figure></body></html>' \
    >project/a.xhtml
ln -s "$SOURCE/tests/golden/layout/kuvio.png" project/b.png
run "$PYKALA" typeset project/a.xhtml -o a.pdf
gives 1
says layout-image
[ ! -e a.pdf ] || fail 'the file is there'

begin 'a logo that is a link out of the folder of the theme'
sed -i 's,</teema>,<logo tiedosto="b.png" vaihtoehto="b"/>&,' project/teema.xml
sed 's,<h1>.*</figure>,<header><p class="kind">a</p></header><h1>a</h1>,' project/a.xhtml >a.xhtml
run "$PYKALA" typeset a.xhtml --theme project/teema.xml -o a.pdf
gives 1
says layout-image
[ ! -e a.pdf ] || fail 'the file is there'
rm project/b.png
cp "$SOURCE/tests/golden/layout/kuvio.png" project/b.png
run "$PYKALA" typeset a.xhtml --theme project/teema.xml -o a.pdf
gives 0
rm a.pdf

# page BODY: a page document of that body in a.xhtml; refused RULE: it is not set, in time, and the rule says why.
page() {
    printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1>%s</body></html>' \
        "$1" >a.xhtml
}
refused() {
    rm -f a.pdf
    run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$PYKALA" typeset a.xhtml -o a.pdf
    gives 1
    says "[$1]"
    [ ! -e a.pdf ] || fail 'the file is there'
}

begin 'a page document that is larger than its limit'
truncate -s 65M a.xhtml
refused file-size
begin 'a page document that is a pipe'
rm a.xhtml
mkfifo a.xhtml
refused file-kind
rm a.xhtml
begin 'a page document with deep lists'
page "$(many 90 '<ul><li>')a$(many 90 '</li></ul>')"
refused page-depth
begin 'a page document with a hundred thousand levels'
printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body>' >a.xhtml
many 100000 '<section>' >>a.xhtml
refused page-well-formed
begin 'a text of fifteen million letters'
{
    printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1><p>'
    head -c 15000000 /dev/zero | tr '\0' a
    printf '</p></body></html>'
} >a.xhtml
refused page-well-formed
begin 'eight million bytes of comments in a comment' # libxml2 copies what it has read of it for each
{
    printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1>'
    many 2000000 '<!--'
} >a.xhtml
refused page-well-formed
begin 'ten thousand columns'
page "<table><tr>$(many 10000 '<td>a</td>')</tr></table>"
refused layout-too-wide
for span in 0 -1 65535 99999999 99999999999999999999; do
    begin "a cell over $span columns"
    page "<table><tr><td colspan=\"$span\">a</td></tr></table>"
    refused page-attribute
done
# pages COUNT: a page document of so many pages, the last of which begins in line COUNT + 1.
pages() {
    {
        echo '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body>'
        echo '<h1>a</h1>'
        yes '<section class="break-before"><p>a</p></section>' | head -n $(($1 - 1))
        echo '</body></html>'
    } >a.xhtml
}
begin 'as many pages as a file can have'
pages 32767
run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$PYKALA" typeset a.xhtml -o a.pdf
gives 0
[ "$(qpdf --show-npages a.pdf)" -eq 32767 ] || fail 'the file has other pages'
begin 'a page more'
pages 32768
refused layout-too-long
says 'a.xhtml:32769: error: the document has 32768 pages'
begin 'a hundred thousand pages'
pages 100000
refused layout-too-long
begin 'texts that are longer than the strings of PDF/A'
page "<p><a href=\"https://a.fi/\" title=\"$(many 40000 a)\">a</a></p>"
refused pdf-limit
page "<h2>$(many 40000 'a ')</h2>"
refused pdf-limit
begin 'a letter with a hundred thousand joiners'
page "<p>a$(many 20000 '&#x200D;')b</p>"
refused pdf-limit
begin 'tens of thousands of links without a text'
page "<p>$(many 33000 '<a href="https://a.fi/">&#x200B;</a>')</p>"
refused page-empty
for language in 'f i(%' '' fi_FI fi- 123456789; do
    begin "the language \"$language\""
    page "<p lang=\"$language\">a</p>"
    refused page-attribute
done
begin 'links to what is not the web, mail or the document'
for address in 'javascript:alert(1)' file:///etc/passwd data:text/html,a //a ''; do
    page "<p><a href=\"$address\">a</a></p>"
    refused page-attribute
done

# image RULE: b.png is no image that is shown.
image() {
    page '<figure><img src="b.png" alt="b"/></figure>'
    refused "$1"
}
begin 'an image of more pixels than are shown'
printf '\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122\000\000\076\200\000\000\076\200\010\002\000\000\000\316\034\110\211\000\000\000\014\111\104\101\124\170\234\143\140\240\014\000\000\000\100\000\001\267\064\174\357\000\000\000\000\111\105\116\104\256\102\140\202' >b.png
image image-size
begin 'an image with sides that no memory holds'
printf '\211\120\116\107\015\012\032\012\000\000\000\015\111\110\104\122\177\377\377\377\177\377\377\377\010\002\000\000\000\233\253\234\061' >b.png
image image-broken
begin 'an image file that is larger than its limit'
truncate -s 33M b.png
image file-size
begin 'half an image'
head -c 1000 "$SOURCE/tests/golden/layout/kuvio.png" >b.png
image image-broken
begin 'an image that is a pipe'
rm b.png
mkfifo b.png
image file-kind
rm b.png
begin 'an image that is a device'
ln -s /dev/zero b.png
image layout-image
rm b.png

# opens_nothing COMMAND…: it opens no file of the names below, and no socket of the network.
opens_nothing() {
    run "$@"
    gives 1
    if grep -q salaisuus stdout stderr; then
        fail 'another file has been read'
    fi
    command -v strace >/dev/null || {
        echo "not tried without strace: $case: which files are opened"
        return
    }
    run strace -f -e trace=open,openat,socket,connect -o trace "$@"
    grep -q 'a.xhtml\|selostus.xsl' trace || fail 'there is no trace'
    if grep -E 'secret.*= [0-9]|AF_INET' trace; then
        fail 'another file or the network has been opened'
    fi
}
mkdir pages
mkdir pages/folder
for address in ../secret.txt "file://$PWD/secret.txt" "$PWD/secret.txt" http://127.0.0.1:9/a ftp://127.0.0.1/a; do
    begin "a page document with an external entity: $address"
    page '<p>&a;</p>'
    printf '<!DOCTYPE html [<!ENTITY a SYSTEM "%s">]>' "$address" | cat - a.xhtml >pages/a.xhtml
    opens_nothing "$PYKALA" typeset pages/a.xhtml --emit doc
    begin "a page document with an external DTD: $address"
    printf '<!DOCTYPE html SYSTEM "%s">' "$address" | cat - a.xhtml >pages/a.xhtml
    opens_nothing "$PYKALA" typeset pages/a.xhtml --emit doc
    begin "a page document with an image: $address"
    page "<figure><img src=\"$address\" alt=\"a\"/></figure>"
    mv a.xhtml pages/a.xhtml
    opens_nothing "$PYKALA" typeset pages/a.xhtml -o a.pdf
    begin "a template that reads: $address"
    copy keski-suomi
    mkdir project/pohjat
    edit hanke.xml 's|^    <seurantaKansio|    <pohjaKansio polku="pohjat"/>\n&|'
    edit hanke.xml 's|^  </paperit>|<paperi tunnus="selostus" pohja="selostus" aihe="sopimus" laajuus="osapuoli"><nimi>Selostus</nimi></paperi>\n&|'
    for part in "<xsl:include href='$address'/>" "<xsl:template match='/'><p><xsl:copy-of select=\"document('$address')\"/></p></xsl:template>"; do
        printf '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">%s</xsl:stylesheet>' \
            "$part" >project/pohjat/selostus.xsl
        opens_nothing "$PYKALA" check project
    done
done

begin 'a file that changes while it is read'
copy keski-suomi
cp project/suunnitelma.xml whole.xml
(
    while :; do
        head -c 20000 whole.xml >project/suunnitelma.xml
        cat whole.xml >project/suunnitelma.xml
    done
) &
changer=$!
for i in 1 2 3 4 5 6 7 8 9 10; do
    run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$PYKALA" check project
    [ "$status" -le 1 ] || fail "round $i: what was read is neither right nor wrong"
done
kill "$changer"
wait "$changer" 2>/dev/null
finish
