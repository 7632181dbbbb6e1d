#!/bin/sh
# Compares what a screen reader gets of three papers of examples/keski-suomi with what was read: the structure tree with headings,
# tables and their headers, text alternatives and words instead of signs. The region's report must take twelve minutes at most.
# usage: heard.sh PYKALA    With PYKALA_GOLDEN_UPDATE=1 it is written anew instead.
set -eu
pykala=$1
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
words_a_minute=150

"$pykala" build ../../examples/keski-suomi --paper seuranta-alue-2027,seuranta-osapuoli-2027,seuranta-hallitus-2027 --emit tags -o "$work/papers" >"$work/report"
for paper in yhteiset/seuranta-2027 joutsa/seuranta-2027 joutsa/seuranta-2027-kunnanhallitus; do
    echo "= $paper"
    sed -E 's/ #[0-9]+//' "$work/papers/$paper.tags"
done >"$work/heard"

words=$(grep -oE '"[^"]*"' "$work/papers/yhteiset/seuranta-2027.tags" | tr -d '"' | wc -w)
if [ "$words" -lt 500 ] || [ "$words" -gt $((12 * words_a_minute)) ]; then
    echo "the region's report has $words words to listen to"
    exit 1
fi
if [ -n "${PYKALA_GOLDEN_UPDATE:-}" ]; then
    cp "$work/heard" heard.txt
else
    diff -u heard.txt "$work/heard"
fi
