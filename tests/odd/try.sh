#!/bin/bash
# Runs files of any kind through the program, each as a file alone, as a project, as a part of one and as a party's
# answers, and through the fuzz targets that read bytes. Fails for an exit status that is neither 0 nor 1, a report of
# a sanitizer, or a run over SECONDS. Needs in the environment: PYKALA, INPUT and DOC, the program and the fuzz
# targets' drivers with sanitizers; SOURCE, the source folder; WORK, a folder of its own, which is emptied.
# usage: try.sh SECONDS FILE|FOLDER…
set -u
seconds=$1
shift
rm -rf "$WORK"
mkdir -p "$WORK"
export LC_ALL=C.UTF-8 ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}exitcode=99
export UBSAN_OPTIONS=${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}exitcode=99:print_stacktrace=1
mapfile -d '' -t files < <(find -L "$@" -type f -size -17M -print0 | sort -z)
group=20 # files in one process: starting it takes longer than a file
found=0

# put NUMBER FILE: the places in which a file is checked.
put() {
    local place=$WORK/$1
    if [ ! -d "$place" ]; then
        mkdir -p "$place/whole"
        cp -R "$SOURCE/tests/data/kolme" "$place/part"
        cp -R "$SOURCE/tests/data/followup" "$place/answers"
        chmod -R u+w "$place"
    fi
    for copy in alone.xml whole/hanke.xml part/sopimus.xml answers/seuranta/2026/alpi.xml; do
        cp "$2" "$place/$copy"
    done
    targets+=("$place/alone.xml" "$place/whole" "$place/part" "$place/answers/seuranta/2026")
}

# well COMMAND…: whether it ends as it should.
well() {
    timeout "$seconds" "$@" >"$WORK/stdout" 2>"$WORK/stderr"
    local status=$?
    [ $status -le 1 ] && ! grep -qE 'Sanitizer|runtime error:' "$WORK/stderr"
}

# through FILE…: whether all go well in the program, and in the drivers.
through() {
    local targets=() number=0
    for file in "$@"; do
        put $((number++)) "$file"
    done
    well "$PYKALA" check "${targets[@]}" && well "$INPUT" "$@" && well "$DOC" "$@"
}

for ((i = 0; i < ${#files[@]}; i += group)); do
    through "${files[@]:i:group}" && continue
    for file in "${files[@]:i:group}"; do
        through "$file" && continue
        echo "FAILED: $file"
        head -n 30 "$WORK/stderr" | sed 's/^/  /'
        found=$((found + 1))
    done
done
echo "${#files[@]} files, $found that went wrong"
[ ${#files[@]} -gt 0 ] && [ $found -eq 0 ]
