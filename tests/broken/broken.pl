#!/usr/bin/perl
# Broken submissions with their faults marked. A file FOLDER/KIND/NAME.xml is a submission in which ⟦RULE|HINT⟧ stands
# where a fault is: the marks are taken out, the program checks what is left, and must find each fault at its line and
# column with that rule and a hint that holds HINT (none at all for ⟦RULE|-⟧), and nothing else. What stands in answers/
# is checked as seuranta/2026/joutsa.xml of the project PROJECT. What stands in alone/ has one fault, for which nothing else can be
# said; the others have several. A folder in projects/ is a project, of which it has the files that differ from PROJECT's:
# the faults marked in all of them together are what is told of it.
# usage: broken.pl PYKALA FOLDER PROJECT WORK
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use File::Basename qw(basename dirname);
use File::Find qw(find);
use File::Path qw(make_path remove_tree);
use JSON::PP qw(decode_json);

my ($pykala, $folder, $project, $work) = @ARGV;
my ($files, $faults, $failures) = (0, 0, 0);

sub read_text {
    open my $in, '<', $_[0] or die "$_[0]: $!";
    local $/;
    return scalar <$in>;
}

# Takes the marks out; returns the text and the faults as [line, column, rule, hint].
sub take_out {
    my ($marked) = @_;
    my ($text, @faults) = ('');
    for my $part (split /(⟦[^⟧]*⟧)/, $marked) {
        if ($part =~ /^⟦([^|]*)\|(.*)⟧$/) {
            my ($rule, $hint) = ($1, $2);
            my $line = 1 + ($text =~ tr/\n//);
            $text =~ /([^\n]*)\z/;
            push @faults, [$line, 1 + length $1, $rule, $hint];
        } else {
            $text .= $part;
        }
    }
    return ($text, @faults);
}

sub place {
    my ($marked) = @_;
    return "$work/" . basename($marked) if basename(dirname($marked)) ne 'answers';
    remove_tree("$work/project");
    system('cp', '-RL', $project, "$work/project") == 0 or die 'cp';
    remove_tree("$work/project/seuranta");
    make_path("$work/project/seuranta/2026");
    return "$work/project/seuranta/2026/joutsa.xml";
}

sub said {
    my ($path) = @_;
    my $what = $path =~ m{^(.*/project)/} ? $1 : $path;
    my $json = do {
        open my $out, '-|:raw', $pykala, 'check', '--format', 'json', '--lang', 'en', $what or die;
        local $/;
        scalar <$out>;
    };
    return @{decode_json($json)};
}

sub fits {
    my ($fault, $diag) = @_;
    my $hint = $diag->{hint} // '';
    return 0 if @$fault > 4 && $fault->[4] ne $diag->{file};
    return 0 if join(':', @$fault[0 .. 2]) ne join ':', map { $_ // 0 } @$diag{qw(line column rule)};
    return $fault->[3] eq '-' ? $hint eq '' : index($hint, $fault->[3]) >= 0;
}

sub write_text {
    my ($path, $text) = @_;
    make_path(dirname($path));
    open my $out, '>', $path or die "$path: $!";
    print $out $text;
    close $out or die;
}

sub compare {
    my ($marked, $planted, @diags) = @_;
    for my $fault (@$planted) {
        my @fitting = grep { fits($fault, $diags[$_]) } 0 .. $#diags;
        splice @diags, $fitting[0], 1 if @fitting;
        fail($marked, "not told: @$fault") if !@fitting;
    }
    fail($marked, "told too much: $_->{file}:$_->{line}:$_->{column} $_->{rule}: $_->{message} (" . ($_->{hint} // '') . ')')
        for @diags;
    $files++;
    $faults += @$planted;
}

sub check {
    my ($marked) = @_;
    my ($text, @faults) = take_out(read_text($marked));
    my $path = place($marked);
    write_text($path, $text);
    # The files that a project file names aren't there, nor is the project of answers: that is no fault of the submission.
    compare($marked, \@faults,
        grep { ($_->{file} // '') eq $path && $_->{rule} !~ /^(?:project-file|followup-form-only)$/ } said($path));
    my $alone = basename(dirname($marked)) eq 'alone';
    fail($marked, scalar(@faults) . ' faults are marked') if $alone ? @faults != 1 : @faults < 2;
}

sub check_project {
    my ($folder) = @_;
    my @all;
    remove_tree("$work/project");
    system('cp', '-RL', $project, "$work/project") == 0 or die 'cp';
    remove_tree("$work/project/seuranta");
    find({no_chdir => 1, wanted => sub {
        return if !-f;
        my ($text, @faults) = take_out(read_text($_));
        my $path = "$work/project" . substr $_, length $folder;
        write_text($path, $text);
        push @all, map { [@$_, $path] } @faults;
    }}, $folder);
    compare($folder, \@all, said("$work/project/hanke.xml"));
    fail($folder, scalar(@all) . ' faults are marked') if @all < 2;
}

sub fail {
    my ($file, $what) = @_;
    print "$file: $what\n";
    $failures++;
}

make_path($work);
check($_) for sort glob "$folder/{alone,answers,files}/*.xml";
check_project($_) for sort glob "$folder/projects/*";
print "$files submissions, $faults faults, $failures failures\n";
exit($failures || $files < 40 ? 1 : 0);
