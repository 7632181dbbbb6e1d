#!/bin/sh
# Compares the words of the papers of examples/asian-vaiheet, in which one matter goes through its whole life, with those
# that were read: of each paper its pieces of text, a line each.
# usage: minutes.sh PYKALA    With PYKALA_GOLDEN_UPDATE=1 the words are written anew instead.
set -eu
pykala=$1
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$pykala" build ../../examples/asian-vaiheet --emit doc -o "$work/papers" >"$work/report"
cd "$work/papers"
find . -name '*.doc' | LC_ALL=C sort | while read -r paper; do
    echo "= ${paper#./}"
    sed -nE 's/^ *text "(.*)"$/\1/p' "$paper"
done >"$work/words"
cd "$OLDPWD"
[ "$(wc -l <"$work/words")" -gt 500 ] || { cat "$work/report"; exit 1; }
if [ -n "${PYKALA_GOLDEN_UPDATE:-}" ]; then
    cp "$work/words" minutes.txt
else
    diff -u minutes.txt "$work/words"
fi
