#!/bin/sh
# Each stage can be looked at as text, in a folder or on standard output.
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi

# shows STAGE ENDING TEXT: the stage's text of one paper holds TEXT, and comes out the same both ways.
shows() {
    begin "--emit $1"
    run "$PYKALA" build "$example" --emit "$1" --party joutsa --paper sopimus-hallitus
    gives 0
    prints "$3"
    cp stdout shown
    run "$PYKALA" build "$example" --emit "$1" --party joutsa --paper sopimus-hallitus -o out
    gives 0
    cmp -s shown "out/joutsa/sopimus-kunnanhallitus.$2" || fail 'folder and standard output differ'
}

shows data xml 'osapuoli="joutsa"'
shows xhtml xhtml '<h1'
shows doc doc 'Joutsan kunta'
shows pages pages 'Joutsan kunta'
shows tags tags 'H1'

begin 'a page document is typeset as build does it'
run "$PYKALA" typeset out/joutsa/sopimus-kunnanhallitus.xhtml --theme "$example/teema.xml" \
    -o alone.pdf
gives 0
run "$PYKALA" build "$example" --party joutsa --paper sopimus-hallitus -o out
gives 0
cmp -s alone.pdf out/joutsa/sopimus-kunnanhallitus.pdf || fail 'the two files differ'

begin 'page documents typeset together are those typeset alone'
run "$PYKALA" build "$example" --emit xhtml --party luhanka --paper neuvottelut-hallitus -o out
run "$PYKALA" typeset out/joutsa/sopimus-kunnanhallitus.xhtml out/luhanka/neuvottelut-kunnanhallitus.xhtml \
    --theme "$example/teema.xml" -o together
gives 0
cmp -s alone.pdf together/sopimus-kunnanhallitus.pdf || fail 'the two files differ'
[ -s together/neuvottelut-kunnanhallitus.pdf ] || fail 'the second document is missing'
run "$PYKALA" typeset out/luhanka/neuvottelut-kunnanhallitus.xhtml together/../out/luhanka/neuvottelut-kunnanhallitus.xhtml -o together
gives 1
says 'two documents would be written to together/neuvottelut-kunnanhallitus.pdf'

begin 'several papers come in the order of the list'
run "$PYKALA" build "$example" --emit xhtml --party joutsa,luhanka --paper neuvottelut-hallitus --jobs 2
gives 0
grep -oE 'Joutsan kunta|Luhangan kunta' stdout | uniq | head -n 2 | tr '\n' ' ' >order
[ "$(cat order)" = 'Joutsan kunta Luhangan kunta ' ] || fail "the order is: $(cat order)"

begin 'the data and the templates work in xsltproc, too'
run "$PYKALA" build "$example" --emit data --party joutsa --paper sopimus-hallitus
mv stdout data.xml
run "$PYKALA" build "$example" --emit xhtml --party joutsa --paper sopimus-hallitus
mv stdout expected.xhtml
run xsltproc "$SOURCE/templates/paatosehdotus.xsl" data.xml
gives 0
[ "$(cat stdout)" = "$(cat expected.xhtml)" ] || fail 'xsltproc makes another page'
finish
