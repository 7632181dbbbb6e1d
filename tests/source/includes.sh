#!/bin/sh
# Holds the table of ARCHITECTURE.md: which folder of src/ includes which, and which library.
# usage: includes.sh SOURCE-FOLDER
set -eu
cd "$1"

find src -mindepth 2 -name '*.[ch]' -exec grep -Hn '^ *# *include ["<]' {} + | LC_ALL=C sort |
    awk '
    function trimmed(s) { gsub(/^ +| +$/, "", s); return s }
    function library(header) {
        if (header ~ /^libxml\//) return "libxml2"
        if (header ~ /^libe?xslt\//) return "libxslt"
        if (header ~ /^hb[.-]/) return "HarfBuzz"
        if (header ~ /^fontconfig\//) return "fontconfig"
        if (header ~ /^libvoikko\//) return "libvoikko"
        if (header ~ /^hyphen\.h/) return "libhyphen"
        if (header ~ /^linebreak\.h/) return "libunibreak"
        if (header ~ /^hpdf/) return "libharu"
        if (header ~ /^json(-c\/|\.h)/) return "json-c"
        if (header ~ /^glib\.h/) return "GLib"
        if (header ~ /^png/) return "libpng"
        if (header ~ /^(jpeglib|jerror)\.h/) return "libjpeg"
        if (header ~ /^libdeflate/) return "libdeflate"
        if (header ~ /^xlsxwriter/) return "libxlsxwriter"
        if (header ~ /^zip\.h/) return "libzip"
        if (header ~ /^pthread/) return "threads"
        if (header ~ /^dlfcn/) return "loader"
        if (header ~ /^sys\// || header ~ libc) return "libc"
        return header
    }
    BEGIN {
        public = " schema/model.h schema/suggestion.h schema/vocabulary.h" \
            " xml/parse.h xml/recovery.h xml/source.h agenda/names.h followup/book.h followup/csv.h followup/questions.h followup/table.h galley/strip.h xlsx/written.h text/fallback.h text/font.h text/inflection.h text/letters.h text/loans.h text/pile.h "
        libc = "^(assert|ctype|dirent|errno|fcntl|getopt|inttypes|libintl|limits|locale|math|poll|search|setjmp|signal|stdalign" \
            "|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd|wchar)\\.h$"
    }
    function wrong(what) {
        print place ": " what " (see the table of ARCHITECTURE.md)"
        failed = 1
    }

    # First the table, from ARCHITECTURE.md.
    FILENAME != "-" {
        if (split($0, cell, "|") < 6 || cell[2] ~ /---|folder/) next
        folder = trimmed(cell[2])
        known[folder] = 1
        count = split(cell[3] "," cell[4], names, ",")
        for (i = 1; i <= count; i++) allowed[folder, trimmed(names[i])] = 1
        next
    }

    # Then grep: src/FOLDER/FILE:LINE:#include "HEADER"
    {
        seen++
        split($0, part, ":")
        place = part[1] ":" part[2]
        split(part[1], path, "/")
        folder = path[2]
        if (!known[folder]) { wrong("the folder " folder " is not in the table"); next }
        header = $0
        own = header ~ /include "/
        sub(/^[^"<]*["<]/, "", header)
        sub(/[">].*/, "", header)
        if (!own) {
            if (library(header) != "libc" && !allowed[folder, library(header)])
                wrong(folder " may not include " library(header))
            next
        }
        split(header, target, "/")
        if (target[1] == folder || target[1] == "base" || header ~ /^process\// && allowed[folder, "process"]) next
        if (!allowed[folder, target[1]]) wrong(folder " may not include " target[1])
        else if (header != target[1] "/" target[1] ".h" && !index(public, " " header " "))
            wrong(header " is private to its folder")
    }
    END {
        if (!seen) { print "no includes were found"; failed = 1 }
        exit failed
    }' ARCHITECTURE.md -
