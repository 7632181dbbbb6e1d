#!/bin/sh
# What strangers write steers neither the terminal that it is shown on nor the spreadsheet that it is opened in.
. "$SOURCE/tests/cli/lib.sh"

# Of what steers: C0 but for the ends of lines and tabs, DEL, C1, line and paragraph separators, and what sets the direction.
steering=$(printf '[\001-\010\013-\037\177]|\302[\200-\237]|\330\234|\342\200[\216\217\250-\256]|\342\201[\246-\251]')

# harmless FILE…: nothing in them steers.
harmless() {
    for file in "$@"; do
        if LC_ALL=C grep -qaE "$steering" "$file"; then
            fail "$file steers: $(LC_ALL=C grep -aE "$steering" "$file" | head -n 1 | od -c | head -n 20)"
        fi
    done
}

begin 'the test itself sees what steers'
for bytes in '\033[2J' '\302\2332J' '\302\205' '\177' '\342\200\256' '\342\201\247' '\342\200\251' '\330\234' '\342\200\216'; do
    # shellcheck disable=SC2059 # they are escapes
    printf "a${bytes}b\n" >stdout
    LC_ALL=C grep -qaE "$steering" stdout || fail "$bytes is not seen"
done
printf 'ä–…\tö\n' >stdout
harmless stdout

