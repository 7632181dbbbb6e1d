#!/bin/sh
# Runs tests/broken/odd, a small file for each way in which XML can be odd, through the program and the fuzz targets, as try.sh
# says. What is said of each is marked in it.
# usage: odd.sh; needs in the environment what try.sh needs
set -eu
files=$WORK-files
rm -rf "$files"
perl "$SOURCE/tests/broken/broken.pl" --bare 'odd/*' "$files"
exec bash "$SOURCE/tests/odd/try.sh" 60 "$files"
