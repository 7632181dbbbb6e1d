#!/bin/sh
# Input made to do harm: each file ends in one of the limits of docs/security.md, within its time and memory, with a
# message and exit status 1, and no other file is read.
# PYKALA is the program as it is released; SECONDS_MAX and MIB_MAX are what docs/security.md promises for a check.
. "$SOURCE/tests/cli/lib.sh"
SECONDS_MAX=60
MIB_MAX=1024
start='<hanke xmlns="urn:pykala:1" tunnus="a">'

# checked FILE RULE: the check of the file ends in time with the error of that rule.
checked() {
    run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$PYKALA" check --format json "$1"
    gives 1
    grep -qF "\"$2\"" stdout || fail "the report does not name $2"
}

# many COUNT TEXT: the text that many times.
many() {
    yes "$2" | head -n "$1" | tr -d '\n'
}

begin 'a gigabyte in one attribute'
printf '<hanke a="' >a.xml
truncate -s 1G a.xml
checked a.xml file-size

begin '16 MiB in one attribute'
{
    printf '<hanke xmlns="urn:pykala:1" tunnus="'
    head -c 16700000 /dev/zero | tr '\0' a
    printf '"/>'
} >a.xml
checked a.xml xml-length

# long BEFORE AFTER COLUMN: fifteen million letters between them are too long for the parser, which is no lack of memory.
long() {
    {
        printf '%s\n%s' "$start" "$1"
        head -c 15000000 /dev/zero | tr '\0' a
        printf '%s</hanke>' "$2"
    } >a.xml
    checked a.xml xml-length
    run "$PYKALA" check a.xml
    prints "a.xml:2:$3: "
}
begin 'fifteen million letters of text'
long '<nimi>' '</nimi>' 7
begin 'fifteen million letters in a comment'
long '<!-- ' ' -->' 1
begin 'fifteen million letters in a CDATA section'
long ' <![CDATA[' ']]>' 2
begin 'fifteen million letters in an instruction'
long '<?a ' '?>' 1
begin 'fifteen million letters in a name'
long '<' '/>' 1

begin 'sixty thousand letters in a name'
{
    printf '%s<' "$start"
    head -c 60000 /dev/zero | tr '\0' a
    printf '/></hanke>'
} >a.xml
checked a.xml xml-well-formed
run "$PYKALA" check a.xml
prints 'a name is too long'

begin 'ten million elements'
{
    printf '%s' "$start"
    many 10000000 '<a/>'
} >a.xml
checked a.xml file-size

begin 'as many elements as 16 MiB hold'
{
    printf '%s' "$start"
    many 4000000 '<a/>'
    printf '</hanke>'
} >a.xml
checked a.xml xml-elements

begin 'as many wrong elements as are read'
{
    printf '<osapuolet xmlns="urn:pykala:1">'
    many 199990 '<osapuoli tunnus="a"/>'
    printf '</osapuolet>'
} >a.xml
checked a.xml xml-errors

begin 'a million errors'
{
    printf '%s' "$start"
    many 3000000 '&x;'
} >a.xml
checked a.xml xml-errors

begin 'a hundred thousand levels'
{
    printf '%s' "$start"
    many 100000 '<a>'
} >a.xml
checked a.xml xml-depth

begin 'a million attributes'
{
    printf '<hanke xmlns="urn:pykala:1"'
    seq -f ' a%.0f=""' 1000000 | tr -d '\n'
    printf '/>'
} >a.xml
checked a.xml xml-attributes

begin 'entities that grow'
{
    printf '<!DOCTYPE hanke [<!ENTITY a0 "aaaaaaaaaa">'
    for i in 1 2 3 4 5 6 7 8 9; do
        printf '<!ENTITY a%d "%s">' "$i" "$(many 10 "&a$((i - 1));")"
    done
    printf ']>%s&a9;</hanke>' "$start"
} >a.xml
checked a.xml xml-doctype

begin 'an entity that holds itself'
printf '<!DOCTYPE hanke [<!ENTITY a "&b;"><!ENTITY b "&a;">]>%s&a;</hanke>' "$start" >a.xml
checked a.xml xml-doctype

# reads_nothing RULE: the check of a.xml opens no file but its own, and no socket.
echo 'salaisuus' >secret.txt
reads_nothing() {
    checked a.xml "$1"
    if grep -q salaisuus stdout stderr; then
        fail 'another file has been read'
    fi
    command -v strace >/dev/null || {
        echo "not tried without strace: $case: which files are opened"
        return
    }
    run strace -f -e trace=open,openat,socket,connect -o trace "$PYKALA" check a.xml
    [ -s trace ] || fail 'there is no trace'
    if grep -E 'secret|passwd|AF_INET|connect\(' trace; then
        fail 'another file or the network has been opened'
    fi
}

