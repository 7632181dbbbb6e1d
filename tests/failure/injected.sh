#!/bin/sh
# Every allocation, and every call that makes a file, fails in turn in a small build: a message, exit status 3, and no
# half-written file. Of the allocations every STRIDE-th is tried (else every 61st; 1 is all of them: some minutes).
# Nor do those leave one that are killed while they wait for a slow disk.
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

# Twenty page documents, which wait for the disk at once.
for i in $(seq 20); do
    echo "<html xmlns='http://www.w3.org/1999/xhtml' lang='fi'><head><title>$i</title></head><body><h1>$i</h1></body></html>" >"$i.xhtml"
done
begin 'page documents'
run "$PYKALA" typeset ./*.xhtml -o whole
gives 0
call=0
while :; do
    call=$((call + 1))
    case="page documents: call $call"
    rm -rf out log
    run env LD_PRELOAD="$INJECT" PYKALA_FAIL=file PYKALA_STRIDE="$call" "$PYKALA" typeset ./*.xhtml -o out
    [ "$(sed -n 's/^calls //p' log)" -ge "$call" ] || break
    gives 3
    one_message stderr
    file=$(sed -n 's/: failure: .*//p' stderr)
    [ "$file" = out ] || [ ! -e "$file" ] || fail "the file that is told is there: $file"
    as_whole out
done
gives 0
echo "$call calls that make files of page documents failed"
[ "$call" -gt 80 ] || fail 'hardly any call has failed'

begin 'a slow disk: page documents wait for it at the same time'
rm -rf out
begun=$(date +%s%N)
run env LD_PRELOAD="$INJECT" PYKALA_FAIL=late "$PYKALA" typeset ./*.xhtml -o out
gives 0
took=$((($(date +%s%N) - begun) / 1000000))
[ "$took" -lt 2500 ] || fail "it took $took ms, as if each of the 20 had waited its fifth of a second after the other"
as_whole out

begin 'a slow disk: a signal while page documents wait'
rm -rf out
env --default-signal=INT,QUIT LD_PRELOAD="$INJECT" PYKALA_FAIL=late "$PYKALA" typeset ./*.xhtml -o out >stdout 2>stderr &
batch=$!
until [ -n "$(find out -name '.pykala-*' 2>/dev/null)" ] || ! kill -0 "$batch" 2>/dev/null; do :; done
kill -TERM "$batch"
wait "$batch"
status=$?
gives 143
as_whole out

begin 'a slow disk: a process that is killed while page documents wait'
rm -rf out
env LD_PRELOAD="$INJECT" PYKALA_FAIL=slow "$PYKALA" typeset ./*.xhtml -o out >stdout 2>stderr &
batch=$!
working=$(inner "$batch")
until [ "$(find out -name '.pykala-*' 2>/dev/null | wc -l)" -ge 10 ] || ! kill -0 "$batch" 2>/dev/null; do :; done
kill -KILL "$batch"
wait "$batch" 2>/dev/null
[ -z "$(find out -name '*.pdf')" ] || fail 'a file has its name and is not on the disk'
while kill -0 "$working" 2>/dev/null; do sleep 0.1; done
run "$PYKALA" typeset ./*.xhtml -o out
gives 0
as_whole out

# start_slow ARGUMENTS…: begins to build to a slow disk; waits until a file is half written.
start_slow() {
    rm -rf out moved other
    env --default-signal=INT,QUIT LD_PRELOAD="$INJECT" PYKALA_FAIL=slow \
        "$PYKALA" build "$project" -o out --party alue,yla-jarvi "$@" >stdout 2>stderr &
    batch=$!
    until [ -n "$(find out -name '.pykala-*' 2>/dev/null)" ] || ! kill -0 "$batch" 2>/dev/null; do :; done
}

# stops_at_once NAME NUMBER: the second of two signals does not wait for what is under way, and leaves nothing.
stops_at_once() {
    begin "a slow disk: SIG$1 twice"
    start_slow
    kill -"$1" "$batch"
    sleep 0.1
    kill -0 "$batch" || fail 'it does not wait for what is under way'
    kill -"$1" "$batch"
    wait "$batch"
    status=$?
    gives $((128 + $2))
    no_files out
}
stops_at_once INT 2
stops_at_once TERM 15
stops_at_once HUP 1
stops_at_once QUIT 3

begin 'a slow disk: a paper that takes too long to write'
start_slow --jobs 1 --timeout 1
wait "$batch"
status=$?
gives 3
prints 'took longer than 1 seconds'
no_files out
# moved COMMAND…: what it does with the folder while a paper that takes too long is written leaves nothing in it.
moved() {
    begin "a slow disk: $*"
    start_slow --jobs 1 --timeout 1
    "$@" || fail 'it cannot be done'
    wait "$batch"
    status=$?
    gives 3
    no_files out
    no_files moved
    no_files other
}
replace_by_folder() {
    mv out moved && mkdir -p out/alue out/yla-jarvi
}
replace_by_link() {
    mv out moved && mkdir other && ln -s other out
}
moved mv out moved
moved replace_by_folder
moved replace_by_link
moved rm -rf out
moved mv out/yla-jarvi out/moved
finish
