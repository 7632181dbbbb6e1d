#!/usr/bin/perl
# Compares what a paper must hold with what it holds.
# usage: content.pl NAME EXPECTATIONS TEXT
# EXPECTATIONS comes from content.xsl, TEXT from pdftotext -raw, pages set apart by form feeds.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);

# Where a line was broken nobody knows any more: soft hyphens are gone, and what stands after a hyphen, a dash or a slash may or may
# not have had a space before it.
sub plain {
    my ($text) = @_;
    $text =~ s/\x{AD}\s*//g;
    $text =~ s/[\s\x{A0}\x{2007}\x{202F}]+/ /g;
    $text =~ s/([-–\/]) /$1/g;
    $text =~ s/^ | $//g;
    return $text;
}

sub slurp {
    my ($name) = @_;
    open my $file, '<', $name or die "$name: $!\n";
    local $/;
    return <$file> // '';
}

sub count {
    my ($text, $wanted) = @_;
    my ($count, $at) = (0, 0);
    while (($at = index $text, $wanted, $at) >= 0) {
        $count++;
        $at += length $wanted;
    }
    return $count;
}

# True when the text begins at the foot of a page and goes on under the head of the next.
my $margin = 300;

sub runs_over {
    my ($above, $below, $wanted) = @_;
    my $foot = length $above > length($wanted) + $margin ? substr($above, -length($wanted) - $margin) : $above;
    my $head = substr $below, 0, length($wanted) + $margin;
    for my $cut (1 .. length($wanted) - 1) {
        my ($first, $rest) = (substr($wanted, 0, $cut), substr($wanted, $cut));
        s/^ | $//g for $first, $rest;
        next if $first eq '' or $rest eq '';
        return 1 if index($foot, $first) >= 0 and index($head, $rest) >= 0;
    }
    return 0;
}

my ($name, $expectations, $text) = @ARGV;
my @pages = map { plain($_) } split /\f/, slurp($text);
my $whole = plain(join ' ', @pages);
my ($failures, $lines) = (0, 0);
for my $line (split /\n/, slurp($expectations)) {
    my ($kind, $wanted) = split /\t/, $line, 2;
    $wanted = plain($wanted);
    $lines++;
    my $found = count($whole, $wanted);
    for my $i (1 .. $#pages) {
        last if $found;
        $found = runs_over($pages[$i - 1], $pages[$i], $wanted);
    }
    next if $found == 1 or ($found and $kind eq 'holds');
    print $found ? "$name: $found times instead of once: $wanted\n" : "$name: is not there: $wanted\n";
    $failures++;
}
print "$name: nothing is expected of it\n" unless $lines;
exit($failures || !$lines ? 1 : 0);
