#!/bin/sh
# Kills a worker, or the whole batch, at random moments: no half-written file stands under a paper's name, the other
# papers are whole, and a second run completes to what an undisturbed one makes, with nothing left behind.
# KILLS says how often (else 8), SEED where the moments begin (else 1).
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi
kills=${KILLS:-8} seed=${SEED:-1}

now() {
    date +%s%N
}

begin 'an undisturbed run'
begun=$(now)
run "$PYKALA" build "$example" -o whole --jobs 2
gives 0
took=$((($(now) - begun) / 1000))
papers=$(find whole -type f | wc -l)

# below LIMIT: a random number; every call has another.
drawn=0
below() {
    drawn=$((drawn + 1))
    awk -v "seed=$((seed * 1000003 + drawn))" -v "limit=$1" 'BEGIN { srand(seed); print int(rand() * limit) }'
}

# as_whole: what has a paper's name is that paper.
as_whole() {
    find out -type f ! -name '.*' >files 2>/dev/null
    while read -r file; do
        cmp -s "$file" "whole${file#out}" || fail "not whole: $file"
    done <files
}

start() {
    rm -rf out
    "$PYKALA" build "$example" -o out --jobs 2 >stdout 2>stderr &
    batch=$!
    pause=$(below "$took")
    sleep "$(awk -v "us=$pause" 'BEGIN { print us / 1000000 }')"
}

again() {
    run "$PYKALA" build "$example" -o out --jobs 2
    gives 0
    diff -r whole out >differences || fail "the second run differs: $(head -n 3 differences)"
}

round=0
while [ "$round" -lt "$kills" ]; do
    round=$((round + 1))
    start
    if [ $((round % 2)) -eq 0 ]; then
        begin "round $round: the batch is killed after $pause microseconds"
        kill -9 "$batch" 2>/dev/null
        wait "$batch" 2>/dev/null
        as_whole
    else
        begin "round $round: a worker is killed after $pause microseconds"
        # There may be none yet, or no more.
        worker=$(pgrep -P "$(inner "$batch")" | sort -R --random-source=/dev/zero | head -n 1)
        [ -z "$worker" ] || kill -9 "$worker" 2>/dev/null
        wait "$batch"
        status=$?
        as_whole
        lost=$(grep -c 'ended by signal 9' stderr)
        [ "$lost" -le 1 ] || fail "one kill has cost $lost papers"
        gives $((lost ? 3 : 0))
        [ "$(wc -l <files)" -ge $((papers - lost)) ] || fail 'other papers are missing'
    fi
    again
done
finish
