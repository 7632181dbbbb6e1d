#!/bin/sh
# A paper or page document that takes more time or memory than it may is not made; it is named, and the others are. So
# is what is checked.
. "$SOURCE/tests/cli/lib.sh"

begin 'limits that are none'
for limit in --timeout=0 --timeout=x --timeout=86401 --max-memory=-1 --max-memory=; do
    run "$PYKALA" build "$SOURCE/examples/keski-suomi" -o out "$limit"
    gives 2
    says "${limit%=*}"
    no_files out
done

# What docs/security.md promises where nobody names another limit.
# limited SECONDS MIB GUARDS TASKS ARGUMENTS…: so many steps of the program's own, and so many of its workers, have those limits.
limited() {
    seconds=$1 mib=$2 guards=$3 tasks=$4
    shift 4
    begin "the limits of: $*"
    run strace -f -e trace=poll,timer_settime,prlimit64,setrlimit -o trace "$PYKALA" "$@"
    gives 0
    timers=$(grep -cF "it_value={tv_sec=$seconds, tv_nsec=0}}" trace)
    [ "$timers" -eq "$guards" ] || fail "$timers steps have a limit of time, not $guards"
    waits=$(sed -nE 's/.*poll\(.*, ([0-9]+)( <unfinished.*|\) = .*)/\1/p' trace |
        awk -v "most=$((seconds * 1000))" '$1 > most - 5000 && $1 <= most' | wc -l)
    [ "$waits" -ge "$tasks" ] || fail "the workers' tasks have no limit of time"
    memory=$(sed -nE 's/.*rlimit.*RLIMIT_DATA, \{rlim_cur=([0-9]+)\*1024,.*/\1/p' trace |
        awk -v "least=$((mib * 1024))" '$1 > least && $1 < least + 200 * 1024' | wc -l)
    [ "$memory" -eq $((guards + tasks)) ] || fail "$memory steps have a limit of memory, not $((guards + tasks))"
}
example=$SOURCE/examples/keski-suomi
echo '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1></body></html>' >a.xhtml
if command -v strace >/dev/null; then
    limited 60 1024 1 1 check "$example" --format sarif
    limited 60 1024 2 1 check "$example/sopimus.xml" --format html -o receipts
    limited 300 2048 2 1 build "$example" -o out --paper sopimus
    limited 300 2048 2 1 typeset a.xhtml --theme "$example/teema.xml" -o a.pdf
    limited 300 2048 2 0 list "$example"
    limited 300 2048 2 0 followup "$example" --year 2026 --format xlsx -o figures.xlsx
    limited 300 2048 2 0 new seuranta "$example" --year 2026 --party joutsa -o forms
    rm -rf receipts out forms
else
    echo 'not tried without strace: the limits that nobody names'
fi

# The agreement itself is made once, for all parties; its background gets 60,000 paragraphs.
copy keski-suomi
awk '{ print } /<tausta>/ { for (i = 0; i < 60000; i++) print "<kappale>Kappale on " i ". tässä.</kappale>" }' \
    project/sopimus.xml >edited
mv edited project/sopimus.xml
mv project heavy

# only_the_others RULE PAPER: that paper is missing, named with the limit, and the others are whole.
only_the_others() {
    gives 3
    one_message stderr
    says "[$1]"
    says "$2.pdf"
    prints '1 paper could not be made'
    whole_files out
    [ ! -e "out/$2.pdf" ] || fail 'the paper is there'
    [ -s out/joutsa/sopimus-kunnanhallitus.pdf ] || fail 'another paper is missing'
}

# too_much_memory COMMAND…: what the program is run by.
too_much_memory() {
    rm -rf out
    run "$WITHIN" 120 1024 "$@" "$PYKALA" build heavy -o out --paper sopimus,sopimus-hallitus --max-memory 120
    only_the_others paper-memory yhteiset/sopimus
}
begin 'a paper that takes too much memory'
too_much_memory
begin 'a paper that takes too much memory, for a caller that ignores the ends of processes'
too_much_memory env --ignore-signal=CHLD

