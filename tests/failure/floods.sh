#!/bin/sh
# shellcheck disable=SC2016 # XPath, not the shell's
# Whatever a project has said of it, its report is of limited size and made in seconds, and the others have theirs.
# PYKALA is the program as it is released; MIB_MAX is what docs/security.md promises for a check.
. "$SOURCE/tests/cli/lib.sh"
MIB_MAX=1024

# messages BODY: the project of three parties with an own template of that body, and a project that is right.
right=$SOURCE/tests/broken/base/agreement
messages() {
    three flood
    mkdir flood/pohjat
    sed -i 's|^  </tiedostot>|    <pohjaKansio polku="pohjat"/>\n&|
        s|^  </paperit>|    <paperi tunnus="tiedote" pohja="tiedote" aihe="sopimus" laajuus="osapuoli" osapuolet="alue"><nimi>Tiedote</nimi></paperi>\n&|' flood/hanke.xml
    printf '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml" xmlns:str="http://exslt.org/strings"><xsl:template match="/"><html lang="fi"><head><title>T</title></head><body><h1>O</h1><xsl:variable name="s" select="str:padding(100000, %s)"/><xsl:variable name="l" select="concat($s,$s,$s,$s,$s,$s,$s,$s,$s,$s)"/>%s</body></html></xsl:template></xsl:stylesheet>' \
        "'&lt;a&gt; '" "$1" >flood/pohjat/tiedote.xsl
}

# others_have_theirs: each file of the project that is right has its receipt, and there is a summary.
others_have_theirs() {
    [ -s receipts/index.html ] || fail 'there is no summary'
    for file in "$right"/*.xml; do
        sed 's/<wbr>//g' receipts/*.html | grep -qF "<dd>$file</dd>" || fail "the receipt of $file is missing"
    done
}

# floods_nobody BYTES: what is told of the flood is at most so long, in every format, within a few seconds; the others
# have their receipts.
floods_nobody() {
    for format in text json sarif; do
        run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --format $format "$right" flood
        [ "$status" -le 1 ] || fail "$format ends with $status"
        [ "$(wc -c <stdout)" -lt "$1" ] || fail "$format is of $(wc -c <stdout) bytes"
    done
    rm -rf receipts
    run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --format html -o receipts "$right" flood
    [ "$status" -le 1 ] || fail "html ends with $status"
    others_have_theirs
    # Each tag that a message quotes has an element of its own.
    [ "$(find receipts -size +"$((5 * $1 / 1024))"k | wc -l)" -eq 0 ] || fail 'a receipt is too large'
    run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" build flood -o out --party alue --paper tiedote,selostus
    [ "$status" -le 1 ] || fail "build ends with $status"
    [ "$(cat stdout stderr | wc -c)" -lt "$1" ] || fail 'what build says is too long'
    [ -s out/alue/selostus.pdf ] || fail 'the other paper is missing'
}
begin 'one message of megabytes'
messages '<xsl:message terminate="yes"><xsl:value-of select="$l"/></xsl:message>'
floods_nobody 400000
run "$PYKALA" check --format json flood
python3 -c '
import json
message, = [d["message"] for d in json.load(open("stdout")) if d["severity"] == "error"]
assert len(message.encode()) <= 1003 and message.endswith("…"), message' || fail 'the message is not cut'
begin 'one message of megabytes about a party'
messages '<xsl:message terminate="yes">#alue <xsl:value-of select="$l"/></xsl:message>'
floods_nobody 400000
begin 'more messages than anybody reads'
messages '<xsl:for-each select="str:tokenize($l)[position() &lt; 20000]"><xsl:message><xsl:value-of select="concat(position(), substring($s, 1, 3000))"/></xsl:message></xsl:for-each>'
floods_nobody 4000000
run "$PYKALA" check --lang en flood
[ "$(grep -c '\[template-message\]' stdout)" -eq 1001 ] || fail "there are $(grep -c '\[template-message\]' stdout) messages"
prints 'more than 1000 findings; the others are not told'
begin 'more papers with messages than anybody reads'
sed -i 's|^  </paperit>|'"$(seq -f '<paperi tunnus="p%.0f" pohja="tiedote" aihe="sopimus" laajuus="osapuoli" osapuolet="alue"><nimi>T</nimi></paperi>' 5 | tr -d '\n')"'\n&|' flood/hanke.xml
sed -i 's,position(),concat(/\*/@paperi\, position()),2' flood/pohjat/tiedote.xsl
floods_nobody 4000000
begin 'mistakes of a template of megabytes'
messages '<p class="{$l}" id="{$l}"><a href="{$l}">b</a></p>'
floods_nobody 400000
messages '<xsl:element name="{$l}"/>'
floods_nobody 400000
messages '<xsl:value-of select="document($l)"/>'
floods_nobody 400000
begin 'a template with more mistakes than anybody reads'
messages "$(many 5000 '<xsl:value-of select="$x"/><p class="y"/>')"
floods_nobody 4000000
messages "$(many 20000 '<xsl:document href="a"/>')"
floods_nobody 4000000
begin 'a page with more mistakes than anybody reads'
messages '<xsl:for-each select="str:tokenize($l)[position() &lt; 2000]"><p class="{concat(position(), substring($s, 1, 3000))}">a</p></xsl:for-each>'
floods_nobody 4000000

begin 'more findings than a report takes'
rm -rf flood
cp -R "$SOURCE/examples/keski-suomi" flood
chmod -R u+w flood
{
    printf '<seurantatiedot xmlns="urn:pykala:1">'
    many 1100 '<a/>'
    printf '</seurantatiedot>'
} >a.xml
for i in $(seq -w 400); do
    cp a.xml "flood/seuranta/2026/x$i.xml"
done
for format in text json sarif; do
    run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --lang en --format $format "$right" flood
    gives 3
    prints 'there is too much to tell of it'
done
rm -rf receipts
run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --format html -o receipts "$right" flood
gives 3
others_have_theirs
begin 'as many findings as a report takes'
rm flood/seuranta/2026/x1[4-9]*.xml flood/seuranta/2026/x[234]*.xml
for format in text json sarif; do
    run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --format $format "$right" flood
    gives 1
done
rm -rf receipts
run "$WITHIN" 30 "$MIB_MAX" "$PYKALA" check --format html -o receipts "$right" flood
gives 1
others_have_theirs
finish
