#!/bin/sh
# Makes a Python of its own in a folder, with the packages of requirements.txt. usage: packages.sh FOLDER
set -eu
[ -x "$1/bin/python" ] || python3 -m venv "$1"
exec "$1/bin/pip" install --quiet --disable-pip-version-check -r "$(dirname "$0")/requirements.txt"
