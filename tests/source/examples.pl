#!/usr/bin/perl
# What docs/rules.md says breaks a rule does: the rules that a file or a project can break are broken here one by one, each in a
# project that is right otherwise, as the column "breaks it" shows. What stands there as code must stand in the file that was
# changed (its attributes in any order, "…" is anything), and "pykala check" must give the rule with the severity of the table.
# A rule that a project can set is told once more with the severity that it sets. A rule of the first groups of that page that has
# no case fails the test. usage: examples.pl PYKALA SOURCE-FOLDER WORK
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use File::Path qw(make_path remove_tree);
use JSON::PP qw(decode_json);

my ($pykala, $source, $work) = @ARGV;
my $cases = "$source/tests/broken";
my $failures = 0;
my %words = (virhe => 'error', varoitus => 'warning', huomautus => 'info', failure => 'failure');

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

sub fail {
    print "$_[0]: $_[1]\n";
    $failures++;
}

# A project with all kinds of files, in which nothing is wrong.
sub make_project {
    remove_tree("$work/p");
    make_path($work);
    system('cp', '-R', "$cases/base/followup", "$work/p") == 0 or die;
    system('cp', "$cases/base/agreement/sopimus.xml", "$cases/base/agreement/kokoukset.xml", "$cases/rules/statutes/saadokset.xml",
        "$work/p") == 0 or die;
    change('hanke.xml', '(?=    <suunnitelmaTiedosto)', qq(    <sopimusTiedosto polku="sopimus.xml"/>\n));
    change('hanke.xml', '(?=    <seurantaKansio)',
        qq(    <kokouksetTiedosto polku="kokoukset.xml"/>\n    <saadoksetTiedosto polku="saadokset.xml"/>\n));
}

sub change {
    my ($file, $from, $to) = @_;
    my $text = read_text("$work/p/$file");
    $text =~ s/$from/$to/s or die "$file holds no $from";
    write_text("$work/p/$file", $text);
}

# Adds a second version of the plan: the attributes of its file and of the first one's, and what becomes what in its text.
sub add_version {
    my ($second, $first, %changes) = @_;
    my $plan = read_text("$work/p/suunnitelma.xml") =~ s/versio="1.0"/versio="1.1"/r;
    $plan =~ s/$_/$changes{$_}/ for keys %changes;
    write_text("$work/p/uusi.xml", $plan);
    change('hanke.xml', '(<suunnitelmaTiedosto polku="suunnitelma.xml")/>', qq(<suunnitelmaTiedosto polku="suunnitelma.xml"$first/>)
        . qq(<suunnitelmaTiedosto polku="uusi.xml"$second/>));
    return "$work/p";
}

sub put { # FILE TEXT: an element of running text becomes this
    change($_[0], '<tausta><kappale>Tausta\.</kappale>', "<tausta>$_[1]");
}

# What is told, as rule => severity.
sub check {
    open my $in, '-|:raw', $pykala, 'check', '--format', 'json', @_ or die "$pykala: $!";
    local $/;
    return map { $_->{rule} => $_->{severity} } @{decode_json(<$in>)};
}

# The same of what only the making of papers tells.
sub make {
    open my $in, '-|', qq("$pykala" $_[0] 2>&1) or die "$pykala: $!";
    return map { / (error|warning|info|failure): .* \[([a-z-]+)\]$/ ? ($2 => $1) : () } <$in>;
}

# The examples of the page, and its groups.
my (%examples, @asked);
my $group = '';
for (split /\n/, read_text("$source/docs/rules.md")) {
    $group = $1 if /^## (.*)/;
    next unless /^\| `([a-z-]+)` \| [a-z, ]+ \| .* \| (.+) \|$/;
    my $rule = $1;
    $examples{$rule} = $2;
    push @asked, $rule if $group =~ /^(Files|XML|Schema|Project|Statutes and language|Follow-up)$/;
}
my @table = map { [split /\t/] } qx("$pykala" check --list-rules);
my %severities = map { $_->[0] => $words{$_->[1]} } @table;
my %settable = map { $_->[0] => $_->[2] eq 'settable' } @table;

