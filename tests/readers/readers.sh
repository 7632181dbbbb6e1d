#!/bin/sh
# Reads every paper of the examples, and the page documents of tests/golden/layout and tests/pages, with six readers of PDF files,
# which must find all words of their page documents, and searches others for words that stand hyphenated. npm's and Maven's
# packages come into the build folder.
# Needs in the environment: PYKALA, SOURCE, PAPERS (the PDF files), WORK, PYTHON (with the packages of tests/python).
set -eu
here=$SOURCE/tests/readers
tools=$WORK/tools
rm -rf "$WORK/documents" "$WORK/texts"
mkdir -p "$tools" "$WORK/documents" "$WORK/texts"

cp "$here/package.json" "$tools/"
npm install --prefix "$tools" --silent --no-audit --no-fund
mvn -q -B -Dstyle.color=never -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$tools/pdfbox"

list=$WORK/list
: >"$list"
for example in keski-suomi puitesopimus-2022 asian-vaiheet; do
    "$PYKALA" build "$SOURCE/examples/$example" --emit xhtml -o "$WORK/documents/$example" >/dev/null
    (cd "$WORK/documents" && find "$example" -name '*.xhtml') | LC_ALL=C sort | while read -r document; do
        printf '%s\t%s\n' "$WORK/documents/$document" "$PAPERS/${document%.xhtml}.pdf" >>"$list"
    done
done
for folder in golden/layout pages; do
    for document in "$SOURCE/tests/$folder"/*.xhtml; do
        pdf=$PAPERS/${folder#golden/}/$(basename "$document" .xhtml).pdf
        [ ! -f "$pdf" ] || printf '%s\t%s\n' "$document" "$pdf" >>"$list"
    done
done
"$PYTHON" "$here/readers.py" "$WORK/texts" "$tools" "$tools/pdfbox" "$list"

rm -rf "$WORK/searches"
mkdir "$WORK/searches"
"$PYTHON" "$here/searches.py" "$PYKALA" "$WORK/searches" "$tools" "$WORK"/documents/keski-suomi/yhteiset/*.xhtml \
    "$WORK"/documents/keski-suomi/joutsa/s*.xhtml
