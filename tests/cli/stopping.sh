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
finish
