#!/bin/sh
# check says yes to what is right, and tells every mistake of every file in one run.
. "$SOURCE/tests/cli/lib.sh"

begin 'the examples have no errors'
run "$PYKALA" check "$SOURCE/examples/keski-suomi" "$SOURCE/examples/puitesopimus-2022/hanke.xml"
gives 0
prints '0 errors'

begin 'a single file'
run "$PYKALA" check "$SOURCE/examples/keski-suomi/kokoukset.xml"
gives 0
prints '0 errors'

begin 'mistakes in several files come in one run'
copy keski-suomi
edit sopimus.xml 's/alkaa="2026-01-01"/alkaa="1.1.2026"/'
edit suunnitelma.xml 's/<suunnitelma /<suunnitelma laatu="hyvä" /'
run "$PYKALA" check project
gives 1
grep -q '^project/sopimus.xml:[0-9]*:[0-9]*: error: ' stdout || fail 'sopimus.xml is not told of'
grep -q '^project/suunnitelma.xml:[0-9]*:[0-9]*: error: ' stdout || fail 'suunnitelma.xml is not told of'
prints '2 errors'

begin 'a report for programs'
run "$PYKALA" check --json project
gives 1
prints '"rule"'
head -c 1 stdout | grep -qF '[' || fail 'not a JSON array'

begin 'one bad file of two'
run "$PYKALA" check "$SOURCE/examples/keski-suomi/kokoukset.xml" nosuch.xml
gives 1
prints 'nosuch.xml'
prints '1 error,'
finish
