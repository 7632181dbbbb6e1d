#!/bin/sh
# An installed tree works wherever it is moved to, with its own schemas, templates and fonts.
# BUILD is the build folder.
. "$SOURCE/tests/cli/lib.sh"

begin 'install'
run cmake --install "$BUILD" --prefix "$WORK/first"
gives 0
mv first moved

begin 'an installed program builds'
run moved/bin/pykala build "$SOURCE/examples/keski-suomi" -o out --party joutsa
gives 0
whole_files out

begin 'it is the installed templates that are used'
rm -r moved/share/pykala/templates
run moved/bin/pykala build "$SOURCE/examples/keski-suomi" -o none --party joutsa
gives 3
says moved/share/pykala/templates
no_files none

begin 'without its schemas it says so'
rm -r moved/share/pykala/schemas
run moved/bin/pykala check "$SOURCE/examples/keski-suomi"
gives 3

begin 'without its files it says so'
rm -r moved/share/pykala
run moved/bin/pykala check "$SOURCE/examples/keski-suomi"
gives 3
prints 'share/pykala'
finish
