#!/usr/bin/perl
# Submissions with their faults marked. ⟦RULE|HINT⟧ stands in a file where a fault is: the marks are taken out, the program
# checks what is left, and must find each fault at its line and column with that rule and a hint that holds HINT (none at all
# for -), and nothing else. ⟦RULE|HINT|SEVERITY: MESSAGE⟧ wants the whole hint, severity and message. ⟦=HEX⟧ stands for
# bytes, and ⟦in ENCODING⟧ at the head of a file for its encoding. README.md tells what the folders hold.
# With PYKALA_GOLDEN_UPDATE set, marks that don't hold are written anew.
# usage: broken.pl PYKALA WORK
#        broken.pl --bare GROUP/NAME TO    writes one submission, or a folder of all that match GROUP/*, without marks
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Encode qw(encode);
use File::Basename qw(basename dirname);
use File::Find qw(find);
use File::Path qw(make_path remove_tree);
use JSON::PP qw(decode_json);

# Of each group of projects the right one, of which a submission has only the files that differ.
my %bases = (answers => 'followup', cases => '../../../examples/keski-suomi', followup => 'followup', projects => 'followup', rules => 'agreement');
my %whole_marks = map { $_ => 1 } qw(cases followup odd rules xml);
my $home = dirname(__FILE__);
my ($faults, $failures) = (0, 0);

sub fail {
    print "$_[0]: $_[1]\n";
    $failures++;
}

