#!/bin/sh
# A caller that leaves the program little: address space, stack, files, processes, streams, no folder to stand in, an odd
# environment. It does its work, or says what is missing and ends with status 3; it is never ended by a signal.
# shellcheck disable=SC3045 # ulimit -v, -s and -n: dash and bash have them
. "$SOURCE/tests/cli/lib.sh"
project=$WORK/three
three "$project"
echo '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1></body></html>' \
    >a.xhtml

# ends_well: with 0, or with 3 and a message of the program's own; files are whole.
ends_well() {
    case $status in
    0) ;;
    3) grep -qE '^pykala: |failure: ' stdout stderr || fail 'nothing is said' ;;
    *) fail 'it ends badly' ;;
    esac
    if grep -q 'signal' stdout stderr; then
        fail 'a worker was ended by a signal'
    fi
    whole_files out
    rm -rf out
}

# under LIMIT VALUE: all commands under a limit of ulimit.
under() {
    for command in "list $project" "check $project" "typeset a.xhtml -o out/a.pdf" "build $project -o out --party alue"; do
        begin "ulimit $1 $2: $command"
        # shellcheck disable=SC2086 # a command and its arguments
        run sh -c 'ulimit "$1" "$2"; shift 2; exec "$@"' sh "$1" "$2" "$PYKALA" $command
        # Below that the loader finds no room for the libraries.
        grep -q 'while loading shared libraries' stderr || ends_well
    done
}

# Where it is too little for each of the steps: the loader, the schema, the dictionary, the fonts, a paper.
space=40000
while [ "$space" -le 90000 ]; do
    under -v "$space"
    space=$((space + 1000))
done
gives 0

for size in 64 128 255 256; do
    under -s "$size"
done
gives 0
begin 'a stack that is too small is told'
run sh -c 'ulimit -s 128; exec "$@"' sh "$PYKALA" list "$project"
gives 3
says 'the stack may have 128 KiB only'

for count in 3 4 5 6 7 8 9; do
    under -n "$count"
done
gives 0
for size in 1000 2000 4000 8000 16000; do
    under -d "$size"
done

# missing LIBRARY: as it is where its package isn't installed.
missing() {
    rm -rf libraries
    mkdir libraries
    : >"libraries/$1"
}
with_libraries() {
    run env LD_LIBRARY_PATH=libraries "$PYKALA" "$@"
}
# lacks LIBRARY PACKAGE COMMAND…: that is told, and what to do.
lacks() {
    begin "without $1: $3"
    missing "$1"
    library=$1 package=$2
    shift 2
    with_libraries "$@"
    gives 3
    cat stdout stderr >both
    grep -qF "failure: the library $library can't be opened: " both || fail 'it is not told'
    grep -qF "install the Debian package $package" both || fail 'it is not told what to do'
}
lacks libvoikko.so.1 libvoikko1 typeset a.xhtml -o lacking/a.pdf
lacks libvoikko.so.1 libvoikko1 build "$project" -o lacking --party alue
lacks libvoikko.so.1 libvoikko1 check "$project"
no_files lacking
cp -R "$SOURCE/examples/keski-suomi" followed
lacks libxlsxwriter.so.4 libxlsxwriter4 followup followed --year 2026 --format xlsx -o lacking/a.xlsx
no_files lacking
"$PYKALA" new kokoukset followed -o meetings.xlsx >stdout
lacks libzip.so.4 libzip4 new kokoukset followed --from meetings.xlsx
begin 'what needs no library does not ask for it'
for library in libvoikko.so.1 libxlsxwriter.so.4 libzip.so.4; do
    missing $library
    for command in --version --help 'typeset a.xhtml --emit doc'; do
        # shellcheck disable=SC2086 # a command and its arguments
        with_libraries $command
        gives 0
    done
done

begin 'no folder to stand in'
mkdir gone
run sh -c 'cd gone; rmdir ../gone; exec "$@"' sh "$PYKALA" build "$project" -o out
gives 3
says 'cannot be written'

# in_odd VARIABLE…: the papers do not depend on them.
run "$PYKALA" build "$project" -o plain --party alue
gives 0
in_odd() {
    begin "environment: $*"
    run env "$@" "$PYKALA" build "$project" -o out --party alue
    gives 0
    diff -r plain out >differences || fail 'other papers are made'
    rm -rf out
}
in_odd -i
in_odd LC_ALL=garbage LANGUAGE=../../x:%s%n HOME=/nonexistent TMPDIR=/nonexistent PATH=
in_odd HOME=/dev/null XDG_CACHE_HOME=/proc TZ=../../garbage XML_CATALOG_FILES=/dev/zero SGML_CATALOG_FILES=/dev/zero
in_odd LANGUAGE="$(yes 'fi' | head -n 20000 | tr '\n' :)"
in_odd XML_DEBUG_CATALOG=1 LIBXML_DEBUG=1 MALLOC_CHECK_=3 MALLOC_PERTURB_=165
finish
