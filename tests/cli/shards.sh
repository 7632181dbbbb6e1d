#!/bin/sh
# All shards together make what one run makes, each paper once. PAPERS holds what a run with the defaults has made of
# keski-suomi.
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi
few='joutsa,keski-suomen-liitto'

# in_shards COUNT WORDS…: builds the papers in so many shards, each into a folder of its own.
in_shards() {
    rm -rf shards union
    count=$1
    shift
    for number in $(seq "$count"); do
        run "$PYKALA" build "$example" "$@" --shard "$number/$count" -o "shards/$number"
        gives 0
        grep -vE '^ |: warning: ' stderr >more && fail "more than warnings is told: $(cat more)"
    done
}

# unites FOLDER: the shards' folders, none of whose files is in another, hold what the folder holds.
unites() {
    mkdir union
    for shard in shards/*; do
        cp -Rn "$shard"/. union/ || fail "$shard cannot be copied"
    done
    [ "$(find shards -type f | wc -l)" -eq "$(find union -type f | wc -l)" ] || fail 'a paper is in two shards'
    diff -rq "$1" union >differences || fail "$(cat differences)"
}

begin 'all papers in three shards'
in_shards 3
unites "$PAPERS"
for shard in shards/*; do
    [ -f "$shard/yhteiset/sopimus.pdf" ] && [ -f "$shard/yhteiset/suunnitelma.pdf" ] &&
        fail 'one shard has both of the long papers'
done

begin 'what is filtered, in one shard and seven'
run "$PYKALA" build "$example" --party "$few" -o whole
gives 0
for count in 1 7; do
    in_shards "$count" --party "$few"
    unites whole
done

begin 'more shards than papers'
total=$(find whole -type f -name 'sopimus-*' ! -name '*-muutoksenhaku.*' | wc -l)
in_shards $((total + 2)) --party "$few" --paper sopimus-hallitus,sopimus-valtuusto
[ "$(find shards -type f | wc -l)" -eq "$total" ] || fail 'not every paper is made once'
[ -d "shards/$((total + 2))" ] || fail 'a shard without papers has no folder'
no_files "shards/$((total + 2))"

begin 'the list of a shard is what build makes of it'
run "$PYKALA" build "$example" --shard 2/5 -o second
gives 0
"$PYKALA" list "$example" --shard 2/5 | cut -f 1 | LC_ALL=C sort >listed
(cd second && find . -type f | sed 's,^\./,,' | LC_ALL=C sort) >made
cmp -s listed made || fail "$(diff listed made)"

begin 'the lists of all shards are the list'
"$PYKALA" list "$example" | LC_ALL=C sort >listed
for number in $(seq 7); do
    "$PYKALA" list "$example" --shard "$number/7"
done >parts
[ -s listed ] || fail 'there is no list'
LC_ALL=C sort parts | cmp -s - listed || fail 'they differ'
finish
