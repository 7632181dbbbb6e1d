#!/bin/bash
# Runs the program over what the tests have it read: tests/broken, and the examples with every command. Fails
# when a sanitizer reports something, whichever process it is in, or when one of them doesn't go as its test wants it.
# Needs in the environment: SOURCE, the source folder; BUILD, a build of the program and the fuzz targets by clang; WORK, a
# folder of its own, which is emptied.
# usage: program.sh
set -u
rm -rf "$WORK"
mkdir -p "$WORK"
export PYKALA=$BUILD/pykala INPUT=$BUILD/tests/fuzz/fuzz_input DOC=$BUILD/tests/fuzz/fuzz_doc
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}log_path=$WORK/report:exitcode=99
export UBSAN_OPTIONS=${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}log_path=$WORK/report:exitcode=99
failed=0
commands=0

# goes NAME STATUS COMMAND…: whether it ends with the status.
goes() {
    local name=$1 wanted=$2 status
    shift 2
    commands=$((commands + 1))
    "$@" >"$WORK/$name.log" 2>&1
    status=$?
    [ $status -eq "$wanted" ] && return
    echo "$name: status $status, not $wanted: see $WORK/$name.log" >&2
    failed=1
}

goes broken 0 perl "$SOURCE/tests/broken/broken.pl" "$PYKALA" "$WORK/broken"
goes odd 0 env WORK="$WORK/odd" bash "$SOURCE/tests/odd/try.sh" 120 "$WORK/broken/odd"

for example in keski-suomi puitesopimus-2022; do
    project=$WORK/examples/$example
    mkdir -p "$WORK/examples"
    cp -R "$SOURCE/examples/$example" "$project"
    goes "$example-check" 0 "$PYKALA" check "$project"
    goes "$example-spelling" 0 "$PYKALA" check --spelling --format html -o "$project-receipts" "$project"
    goes "$example-list" 0 "$PYKALA" list "$project"
    goes "$example-build" 0 "$PYKALA" build "$project" -o "$project-papers"
    [ -d "$project/seuranta" ] || continue
    for folder in "$project"/seuranta/*/; do
        year=$(basename "$folder")
        goes "$example-followup-$year" 0 "$PYKALA" followup "$project" --year "$year" -o "$project-figures-$year"
        goes "$example-new-$year" 0 "$PYKALA" new seuranta "$project" --year "$year" -o "$project-new-$year"
    done
done

reports=$(find "$WORK" -name 'report.*')
[ -z "$reports" ] || printf 'a sanitizer has reported: %s\n' "$reports" >&2
echo "program: $commands commands"
[ $failed -eq 0 ] && [ -z "$reports" ]
