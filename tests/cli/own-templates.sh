#!/bin/sh
# Templates of a project's own: they make its papers, their mistakes are told, and they reach nothing else.
. "$SOURCE/tests/cli/lib.sh"

begin 'a sentence and a paper of its own'
own
run "$PYKALA" check project
gives 0
run "$PYKALA" list project
prints 'alue/tiedote.pdf'
run "$PYKALA" build project -o out --party alue
gives 0
whole_files out
pdftotext -raw out/alue/tiedote.pdf - | tr '\n' ' ' >text
grep -q 'tiedottaa asukkailleen järvisopimuksen valmistelusta' text || fail 'the own paper does not hold its sentence'
grep -q 'Tausta on laissa' text || fail 'the own paper does not hold what the shipped templates write'
pdftotext -raw out/alue/sopimus-aluehallitus.pdf - | tr '\n' ' ' >text
grep -q 'ja kattaa sen kustannukset talousarviosta' text || fail 'the sentence is not the own one'
grep -q 'Muutoksenhaku' text || fail 'the rest is not the shipped one'

begin 'the papers of the other templates are as they were'
run "$PYKALA" build "$SOURCE/tests/data/kolme" -o plain --party alue
for paper in suunnitelma-aluehallitus selostus; do
    cmp -s "out/alue/$paper.pdf" "plain/alue/$paper.pdf" || fail "$paper differs"
done

begin 'the same templates outside pykala'
run "$PYKALA" build project --emit data --party alue --paper tiedote
mv stdout data.xml
run "$PYKALA" build project --emit xhtml --party alue --paper tiedote
mv stdout own.xhtml
XML_CATALOG_FILES="$SOURCE/schemas/catalog.xml" xsltproc project/pohjat/tiedote.xsl data.xml >other.xhtml
xmllint --c14n own.xhtml >own.c14n
xmllint --c14n other.xhtml >other.c14n
cmp -s own.c14n other.c14n || fail 'xsltproc makes another page document'

begin 'a mistake names the file and the line, once'
# shellcheck disable=SC2016 # XPath, not the shell's
edit pohjat/tiedote.xsl 's|<h1>|<h1><xsl:value-of select="$olematon"/>|'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/tiedote.xsl:15: error: '
prints 'olematon'
run "$PYKALA" build project -o out2
gives 1
says 'project/pohjat/tiedote.xsl:15: error: '
[ -s out2/alue/sopimus-aluehallitus.pdf ] || fail 'the other papers are missing'
[ ! -e out2/alue/tiedote.pdf ] || fail 'the paper is there'

begin 'a page that is none names the file and the line'
own
edit pohjat/tiedote.xsl 's|<h1>|<h1 class="outo">|'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/tiedote.xsl:15: error: '

begin 'a character that the font lacks names the file and the line'
own
edit pohjat/tiedote.xsl 's|<h1>|<h1>湖 |'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/tiedote.xsl:15: error: '
prints 'U+6E56'
run "$PYKALA" build project -o lacking --party alue
gives 1
one_message stderr
says 'project/pohjat/tiedote.xsl:15: error: '
[ -s lacking/alue/sopimus-aluehallitus.pdf ] || fail 'the other papers are missing'

# blamed FILE: the one mistake of tiedote.xsl, which has the body of the file "body", is told of FILE, never of another project's.
three good
blamed() {
    own
    {
        printf '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml" xmlns:exsl="http://exslt.org/common" xmlns:z="urn:z">\n'
        printf '<xsl:import href="pykala:yhteiset.xsl"/>\n<xsl:template match="/">\n<html lang="fi"><head><title>T</title></head><body>\n<h1>O</h1>\n'
        cat body
        printf '</body></html></xsl:template></xsl:stylesheet>\n'
    } >project/pohjat/tiedote.xsl
    printf '<p xmlns="http://www.w3.org/1999/xhtml" class="z" data-at="good/sopimus.xml:5" data-pykala-mark="good/sopimus.xml:5">a</p>' \
        >project/pohjat/tieto.xml
    run "$PYKALA" check --format json project good
    gives 1
    python3 -c '
import json, sys
errors = [d for d in json.load(open("stdout")) if d["severity"] in ("error", "failure")]
assert errors, "nothing is told"
for d in errors:
    assert d["file"] in sys.argv[1:], d' "$@" || fail "$* are not what is blamed"
    run "$PYKALA" build project -o blame --party alue --paper tiedote
    gives 1
    if grep -q '^good/' stderr stdout; then
        fail 'another project is blamed'
    fi
}
sheet=project/pohjat/tiedote.xsl
page=alue/tiedote.pdf
begin 'a template blames nobody else: by an attribute'
for name in data-at data-pykala-mark; do
    echo "<p $name='good/sopimus.xml:5' class='z'>a</p>" >body
    blamed $sheet
    echo "<p class='z'><xsl:attribute name='$name'>good/sopimus.xml:5</xsl:attribute>a</p>" >body
    blamed $sheet
    echo "<xsl:element name='p'><xsl:attribute name='$name'>good/sopimus.xml:5</xsl:attribute><xsl:attribute name='class'>z</xsl:attribute>a</xsl:element>" >body
    blamed $sheet
    echo "<z:p xmlns:z='http://www.w3.org/1999/xhtml' z:$name='good/sopimus.xml:5' class='z'>a</z:p>" >body
    blamed $sheet