my $answers = 'seuranta/2026/joutsa.xml';
my $remark = '<huomautus>Yhteistyö on sujunut hyvin, ja siitä on sovittu koko ensi vuodeksi.</huomautus>';
my $paper = '<paperi tunnus="x" pohja="paatosehdotus" laajuus="osapuoli"';

# Adds the answers of a municipality as joutsa has given them, and the municipality where the register hasn't got it.
sub add_party {
    my ($party) = @_;
    my $register = read_text("$work/p/osapuolet.xml");
    my ($own) = $register =~ /(  <osapuoli tunnus="joutsa".*?<\/osapuoli>\n)/s or die;
    change('osapuolet.xml', '(?=</osapuolet>)', $own =~ s/joutsa/$party/gr =~ s/ numero="172"//r) if $register !~ /"$party"/;
    write_text("$work/p/seuranta/2026/$party.xml", read_text("$work/p/$answers") =~ s/osapuoli="joutsa"/osapuoli="$party"/r);
}

# Adds a year, in which joutsa answers as in the first.
sub answer_again {
    change('hanke.xml', '(?=    <seurantavuosi vuosi="2031")', qq(    <seurantavuosi vuosi="2027" maaraaika="2028-01-31"/>\n));
    make_path("$work/p/seuranta/2027");
    write_text("$work/p/seuranta/2027/joutsa.xml",
        read_text("$work/p/$answers") =~ s/ vuosi="2026"/ vuosi="2027"/r =~ s/paivays="2027-01-20"/paivays="2028-01-20"/r);
}

# Of each rule the file that is changed, and what becomes what; or what is done, and the paths that are checked then.
my %broken = (
    'file-missing' => sub { 'nosuch.xml' },
    'file-kind' => sub { '/dev/null' },
    'file-format' => sub { write_text("$work/p/joutsa.xml", "PK\x03\x04"); "$work/p/joutsa.xml" },
    'file-size' => sub { truncate_to("$work/p/sopimus.xml", 17 << 20); "$work/p/sopimus.xml" },
    'file-read' => sub { symlink('a.xml', "$work/p/a.xml"); "$work/p/a.xml" },
    'project-file' => ['hanke.xml', 'polku="sopimus.xml"', 'polku="sopimuss.xml"'],
    'project-path' => sub { rename_out('sopimus.xml'); "$work/p" },
    'check-folder' => sub { make_path("$work/p/kuvat"); "$work/p/kuvat" },
    'xml-well-formed' => ['hanke.xml', '<nimi>Koe', '<nimi>A & B'],
    'xml-encoding' => ['hanke.xml', 'UTF-8', 'ISO-8859-1'],
    'xml-doctype' => ['hanke.xml', '(?=<hanke)', "<!DOCTYPE hanke>\n"],
    'xml-depth' => ['sopimus.xml', '(?=<tausta>)', '<a>' x 257 . '</a>' x 257],
    'xml-attributes' => ['sopimus.xml', '<tausta', '<tausta' . join('', map { " a$_=''" } 1 .. 257)],
    'xml-length' => sub { put('sopimus.xml', '<kappale>' . 'a' x 11_000_000 . '</kappale>'); "$work/p/sopimus.xml" },
    'xml-elements' => sub { put('sopimus.xml', '<kappale/>' x 250_000); "$work/p/sopimus.xml" },
    'xml-errors' => sub { put('sopimus.xml', "<kappale a=''>a</kappale>\n" x 1001); "$work/p/sopimus.xml" },
    'xml-namespace' => ['hanke.xml', '<hanke [^>]*>', '<hanke>'],
    'xml-root' => ['kokoukset.xml', '<kokoukset.*', '<kokous xmlns="urn:pykala:1"></kokous>'],
    'xsd-element' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03"><otsiko>Sopimus</otsiko></kokous>'],
    'xsd-order' => ['kokoukset.xml', '"2025-11-03"/>',
        '"2025-11-03"><paatos>Hyväksyttiin.</paatos><otsikko>Sopimus</otsikko></kokous>'],
    'xsd-repeated' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03"><paatos>A.</paatos><paatos>B.</paatos></kokous>'],
    'xsd-missing' => ['osapuolet.xml', '<nominatiivi>joutsa</nominatiivi><genetiivi>joutsan</genetiivi></nimimuodot>',
        '<nominatiivi>Joutsa</nominatiivi></nimimuodot>'],
    'xsd-text' => ['sopimus.xml', '<tausta>.*</tausta>', '<tausta>Tausta.</tausta>'],
    'xsd-attribute' => ['kokoukset.xml', 'paivays="2025-11-03"', 'päiväys="2025-10-24"'],
    'xsd-attribute-missing' => ['kokoukset.xml', ' aihe="sopimus" paivays="2025-11-03"', ''],
    'xsd-type' => ['kokoukset.xml', '2025-11-03', '24.10.2025'],
    'xsd-key' => ['saadokset.xml', '(?=<saadostieto)', '<saadostieto numero="410/2015"><saadosnimi kieli="fi">A</saadosnimi></saadostieto>'],
    'xsd-keyref' => ['osapuolet.xml', '(?=</osapuoli>)', '<alueviite alue="pohjonen"/>'],
    'rule-setting' => ['hanke.xml', '(?<=<saannot>)', '<saanto tunnus="prose-quote" vakavuus="pois"/>'],
    'unknown-party' => ['kokoukset.xml', 'osapuoli="joutsa"', 'osapuoli="joutsaa"'],
    'unknown-body' => ['kokoukset.xml', 'toimielin="hallitus"', 'toimielin="muu" elin="lautakunta"'],
    'party-id' => ['osapuolet.xml', 'tunnus="jamsa"', 'tunnus="kunnat"'],
    'municipality-number' => ['osapuolet.xml', ' numero="172"', ''],
    'paper-subject' => sub {
        change('hanke.xml', '<suunnitelmaTiedosto[^\n]*\n', '');
        change('hanke.xml', '    <seurantaKansio[^\n]*\n', '');
        "$work/p";
    },
    'paper-body' => ['hanke.xml', '(?=  </paperit>)', $paper =~ s/"osapuoli"/"hanke"/r . ' aihe="sopimus" toimielin="hallitus"><nimi>A</nimi></paperi>'],
    'paper-year' => ['hanke.xml', '(?=  </paperit>)', qq($paper aihe="seuranta" toimielin="hallitus"><nimi>A</nimi></paperi>)],
    'paper-answers' => ['hanke.xml', '(?=  </paperit>)', qq($paper aihe="seuranta" toimielin="hallitus" vuosi="2030"><nimi>A</nimi></paperi>)],
    'paper-version' => ['hanke.xml', '(?=  </paperit>)',
        '<paperi tunnus="x" pohja="suunnitelma" aihe="suunnitelma" laajuus="hanke" versio="2.0"><nimi>A</nimi></paperi>'],
    'plan-order' => sub { add_version(' alkaa="2027-01-01"', ' alkaa="2028-01-01"') },
    'plan-overlap' => sub { add_version(' alkaa="2027-01-01"', ' paattyy="2027-01-31"') },
    'plan-gap' => sub { add_version(' alkaa="2028-01-01"', ' paattyy="2027-11-30"') },
    'plan-version' => sub { add_version(' alkaa="2027-01-01"', '', '1\.1' => '1.0') },
    'plan-id' => sub { add_version(' alkaa="2027-01-01"', '', 'tunnus="suunnitelma"' => 'tunnus="uusi"') },
    'indicator-changed' => sub { add_version(' alkaa="2027-01-01"', '', 'laji="lukumaara"' => 'laji="kyllaEi"') },
    'term-order' => ['sopimus.xml', 'alkaa="2026-01-01" paattyy="2029-12-31"', 'alkaa="2029-12-31" paattyy="2026-01-01"'],
    'meeting-item' => ['kokoukset.xml', 'paivays="2025-11-03"', 'pykala="89"'],
    'meeting-decision' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03"><paatos>Hyväksyttiin.</paatos></kokous>'],
    'meeting-twice' => ['kokoukset.xml', 'toimielin="valtuusto"', 'toimielin="hallitus"'],
    'meeting-sequence' => ['kokoukset.xml', '(?=</kokoukset>)', join('', map {
        qq(<kokous osapuoli="jamsa" toimielin="hallitus" aihe="sopimus" paivays="$_" pykala="1" tulos="poydalle"/>)
    } '2025-11-03', '2025-11-02')],
    'meeting-year' => ['kokoukset.xml', 'aihe="sopimus" paivays="2025-11-03"', 'aihe="seuranta" paivays="2025-11-03"'],
    'meeting-visible' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03"><poytakirja nahtavilla="2025-11-01"/></kokous>'],
    'meeting-remedy' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03"><muutoksenhaku>kunnallisvalitus</muutoksenhaku></kokous>'],
    'meeting-point' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03"><paatoskohta korvaa="vastaavat">nimetä</paatoskohta></kokous>'],
    'vote-count' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03"><kasittely><vastaehdotus><ehdottaja><tehtava>jäsen</tehtava></ehdottaja>'
        . '<kannattaja><tehtava>jäsen</tehtava></kannattaja><ehdotus>Palautetaan.</ehdotus></vastaehdotus>'
        . '<aanestys jaa="5" ei="3" jasenia="9"><jaaEsitys>A.</jaaEsitys><eiEsitys>B.</eiEsitys></aanestys></kasittely></kokous>'],
    'vote-proposal' => ['kokoukset.xml', '"2025-11-03"/>',
        '"2025-11-03"><kasittely><aanestys jaa="5" ei="3"><jaaEsitys>A.</jaaEsitys><eiEsitys>B.</eiEsitys></aanestys></kasittely></kokous>'],
    'secret-ground' => ['kokoukset.xml', '"2025-11-03"/>', '"2025-11-03" julkisuus="salassa"/>'],
    'meeting-order' => sub {
        change('kokoukset.xml', '2025-11-03', '2025-10-24');
        change('kokoukset.xml', '2025-11-10', '2025-10-01');
        "$work/p";
    },
    'meeting-after-term' => ['kokoukset.xml', '2025-11-10', '2030-02-01'],
    'text-missing' => ['sopimus.xml', '<kappale>Tausta.</kappale>', '<kappale/>'],
    'image-missing' => ['sopimus.xml', '(?=</tausta>)', '<kuva tiedosto="nosuch.png" vaihtoehto="Kartta"/>'],
    'table-columns' => ['sopimus.xml', '(?=</tausta>)',
        '<taulukko><otsikkorivi><solu sarake="100"/><solu/></otsikkorivi><rivi><solu>A</solu></rivi></taulukko>'],
    'list-depth' => ['sopimus.xml', '(?=</tausta>)', '<luettelo><kohta>A' x 11 . '</kohta></luettelo>' x 11],
    'theme-room' => sub {
        change('hanke.xml', '(?=    <seurantaKansio)', qq(    <teemaTiedosto polku="teema.xml"/>\n));
        write_text("$work/p/teema.xml", '<teema xmlns="urn:pykala:1"><fontti laji="leipa" perhe="Carlito"/>'
            . '<marginaali vasen="100" oikea="100"/></teema>');
        "$work/p";
    },
    'indicator-reporter' => ['suunnitelma.xml', ' raportoija="alue"', ''],
    'indicator-target' => ['suunnitelma.xml', '(?<=Kokoukset\?</kysymys>)', '<tavoitearvo/>'],
    'indicator-range' => ['suunnitelma.xml', '(?<=Kokoukset\?</kysymys>)', '<tavoitearvo alaraja="5" ylaraja="3"/>'],
    'indicator-words' => ['suunnitelma.xml', '(?<=Kokoukset\?</kysymys>)', '<sanat tehty="valmis"/>'],
    'indicator-deadline' => ['suunnitelma.xml', '<mittari ', '<mittari maaraaika="2020-12-31" '],
    'indicator-presupposed' => ['suunnitelma.xml', '<mittari tunnus="edustaja"', '<mittari tunnus="edustaja" edellyttaa="nosuch"'],
    'statute-unknown' => ['sopimus.xml', '(?=Tausta\.)', '<saadosviite numero="611/2024">Laki</saadosviite> '],
    'statute-name' => ['sopimus.xml', '(?=Tausta\.)', '<saadosviite numero="611/2021">kuntalaki</saadosviite> '],
    'form-case' => ['osapuolet.xml', '<nominatiivi>joutsa</nominatiivi><genetiivi>joutsan</genetiivi>',
        '<nominatiivi>Joutsan kunta</nominatiivi><genetiivi>Joutsan kunta</genetiivi>'],
    'form-word' => ['osapuolet.xml', '<nominatiivi>joutsa</nominatiivi><genetiivi>joutsan</genetiivi>',
        '<nominatiivi>Joutsan kunta</nominatiivi><genetiivi>Joutsan kunnan</genetiivi><partitiivi>Joutsan kaupunkia</partitiivi>'],
    'text-character' => ['sopimus.xml', 'Tausta\.', 'Mies 𓀀'],
    'text-broken' => ['sopimus.xml', 'Tausta\.', 'jÃ¤rjestÃ¤Ã¤'],
    'font-fallback' => ['sopimus.xml', 'Tausta\.', 'Valmis ☑'],
    'text-marks' => ['sopimus.xml', 'Tausta\.', "\x{AD}" x 129 . 'a'],
    'prose-section-sign' => ['sopimus.xml', 'Tausta\.', 'Lain 14 § on.'],
    'prose-range' => ['sopimus.xml', 'Tausta\.', 'Vuosina 2025-2029.'],
    'prose-quotes' => ['sopimus.xml', 'Tausta\.', 'Tämä on "yhteistyö".'],
    'prose-spaces' => ['sopimus.xml', 'Tausta\.', 'Mukana kunta  ja hyvinvointialue.'],
    'prose-date' => ['sopimus.xml', 'Tausta\.', 'Kokous oli 02.03.2026.'],
    'prose-abbreviation' => ['sopimus.xml', 'Tausta\.', 'Ryhmä kokoontuu 4 krt/v yhdessä.'],
    'prose-spelling' => sub { change('sopimus.xml', 'Tausta\.', 'Tämä on yhteistyösopimuksenn.'); ('--spelling', "$work/p") },
    'followup-form-only' => ['suunnitelma.xml', '<toimenpide tunnus="tieto"', '<toimenpide'],
    'followup-none' => sub {
        change('hanke.xml', '    <suunnitelmaTiedosto[^\n]*\n', '');
        change('hanke.xml', '(?<=<paperit>).*(?=</paperit>)', qq($paper aihe="sopimus"><nimi>A</nimi></paperi>));
        "$work/p";
    },
    'followup-unknown-party' => [$answers, 'osapuoli="joutsa"', 'osapuoli="joutsaa"'],
    'followup-not-bound' => ['sopimus.xml', '(?=<tausta>)',
        '<osapuoliviitteet><osapuoliviite osapuoli="alue"/><osapuoliviite osapuoli="joutsa" paattyy="2026-06-30"/></osapuoliviitteet>'],
    'followup-file-name' => sub { rename("$work/p/$answers", "$work/p/seuranta/2026/kunta.xml"); "$work/p" },
    'followup-other-party' => sub { rename("$work/p/$answers", "$work/p/seuranta/2026/alue.xml"); "$work/p" },
    'followup-folder' => [$answers, 'vuosi="2026"', 'vuosi="2027"'],
    'followup-year' => sub {
        make_path("$work/p/seuranta/2032");
        change($answers, 'vuosi="2026"', 'vuosi="2032"');
        rename("$work/p/$answers", "$work/p/seuranta/2032/joutsa.xml");
        "$work/p";
    },
    'followup-after-deadline' => [$answers, 'paivays="2026-11-30"', 'paivays="2027-03-01"'],
    'followup-late' => [$answers, 'paivays="2027-01-20"', 'paivays="2027-03-01"'],
    'followup-proposal' => [$answers, '(?=</seurantatiedot>)', '<muutosehdotus toimenpide="tieto"><ehdotettuTeksti/></muutosehdotus>'],
    'followup-plan' => [$answers, 'suunnitelma="suunnitelma"', 'suunnitelma="sopimus"'],
    'followup-workbook' => sub {
        system("'$pykala' new seuranta '$work/p' --year 2026 --party joutsa -o '$work/forms' >/dev/null") == 0 or die;
        system('cp', "$work/forms/joutsa.xlsx", "$work/p/seuranta/2026/jamsa.xlsx") == 0 or die;
        "$work/p";
    },
    'followup-not-read' => sub { write_text("$work/p/seuranta/2026/joutsa.docx", 'x'); "$work/p" },
    'followup-two-files' => sub { write_text("$work/p/seuranta/2026/joutsa-2.xml", read_text("$work/p/$answers")); "$work/p" },
    'followup-unknown-measure' => [$answers, 'toimenpide="asuminen"', 'toimenpide="asumine"'],
    'followup-answered-twice' => [$answers, '(?=<vastaus mittari="selvitys")',
        '<vastaus mittari="edustaja"><kyllaEi arvo="ei"/></vastaus>'],
    'followup-unknown-indicator' => [$answers, 'mittari="edustaja"', 'mittari="edustja"'],
    'followup-answer-kind' => [$answers, '<lukumaara arvo="53"/>', '<kyllaEi arvo="kylla"/>'],
    'followup-not-reporter' => [$answers, 'mittari="matka">.*?</vastaus>', 'mittari="alueen-osuus"><osuus arvo="1" lahde="THL" tilastovuosi="2025"/></vastaus>'],
    'followup-count' => [$answers, 'arvo="53"', 'arvo="54"'],
    'followup-share' => [$answers, 'osuus arvo="100"', 'osuus arvo="101"'],
    'followup-unit' => [$answers, 'yksikko="km"', 'yksikko="m"'],
    'answer-missing' => sub { change('hanke.xml', '"answer-missing"', '"answer-long"'); "$work/p" }, # it is put off there
    'answer-status' => sub {
        change($answers, 'arvo="kaynnissa"', 'arvo="toteutunut"');
        change($answers, '<kyllaEi arvo="kylla"/>', '<kyllaEi arvo="ei"/>');
        "$work/p";
    },
    'answer-done' => [$answers, ' paivays="2026-11-30"', ''],
    'answer-back' => sub {
        make_path("$work/p/seuranta/2027");
        write_text("$work/p/seuranta/2027/joutsa.xml", read_text("$work/p/$answers") =~ s/vuosi="2026"/vuosi="2027"/r
            =~ s/paivays="2027-01-20"/paivays="2028-01-20"/r =~ s/kaynnissa/eiAloitettu/r);
        change('hanke.xml', '(?=    <seurantavuosi vuosi="2031")', qq(    <seurantavuosi vuosi="2027" maaraaika="2028-01-31"/>\n));
        "$work/p";
    },
    'answer-presupposed' => sub {
        change('suunnitelma.xml', 'tunnus="edustaja"', 'tunnus="edustaja" edellyttaa="ryhma"');
        change('suunnitelma.xml', '(?=<mittari tunnus="alueen-osuus")',
            '<mittari tunnus="ryhma" laji="kyllaEi" taso="alue" raportoija="alue"><kysymys>Ryhmä?</kysymys></mittari>');
        change('seuranta/2026/alue.xml', '(?=<vastaus mittari="alueen-osuus")', '<vastaus mittari="ryhma"><kyllaEi arvo="ei"/></vastaus>');
        "$work/p";
    },
    'answer-personal-data' => [$answers, '(?<=<kyllaEi arvo="kylla"/>)', '<huomautus>131052-308T</huomautus>'],
    'answer-contact' => [$answers, '(?<=<kyllaEi arvo="kylla"/>)', '<huomautus>Kysy: 040 000 0000</huomautus>'],
    'answer-person' => [$answers, '<tehtava>kunnanjohtaja', '<tehtava>Maija Meikäläinen'],
    'answer-filler' => [$answers, 'Hyvin\.', 'TODO'],
    'answer-long' => [$answers, '(?<=<kyllaEi arvo="kylla"/>)', '<huomautus>' . 'a' x 5001 . '</huomautus>'],
    'answer-other-party' => [$answers, 'Hyvin\.', 'jamsa on mukana.'],
    'answer-date' => [$answers, 'paivays="2026-11-30"', 'paivays="1999-11-30"'],
    'answer-early' => sub {
        change($answers, 'paivays="2026-11-30"', 'paivays="2026-06-30"');
        change($answers, 'paivays="2027-01-20"', 'paivays="2026-08-20"');
        "$work/p";
    },
    'answer-statistics' => [$answers, 'tilastovuosi="2025"', 'tilastovuosi="1925"'],
    'answer-source' => sub {
        change('suunnitelma.xml', '(?<=<kysymys>Matka\?</kysymys>)', '<lahde>THL</lahde>');
        change($answers, ' lahde="Oma" tilastovuosi="2026"', '');
        "$work/p";
    },
    'answer-copied' => sub {
        change("seuranta/2026/$_.xml", '(?=</seurantatiedot>)', $remark) for qw(joutsa alue);
        "$work/p";
    },
    'answer-repeated' => sub {
        change($answers, '(?=</seurantatiedot>)', $remark);
        answer_again();
        "$work/p";
    },
    'answer-fraction' => [$answers, 'osuus arvo="100"', 'osuus arvo="0.627"'],
    'answer-jump' => sub {
        answer_again();
        change('seuranta/2027/joutsa.xml', 'mittausarvo arvo="7.2"', 'mittausarvo arvo="72"');
        "$work/p";
    },
    'answer-outlier' => sub {
        add_party($_) for qw(jamsa uurainen multia);
        change('seuranta/2026/multia.xml', 'mittausarvo arvo="7.2"', 'mittausarvo arvo="720"');
        "$work/p";
    },
    'workbook-limit' => [$answers, '(?<=<kyllaEi arvo="kylla"/>)', '<huomautus>' . 'a' x 40000 . '</huomautus>'],
    'paper-duplicate' => ['hanke.xml', '(?=  </paperit>)',
        join '', map { $paper =~ s/"x"/"$_"/r . ' aihe="sopimus" toimielin="hallitus"><nimi>A</nimi></paperi>' } qw(x y)],
    'paper-template' => ['hanke.xml', 'pohja="suunnitelma"', 'pohja="nosuch"'],
    'paper-kind' => ['hanke.xml', '(?=  </paperit>)', qq($paper aihe="suunnitelma"><nimi>A</nimi></paperi>)],
    'paper-language' => sub {
        change('osapuolet.xml', 'tunnus="joutsa"', 'tunnus="joutsa" kieli="sv"');
        change('hanke.xml', '(?=  </paperit>)', qq($paper aihe="sopimus" toimielin="hallitus"><nimi>A</nimi></paperi>));
        "$work/p";
    },
    'template' => sub {
        make_path("$work/p/pohjat");
        change('hanke.xml', '(?=    <seurantaKansio)', qq(    <pohjaKansio polku="pohjat"/>\n));
        write_text("$work/p/pohjat/suunnitelma.xsl", '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
            . '<xsl:template match="/"><xsl:value-of select="a["/></xsl:template></xsl:stylesheet>');
        "$work/p";
    },
);
# What check doesn't tell, and the command that does; WORK stands for the folder.
my %commands = (
    'workbook-limit' => 'followup "WORK/p" --year 2026 --format xlsx -o "WORK/figures.xlsx"',
);
# No file breaks these alone: tests/failure has a library that crashes, and with tests/cli a full disk and documents of one name.
# cli/workbook writes into the cells of workbooks.
my %elsewhere = map { $_ => 1 } qw(file-crash file-write followup-cell same-file xsd);