for address in secret.txt "file://$PWD/secret.txt" http://127.0.0.1:9/a ftp://127.0.0.1/a /etc/passwd; do
    begin "an external entity: $address"
    printf '<!DOCTYPE hanke [<!ENTITY a SYSTEM "%s">]>%s&a;</hanke>' "$address" "$start" >a.xml
    reads_nothing xml-doctype
    begin "an external DTD: $address"
    printf '<!DOCTYPE hanke SYSTEM "%s">%s</hanke>' "$address" "$start" >a.xml
    reads_nothing xml-doctype
    begin "a parameter entity: $address"
    printf '<!DOCTYPE hanke [<!ENTITY %% a SYSTEM "%s"> %%a;]>%s</hanke>' "$address" "$start" >a.xml
    reads_nothing xml-doctype
    begin "XInclude: $address"
    printf '%s<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="%s" parse="text"/></hanke>' \
        "$start" "$address" >a.xml
    reads_nothing xsd-element
    begin "another schema: $address"
    printf '<hanke xmlns="urn:pykala:1" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:pykala:1 %s"/>' \
        "$address" >a.xml
    reads_nothing xsd-missing
    begin "a stylesheet: $address"
    printf '<?xml-stylesheet href="%s" type="text/xsl"?>%s</hanke>' "$address" "$start" >a.xml
    reads_nothing xsd-missing
done

begin 'a NUL'
printf '%s\000</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'UTF-16'
printf '%s</hanke>' "$start" | iconv -t UTF-16 >a.xml
checked a.xml xml-encoding
begin 'UTF-16 without its mark'
printf '%s</hanke>' "$start" | iconv -t UTF-16BE >a.xml
checked a.xml xml-encoding
begin 'UTF-32'
printf '%s</hanke>' "$start" | iconv -t UTF-32 >a.xml
checked a.xml xml-encoding
begin 'Latin-1 that says it is UTF-8'
printf '%s\344</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'an encoding that is not read'
printf '<?xml version="1.0" encoding="UTF-7"?>%s</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'two byte order marks'
printf '\357\273\277\357\273\277%s</hanke>' "$start" >a.xml
checked a.xml xsd-attribute-missing
begin 'overlong UTF-8'
printf '%s\300\274</hanke>' "$start" >a.xml
checked a.xml xml-encoding
begin 'nothing but a byte order mark'
printf '\357\273\277' >a.xml
checked a.xml xml-well-formed

rm a.xml
begin 'a pipe that nobody writes to'
mkfifo a.xml
checked a.xml file-kind
rm a.xml
begin 'a device without end'
checked /dev/zero file-kind
begin 'a link to a device'
ln -s /dev/zero a.xml
checked a.xml file-kind
rm a.xml
begin 'a folder'
mkdir -p a.xml/hanke.xml
checked a.xml file-kind
rm -r a.xml
begin 'links in a circle'
ln -s b.xml a.xml
ln -s a.xml b.xml
checked a.xml file-read
rm a.xml b.xml

begin 'a project file that leads out of its folder'
copy keski-suomi
edit hanke.xml 's,polku="sopimus.xml",polku="../secret.txt",'
checked project xsd-type
begin 'a link out of the folder'
copy keski-suomi
rm project/sopimus.xml
ln -s /etc/passwd project/sopimus.xml
checked project project-path

begin 'an image that is a link out of the folder'
echo '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1><figure><img src="b.png" alt="b"/></figure></body></html>' \
    >project/a.xhtml
ln -s "$SOURCE/tests/golden/layout/kuvio.png" project/b.png
run "$PYKALA" typeset project/a.xhtml -o a.pdf
gives 1
says layout-image
no_files a.pdf

begin 'a file that changes while it is read'
copy keski-suomi
cp project/suunnitelma.xml whole.xml
(
    while :; do
        head -c 20000 whole.xml >project/suunnitelma.xml
        cat whole.xml >project/suunnitelma.xml
    done
) &
changer=$!
for i in 1 2 3 4 5 6 7 8 9 10; do
    run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$PYKALA" check project
    [ "$status" -le 1 ] || fail "round $i: what was read is neither right nor wrong"
done
kill "$changer"
wait "$changer" 2>/dev/null
finish