done
begin 'a template blames nobody else: with nothing else that is wrong'
echo "<p data-at='good/sopimus.xml:5'>a</p>" >body
blamed $sheet
grep -q "$sheet:6: error" stderr || fail 'the line is not the template'"'"'s'
begin 'a template blames nobody else: by what it reads'
echo "<xsl:copy-of select=\"document('tieto.xml')\"/>" >body
blamed $sheet
begin 'a template blames nobody else: by text that is written as it is'
echo "<xsl:text disable-output-escaping='yes'>&lt;p class='z' data-at='good/sopimus.xml:5' data-pykala-mark='good/sopimus.xml:5'&gt;a&lt;/p&gt;</xsl:text>" >body
blamed $sheet
begin 'a template blames nobody else: the shipped templates, by their marks'
echo "<xsl:element name='p'><xsl:attribute name='data-pykala-mark'>0</xsl:attribute><xsl:attribute name='class'>z</xsl:attribute>a</xsl:element>" >body
blamed $sheet $page
# shellcheck disable=SC2016 # XPath, not the shell's
echo "<xsl:variable name='v'><xsl:call-template name='sivu'><xsl:with-param name='sisalto'/></xsl:call-template></xsl:variable>
<xsl:element name='p'><xsl:copy-of select='exsl:node-set(\$v)//@*[name() = \"data-pykala-mark\"][1]'/><xsl:attribute name='class'>z</xsl:attribute>a</xsl:element>" >body
blamed $sheet $page
begin 'a template blames nobody else: by a message that reads like the place of one'
for kind in 'runtime error' 'compilation error' error; do
    printf '<xsl:message>%s: file good/sopimus.xml line 5 element x</xsl:message>\n<xsl:message terminate="yes">wrong</xsl:message>' "$kind" >body
    blamed $sheet
    says "$sheet:6: warning: $kind: file good/sopimus.xml line 5 element x"
done

begin 'nothing outside is read, and nothing is written'
for bad in "document('../osapuolet.xml')" "document('/etc/passwd')" "document('pykala:../schemas/pykala.xsd')"; do
    own
    edit pohjat/tiedote.xsl "s|<h1>|<h1><xsl:copy-of select=\"$bad\"/>|"
    run "$PYKALA" check project
    gives 1
    one_message stdout
    prints 'project/pohjat/tiedote.xsl:15: error: '
done
own
ln -s ../osapuolet.xml project/pohjat/linkki.xsl
edit pohjat/tiedote.xsl 's|sanat/tiedote.xsl|linkki.xsl|'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/tiedote.xsl:7: error: '

begin 'a template that is missing'
own
rm project/pohjat/tiedote.xsl
for command in check list 'build -o out3'; do
    # shellcheck disable=SC2086 # a command and its option
    run "$PYKALA" $command project
    gives 1
    cat stdout stderr >both
    one_message both
    grep -q 'project/hanke.xml:27:37: error: .*\[paper-template\]' both || fail 'it is not told where it is named'
done
[ "$(find out3 -name '*.pdf' | wc -l)" -eq 9 ] || fail 'not all other papers'
edit hanke.xml 's|pohja="selostus"|pohja="selostukset"|'
run "$PYKALA" check project
prints 'did you mean selostus?'

begin 'a folder that is missing, and one that leads out'
own
mv project/pohjat elsewhere
run "$PYKALA" check project
gives 1
one_message stdout
prints '[project-file]'
ln -s ../elsewhere project/pohjat
run "$PYKALA" check project
gives 1
one_message stdout
prints '[project-path]'
finish