# What the page document has between its heading and its end.
my %pages = (
    'page-attribute' => '<table><tr><td scope="line">A</td></tr></table>',
    'page-class' => '<p class="nosuch">A</p>',
    'page-depth' => '<ul><li>' x 100 . 'A' . '</li></ul>' x 100,
    'page-empty' => '<h2/>',
    'page-element' => '<blink>A</blink>',
    'page-heading' => '<h3>A</h3>',
    'page-id' => '<p id="a">A</p><p id="a">B</p>',
    'page-link' => '<p><a href="#nosuch">A</a></p>',
    'page-table' => '<table><tr><td>A</td><td>B</td><td>C</td></tr><tr><td>A</td><td>B</td></tr></table>',
    'page-text' => '<ul>text</ul>',
    'page-well-formed' => '<p>',
    'layout-graphic' => '<table><thead><tr><th scope="col">A</th><th scope="col" class="bars">B</th></tr></thead>'
        . '<tbody><tr><th scope="row">A</th><td>noin 5</td></tr></tbody></table>',
    'layout-image' => '<figure><img src="a.gif" alt="A"/></figure>',
    'layout-missing-character' => '<p>𓀀</p>',
    'layout-overfull' => '<p>' . 'W' x 200 . '</p>',
    'pdf-limit' => '<p><a href="https://a.fi/" title="' . 'a' x 40000 . '">A</a></p>',
    'layout-too-wide' => '<table><tr>' . '<td>A</td>' x 1000 . '</tr></table>',
);

