#!/bin/sh
# A signal ends a batch soon, with the papers made so far whole and nothing else left.
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi

# stops NAME NUMBER
stops() {
    begin "SIG$1"
    rm -rf out
    # The shell has its background jobs ignore SIGINT and SIGQUIT.
    env --default-signal=INT,QUIT "$PYKALA" build "$example" -o out --jobs 1 >stdout 2>stderr &
    batch=$!
    waited=0
    until [ -n "$(find out -name '*.pdf' 2>/dev/null)" ] || [ "$waited" -ge 300 ]; do
        sleep 0.1
        waited=$((waited + 1))
    done
    kill -"$1" "$batch"
    wait "$batch"
    status=$?
    gives $((128 + $2))
    prints 'Stopped'
    prints 'not tried'
    whole_files out
}

stops INT 2
stops TERM 15
stops HUP 1
stops QUIT 3

begin 'a terminal pauses it, with its workers, and lets it go on'
rm -rf out
"$PYKALA" build "$example" -o out --jobs 1 >stdout 2>stderr &
batch=$!
working=$(inner "$batch")
until worker=$(pgrep -o -P "$working") || ! kill -0 "$batch" 2>/dev/null; do :; done
kill -TSTP "$batch"
for process in "$batch" "$working" "$worker"; do
    waited=0
    until [ "$(ps -o stat= -p "$process" | cut -c1)" = T ] || [ "$waited" -ge 100 ]; do
        sleep 0.1
        waited=$((waited + 1))
    done
    [ "$waited" -lt 100 ] || fail "$process does not pause"
done
kill -CONT "$batch"
wait "$batch"
status=$?
gives 0
finish
