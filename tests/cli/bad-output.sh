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
run sh -c "ulimit -f 4; exec \"\$@\"" sh "$PYKALA" build "$example" -o limited --party joutsa
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
run "$PYKALA" build "$example" -o kept --party joutsa --paper selostus
gives 0
cp kept/joutsa/selostus.pdf before.pdf
run sh -c "ulimit -f 4; exec \"\$@\"" sh "$PYKALA" build "$example" -o kept --party joutsa \
    --paper selostus
gives 3
cmp -s before.pdf kept/joutsa/selostus.pdf || fail 'the earlier paper has changed'
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
