#!/bin/sh
# A signal ends a batch soon, with the papers made so far whole and nothing else left.
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi

for name in INT TERM; do
    begin "SIG$name"
    rm -rf out
    # A job in the background ignores SIGINT unless it is asked not to.
    (
        trap - INT
        exec "$PYKALA" build "$example" -o out --jobs 1
    ) >stdout 2>stderr &
    batch=$!
    waited=0
    until [ -n "$(find out -name '*.pdf' 2>/dev/null)" ] || [ "$waited" -ge 300 ]; do
        sleep 0.1
        waited=$((waited + 1))
    done
    kill -"$name" "$batch"
    wait "$batch"
    status=$?
    gives $((128 + $(kill -l "$name" 2>/dev/null || echo 0)))
    prints 'Stopped'
    prints 'not tried'
    whole_files out
done
finish
