#!/bin/sh
# Holds that files of src/ that call each other stand above one another: none calls, by whatever way, one that calls it.
# usage: circles.sh BUILD-FOLDER
set -eu
cd "$1"

# A cell holds blocks, and a block may be a table: what measures and sets a table's cells is one with what sets blocks.
nm -A -P src/*/libpykala_*.a | sed -nE 's|^.*/libpykala_([a-z]+)\.a\[(.+)\.c\.o\]: ([^ ]+) (.).*|\1/\2 \3 \4|p' |
    sed -E 's#^layout/(block|list|table|table_columns|table_rows) #layout/blocks #' |
    awk '
    $3 ~ /[TDBRC]/ { file[$2] = $1 }
    $3 == "U" { calls[++count] = $1 " " $2 }
    END {
        if (!count) print "no calls were found"
        for (i = 1; i <= count; i++) {
            split(calls[i], call, " ")
            if (file[call[2]] != "" && file[call[2]] != call[1]) print call[1], file[call[2]]
        }
    }' | LC_ALL=C sort -u >circles.txt
grep -q '^xml/parse xml/source$' circles.txt || { echo 'a call that everybody can see is not seen: circles.txt'; exit 1; }

# tsort(1) names the files of each circle on standard error.
if ! tsort circles.txt >/dev/null 2>circles.found; then
    echo 'files that call each other in a circle (what several of them need belongs into a file below them):'
    sed -n 's/^tsort: //p' circles.found | grep -v 'contains a loop'
    exit 1
fi
