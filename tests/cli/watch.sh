#!/bin/sh
# --watch makes a result again when something changes that it came from, tells what is wrong and goes on, and ends cleanly.
. "$SOURCE/tests/cli/lib.sh"

# A copy of the program with files of its own, so that those can change.
mkdir -p program/share/pykala
cp "$PYKALA" program/pykala
cp -R "$SOURCE/templates" "$SOURCE/schemas" "$SOURCE/fonts" program/share/pykala
chmod -R u+w program

# watch ARGUMENTS…: starts the program in the background, which empties the files too late for who counts rounds.
watch() {
    : >stdout
    : >stderr
    program/pykala "$@" --watch >stdout 2>stderr &
    watcher=$!
}

# rounds: how many are done.
rounds() {
    grep -c '^Waiting for changes' stderr
}
has_done() {
    [ "$(rounds)" -ge "$1" ]
}

# another_round: waits till one more is done than when `rounds` was asked last.
done_before=0
another_round() {
    until_true has_done $((done_before + 1))
    done_before=$(rounds)
}

prints_nothing() {
    [ ! -s stdout ] || fail 'standard output is not empty'
}

stop() {
    kill -TERM "$watcher"
    wait "$watcher"
    status=$?
    done_before=0
}

page() {
    printf '%s' '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1>'
    printf '<p>%s</p><figure><img src="kuva.png" alt="b"/></figure></body></html>\n' "$1"
}

# as_typeset: page.pdf is what the files give now.
as_typeset() {
    "$PYKALA" typeset page.xhtml --theme theme.xml -o expected.pdf 2>typeset-stderr && cmp expected.pdf page.pdf
}

begin 'typeset: the first time'
cp "$SOURCE/examples/keski-suomi/teema.xml" theme.xml
cp "$SOURCE/tests/golden/layout/kuvio.png" kuva.png
page yksi >page.xhtml
watch typeset page.xhtml --theme theme.xml -o page.pdf --timeout 10
another_round
until_true as_typeset
prints_nothing
says 'Documents made: 1 of 1 ('

begin 'typeset: another file in the place of the document'
page kaksi >page.new
mv page.new page.xhtml
until_true as_typeset

begin 'typeset: the document written in place'
page kolme >page.xhtml
until_true as_typeset

begin 'typeset: a document that is broken'
cp page.pdf kept.pdf
echo '<html' >page.xhtml
until_true grep -q 'page-well-formed' stderr
until_true grep -q 'Documents made: 0 of 1' stderr
cmp kept.pdf page.pdf || fail 'the earlier PDF is not there any more'

begin 'typeset: a document that is gone'
rm page.xhtml
until_true grep -q 'file-missing' stderr
cmp kept.pdf page.pdf || fail 'the earlier PDF is not there any more'

begin 'typeset: the document is right again'
page neljä >page.xhtml
until_true as_typeset

# Time or memory, whichever is over first on this machine; limits.sh tries each.
begin 'typeset: a document that takes too much'
{
    page '' | sed 's/<figure.*//'
    awk 'BEGIN { for (i = 0; i < 400000; i++) print "<p>Kappale on " i ". tässä.</p>" }'
    echo '</body></html>'
} >page.new
mv page.new page.xhtml
until_true grep -Eq 'paper-time|paper-memory|worker-died' stderr
page viisi >page.xhtml
until_true as_typeset

begin 'typeset: the theme'
sed 's/#1F3A5F/#123456/' theme.xml >theme.new
mv theme.new theme.xml
until_true as_typeset

begin 'typeset: an image'
cp "$SOURCE/tests/golden/layout/kuvio.jpg" kuva.png
until_true as_typeset

begin 'typeset: the end'
stop
gives 0
[ -z "$(find . -maxdepth 1 -name '.pykala-*')" ] || fail 'a temporary file is left'

copy keski-suomi
wanted=papers/joutsa/sopimus-kunnanhallitus.pdf

# as_built: the paper is what the project and the program's files give now.
as_built() {
    program/pykala build project -o expected --party joutsa --paper sopimus-hallitus &&
        cmp "expected/${wanted#papers/}" "project/$wanted"
}

begin 'build: the first time, into the project'
watch build project -o project/papers --party joutsa --paper sopimus-hallitus
another_round
as_built || fail 'the paper is not that of a build'
[ "$(find project/papers -type f)" = "project/$wanted" ] || fail 'other papers have been made'
says '1 paper, '
prints_nothing

begin 'build: the data'
edit sopimus.xml 's/perustuu puitesopimukseen/nojaa puitesopimukseen/'
another_round
as_built || fail 'the paper is not that of a build'
pdftotext "project/$wanted" - | grep -q 'nojaa puitesopimukseen' || fail 'the paper is the earlier one'

begin 'build: a template'
sed 's/Päätösehdotus/Ratkaisuehdotus/' program/share/pykala/templates/fi/sanat.xsl >sanat.xsl
mv sanat.xsl program/share/pykala/templates/fi/sanat.xsl
another_round
as_built || fail 'the paper is not that of a build'
pdftotext "project/$wanted" - | grep -q 'Ratkaisuehdotus' || fail 'the paper is the earlier one'

begin 'build: the theme'
edit teema.xml 's/#1F3A5F/#123456/'
another_round
as_built || fail 'the paper is not that of a build'

begin 'build: a project that is broken'
cp "project/$wanted" kept.pdf
cp project/hanke.xml right.xml
edit hanke.xml 's,<paperit>,<paperi>,'
another_round
says 'xml-well-formed'
says 'No paper was made ('
cmp kept.pdf "project/$wanted" || fail 'the earlier PDF is not there any more'

begin 'build: a template that is broken'
cp right.xml new.xml
mv new.xml project/hanke.xml
another_round
cp program/share/pykala/templates/paatosehdotus.xsl right.xsl
echo '<broken' >new.xsl
mv new.xsl program/share/pykala/templates/paatosehdotus.xsl
another_round
says 'paatosehdotus.xsl:'
cmp kept.pdf "project/$wanted" || fail 'the earlier PDF is not there any more'
mv right.xsl program/share/pykala/templates/paatosehdotus.xsl
another_round
as_built || fail 'the paper is not that of a build'

begin 'build: the party leaves the register, and comes back'
cp project/osapuolet.xml right.xml
edit osapuolet.xml 's/"joutsa"/"joutsakka"/'
another_round
mv right.xml project/osapuolet.xml
another_round
as_built || fail 'the paper is not that of a build'

begin 'build: a schema'
sed 's/name="hanke"/name="hanki"/' program/share/pykala/schemas/hanke.xsd >hanke.xsd
cp program/share/pykala/schemas/hanke.xsd right.xsd
mv hanke.xsd program/share/pykala/schemas/hanke.xsd
another_round
mv right.xsd program/share/pykala/schemas/hanke.xsd
another_round
as_built || fail 'the paper is not that of a build'

begin 'build: what is written is no change'
count=$(rounds)
[ "$count" -eq 12 ] || fail "there have been $count rounds"

begin 'build: the end'
stop
gives 0
whole_files project/papers

begin 'the end in the middle of a round'
watch build project -o all --jobs 1
has_paper() {
    [ -n "$(find all -name '*.pdf' 2>/dev/null)" ]
}
until_true has_paper
stop
gives 0
says 'Stopped'
whole_files all

begin 'a party that the project does not have'
watch build project -o other --party nobody
wait "$watcher"
status=$?
gives 2

begin 'no folder'
run "$PYKALA" build project --emit xhtml --watch
gives 2
says 'say with -o'
run "$PYKALA" typeset page.xhtml --emit pages --watch
gives 2
says 'with -o'
finish
