#!/bin/sh
# A paper that takes more time or memory than it may is not made; it is named, and the other papers are.
. "$SOURCE/tests/cli/lib.sh"

begin 'limits that are none'
for limit in --timeout=0 --timeout=x --timeout=86401 --max-memory=-1 --max-memory=; do
    run "$PYKALA" build "$SOURCE/examples/keski-suomi" -o out "$limit"
    gives 2
    says "${limit%=*}"
    no_files out
done

# The agreement itself is made once, for all parties; its background gets 60,000 paragraphs.
copy keski-suomi
awk '{ print } /<tausta>/ { for (i = 0; i < 60000; i++) print "<kappale>Kappale on " i ". tässä.</kappale>" }' \
    project/sopimus.xml >edited
mv edited project/sopimus.xml

# only_the_others RULE: that paper is missing, named with the limit, and the others are whole.
only_the_others() {
    gives 3
    one_message stderr
    says "[$1]"
    says 'yhteiset/sopimus.pdf'
    prints '1 paper could not be made'
    whole_files out
    [ ! -e out/yhteiset/sopimus.pdf ] || fail 'the paper is there'
    [ -s out/joutsa/sopimus-kunnanhallitus.pdf ] || fail 'another paper is missing'
}

begin 'a paper that takes too long'
run "$PYKALA" build project -o out --paper sopimus,sopimus-hallitus --timeout 1
only_the_others paper-time

begin 'a paper that takes too much memory'
rm -rf out
run "$WITHIN" 120 1024 "$PYKALA" build project -o out --paper sopimus,sopimus-hallitus --max-memory 64
only_the_others paper-memory
finish