# Takes the marks out; returns the text, bytes of ⟦=…⟧ as characters from U+110000 on, the encoding, and the faults as
# [line, column, rule, hint, severity and message].
sub take_out {
    my ($path) = @_;
    open my $in, '<:raw', $path or die "$path: $!";
    my $marked = do { local $/; <$in> } // '';
    utf8::decode($marked) or die "$path is not in UTF-8";
    my ($text, $encoding, @faults) = ('', 'utf8');
    for my $part (split /(⟦[^⟧]*⟧)/, $marked) {
        if ($part =~ /^⟦=(.*)⟧$/) {
            $text .= join '', map { chr(0x110000 + hex) } $1 =~ /../g;
        } elsif ($part =~ /^⟦in (.*)⟧$/) {
            $encoding = $1;
        } elsif ($part =~ /^⟦([^|]*)\|(.*?)(?:\|((?:error|warning|info|failure): .*))?⟧$/) {
            my @said = ($1, $2, $3);
            push @faults, [1 + ($text =~ tr/\n//), 1 + length($text =~ s/^\x{FEFF}//r =~ s/.*\n//sr), @said];
        } else {
            $text .= $part;
        }
    }
    return ($text, $encoding, @faults);
}

sub bytes {
    my ($text, $encoding) = @_;
    return join '', map { ord($_ || 0) < 0x110000 ? encode($encoding, $_) : pack 'C*', map { ord($_) - 0x110000 } split // }
        split /([\x{110000}-\x{1100FF}]+)/, $text;
}

sub write_bytes {
    my ($path, $bytes) = @_;
    make_path(dirname($path));
    open my $out, '>:raw', $path or die "$path: $!";
    print $out $bytes;
    close $out or die "$path: $!";
}

# Writes a file without its marks; returns its faults, each with the file as a sixth value.
sub lay_file {
    my ($from, $to) = @_;
    my ($text, $encoding, @faults) = take_out($from);
    write_bytes($to, bytes($text, $encoding));
    return map { [@$_[0 .. 4], $to] } @faults;
}

# Writes a submission without its marks; returns its faults.
sub lay {
    my ($name, $to) = @_;
    my $from = "$home/$name";
    remove_tree($to);
    my $base = $bases{dirname($name)};
    return lay_file($from, $to) if !$base && -f $from;
    make_path(dirname($to));
    system('cp', '-RL', $base ? "$home/base/$base" : $from, $to) == 0 or die 'cp';
    return if !$base;
    remove_tree("$to/seuranta");
    return lay_file($from, "$to/seuranta/2026/joutsa.xml") if -f $from;
    my @faults;
    find({no_chdir => 1, wanted => sub { push @faults, lay_file($_, $to . substr $_, length $from) if -f }}, $from);
    return @faults;
}

# What is said of all submissions, as name => diagnostics.
sub said {
    my ($pykala, $work, $language, @names) = @_;
    return if !@names;
    open my $out, '-|:raw', $pykala, 'check', '--format', 'json', '--lang', $language, map { "$work/$_" } @names or die;
    my %said;
    for (@{decode_json(do { local $/; <$out> })}) {
        my ($name) = ($_->{file} // '') =~ m{^\Q$work\E/([^/]+/[^/]+)} or die "told of no submission: $_->{message}";
        push @{$said{$name}}, $_;
    }
    return %said;
}

# Returns what concerns a submission. The files that a file alone names aren't there, nor is its project.
sub concerning {
    my ($name, @diags) = @_;
    my $group = dirname($name);
    my $is_answers = $group =~ /^(?:answers|cases)$/;
    return @diags if $bases{$group} && !$is_answers || $group eq 'base';
    return grep { $_->{rule} !~ /^(?:project-file|followup-form-only)$/ && (!$is_answers || $_->{file} =~ m{/seuranta/}) } @diags;
}

sub fits {
    my ($fault, $diag) = @_;
    my ($line, $column, $rule, $wanted, $message, $file) = @$fault;
    my $hint = $diag->{hint} // '';
    return 0 if join(':', $file, $line, $column, $rule) ne join ':', map { $_ // 0 } @$diag{qw(file line column rule)};
    return 0 if defined $message && ($message ne "$diag->{severity}: $diag->{message}" || $hint ne $wanted =~ s/^-$//r);
    return $wanted eq '-' ? $hint eq '' : index($hint, $wanted) >= 0;
}

sub compare {
    my ($name, $planted, @diags) = @_;
    my $before = $failures;
    for my $fault (@$planted) {
        my ($fitting) = grep { fits($fault, $diags[$_]) } 0 .. $#diags;
        defined $fitting ? splice @diags, $fitting, 1 : fail($name, 'not told: ' . join ' ', map { $_ // '' } @$fault);
    }
    fail($name, "told too much: $_->{file}:$_->{line}:$_->{column} $_->{rule}: $_->{message} (" . ($_->{hint} // '') . ')') for @diags;
    $faults += @$planted;
    my $count = @$planted;
    fail($name, "$count faults are marked") if $name =~ /^alone/ ? $count != 1 : $name =~ /^(?:files|answers|projects)/ && $count < 2;
    return $failures == $before;
}

# Reports where a language has other faults than English, or English words.
sub compare_language {
    my ($name, $english, $other) = @_;
    my @places = map { join ' ', sort map { "$_->{file}:$_->{line}:$_->{column}:$_->{rule}:$_->{severity}" } @$_ } $english, $other;
    fail($name, "not the same in Finnish: $places[1]") if $places[0] ne $places[1];
    for (map { ($_->{message}, $_->{hint} // '') } @$other) {
        fail($name, "English words: $_") if / (?:the|measure|indicator|answers) /;
    }
}

# Writes the marks of a file anew.
sub mark {
    my ($path, $whole, @diags) = @_;
    my ($text, $encoding) = take_out($path);
    my @lines = split /(?<=\n)/, $text, -1;
    for (reverse @diags) {
        my $hint = $_->{hint} // '-';
        my $start = $_->{line} == 1 && $text =~ /^\x{FEFF}/ ? 0 : 1;
        substr $lines[$_->{line} - 1], $_->{column} - $start, 0,
            "⟦$_->{rule}|$hint" . ($whole ? "|$_->{severity}: $_->{message}" : '') . '⟧';
    }
    my $marked = ($encoding eq 'utf8' ? '' : "⟦in $encoding⟧") . join '', @lines;
    $marked =~ s/([\x{110000}-\x{1100FF}]+)/'⟦=' . join('', map { sprintf '%02X', ord($_) - 0x110000 } split m{}, $1) . '⟧'/ge;
    write_bytes($path, encode('utf8', $marked));
}

sub update {
    my ($name, $to, @diags) = @_;
    my $from = "$home/$name";
    my @files;
    find({no_chdir => 1, wanted => sub { push @files, $_ if -f }}, $from);
    for my $file (@files) {
        my $laid = -d $from ? $to . substr $file, length $from : -d $to ? "$to/seuranta/2026/joutsa.xml" : $to;
        mark($file, $whole_marks{dirname($name)}, grep { $_->{file} eq $laid } @diags);
    }
}

sub names {
    return map { substr $_, 1 + length $home } map { sort glob "$home/$_/*" } @_;
}

if (@ARGV == 3 && $ARGV[0] eq '--bare') {
    lay($_, $ARGV[1] =~ /\*/ ? "$ARGV[2]/" . basename($_) : $ARGV[2]) for $ARGV[1] =~ m{^(\w+)/\*$} ? names($1) : $ARGV[1];
    exit 0;
}
my ($pykala, $work) = @ARGV;
my @names = names(qw(alone answers base cases files followup odd projects rules xml));
my %marked = map { $_ => [lay($_, "$work/$_")] } @names;
my %said = said($pykala, $work, 'en', @names);
my %finnish = said($pykala, $work, 'fi', grep { /^followup/ } @names);
for my $name (@names) {
    my @diags = concerning($name, @{$said{$name} // []});
    my $holds = compare($name, $marked{$name}, @diags);
    update($name, "$work/$name", @diags) if !$holds && $ENV{PYKALA_GOLDEN_UPDATE};
    compare_language($name, $said{$name} // [], $finnish{$name} // []) if $name =~ /^followup/;
}
print scalar(@names), " submissions, $faults faults, $failures failures\n";
exit($failures || @names < 350 ? 1 : 0);
