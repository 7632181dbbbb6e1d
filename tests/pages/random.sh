#!/bin/sh
# Sets page documents that look random (random_pages.py). Nothing crashes; the files that are made go to a folder beside
# their documents, for tests/conformance, tests/ink and tests/readers. usage: random.sh PYKALA FOLDER SEED COUNT
set -eu
pykala=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$folder"
mkdir -p "$folder"
cp "$here"/*.png "$here"/*.jpg "$work"
python3 "$here/random_pages.py" "$3" "$4" "$work"
cd "$work"
status=0
cp ./*.xhtml "$folder"
"$pykala" typeset ./*.xhtml -o "$folder" >said 2>&1 || status=$?
made=$(find "$folder" -name '*.pdf' | wc -l)
refused=$(grep -oE '^\./[0-9]+\.xhtml:[0-9]+(:[0-9]+)?: error:' said | cut -d: -f1 | sort -u | wc -l)
echo "$made made, $refused refused, status $status"
if grep -q 'failure:' said || [ "$status" -gt 1 ] || [ $((made + refused)) -ne "$4" ] || [ "$made" -lt $(($4 / 2)) ]; then
    grep -B1 -A2 'failure:' said | head -n 20
    exit 1
fi
