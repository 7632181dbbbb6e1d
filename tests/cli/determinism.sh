#!/bin/sh
# The same bytes from every run, whatever the number of workers, the locale, the clock and the time zone.
# PAPERS holds what a run with the defaults has made of keski-suomi; LOCPATH a compiled fi_FI.UTF-8.
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi

# What the summary says of lines that are wider than their column: the examples have none.
none_overfull=' 0 overfull lines'

# same NAME COMMAND…: what the command makes in ./NAME is what is in PAPERS.
same() {
    begin "$1"
    folder=$1
    shift
    run "$@" -o "$folder"
    gives 0
    prints "$none_overfull"
    diff -rq "$PAPERS" "$folder" >differences || fail "$(cat differences)"
    rm -rf "$folder"
}

begin 'the locale has a decimal comma'
[ "$(LC_ALL=fi_FI.UTF-8 locale decimal_point)" = , ] || fail 'fi_FI.UTF-8 is not there'

same one-worker env LC_ALL=C TZ=UTC "$PYKALA" build "$example" --jobs 1
none_overfull=' 0 ylitäyttä riviä'
same four-workers-in-finnish env LC_ALL=fi_FI.UTF-8 TZ=Pacific/Auckland "$PYKALA" build "$example" --jobs 4
finish
