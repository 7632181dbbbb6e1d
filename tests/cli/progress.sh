#!/bin/sh
# On a terminal standard error shows how many files are written, and the bar goes at the end; elsewhere nothing.
. "$SOURCE/tests/cli/lib.sh"
project=$SOURCE/tests/data/kolme
"$PYKALA" build "$project" -o documents --party alue --emit xhtml >stdout 2>stderr
documents=$(find documents -name '*.xhtml' | sort | tr '\n' ' ')
count=$(echo "$documents" | wc -w)
[ "$count" -ge 2 ] || fail 'there are not several documents'

# on_terminal COMMAND: standard error and output are one terminal; its lines are set apart by their returns.
on_terminal() {
    script -qefc "$1" /dev/null | tr '\r' '\n' >stdout
    : >stderr
}

# counts_up FROM TO
counts_up() {
    number=$1
    while [ "$number" -le "$2" ]; do
        grep -qxE "\[#*-*\] $number/$2" stdout || fail "the bar does not show $number/$2"
        number=$((number + 1))
    done
    grep -q "$(printf '^\033\[K')" stdout || fail 'the bar stays'
}

begin 'a batch on a terminal'
on_terminal "'$PYKALA' build '$project' -o out --party alue --jobs 1"
counts_up 0 "$count"

begin 'several page documents on a terminal'
on_terminal "'$PYKALA' typeset $documents -o out"
counts_up 0 "$count"

begin 'no terminal'
# shellcheck disable=SC2086
run "$PYKALA" typeset $documents -o out
gives 0
silent
[ ! -s stdout ] || fail 'standard output is not empty'
finish
