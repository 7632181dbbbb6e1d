#!/usr/bin/perl
# Writes submissions that are hard to show: a thousand faults, the longest of names, values in other scripts and with
# invisible characters and markup, warnings alone, nothing wrong. usage: hard.pl FOLDER
use strict;
use warnings;
use utf8;

sub submission {
    my ($name, $content) = @_;
    utf8::encode(my $path = "$ARGV[0]/$name");
    open my $out, '>:encoding(UTF-8)', $path or die "$path: $!";
    print $out qq(<?xml version="1.0" encoding="UTF-8"?>\n$content\n);
    close $out or die;
}

sub meetings {
    return '<kokoukset xmlns="urn:pykala:1">' . join("\n", '', @_) . "\n</kokoukset>";
}

sub meeting {
    my ($party, $body) = @_;
    return qq(<kokous osapuoli="$party" toimielin="$body" aihe="sopimus"/>);
}

my $long = '0' x 400;
submission(('0' x 80) . q(<&"'ä.xml), meetings(meeting($long, '&lt;script&gt;alert(1)&lt;/script&gt;')));
submission('tuhat.xml', meetings(map { meeting("Kunta $_", 'halitus') } 1 .. 500));
submission('yksi.xml', meetings(meeting('joutsa', 'halitus')));
submission('ei-mitaan.xml', meetings(meeting('joutsa', 'hallitus')));
submission('oikealta.xml', meetings(
    meeting("שלום 2026", "مجلس (1)"), meeting("jou\x{200B}t\x{00AD}sa\x{202E}asuoj", "\x{FEFF}hallitus"),
    meeting("e\x{0301}e\x{0323}\x{0308}", "漢字👩‍👩‍👧"), meeting('', "a&#10;b&#9;c")));
submission('osoite.xml', meetings(
    meeting('joutsa', 'https://www.esimerkki.fi/' . 'polku/' x 60 . '?a=1&amp;b=' . 'x' x 300)));
