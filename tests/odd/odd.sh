#!/bin/sh
# A small file for each way in which XML can be odd: none breaks the program (try.sh), and what is said of each, and
# where, is what verdicts.txt says. With ODD_UPDATE=1, writes verdicts.txt anew.
. "$SOURCE/tests/cli/lib.sh"
files=$SOURCE/tests/odd/files

begin 'nothing breaks'
WORK=$WORK/try run bash "$SOURCE/tests/odd/try.sh" 60 "$files"
gives 0

# Each message of a file as PLACE RULE, or "right".
run sh -c 'cd "$1" && exec "$2" check --lang en *' sh "$files" "$PYKALA"
gives 1
for file in "$files"/*; do
    name=$(basename "$file")
    told=$(sed -nE "s/^$name:([0-9]+:[0-9]+): [a-z]+: .*\\[([a-z-]+)\\]\$/ \\1 \\2/p" stdout | tr -d '\n')
    echo "$name:${told:- right}"
done >verdicts.txt
[ -z "${ODD_UPDATE:-}" ] || cp verdicts.txt "$SOURCE/tests/odd/verdicts.txt"
begin 'what is said'
run diff "$SOURCE/tests/odd/verdicts.txt" verdicts.txt
gives 0
finish
