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
finish
