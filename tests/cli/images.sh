#!/bin/sh
# Images: a broken file is refused by name and line before it is in a paper, check knows it as well, and what is taken can be
# read by others. Each file of tests/data/images is named for what it protects.
. "$SOURCE/tests/cli/lib.sh"
images=$SOURCE/tests/data/images

# page IMAGE: a page document in a.xhtml that shows it, in line 3.
page() {
    printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head>\n<body><h1>a</h1>\n' >a.xhtml
    printf '<figure><img src="%s" alt="b"/></figure></body></html>' "$1" >>a.xhtml
}

# refused RULE IMAGE: it is not set, and one message says where and why.
refused() {
    begin "$2"
    cp "$images/$2" picture.jpg
    rm -f a.pdf
    run "$PYKALA" typeset a.xhtml -o a.pdf
    gives 1
    one_message stderr
    says 'a.xhtml:3: error: ./picture.jpg '
    says "[$1]"
    [ ! -e a.pdf ] || fail 'the file is there'
}
page picture.jpg
for file in "$images"/broken/*.jpg; do
    refused image-broken "broken/${file##*/}"
done
for file in "$images"/unsuited/*.jpg; do
    refused image-kind "unsuited/${file##*/}"
done
for file in "$images"/large/*.jpg; do
    refused image-size "large/${file##*/}"
done

# A picture that is broken in its pixels is told beside one that is broken in its head, in the same run; each once.
begin 'three broken pictures, one of them shown twice'
head -c 150 "$SOURCE/tests/pages/ruudut.png" >pixels.png
cp "$images/broken/cut-off-in-the-scan.jpg" scan.jpg
cp "$images/broken/cut-off-in-the-head.jpg" head.jpg
several() {
    printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head>\n<body><h1>a</h1>'
    for picture; do
        printf '\n<figure><img src="%s" alt="b"/></figure>' "$picture"
    done
    printf '</body></html>'
}
several pixels.png scan.jpg head.jpg pixels.png >several.xhtml
run "$PYKALA" typeset several.xhtml -o several.pdf
gives 1
says 'several.xhtml:3: error: ./pixels.png is broken: '
says 'several.xhtml:4: error: ./scan.jpg is broken: '
says 'several.xhtml:5: error: ./head.jpg is broken: '
[ "$(grep -c 'error: ' stderr)" -eq 3 ] || fail 'not three errors'
several pixels.png scan.jpg pixels.png >several.xhtml
run "$PYKALA" typeset several.xhtml -o several.pdf
gives 1
says 'several.xhtml:3: error: ./pixels.png is broken: '
says 'several.xhtml:4: error: ./scan.jpg is broken: '
[ "$(grep -c 'error: ' stderr)" -eq 2 ] || fail 'not two errors'

for file in "$images"/sound/*.jpg; do
    begin "sound/${file##*/}"
    cp "$file" picture.jpg
    run "$PYKALA" typeset a.xhtml -o a.pdf
    gives 0
    silent
    run qpdf --check a.pdf
    gives 0
    run pdfimages -all a.pdf taken
    gives 0
    silent
    # What stands behind the end of the picture is not in the paper.
    cmp taken-000.jpg picture.jpg >differ 2>&1 || grep -q 'EOF on taken-000.jpg' differ || fail 'it is another picture'
    run pdftoppm -r 20 a.pdf page
    gives 0
    silent
done

# with_logo IMAGE: the project of three parties with it as the theme's logo, in line 5 of teema.xml.
with_logo() {
    rm -rf out
    three project
    cp "$images/$1" project/logo.jpg
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<teema xmlns="urn:pykala:1">\n%s\n%s\n<logo tiedosto="logo.jpg" vaihtoehto="Vaakuna"/>\n</teema>' \
        '  <fontti laji="leipa" perhe="Carlito"/>' '  <fontti laji="otsikko" perhe="Carlito"/>' >project/teema.xml
    grep -q teemaTiedosto project/hanke.xml || edit hanke.xml 's|^  </tiedostot>|    <teemaTiedosto polku="teema.xml"/>\n&|'
}

begin 'check and build refuse a broken logo where the theme names it'
with_logo broken/huffman-table-bogus.jpg
run "$PYKALA" check project
gives 1
one_message stdout
prints 'project/teema.xml:5:17: error: project/logo.jpg is broken: '
run "$PYKALA" build project -o out
gives 1
one_message stderr
says 'project/teema.xml:5:17: error: project/logo.jpg is broken: '
no_files out
begin 'typeset refuses it there, too'
sed 's,<figure>.*</figure>,<p>a</p>,; s,<h1>,<header><p class="kind">a</p></header><h1>,' a.xhtml >b.xhtml
run "$PYKALA" typeset b.xhtml --theme project/teema.xml -o b.pdf
gives 1
one_message stderr
says 'project/teema.xml:5:17: error: project/logo.jpg is broken: '
begin 'a theme that is checked alone opens nothing'
mkdir alone
cp project/teema.xml project/logo.jpg alone
run "$PYKALA" check alone/teema.xml
gives 0
begin 'a sound logo'
with_logo sound/progressive.jpg
run "$PYKALA" check project
gives 0
run "$PYKALA" build project -o out --party alue
gives 0
whole_files out

begin 'a broken picture in a text is told once, however often it is named'
edit sopimus.xml 's|<tausta>|<tausta><kuva tiedosto="kuva.jpg" vaihtoehto="a"/><kuva tiedosto="kuva.jpg" vaihtoehto="b"/>|'
cp "$images/broken/cut-off-in-the-scan.jpg" project/kuva.jpg
run "$PYKALA" check project
gives 1
one_message stdout
prints 'error: project/kuva.jpg is broken: '
cp "$images/sound/grey.jpg" project/kuva.jpg
run "$PYKALA" check project
gives 0

# An own template's picture, in line 16.
begin 'a picture that an own template names'
cp -R "$SOURCE/tests/data/omat-pohjat" project/pohjat
chmod -R u+w project
own_paper
edit pohjat/tiedote.xsl 's|(<h1>.*</h1>)|\1\n<figure><img src="oma.jpg" alt="a"/></figure>|'
run "$PYKALA" check project
gives 1
one_message stdout
prints 'project/pohjat/tiedote.xsl:16: error: project/oma.jpg: there is no such file'
for file in broken/cut-off-in-the-head broken/cut-off-in-the-scan unsuited/cmyk large/pixels; do
    cp "$images/$file.jpg" project/oma.jpg
    run "$PYKALA" check project
    gives 1
    one_message stdout
    prints 'project/pohjat/tiedote.xsl:16: error: project/oma.jpg '
    run "$PYKALA" build project -o own --party alue --paper tiedote
    gives 1
    one_message stderr
    says 'project/pohjat/tiedote.xsl:16: error: project/oma.jpg '
done
cp "$images/sound/grey.jpg" project/oma.jpg
run "$PYKALA" check project
gives 0
finish
