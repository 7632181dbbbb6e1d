#!/usr/bin/perl
# Changes images at random and sets a page document with each: it is refused with one message that names it, or others can
# read the picture (qpdf finds its stream sound, poppler decodes it and says nothing).
# usage: mutated-images.pl SOURCE-FOLDER WORK-FOLDER PYKALA [COUNT [SEED]]
use strict;
use warnings;
use File::Path qw(make_path remove_tree);

my ($source, $work, $pykala, $count, $seed) = @ARGV;
$count //= 300;
srand($seed // 1);
remove_tree($work);
make_path("$work/out");
chdir $work or die;

sub read_bytes {
    open my $file, '<:raw', $_[0] or die "$_[0]: $!";
    local $/;
    return scalar <$file>;
}

sub write_bytes {
    open my $file, '>:raw', $_[0] or die "$_[0]: $!";
    print $file $_[1];
    close $file or die;
}

my @crcs = map { my $c = $_; $c = $c >> 1 ^ ($c & 1 ? 0xEDB88320 : 0) for 1 .. 8; $c } 0 .. 255;

sub crc {
    my $crc = 0xFFFFFFFF;
    $crc = $crc >> 8 ^ $crcs[($crc ^ $_) & 255] for unpack 'C*', $_[0];
    return $crc ^ 0xFFFFFFFF;
}

# The chunks of a PNG file with sums that are right again, as far as it has chunks.
sub mend_sums {
    my ($png) = @_;
    my ($at, $mended) = (8, substr $png, 0, 8);
    while ($at + 12 <= length $png) {
        my $size = unpack 'N', substr $png, $at, 4;
        last if $size > length($png) - $at - 12;
        my $chunk = substr $png, $at + 4, $size + 4;
        $mended .= pack('N', $size) . $chunk . pack 'N', crc($chunk);
        $at += $size + 12;
    }
    return $mended . substr $png, $at;
}

my @files = (sort(glob "$source/tests/data/images/sound/*.jpg"), sort glob "$source/tests/golden/layout/*.{png,jpg}");
my @images = map { read_bytes($_) } @files;

sub somewhere { int rand length $_[0] }

# Bytes that mean something to JPEG decoders, or any.
sub some_byte {
    my @special = (0, 1, 0x7F, 0x80, 0xC0, 0xC2, 0xC4, 0xD9, 0xDA, 0xFE, 0xFF);
    return chr(rand() < 0.5 ? $special[rand @special] : int rand 256);
}

sub mutate {
    my ($image) = @_;
    my $how = rand;
    if ($how < 0.6) {
        substr($image, somewhere($image), 1, some_byte()) for 0 .. (0, 0, 0, 1, 2, 7)[rand 6];
    } elsif ($how < 0.7) {
        substr $image, somewhere($image), length $image, '';
    } elsif ($how < 0.8) {
        substr $image, somewhere($image), 1 + rand 40, '';
    } elsif ($how < 0.9) {
        my $piece = substr $image, somewhere($image), 1 + rand 60;
        substr $image, somewhere($image), 0, $piece;
    } else {
        my $at = somewhere($image);
        my $other = $images[rand @images];
        $image = substr($image, 0, $at) . ($at < length $other ? substr $other, $at : '');
    }
    return $image =~ /^\x89PNG/ && rand() < 0.8 ? mend_sums($image) : $image;
}

for my $i (0 .. $count - 1) {
    write_bytes("$i.img", mutate($images[$i % @images]));
    write_bytes("$i.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head>'
            . qq(<body><h1>a</h1><figure><img src="$i.img" alt="a"/></figure></body></html>));
}

my $failures = 0;

sub fail {
    print "FAILED: @_\n";
    $failures++;
}

sub quietly {
    my ($file, @command) = @_;
    my $said = qx(@command 2>&1 >/dev/null);
    fail($file, "@command:", $said) if $? || $said ne '';
}

my (%told, $refused, $taken);
for (my $first = 0; $first < $count; $first += 200) {
    my $last = $first + 199 < $count ? $first + 199 : $count - 1;
    my @documents = map { "$_.xhtml" } $first .. $last;
    system("'$pykala' typeset @{[map { qq('$_') } @documents]} -o out 2>stderr >/dev/null");
    fail("$first-$last", 'status', $? >> 8, read_bytes('stderr')) if $? && $? >> 8 != 1;
    $told{$_}++ for read_bytes('stderr') =~ /^(\d+)\.xhtml:1: error: \.\/\1\.img .*\[(?:image-[a-z]+|layout-image)\]$/mg;
}
for my $i (0 .. $count - 1) {
    if (!-e "out/$i.pdf") {
        fail("$i.img", 'is refused without a message of its own') if ($told{$i} // 0) != 1;
        $refused++;
        next;
    }
    fail("$i.img", 'is taken and refused') if $told{$i};
    $taken++;
    quietly("$i.img", 'qpdf', '--check', "out/$i.pdf");
    quietly("$i.img", 'pdfimages', '-all', "out/$i.pdf", 'picture');
    quietly("$i.img", 'pdftoppm', '-r', 20, "out/$i.pdf", 'page');
}
fail('too few', 'are taken or refused') if ($taken // 0) < $count / 10 || ($refused // 0) < $count / 10;
print "$count images, $taken taken, $refused refused, $failures failures\n";
exit($failures ? 1 : 0);
