#!/bin/sh
# Compares the receipts, as text and as HTML, and the reminder with those that were read: one of each verdict, in each language.
# usage: receipts.sh PYKALA    With PYKALA_GOLDEN_UPDATE=1 they are written anew instead.
set -eu
pykala=$1
cd "$(dirname "$0")"
example=$PWD/../../examples/keski-suomi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$example" "$work/project"
chmod -R u+w "$work/project"
here=$PWD
cd "$work"
year=project/seuranta/2026
answers=$example/seuranta/2026

rm "$year/konnevesi.xml" "$year/joutsa.xml" "$year/laukaa.xml"
cp "$answers/konnevesi.xml" konnevesi.xml
sed '/<vastaus mittari="tietotarpeet-ilmoitettu">/,/<\/vastaus>/d' "$answers/joutsa.xml" >joutsa.xml
sed 's/paivays="2026-11-09"/paivays="9.11.2026"/; 0,/vastaus mittari="/ s//&q/' "$answers/joutsa.xml" >rejected.xml
"$pykala" new seuranta project --year 2026 --party kinnula -o . >made
cp -R project broken
sed -i '0,/<toimenpide tunnus="[^"]*"/ s//<toimenpide/' broken/suunnitelma.xml

# written LANGUAGE PROJECT FILE STATUS: receives a file and appends its receipts.
written() {
    status=0
    "$pykala" receive --lang "$1" --receipts receipts "$2" "$3" >printed 2>&1 || status=$?
    [ "$status" -eq "$4" ] || { echo "$3: status $status, not $4"; cat printed; exit 1; }
    cmp -s printed "receipts/$3.txt" || { echo "$3: what is printed is not the receipt"; exit 1; }
    { echo "=== $3"; cat "receipts/$3.txt"; } >>"text.$1"
    { echo "=== $3"; cat "receipts/$3.html"; } >>"html.$1"
}

for language in "fi" sv en; do
    cp -R project now
    written $language now rejected.xml 1
    written $language now kinnula.xml 1
    written $language broken konnevesi.xml 4
    written $language now konnevesi.xml 0
    written $language now joutsa.xml 0
    cp rejected.xml now/seuranta/2026/joutsa.xml
    : >now/seuranta/2026/laukaa.docx
    "$pykala" check --lang $language --format reminder now/seuranta/2026 >reminder && exit 1
    { echo "=== reminder"; cat reminder; } >>text.$language
    "$pykala" check --lang $language --format html -o pages now/seuranta/2026 >counts && exit 1
    { echo "=== index.html"; cat pages/index.html; echo "=== laukaa.docx"; cat pages/*laukaa*.html; } >>html.$language
    rm -r now pages receipts
done

mkdir -p "$here/receipts"
for language in "fi" sv en; do
    for form in text html; do
        # The style is no text, and a version is not a change of the receipts.
        sed -E 's/pykala [0-9]+(\.[0-9]+)+/pykala VERSION/; /^<style>/d' $form.$language >"$form.now"
        if [ -n "${PYKALA_GOLDEN_UPDATE:-}" ]; then
            cp "$form.now" "$here/receipts/$language.$form"
        else
            diff -u "$here/receipts/$language.$form" "$form.now"
        fi
    done
done
