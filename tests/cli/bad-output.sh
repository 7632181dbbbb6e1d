#!/bin/sh
# Where papers cannot be written: one clear message, status 3, and no half-written file.
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi

begin 'a file where the folder should be'
: >file
run "$PYKALA" build "$example" -o file/out --party joutsa
gives 3
one_message stderr
says 'file'

begin 'a file where the folder of a party should be'
mkdir out
: >out/joutsa
run "$PYKALA" build "$example" -o out --party joutsa
gives 3
one_message stderr
says out/joutsa
prints 'could not be made'
rm -r out

begin 'a folder that may not be written to'
mkdir -m 555 closed
if [ -w closed ]; then
    echo "not tried as root: $case"
else
    run "$PYKALA" build "$example" -o closed --party joutsa
    gives 3
    one_message stderr
    says closed
fi

begin 'a file that may not grow, as on a full disk'
run sh -c "ulimit -f 4; exec \"\$@\"" sh "$PYKALA" build "$example" -o limited --party joutsa --paper sopimus-hallitus
gives 3
one_message stderr
says 'cannot be written'
no_files limited

begin 'a full disk'
mkdir small
if mount -t tmpfs -o size=100k tmpfs small 2>/dev/null; then
    run "$PYKALA" build "$example" -o small/out
    gives 3
    one_message stderr
    says 'No space left'
    whole_files small
    prints 'not tried'
    umount small
else
    echo "not tried without leave to mount: $case"
fi

begin 'an earlier paper survives a failed run'
run "$PYKALA" build "$example" -o kept --party joutsa --paper neuvottelut-hallitus
gives 0
cp kept/joutsa/neuvottelut-kunnanhallitus.pdf before.pdf
run sh -c "ulimit -f 4; exec \"\$@\"" sh "$PYKALA" build "$example" -o kept --party joutsa \
    --paper neuvottelut-hallitus
gives 3
cmp -s before.pdf kept/joutsa/neuvottelut-kunnanhallitus.pdf || fail 'the earlier paper has changed'
whole_files kept

begin 'page documents on a full disk: told once'
echo '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1></body></html>' \
    >a.xhtml
cp a.xhtml b.xhtml
run sh -c "ulimit -f 4; exec \"\$@\"" sh "$PYKALA" typeset a.xhtml b.xhtml -o limited
gives 3
one_message stderr
says 'a.pdf: failure: cannot be written'
no_files limited

# More than what is kept back before it is written.
sed 's,</body>,'"$(yes '<p>a</p>' | head -n 1000 | tr -d '\n')"'&,' a.xhtml >long.xhtml

# closed ARGUMENTS…: with standard output closed that is a failure; with all streams closed nothing else goes wrong.
closed() {
    begin "closed streams: $*"
    run sh -c 'exec "$@" >&-' sh "$PYKALA" "$@"
    gives 3
    says 'pykala: standard output'
    rm -rf made
    run sh -c 'exec "$@" <&- >&- 2>&-' sh "$PYKALA" "$@"
    gives 3
    whole_files made
    rm -rf made
    run sh -c 'exec "$@" <&- 2>&-' sh "$PYKALA" "$@"
    gives 0
    [ -s stdout ] || fail 'nothing is printed'
    whole_files made
}
closed typeset long.xhtml --emit pages
closed check "$example" --format json
closed list "$example"
closed build "$example" -o made --party joutsa --paper neuvottelut-hallitus

# full ARGUMENTS…: standard output that is full is told, and a failure.
full() {
    begin "standard output on a full disk: $*"
    run sh -c 'exec "$@" >/dev/full' sh "$PYKALA" "$@"
    gives 3
    says 'pykala: standard output'
}
full --version
full --help
full typeset a.xhtml --emit tags
full list "$example"
full followup "$example" --year 2026 --table osapuolenvastaus
full new seuranta "$example" --year 2026 --party joutsa -o made
for format in text json sarif 'html -o made'; do
    # shellcheck disable=SC2086 # a format and its option
    full check "$example" --format $format
done
full check --list-rules
full build "$example" -o made --party joutsa --paper neuvottelut-hallitus
full build "$example" --emit xhtml --party joutsa --paper neuvottelut-hallitus

# The number is of no process: none has so many digits.
begin 'what a killed run has left is removed'
left=.pykala-99999999-0
for folder in . pages receipts forms; do
    mkdir -p "$folder"
    echo half >"$folder/$left"
done
copy keski-suomi
run "$PYKALA" typeset a.xhtml -o a.pdf
gives 0
[ ! -e "$left" ] || fail 'it is left by typeset'
run "$PYKALA" typeset a.xhtml b.xhtml -o pages
gives 0
[ ! -e "pages/$left" ] || fail 'it is left by typeset of several documents'
run "$PYKALA" check project/sopimus.xml --format html -o receipts
gives 0
[ ! -e "receipts/$left" ] || fail 'it is left by check'
run "$PYKALA" new seuranta project --year 2026 --party joutsa -o forms
gives 0
[ ! -e "forms/$left" ] || fail 'it is left by new'

begin 'a page document is not written over'
cp a.xhtml kept.xhtml
for output in a.xhtml ./a.xhtml; do
    run "$PYKALA" typeset a.xhtml -o "$output"
    gives 1
    says 'same-file'
    cmp -s a.xhtml kept.xhtml || fail 'the document is gone'
done

begin 'a theme is not written over'
run "$PYKALA" typeset a.xhtml --theme project/teema.xml -o project/teema.xml
gives 1
says 'same-file'
cmp -s project/teema.xml "$example/teema.xml" || fail 'the theme is gone'
finish