# The first 300 calls give a string of 2^300 characters.
begin 'a template of the project that takes all memory'
copy keski-suomi
mkdir project/pohjat
edit hanke.xml 's|^    <seurantaKansio|    <pohjaKansio polku="pohjat"/>\n&|'
edit hanke.xml 's|^  </paperit>|<paperi tunnus="selostus" pohja="selostus" aihe="sopimus" laajuus="osapuoli"><nimi>Selostus</nimi></paperi>\n&|'
cat >project/pohjat/selostus.xsl <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/" name="kaksin">
    <xsl:param name="sana" select="'aaaaaaaaaaaaaaaa'"/>
    <xsl:call-template name="kaksin"><xsl:with-param name="sana" select="concat($sana, $sana)"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
XSL
run "$WITHIN" 120 2048 "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/selostus.xsl: error: '
rm -rf out
run "$WITHIN" 120 1024 "$PYKALA" build project -o out --party joutsa --paper selostus,sopimus-hallitus --max-memory 64
gives 3
one_message stderr
says 'joutsa/selostus.pdf'
whole_files out
[ -s out/joutsa/sopimus-kunnanhallitus.pdf ] || fail 'another paper is missing'

# Each call compares a long string with all elements: few steps of XSLT, much work.
begin 'a template of the project that takes all time'
sed -i 's|concat(.sana, .sana)|count(//*[contains(translate(concat(str:padding(90000, .), .), ., .), .)])|
    s|xmlns:xsl=|xmlns:str="http://exslt.org/strings" &|' project/pohjat/selostus.xsl
run "$WITHIN" 60 2048 "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/selostus.xsl: error: '

# only_the_other RULE PROJECT ARGUMENTS…: of the project only the limit is told; the file beside it is checked.
only_the_other() {
    rule=$1
    named=$2
    shift 2
    rm -rf receipts
    cp heavy/osapuolet.xml beside.xml
    run "$WITHIN" 60 1024 "$PYKALA" check "$named" beside.xml --format html -o receipts "$@"
    gives 3
    prints '1 error'
    grep -qr "$rule" receipts || fail 'the receipts do not tell it'
    [ "$(find receipts -name '*.html' | wc -l)" -eq 3 ] || fail 'there are not two receipts and a summary'
}

begin 'a paper that takes too long'
rm -rf out
run "$WITHIN" 60 2048 "$PYKALA" build project -o out --party joutsa --paper selostus,sopimus-hallitus --timeout 2
only_the_others paper-time joutsa/selostus

begin 'a check that takes too long'
only_the_other check-time project --timeout 1
begin 'a check that takes too much memory'
only_the_other check-memory heavy --max-memory 16

# Each file alone takes little; what is to be said of all takes much.
begin 'a report that takes too much memory'
mkdir many
{
    printf '<osapuolet xmlns="urn:pykala:1">'
    yes '<osapuoli tunnus="a"/>' | head -n 300
    printf '</osapuolet>'
} >many/1.xml
for i in $(seq 2 200); do
    ln many/1.xml "many/$i.xml"
