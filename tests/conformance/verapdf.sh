#!/bin/sh
# Checks PDF files against PDF/UA-1 and PDF/A-2a with veraPDF, which Maven fetches at the first run.
#   tests/conformance/verapdf.sh FILE_OR_FOLDER…
# Exits with 1 and lists the files and the rules they break when any file fails, cannot be read, or
# was not checked.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tools=$here/../../build/verapdf

fetch() {
    cmp -s "$here/pom.xml" "$tools/pom.xml" && return
    mkdir -p "$tools/.."
    fresh=$(mktemp -d "$tools.XXXXXX")
    mvn -q -B -Dstyle.color=never -f "$here/pom.xml" dependency:copy-dependencies \
        -DoutputDirectory="$fresh"
    cp "$here/pom.xml" "$fresh"
    rm -rf "$tools"
    mv "$fresh" "$tools"
}

# check FLAVOUR REPORT FILE…: true when veraPDF passes every file.
check() {
    flavour=$1 report=$2
    shift 2
    java -Xmx1g -cp "$tools/*" org.verapdf.apps.GreenfieldCliWrapper \
        --flavour "$flavour" --nonpdfext --format text --verbose "$@" >"$report" 2>&1 || true
    [ "$(grep -c "^PASS .* $flavour\$" "$report")" -eq $# ]
}

[ $# -gt 0 ] || { echo "usage: $0 FILE_OR_FOLDER..." >&2; exit 2; }
fetch
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One name a line, each once; a name that leads nowhere stays, so that veraPDF fails on it.
for name; do
    if [ -d "$name" ]; then find "$name" -type f -name '*.pdf'; else echo "$name"; fi
done | sort -u >"$work/files"
[ -s "$work/files" ] || { echo "no PDF files under: $*" >&2; exit 1; }
IFS='
'
set -f
# shellcheck disable=SC2046 # split at line ends, on purpose
set -- $(cat "$work/files")

check ua1 "$work/ua1" "$@" & first=$!
failed=0
check 2a "$work/2a" "$@" || failed=1
wait $first || failed=1
for flavour in ua1 2a; do
    passed=$(grep -c "^PASS .* $flavour\$" "$work/$flavour" || true)
    echo "veraPDF $flavour: $passed of $# files pass"
    grep -v '^PASS ' "$work/$flavour" >&2 || true
done
exit $failed
