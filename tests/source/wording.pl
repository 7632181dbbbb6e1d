#!/usr/bin/perl
# Words that are printed stand in templates/fi alone: no text, attribute or string of another template has letters, but for names
# that templates compare or hand on. usage: wording.pl TEMPLATE-FOLDER
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my $folder = shift;
my %unprinted = map { $_ => 1 } qw(class colspan format href id lang mode name namespace rowspan scope select src type);
my %names = map { $_ => 1 } qw(asia elementti id jono laji oletus osa sija tila); # parameters whose values are names
my $quoted = qr/'[^']*'|"[^"]*"/;

# Returns the strings of an XPath expression that are neither compared nor asked for, nor keys of messages ('!muoto ').
sub strings {
    my ($path) = @_;
    1 while $path =~ s/\[(?:$quoted|[^][])*\]//;
    $path =~ s/!?=\s*$quoted|$quoted\s*!?=//g;
    $path =~ s/\b(?:contains|starts-with|key|substring-after|substring-before)\((?:$quoted|[^()])*\)//g;
    return grep { !/^'![a-z]+ ?'$/ } $path =~ /$quoted/g;
}

# Returns the words of an attribute: its text outside braces, and the strings inside.
sub attribute_words {
    my ($value) = @_;
    my @inside;
    $value =~ s/\{((?:$quoted|[^{}])*)\}/push @inside, strings($1); ''/ge;
    return ($value, @inside);
}

# Returns the words of a start tag. $parameter is whether its select gives a name.
sub tag_words {
    my ($tag) = @_;
    my ($element) = $tag =~ /^<([\w:-]+)/ or return;
    my %attributes = $tag =~ /\s([\w:-]+)\s*=\s*($quoted)/g;
    s/^.|.$//g for values %attributes;
    return map { $unprinted{$_} || /^xmlns/ ? () : attribute_words($attributes{$_}) } keys %attributes if $element !~ /^xsl:/;
    my $is_name = $element =~ /^xsl:(?:with-)?param$/ && $names{ $attributes{name} };
    return $is_name || !defined $attributes{select} ? () : strings($attributes{select});
}

# Returns "LINE: WORDS" of what a template would print.
sub printed {
    my ($path) = @_;
    open my $in, '<', $path or die "$path: $!";
    my $text = do { local $/; <$in> };
    my ($line, $before, @found) = (1, '');
    while ($text =~ /\G(<!--.*?-->|<\?.*?\?>|<(?:$quoted|[^<>"'])*>|[^<]+)/gs) {
        my $token = $1;
        my @words = $token =~ /^<[!?]/ ? () : $token =~ /^</ ? tag_words($token) : $before =~ /^<xsl:attribute name="(\w+)"/ && $unprinted{$1} ? () : $token;
        push @found, map { s/&#?\w+;//gr =~ /\p{L}/ ? "$line: " . s/\s+/ /gr : () } @words;
        $line += $token =~ tr/\n//;
        $before = $token;
    }
    return @found;
}

my @outside = map { my $path = $_; map { "$path:$_\n" } printed($path) } glob "$folder/*.xsl";
print @outside;
my $inside = map { printed($_) } glob "$folder/fi/*.xsl";
print "only $inside words were found in $folder/fi\n" if $inside < 100;
exit(@outside || $inside < 100 ? 1 : 0);
