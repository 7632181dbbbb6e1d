#!/bin/sh
# Every allocation, and every call that makes a file, fails in turn in a small build: a message, exit status 3, and no
# half-written file. Of the allocations every STRIDE-th is tried (else every 61st; 1 is all of them: some minutes).
. "$SOURCE/tests/cli/lib.sh"
project=$SOURCE/tests/data/kolme
export PYKALA_FAIL_LOG="$WORK/log"

# as_whole: what has a paper's name is that paper, and nothing else is there.
as_whole() {
    find "$1" -type f >files 2>/dev/null
    while read -r file; do
        cmp -s "$file" "whole${file#"$1"}" || fail "not whole: $file"
    done <files
}

begin 'an undisturbed run'
run "$PYKALA" build "$project" -o whole --jobs 1 --party alue,yla-jarvi
gives 0

begin 'memory'
run env LD_PRELOAD="$INJECT" PYKALA_FAIL=memory PYKALA_STRIDE="${STRIDE:-61}" \
    "$PYKALA" build "$project" -o memory --jobs 1 --party alue,yla-jarvi
gives 0
diff -r whole memory >differences || fail "the run itself differs"
tried=$(sed -n 's/^tried //p' log)
told=$(grep -c '^pykala: out of memory' stderr)
echo "$tried allocations failed, $told told"
[ "${tried:-0}" -ge 100 ] || fail "only $tried allocations have been tried"
[ "$told" -eq "$tried" ] || fail "of $tried failures $told have been told"
if grep -v '^tried' log; then
    fail 'a failure did not end the process'
fi

begin 'files'
call=0
while :; do
    call=$((call + 1))
    case="files: call $call"
    rm -rf out log
    run env LD_PRELOAD="$INJECT" PYKALA_FAIL=file PYKALA_STRIDE="$call" \
        "$PYKALA" build "$project" -o out --jobs 1 --party alue,yla-jarvi
    [ "$(sed -n 's/^calls //p' log)" -ge "$call" ] || break # nothing is left that could fail
    gives 3
    grep -q 'failure: ' stderr || fail 'nothing is said'
    as_whole out
done
gives 0
echo "$call calls that make files failed"
[ "$call" -gt 20 ] || fail 'hardly any call has failed'
finish