# hostile: the follow-up of five parties, with such characters in all that a party and a coordinator write. No font shows all of
# them, so that they are errors where the fonts are known, and get as far as the figures where they aren't.
bad='\&#x9b;2J\&#x202e;\&#x85;\&#x7f;\&#x2028;\&#x2067;\&#x61c;\&#x200e;'
hostile() {
    rm -rf project
    cp -R "$SOURCE/tests/data/followup" project
    chmod -R u+w project
    for file in project/seuranta/*/*.xml; do
        sed -i "s,<tehtava>,&x$bad,; s,lahde=\"THL,&$bad,; s,</seurantatiedot>,<huomautus>y$bad</huomautus>&,; s,yksikko=\"[^\"]*,&$bad," "$file"
    done
    edit suunnitelma.xml "s,yksikko=\"[^\"]*,&$bad,; s,<kysymys>,&$bad,"
    edit osapuolet.xml "s,<nominatiivi>,&$bad,"
}

begin 'what no font shows is an error'
hostile
for format in text json sarif; do
    run "$PYKALA" check --format $format project
    gives 1
    harmless stdout
    prints 'U+009B'
done
run "$PYKALA" followup project --year 2026 --table osapuolitilanne
gives 1
harmless stdout stderr

# Without fonts.
cat >fonts.conf <<'END'
<fontconfig/>
END
FONTCONFIG_FILE=$WORK/fonts.conf
export FONTCONFIG_FILE
begin 'what check says of the project, whose papers can not be made here'
run "$PYKALA" check project
gives 3
harmless stdout
prints '[font-missing]'
begin 'the figures as CSV'
rm -rf figures
run "$PYKALA" followup project --year 2026 -o figures
gives 0
cat figures/*.csv | tr -d '\r' >plain
harmless plain
grep -q 'x 2J' plain || fail 'the words are not there'
grep -q 'y 2J' plain || fail 'the words are not there'
begin 'the figures as JSON, with the words as they are'
run "$PYKALA" followup project --year 2026 --format json
gives 0
harmless stdout
prints '\u009b2J\u202e\u0085\u007f\u2028\u2067\u061c\u200e'
python3 -c '
import json
words = json.load(open("stdout"))["osapuolitilanne"][0]["vastaaja"]
assert words == "x\x9b2J\u202e\x85\x7f\u2028\u2067\u061c\u200ejohtaja", ascii(words)' || fail 'the words are others'
begin 'the forms'
run "$PYKALA" new seuranta project --year 2027 -o forms
gives 0
harmless stdout forms/*.xml
xmllint --noout forms/*.xml || fail 'a form is not well formed'

unset FONTCONFIG_FILE
# What is shown as nothing.
begin 'the stages of a paper'
bad='\&#x202e;2J\&#x2067;\&#x61c;\&#x200e;'
hostile
sed -i "s,<!--.*-->,<!-- $(printf '\302\2332J\342\200\256') -->," project/hanke.xml
edit hanke.xml 's,<hanke [^>]*>,&<!-- \xc2\x9b2J\xe2\x80\xae -->,'
run "$PYKALA" list project
paper=$(head -n 1 stdout | cut -f 3)
for stage in data xhtml doc; do
    run "$PYKALA" build project --party alpi --paper "$paper" --emit $stage
    gives 0
    harmless stdout stderr
    [ -s stdout ] || fail "there is no $stage"
    mv stdout "hostile.$stage"
done
grep -q '&#x202E;2J&#x2067;&#x61C;&#x200E;' hostile.data || fail 'the data are not the same'
grep -q '\\u202e2J\\u2067' hostile.doc || fail 'what cannot be shown is not told'
begin 'the data stay the same XML'
python3 -c '
import xml.etree.ElementTree as tree
text = tree.parse("hostile.data").getroot().find(".//{urn:pykala:1}nominatiivi").text
assert text.startswith("\u202e2J\u2067\u061c\u200e"), ascii(text)' || fail 'the name is another'
for stage in doc pages tags; do
    begin "a page document as $stage"
    printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a&#x9b;b</title></head><body><h1 id="a&#x202e;">a&#x61c;&#x200e;&#x2067;b&#x202e;c</h1><figure><img src="b.png" alt="d&#x85;&#10;e&#x2028;"/></figure></body></html>' \
        >page.xhtml
    cp "$SOURCE/tests/golden/layout/kuvio.png" b.png
    run "$PYKALA" typeset page.xhtml --emit "$stage"
    harmless stdout stderr
done

# template BODY: the project of three parties with an own template of that body.
template() {
    rm -rf project
    cp -R "$SOURCE/tests/data/kolme" project
    chmod -R u+w project
    mkdir project/pohjat
    own_paper
    printf '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml" xmlns:str="http://exslt.org/strings"><xsl:template match="/"><html lang="fi"><head><title>T</title></head><body><h1>O</h1>%s</body></html></xsl:template></xsl:stylesheet>' \
        "$1" >project/pohjat/tiedote.xsl
}

begin 'the summary of a build: a message of a template'
template '<xsl:message terminate="yes">&#x9b;2J&#x9b;1;32m0 errors&#x202e;&#x9b;0m</xsl:message>'
run "$PYKALA" build project -o out --party alue --paper tiedote
gives 1
harmless stdout stderr
prints '0 errors'
says '0 errors'
begin 'the summary of a build: a character that no font has'
template '<p>a&#x85;b</p>'
run "$PYKALA" build project -o out --party alue --paper tiedote
gives 1
harmless stdout stderr
prints 'U+0085'
begin 'the summary of a build: the folder'
template '<p>a</p>'
folder=$(printf 'o\302\2332J\033[1mut\nx\342\200\256')
run "$PYKALA" build project -o "$folder" --party alue --paper tiedote
gives 0
harmless stdout stderr
[ "$(wc -l <stdout)" -eq 1 ] || fail 'the summary is not one line'
[ -s "$folder/alue/tiedote.pdf" ] || fail 'the paper is not there'

for argument in "$(printf '\302\2332J')" "$(printf '\342\200\256x')" "$(printf '\330\234')" "$(printf 'a\nb\033')" "$(printf '\342\201\247')"; do
    begin 'arguments that are told'
    for command in "$argument" "check --format" 'check --lang' 'build -o o --emit' 'build -o o --party' 'build -o o --paper' 'followup --year' \
        'followup --format' 'new seuranta project --year 2026 --party' 'check' 'list' 'build -o o' 'typeset -o o' 'typeset --emit'; do
        # shellcheck disable=SC2086 # a command and its options
        run "$PYKALA" $command "$argument" project
        harmless stdout stderr
        # shellcheck disable=SC2086
        run "$PYKALA" $command "$argument"
        harmless stdout stderr
    done
    begin 'the names of forms that are written'
    rm -rf named
    cp -R "$SOURCE/tests/data/followup" named
    chmod -R u+w named
    run "$PYKALA" new seuranta named --year 2027 -o "$argument"
    gives 0
    harmless stdout stderr
    begin 'the name of a file of answers'
    printf '<a/>' >"named/seuranta/2026/x$argument.xml"
    for format in text json sarif; do
        run "$PYKALA" check --format $format named
        gives 1
        harmless stdout stderr
    done
    run "$PYKALA" check --format html -o receipts named
    harmless stdout stderr receipts/*.html
done

begin 'no cell of the figures is a formula, whatever separates them'
hostile
FONTCONFIG_FILE=$WORK/fonts.conf
export FONTCONFIG_FILE
python3 - "$PYKALA" <<'END' >stdout 2>stderr
import csv, io, re, subprocess, sys

starts = ["=", "+", "-", "@", "\t=", "\r-", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
separators = ["", ";", ",", "|", "\t", "; ", ";;", ';"', '";"', ";'", "\n", "\r\n", ",\"", "\";\"\"", ' ";', "\u202e;", "\x9b;", ";\u200b", "|\xa0"]
payloads = ["hyvä%s%scmd|' /C calc'!A0;x" % (s, c) for s in separators for c in starts]
payloads += ["%s%sHYPERLINK(\"x\")" % (s, c) for s in separators for c in starts]
number = re.compile(r"-?[0-9]+([.,][0-9]+)?$")
path = "project/seuranta/2027/alpi.xml"
plain = open(path, encoding="utf-8").read()
def escaped(text):
    return "".join(c if c.isalnum() else "&#%d;" % ord(c) for c in text)
def cells(text):
    for delimiter in ",;\t|":
        for quoting in csv.QUOTE_MINIMAL, csv.QUOTE_NONE:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):
                yield from ((delimiter, quoting, cell) for cell in row)
# Many in one file: an element each where there may be many.
people = "".join("<vastuuhenkilo>%s</vastuuhenkilo>" % escaped(p) for p in payloads)
text = re.sub("<vastuuhenkilo>.*?</vastuuhenkilo>", lambda m: people, plain, count=1)
text = text.replace("<tehtava>", "<tehtava>" + escaped(payloads[40]), 1)
assert text != plain
open(path, "w", encoding="utf-8").write(text)
def tables(*options):
    # The tables that hold the words, and the numbers.
    for table in "osapuolitilanne", "osapuolentila", "osapuolenvastaus":
        command = [sys.argv[1], "followup", "project", "--year", "2027", "--table", table, *options]
        run = subprocess.run(command, capture_output=True)
        assert run.returncode == 0, run.stderr.decode()
        yield run.stdout.decode("utf-8-sig")
for options in [], ["--for", "excel"], ["--separator", "|"], ["--separator", "tab", "--decimal", ","]:
    out = "".join(tables(*options))
    assert out.count("calc") >= len(payloads) / 2
    seen = 0
    for delimiter, quoting, cell in cells(out):
        seen += 1
        if cell[:1] in "=+-@\t\r\uff1d\uff0b\uff0d\uff20" and cell and not number.match(cell):
            sys.exit("%s: with %r (%d) a cell begins: %s" % (options, delimiter, quoting, ascii(cell[:60])))
    assert seen > 1000
END
status=$?
gives 0
finish
