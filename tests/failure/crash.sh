#!/bin/sh
# A crash in a library costs the file that was being read, whatever the command: it is named, all else goes on, and the
# exit status is 3. CRASH, in LD_PRELOAD, makes libxml2 crash at elements that ask for it.
. "$SOURCE/tests/cli/lib.sh"

crashing() {
    run env LD_PRELOAD="$CRASH" "$PYKALA" "$@"
    gives 3
}
# A fresh copy of the example, with the element in one party's answers.
spoil() {
    copy keski-suomi
    edit "$2" "s,</(seurantatiedot|suunnitelma|sopimus|osapuolet|hanke|teema)>,<$1/>&,"
}
answers=seuranta/2026/joutsa.xml
lost='could not be read: the process that read it was ended by signal'

begin 'the library does not crash at other files'
copy keski-suomi
run env LD_PRELOAD="$CRASH" "$PYKALA" check project
gives 0

for how in segv abrt; do
    begin "check of a project, $how"
    spoil $how $answers
    crashing check project
    prints "$answers: failure: $lost"
    one_message stdout
    prints 'rejected'
    prints '2 accepted, 20 accepted with remarks, 1 rejected, 1 missing'

    begin "followup, $how"
    crashing followup project --year 2026 --table osapuolitilanne
    says "$answers: failure: $lost"
    one_message stderr
    prints muurame
done

begin 'list needs no answers'
run env LD_PRELOAD="$CRASH" "$PYKALA" list project
gives 0

begin 'build'
crashing build project -o out --paper seuranta-alue-2026 --paper seuranta-osapuoli-2026
says "$answers: failure: $lost"
one_message stderr
[ -s out/yhteiset/seuranta-2026.pdf ] || fail 'the report of the region was not made'
[ -s out/muurame/seuranta-2026.pdf ] || fail 'the papers of another party were not made'

begin 'new'
crashing new seuranta project --year 2027 -o forms
one_message stderr

begin 'several files that are named by themselves'
crashing check project/seuranta/2026/*.xml
prints "$answers: failure: $lost"
one_message stdout

for file in hanke.xml suunnitelma.xml sopimus.xml osapuolet.xml teema.xml; do
    begin "every command, $file"
    spoil segv $file
    for command in check list 'followup --year 2026 --table trendi' 'new seuranta --year 2027 -o forms' 'build -o out'; do
        # shellcheck disable=SC2086 # words on purpose
        crashing $command project
        cat stdout stderr >both
        grep -qF "$file: failure: $lost" both || fail "$command does not name $file"
    done
done

begin 'the others that are checked beside it'
copy puitesopimus-2022
mv project other
spoil segv hanke.xml
crashing check other project
prints "hanke.xml: failure: $lost"
one_message stdout

begin 'more files than are barred'
copy keski-suomi
for file in project/seuranta/2026/*.xml; do
    sed -i 's,</seurantatiedot>,<segv/>&,' "$file"
done
crashing followup project --year 2026 --table osapuolitilanne
says 'ended by signal 11'
crashing check project
prints 'ended by signal 11'

begin 'a file that is written anew is read again'
spoil segv $answers
: >stderr
LD_PRELOAD="$CRASH" "$PYKALA" build project -o out --paper seuranta-osapuoli-2026 --party joutsa --watch >stdout 2>>stderr &
watching=$!
# rounds COUNT: waits until the paper has been made so many times.
rounds() {
    tries=0
    until [ "$(grep -c '^1 paper' stderr)" -eq "$1" ] || [ $tries -eq 300 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    [ "$(grep -c '^1 paper' stderr)" -eq "$1" ] || fail "the paper was not made $1 times"
}
rounds 1
says "$lost"
: >stderr
cp "$SOURCE/examples/keski-suomi/$answers" project/$answers
rounds 1
grep -qF "$lost" stderr && fail 'the file is still not read'
kill -TERM $watching
wait $watching
status=$?
gives 0

begin 'a process that the system ends'
spoil kill $answers
crashing followup project --year 2026 --table osapuolitilanne
says 'the process that did the work was ended by signal 9'

begin 'typeset'
spoil segv teema.xml
printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1></body></html>' >a.xhtml
crashing typeset a.xhtml --theme project/teema.xml -o a.pdf
says "teema.xml: failure: $lost"
[ ! -e a.pdf ] || fail 'the file is there'
finish
