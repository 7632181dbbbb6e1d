#!/usr/bin/perl
# Plants the faults of README.md, one by one, and looks at what check tells of them: that no plausible fault passes without a word,
# and that nothing is said where there is none. usage: plausible.pl PYKALA SOURCE-FOLDER WORK
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use File::Path qw(make_path remove_tree);
use JSON::PP qw(decode_json);

my ($pykala, $source, $work) = @ARGV;
my ($rows, $failures) = (0, 0);
my %unchanged; # example and year => what is told of it

sub fail {
    print "$_[0]: $_[1]\n";
    $failures++;
}

sub read_text {
    open my $in, '<', $_[0] or die "$_[0]: $!";
    local $/;
    return scalar <$in>;
}

sub write_text {
    my ($path, $text) = @_;
    open my $out, '>', $path or die "$path: $!";
    print $out $text;
    close $out or die "$path: $!";
}

# What is told of a year of the example in WORK.
sub check {
    my ($year) = @_;
    open my $in, '-|:raw', $pykala, 'check', '--format', 'json', "$work/p/seuranta/$year" or die "$pykala: $!";
    local $/;
    return @{decode_json(<$in>)};
}

sub copy_example {
    remove_tree("$work/p");
    make_path($work);
    system('cp', '-R', "$source/examples/$_[0]", "$work/p") == 0 or die;
    system('chmod', '-R', 'u+w', "$work/p") == 0 or die;
}

sub key {
    return join "\t", @{$_[0]}{qw(file rule message)};
}

sub known {
    my ($example, $year) = @_;
    return $unchanged{"$example/$year"} //= do {
        copy_example($example);
        my @told = check($year);
        $_->{rule} =~ /^(answer-|text-)/ && $_->{rule} ne 'answer-missing' && fail("$example/$year", "as it is: $_->{message} [$_->{rule}]") for @told;
        +{map { key($_) => 1 } @told};
    };
}

# The text with a fault in it; undef where it doesn't hold what is to be changed.
sub planted {
    my ($text, $from, $to) = @_;
    my $pattern = join '(.*?)', map { quotemeta } split /…/, $from;
    $text =~ /$pattern/s or return undef;
    my ($begin, $end, $kept) = ($-[0], $+[0], $1);
    $to =~ s/(.)×(\d+)/$1 x $2/ge;
    $to =~ s/…/$kept/;
    substr($text, $begin, $end - $begin) = $to;
    return $text;
}

# Whether a finding stands at a line that holds the text.
sub stands_at {
    my ($finding, $file, $text) = @_;
    return 0 if $finding->{file} !~ m{/\Q$file\E\.xml$};
    my @lines = split /\n/, read_text($finding->{file});
    return index($lines[$finding->{line} - 1] // '', $text) >= 0;
}

sub plant {
    my ($number, $path, $from, $to, $rules, $where) = @_;
    my ($example, $year, $file) = split m{/}, $path;
    my $known = known($example, $year);
    copy_example($example);
    my $answers = "$work/p/seuranta/$year/$file.xml";
    my $text = planted(read_text($answers), $from, $to) // return fail($number, "$path holds no $from");
    write_text($answers, $text);
    my @new = grep { !$known->{key($_)} } check($year);
    my ($rule, @beside) = split / /, $rules;
    my @other = grep { my $told = $_->{rule}; !grep { $_ eq $told } $rule, @beside } @new;
    my ($there, $line) = $where =~ /^([a-z-]+): (.*)/ ? ($1, $2) : ($file, $where);
    fail($number, "passes without $rule") if !grep { $_->{rule} eq $rule && stands_at($_, $there, $line) } @new;
    fail($number, "is also told as $_->{rule}: $_->{message}") for @other;
    fail($number, "and of the file as it was: $_") for grep { m{/\Q$year/$file\E\.xml\t} } keys %$known;
    $rows++;
}

for (split /\n/, read_text("$source/tests/plausible/README.md")) {
    plant($1, $2, $3, $4, $5, $6) if /^\| (\d+) \| \d \| (\S+) \| `(.*?)` \| `(.*?)` \| `(.*?)` \| `(.*?)` \|$/;
}
fail('README.md', "has $rows rows, not 49") if $rows != 49;
print "$rows faults, $failures failures\n";
exit($failures ? 1 : 0);
