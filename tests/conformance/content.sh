#!/bin/sh
# Every paper of an example holds, as text that can be copied and searched, what the data says it must.
# usage: content.sh PROJECT PAPERS WORK; PYKALA names the program.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$1 papers=$2 work=$3
rm -rf "$work"
mkdir -p "$work"

"$PYKALA" build "$project" --emit data -o "$work" >/dev/null
failed=0
checked=0
find "$work" -name '*.xml' | LC_ALL=C sort >"$work/list"
while read -r data; do
    name=${data#"$work"/}
    name=${name%.xml}
    xsltproc --nonet -o "$work/expected" "$here/content.xsl" "$data"
    pdftotext -raw "$papers/$name.pdf" "$work/text"
    perl "$here/content.pl" "$name" "$work/expected" "$work/text" || failed=$((failed + 1))
    checked=$((checked + 1))
done <"$work/list"
echo "$checked papers, $failed of them without something that they must hold"
[ "$failed" -eq 0 ] && [ "$checked" -gt 0 ]
