#!/bin/sh
# No rule tells anything of the answers of the examples without a cause: what is told is listed here with it.
. "$SOURCE/tests/cli/lib.sh"

# told EXAMPLE: each file of answers with the rules that are told of it.
told() {
    "$PYKALA" check --format json "$SOURCE/examples/$1" | python3 -c '
import json, sys
found = [(diag["file"].split("/seuranta/")[1], diag["rule"]) for diag in json.load(sys.stdin) if "/seuranta/" in diag["file"]]
print("\n".join(sorted(" ".join(one) for one in set(found))))'
}

begin 'asian-vaiheet: one party is late'
run told asian-vaiheet
echo '2027/uusiniitty.xml followup-late' | diff - stdout >difference || fail "$(cat difference)"

begin 'keski-suomi: its gaps are told, and nothing else'
run told keski-suomi
grep -v ' answer-missing$' stdout >others
[ ! -s others ] || fail 'told without a cause'

begin 'puitesopimus-2022 has no answers'
run told puitesopimus-2022
[ -z "$(tr -d '\n' <stdout)" ] || fail 'told without a cause'

finish
