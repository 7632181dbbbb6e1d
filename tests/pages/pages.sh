#!/bin/sh
# Sets every page document in this folder and compares what is said of it with the text kept beside it, NAME.out; without one
# nothing is said. A document of which an error is told gives status 1 and no file; the others' files go to a folder, for
# tests/conformance. usage: pages.sh PYKALA FOLDER    With PYKALA_GOLDEN_UPDATE=1 the texts are written anew instead.
set -eu
pykala=$1
folder=$2
cd "$(dirname "$0")"
said=$(mktemp)
trap 'rm -f "$said"' EXIT
# The fonts of tests/data/fonts are installed for these documents alone.
XDG_DATA_HOME=$(cd ../data && pwd)
export XDG_DATA_HOME
rm -rf "$folder"
mkdir -p "$folder"

failed=0
compared=0
for document in *.xhtml; do
    name=${document%.xhtml}
    theme=
    [ ! -f "$name.teema.xml" ] || theme="--theme $name.teema.xml"
    status=0
    # shellcheck disable=SC2086 # an option and its word
    "$pykala" typeset "$document" $theme -o "$folder/$name.pdf" 2>"$said" || status=$?
    expected=0
    ! grep -q ': error: ' "$said" || expected=1
    if [ "$status" -ne "$expected" ] || { [ "$status" -ne 0 ] && [ -e "$folder/$name.pdf" ]; }; then
        echo "$document: status $status instead of $expected, or a file in spite of an error"
        failed=$((failed + 1))
    fi
    if [ -n "${PYKALA_GOLDEN_UPDATE:-}" ]; then
        rm -f "$name.out"
        [ ! -s "$said" ] || cp "$said" "$name.out"
    elif [ -f "$name.out" ]; then
        diff -u "$name.out" "$said" || failed=$((failed + 1))
    elif [ -s "$said" ]; then
        echo "$document:"
        cat "$said"
        failed=$((failed + 1))
    fi
    compared=$((compared + 1))
done
echo "$((compared - failed)) passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$compared" -gt 0 ]