done
run "$WITHIN" 60 1024 "$PYKALA" check many/*.xml --format sarif --max-memory 24
gives 3
says 'pykala: out of memory: it may use '
[ ! -s stdout ] || fail 'half a report'
run "$WITHIN" 60 1024 "$PYKALA" check many/1.xml --format sarif --max-memory 24
gives 1

# start_check: begins to check the project whose template takes all time, and the file beside it; waits for the workers.
start_check() {
    env --default-signal=INT "$PYKALA" check project heavy/osapuolet.xml >stdout 2>stderr &
    checker=$!
    until worker=$(pgrep -o -P "$(inner "$checker")") || ! kill -0 "$checker" 2>/dev/null; do :; done
}

begin 'a check whose worker is killed'
start_check
kill -9 "$worker"
wait "$checker"
status=$?
gives 3
one_message stdout
prints 'project: failure: '
prints '[worker-died]'

# Nobody else would end what the worker has in hand: it goes on without end.
begin 'a check that is killed'
start_check
kill -9 "$checker"
wait "$checker"
waited=0
while [ "$(ps -o stat= -p "$worker" | cut -c1)" != '' ] && [ "$(ps -o stat= -p "$worker" | cut -c1)" != Z ]; do
    waited=$((waited + 1))
    [ "$waited" -lt 100 ] || break
    sleep 0.1
done
[ "$waited" -lt 100 ] || fail 'its worker goes on'

begin 'a check that is stopped'
start_check
kill -INT "$checker"
wait "$checker"
status=$?
gives 130
[ ! -s stdout ] || fail 'half a report'

# heavy.xhtml takes many seconds, between two that take hardly any.
page() {
    echo '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1>'
    awk -v "count=$1" 'BEGIN { for (i = 0; i < count; i++) print "<p>Kappale on " i ". tässä.</p>" }'
    echo '</body></html>'
}
page 1 >first.xhtml
page 300000 >heavy.xhtml
page 2 >last.xhtml

# only_the_others_set RULE: heavy.xhtml is named with the rule and not there; the others are whole.
only_the_others_set() {
    gives 3
    one_message stderr
    says 'heavy.xhtml: failure: '
    says "[$1]"
    whole_files out
    [ "$(find out -type f | wc -l)" -eq 2 ] || fail 'the files are not those of the other documents'
}

begin 'a page document that takes too much memory'
rm -rf out
run "$WITHIN" 60 1024 "$PYKALA" typeset first.xhtml heavy.xhtml last.xhtml -o out --max-memory 64
only_the_others_set paper-memory

begin 'a page document that takes too long'
rm -rf out
run "$WITHIN" 60 2048 "$PYKALA" typeset first.xhtml heavy.xhtml last.xhtml -o out --timeout 1
only_the_others_set paper-time

begin 'a page document alone, to standard output'
run "$WITHIN" 60 2048 "$PYKALA" typeset heavy.xhtml --emit pages --timeout 1
gives 3
one_message stderr
says '[paper-time]'
[ ! -s stdout ] || fail 'half a document'

# start_typeset: begins to set the three; waits until the worker has the second in hand.
start_typeset() {
    rm -rf out
    env --default-signal=INT "$PYKALA" typeset first.xhtml heavy.xhtml last.xhtml -o out >stdout 2>stderr &
    setter=$!
    until [ -e out/first.pdf ] || ! kill -0 "$setter" 2>/dev/null; do :; done
}

begin 'a page document whose worker is killed'
start_typeset
pkill -9 -P "$(inner "$setter")"
wait "$setter"
status=$?
only_the_others_set worker-died

begin 'page documents whose setting is stopped, and then at once'
start_typeset
kill -INT "$setter"
sleep 0.2
kill -INT "$setter"
wait "$setter"
status=$?
gives 130
says 'Stopped'
whole_files out
[ ! -e out/last.pdf ] || fail 'it went on'

begin 'a theme that takes too much memory to read'
run "$PYKALA" typeset first.xhtml --theme heavy/sopimus.xml -o out.pdf --max-memory 16
gives 3
says 'pykala: out of memory: it may use '
[ ! -e out.pdf ] || fail 'the file is there'

begin 'a project that takes too much memory to read'
run "$PYKALA" build heavy -o none --max-memory 16
gives 3
says 'pykala: out of memory: it may use '
no_files none

# too_long COMMAND…: what the program is run by. It is stopped for a while as soon as its time runs.
too_long() {
    "$@" "$PYKALA" build heavy -o none --timeout 1 >stdout 2>stderr &
    builder=$!
    reader=$(inner "$builder")
    until grep -qs '^ID' "/proc/$reader/timers" || ! kill -0 "$builder" 2>/dev/null; do :; done
    kill -STOP "$reader"
    sleep 1.2
    kill -CONT "$reader"
    wait "$builder"
    status=$?
    gives 3
    says 'pykala: reading the project took longer than 1 seconds'
    says '--timeout'
    no_files none
}
if [ -r /proc/self/timers ]; then
    begin 'a project that takes too long to read'
    too_long env
    begin 'a project that takes too long to read, for a caller that lets no alarm through'
    too_long env --block-signal=ALRM
    too_long env --ignore-signal=ALRM
else
    echo 'not tried without /proc/PID/timers: a project that takes too long to read'
fi
finish
