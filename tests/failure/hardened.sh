#!/bin/sh
# The released program is built with what the compiler and the loader have against mistakes.
. "$SOURCE/tests/cli/lib.sh"

# has WHAT PATTERN: the executable's headers, notes or symbols hold it.
run readelf --wide --all "$PYKALA"
gives 0
has() {
    begin "$1"
    grep -qE -e "$2" stdout || {
        echo "FAILED: $case: readelf does not show $2"
        failures=$((failures + 1))
    }
}
has 'a position-independent executable' 'Flags:.* PIE'
has 'tables that cannot be written to after the start' 'GNU_RELRO'
has 'all symbols found at the start' 'BIND_NOW|Flags:.* NOW'
has 'a stack that is no code' 'GNU_STACK .* RW '
has 'guarded stack frames' '__stack_chk_fail'
has 'checked buffers' '__[a-z]+_chk'
if uname -m | grep -q x86_64; then
    # Not by the note: the linker leaves it out where libc's own start files have none.
    begin 'guarded jumps'
    objdump -d "$PYKALA" >code
    [ "$(grep -c endbr64 code)" -ge 100 ] || fail 'functions do not begin with endbr64'
fi
finish
