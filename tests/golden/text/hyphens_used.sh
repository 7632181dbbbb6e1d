#!/bin/sh
# Tells where the words of a project's papers are cut, and fails where one is cut at a last resort or elsewhere than
# the dictionary says. usage: hyphens_used.sh PYKALA GOLDEN_TEXT PROJECT
set -eu
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$1" build "$3" --emit pages -o "$pages" >/dev/null
find "$pages" -name '*.pages' -exec cat {} + | awk '
    $1 != "run" { next }
    {
        text = $0
        sub(/^[^"]*"/, "", text)
        sub(/"[^"]*$/, "", text)
    }
    $NF == waiting { split(text, words, " "); print before "|" words[1]; waiting = "" }
    / soft-hyphen / { waiting = $NF; count = split(last, words, " "); before = words[count] }
    { last = text }' | "$2" --used