sub truncate_to {
    open my $file, '>>', $_[0] or die;
    truncate $file, $_[1] or die;
}

sub rename_out {
    rename "$work/p/$_[0]", "$work/$_[0]" or die;
    symlink "../$_[0]", "$work/p/$_[0]" or die;
}

sub expect_as_documented {
    my ($rule, $text) = @_;
    for my $code ($examples{$rule} =~ /`([^`]+)`/g) {
        my @parts = $code =~ /^</ ? $code =~ /<\w+|\w+="[^"]*"|>[^<…]+/g : $code;
        for my $part (@parts) {
            fail($rule, "what is documented is not what is tried: $part") if index($text, $part) < 0;
        }
    }
}

sub try {
    my ($rule) = @_;
    make_project();
    my $case = $broken{$rule};
    my @paths = ref $case eq 'CODE' ? $case->() : "$work/p";
    if (ref $case eq 'ARRAY') {
        change(@$case);
        expect_as_documented($rule, read_text("$work/p/$case->[0]"));
    }
    my %told = $commands{$rule} ? make($commands{$rule} =~ s/WORK/$work/gr) : check(@paths);
    return fail($rule, 'is not told, but ' . join ', ', sort keys %told) unless $told{$rule};
    fail($rule, "is told as $told{$rule}, listed as $severities{$rule}") if $told{$rule} ne $severities{$rule};
    try_setting($rule, @paths) if $settable{$rule};
}

sub try_setting {
    my ($rule, @paths) = @_;
    my $word = $severities{$rule} eq 'info' ? 'virhe' : 'huomautus';
    change('hanke.xml', '(?<=<saannot>)', qq(<saanto tunnus="$rule" vakavuus="$word"/>));
    my %told = check(@paths);
    fail($rule, 'is told as ' . ($told{$rule} // 'nothing') . ", set to $word") if ($told{$rule} // '') ne $words{$word};
}

sub try_page {
    my ($rule) = @_;
    my $page = $pages{$rule};
    expect_as_documented($rule, "<h1>A</h1>$page");
    write_text("$work/a.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>A</title></head>'
        . "<body><h1>A</h1>$page</body></html>");
    write_text("$work/a.gif", 'GIF89a');
    my %told = make(qq(typeset "$work/a.xhtml" -o "$work/a.pdf"));
    fail($rule, 'is told as ' . join ' ', %told) if ($told{$rule} // '') ne $severities{$rule};
}

make_project();
my %told = check("$work/p");
fail('the project that is changed', join ', ', sort keys %told) if %told;
try($_) for sort keys %broken;
$broken{$_} || $elsewhere{$_} || fail($_, 'has no case') for @asked;
try_page($_) for sort keys %pages;
fail('docs/rules.md', 'lists ' . @asked . ' rules that files break') if @asked < 70;
print keys(%broken) + keys(%pages), " rules, $failures failures\n";
exit($failures ? 1 : 0);
