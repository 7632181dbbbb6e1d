#!/bin/sh
# Every PDF file in a folder is sound by qpdf's own reading.
# usage: qpdf.sh FOLDER
set -eu
find "$1" -name '*.pdf' >"$1.list"
[ -s "$1.list" ] || { echo "there are no papers in $1"; exit 1; }
failed=0
while read -r file; do
    qpdf --check "$file" >"$1.qpdf" 2>&1 || { echo "$file"; cat "$1.qpdf"; failed=1; }
done <"$1.list"
rm -f "$1.list" "$1.qpdf"
exit "$failed"
