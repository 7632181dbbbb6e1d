#!/bin/sh
# Compares the headers that cells name with HTML's algorithm (headers.py): in the page documents of this folder and of
# tests/golden/layout, and in random ones (random_pages.py). usage: headers.sh PYKALA SEED COUNT
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.png "$here"/*.jpg "$work"
python3 "$here/random_pages.py" "$2" "$3" "$work"
python3 "$here/headers.py" "$1" "$here"/*.xhtml "$here"/../golden/layout/*.xhtml "$work"/*.xhtml
