#!/bin/sh
# Projects of bench/generate are valid, of the size asked for, and the same every time.
. "$SOURCE/tests/cli/lib.sh"

begin 'a small one is valid'
run "$SOURCE/bench/generate" small --parties 7 --measures 2 --indicators 9 --years 2 --seed 3
gives 0
run "$PYKALA" check small
gives 0
prints '0 errors, 0 warnings'
silent

begin 'its papers can be made'
run "$PYKALA" build small -o papers
gives 0
silent
[ "$(find papers -name '*.pdf' | wc -l)" -eq $((7 * 3 + 3)) ] || fail 'not three papers a party and three for all'

begin 'all say that they are invented'
grep -L 'esimerkki="true"' small/hanke.xml small/seuranta/*/*.xml >real
[ ! -s real ] || fail "$(cat real)"

begin 'the same arguments, the same files'
run "$SOURCE/bench/generate" again --parties 7 --measures 2 --indicators 9 --years 2 --seed 3
diff -r small again >differences || fail "$(cat differences)"
run "$SOURCE/bench/generate" other --parties 7 --measures 2 --indicators 9 --years 2 --seed 4
diff -rq small other >differences && fail 'another seed, the same files'

begin 'the whole country'
run "$SOURCE/bench/generate" country --parties 348 --years 1
gives 0
for kind in 308:numero= 22:hyvinvointialue\" 18:maakunnanLiitto\"; do
    [ "$(grep -c "<osapuoli .*${kind#*:}" country/osapuolet.xml)" -eq "${kind%%:*}" ] || fail "not $kind"
done
# With sanitizers it takes eight times the memory of a release.
run "$PYKALA" check --max-memory 2048 country
gives 0
finish
