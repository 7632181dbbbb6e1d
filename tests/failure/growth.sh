#!/bin/sh
# What is repeated thousands of times takes time and memory as its length, not as the square of it: each of these is done
# in a second or two, and took more than the limits here before.
. "$SOURCE/tests/cli/lib.sh"

# repeat COUNT FORMAT: the format of awk with the number of each.
repeat() {
    awk -v "count=$1" -v "format=$2" 'BEGIN { for (i = 0; i < count; i++) printf format, i, i, i }'
}

seconds=30
# page COUNT BEFORE FORMAT AFTER: a page document with the format so many times is set within the limits.
page() {
    {
        printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1>%s' "$2"
        repeat "$1" "$3"
        printf '%s</body></html>' "$4"
    } >a.xhtml
    run "$PYKALA" typeset --timeout "$seconds" --max-memory 700 a.xhtml -o a.pdf
    gives 0
}

begin 'rows of headings in the head of a table'
page 12000 '<table><thead>' '<tr><th scope="col">a%d</th><th scope="col">b%d</th></tr>' '</thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'
begin 'rows of headings alone'
page 12000 '<table><tbody>' '<tr><th scope="col">a%d</th><th scope="col">b%d</th></tr>' '</tbody></table>'
begin 'data below many rows of headings'
page 6000 "<table><thead>$(repeat 6000 '<tr><th scope="col">a%d</th></tr>')</thead><tbody>" '<tr><td>%d</td></tr>' '</tbody></table>'
begin 'headers of a group of rows'
page 12000 '<table><tbody>' '<tr><th scope="rowgroup">a%d</th><td>b%d</td></tr>' '</tbody></table>'
begin 'rows without cells'
page 150000 '<table><tbody><tr><td>a</td></tr>' '<tr></tr>' '</tbody></table>'
begin 'years of a line chart'
seconds=10
page 8999 '<table class="line-chart"><caption>a</caption><thead><tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th>
    <th scope="col">d</th></tr></thead><tbody>' '<tr><th scope="row">%04d</th><td>%d</td><td>%d</td><td>1</td></tr>' '</tbody></table>'
seconds=30
begin 'languages'
page 60000 '<p>' '<span lang="x-%d">a</span> ' '</p>'

begin 'rows of headings of a table in a project'
copy puitesopimus-2022
{
    sed '/<tausta>/q' project/sopimus.xml
    repeat 12000 '<taulukko><otsikkorivi><solu>a%d</solu></otsikkorivi>' | sed 's/<taulukko>//2g'
    echo '<rivi><solu>a</solu></rivi></taulukko>'
    sed '1,/<tausta>/d' project/sopimus.xml
} >edited
mv edited project/sopimus.xml
run "$PYKALA" build --timeout 30 --max-memory 700 project -o out --paper sopimus
gives 0

# Each was a second for 5 KB and a minute for 60: the pattern of addresses tried each full stop.
for address in "mailto:a@$(many 30000 .a)@" "https://$(many 30000 .a) a" "https://$(many 30000 a.)/ $(many 9 a)"; do
    begin "an address of 60 KB: $(printf %s "$address" | head -c 20)"
    copy puitesopimus-2022
    edit sopimus.xml "0,/<kappale>/s||&<linkki osoite=\"$address\">a</linkki>|"
    run "$PYKALA" check --timeout 5 project
    gives 1
    prints '[xsd-type]'
    ! grep -q 'did you mean' stdout || fail 'an address as long is proposed'
done
begin 'five hundred addresses of a kilobyte'
copy puitesopimus-2022
edit sopimus.xml "0,/<kappale>/s||&$(repeat 500 "<linkki osoite=\"mailto:a@$(many 500 .a)@%d\">a</linkki>")|"
run "$PYKALA" check --timeout 5 project
gives 1

# words: the words in words.txt, one paragraph, are looked up within the limits.
words() {
    copy puitesopimus-2022
    {
        sed '/<tausta>/q' project/sopimus.xml
        echo '<kappale>'
        cat words.txt
        echo '</kappale>'
        sed '1,/<tausta>/d' project/sopimus.xml
    } >edited
    mv edited project/sopimus.xml
    run "$PYKALA" check --spelling --timeout 30 project
    gives 0
}

# different COUNT FIRST: words of capitals that begin so, each another one.
different() {
    awk -v "count=$1" -v "first=$2" 'BEGIN {
        for (i = 0; i < count; i++) {
            word = first
            for (n = i; n; n = int(n / 26)) word = word sprintf("%c", 65 + n % 26)
            printf "%s ", word
        }
    }'
}

begin 'one word that the dictionary does not know, again and again on a line'
repeat 400000 'qwx ' >words.txt
words
prints '"qwx" is not in the dictionary (400000 times)'
begin 'words that it does not know, each another one'
different 60000 QX | tr '[:upper:]' '[:lower:]' >words.txt
words
prints '[prose-spelling]'
begin 'acronyms, each another one'
different 400000 QX >words.txt
words
begin 'words between comments'
repeat 100000 'qwx<!-- %d -->' >words.txt
words
prints '"qwx" is not in the dictionary (100000 times)'

for mark in '<!--' '-->' '<?' ']]>' '<![CDATA[' '&' '<a '; do
    begin "a template of a project's own of 7 MB of $mark"
    own
    {
        printf '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        awk -v "mark=$mark" 'BEGIN { for (i = 7000000 / length(mark); i > 0; i--) printf "%s", mark }'
    } >project/pohjat/tiedote.xsl
    run "$PYKALA" check --timeout 30 project
    gives 1
    prints 'pohjat/tiedote.xsl:1: error: '
done
finish
