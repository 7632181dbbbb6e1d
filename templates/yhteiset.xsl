<?xml version="1.0" encoding="UTF-8"?>
<!--
  Kaikkien paperien yhteiset osat: mitä paperia tehdään ja kenelle, taivutusmuodot, päiväykset, pykälät, nimiluettelot,
  sivun pää ja aineiston lohkot XHTML:nä. Suomenkieliset lauseet ovat tiedostossa fi/sanat.xsl.
  Opas: docs/templates.md. Mitä XHTML:ää saa käyttää: docs/page-document.md.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="fi/sanat.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- Mistä paperista on kyse -->
  <xsl:variable name="aineisto" select="/p:aineisto"/>
  <xsl:variable name="aihe" select="$aineisto/@aihe"/>
  <xsl:variable name="toimielin" select="$aineisto/@toimielin"/>
  <xsl:variable name="elin" select="string($aineisto/@elin)"/>
  <xsl:variable name="hanke" select="$aineisto/p:hanke"/>
  <xsl:variable name="paperi" select="$hanke/p:paperit/p:paperi[@tunnus = $aineisto/@paperi]"/>
  <xsl:variable name="sopimus" select="$aineisto/p:sopimus"/>
  <xsl:variable name="suunnitelma" select="$aineisto/p:suunnitelma"/>

  <!-- Osapuoli, jonka paperi tämä on. Tyhjä, kun paperi on osapuolten yhteinen. Osapuolia voi olla tuhat: merkkijonoon
    vertaaminen on nopeinta, ja avain koko aineistosta kestäisi kauemmin kuin muu paperi. -->
  <xsl:variable name="oma-tunnus" select="string($aineisto/@osapuoli)"/>
  <xsl:variable name="osapuoli" select="$aineisto/p:osapuolet/p:osapuoli[@tunnus = $oma-tunnus]"/>
  <xsl:variable name="laji" select="$osapuoli/@laji"/>

  <!-- Sopimuksen osapuolet rekisterin järjestyksessä -->
  <xsl:variable name="osapuolet" select="$aineisto/p:osapuolet/p:osapuoli[@sopimuksessa]"/>

  <!-- Toimielimet ja johtaja: osapuolen omat, sitten rekisterin, viimeksi lajin oletus -->
  <xsl:variable name="oma-laji" select="$aineisto/p:osapuolet/p:lajit/p:osapuolilaji[@laji = $laji]"/>
  <xsl:variable name="oletuslaji" select="$aineisto/p:lajit/p:osapuolilaji[@laji = $laji]"/>
  <xsl:variable name="hallitus" select="$osapuoli/p:hallitus
      | $oma-laji[not($osapuoli/p:hallitus)]/p:hallitus
      | $oletuslaji[not($osapuoli/p:hallitus or $oma-laji/p:hallitus)]/p:hallitus"/>
  <xsl:variable name="valtuusto" select="$osapuoli/p:valtuusto
      | $oma-laji[not($osapuoli/p:valtuusto)]/p:valtuusto
      | $oletuslaji[not($osapuoli/p:valtuusto or $oma-laji/p:valtuusto)]/p:valtuusto"/>
  <xsl:variable name="johtaja" select="$osapuoli/p:johtaja
      | $oma-laji[not($osapuoli/p:johtaja)]/p:johtaja
      | $oletuslaji[not($osapuoli/p:johtaja or $oma-laji/p:johtaja)]/p:johtaja"/>
  <xsl:variable name="oma-toimielin" select="$hallitus[$toimielin = 'hallitus'] | $valtuusto[$toimielin = 'valtuusto']
      | $osapuoli/p:toimielin[$toimielin = 'muu'][@tunnus = $elin]"/>

  <!-- Kokous, jolle paperi menee: toimielimen viimeinen, jos asia on jäänyt auki aikaisemmassa -->
  <xsl:variable name="kokoukset" select="$aineisto/p:kokoukset/p:kokous[@osapuoli = $oma-tunnus][@aihe = $aihe
      and (not($aineisto/@vuosi) or @vuosi = $aineisto/@vuosi)]"/>
  <xsl:variable name="kokous" select="$kokoukset[@toimielin = $toimielin and string(@elin) = $elin][last()]"/>
  <xsl:variable name="jai-auki" select="$kokous/@tulos = 'poydalle' or $kokous/@tulos = 'palautettu'"/>

  <!-- Kun päätös on tehty, päätösehdotuksesta tulee pöytäkirjanote. -->
  <xsl:variable name="pidetty" select="$kokous/p:paatos or $kokous/@tulos"/>
  <xsl:variable name="paperin-laji">
    <xsl:choose>
      <xsl:when test="$pidetty and not($paperi/@pohja = 'muutoksenhaku')"><xsl:value-of select="$sana-poytakirjanote"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$paperi/p:nimi"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- Paperi päättyy virheeseen, joka näytetään aineiston kohdassa, jolla on tämä tunnus. -->
  <xsl:template name="virhe">
    <xsl:param name="tunnus"/>
    <xsl:param name="teksti"/>
    <xsl:message terminate="yes">
      <xsl:if test="string($tunnus) != ''">
        <xsl:value-of select="concat('#', $tunnus, ' ')"/>
      </xsl:if>
      <xsl:value-of select="$teksti"/>
    </xsl:message>
  </xsl:template>

  <!--
    Taivutusmuoto: muodot = nimimuodot, hallitus, valtuusto tai johtaja; sija = muodon nimi; lyhyt = lyhyt nimi, jos sellainen on.
    Puuttuva muoto on virhe: päätettä ei liimata.
  -->
  <xsl:template name="muoto">
    <xsl:param name="muodot"/>
    <xsl:param name="sija"/>
    <xsl:param name="lyhyt" select="false()"/>
    <xsl:variable name="lyhyt-muoto" select="$muodot[$lyhyt]/p:lyhyt/*[local-name() = $sija]"/>
    <xsl:variable name="pitka-muoto" select="$muodot/*[local-name() = $sija]"/>
    <xsl:choose>
      <xsl:when test="$lyhyt-muoto">
        <xsl:value-of select="$lyhyt-muoto"/>
      </xsl:when>
      <xsl:when test="$pitka-muoto">
        <xsl:value-of select="$pitka-muoto"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="muoto-puuttuu">
          <xsl:with-param name="muodot" select="$muodot"/>
          <xsl:with-param name="sija" select="$sija"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Puuttuvasta kerrotaan sen kohdassa: nimen omistajan tai sen osapuolen, jolla nimi pitäisi olla. Avaimella alkavan
    viestin pykala sanoo käyttäjän kielellä (src/template/missing.h). -->
  <xsl:template name="muoto-puuttuu">
    <xsl:param name="muodot"/>
    <xsl:param name="sija"/>
    <xsl:variable name="omistaja" select="$muodot/ancestor-or-self::*[@tunnus][1]/@tunnus"/>
    <xsl:variable name="kohta">
      <xsl:value-of select="$omistaja"/>
      <xsl:if test="not($omistaja)"><xsl:value-of select="$osapuoli/@tunnus"/></xsl:if>
    </xsl:variable>
    <xsl:call-template name="virhe">
      <xsl:with-param name="tunnus" select="$kohta"/>
      <xsl:with-param name="teksti">
        <xsl:choose>
          <xsl:when test="$muodot"><xsl:value-of select="concat('!muoto ', $sija, ' ', $muodot/p:nominatiivi)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('!nimi ', $sija)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Aineistosta puuttuu elementti, josta paperi tehdään. -->
  <xsl:template name="virhe-puuttuu">
    <xsl:param name="elementti"/>
    <xsl:call-template name="virhe">
      <xsl:with-param name="tunnus" select="$paperi/@tunnus"/>
      <xsl:with-param name="teksti" select="concat('!puuttuu ', $elementti)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Osapuolen nimen muoto -->
  <xsl:template name="osapuolen">
    <xsl:param name="sija" select="'genetiivi'"/>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$osapuoli/p:nimimuodot"/>
      <xsl:with-param name="sija" select="$sija"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Iso alkukirjain -->
  <xsl:template name="isolla">
    <xsl:param name="teksti"/>
    <xsl:value-of select="concat(translate(substring($teksti, 1, 1), $pienet, $isot), substring($teksti, 2))"/>
  </xsl:template>

  <!-- Muoto isolla alkukirjaimella, lauseen tai otsikon alkuun -->
  <xsl:template name="muoto-isolla">
    <xsl:param name="muodot"/>
    <xsl:param name="sija"/>
    <xsl:param name="lyhyt" select="false()"/>
    <xsl:call-template name="isolla">
      <xsl:with-param name="teksti">
        <xsl:call-template name="muoto">
          <xsl:with-param name="muodot" select="$muodot"/>
          <xsl:with-param name="sija" select="$sija"/>
          <xsl:with-param name="lyhyt" select="$lyhyt"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- 2025-10-24 → 24.10.2025 -->
  <xsl:template name="paivays">
    <xsl:param name="pvm"/>
    <xsl:value-of select="concat(number(substring($pvm, 9, 2)), '.', number(substring($pvm, 6, 2)), '.', substring($pvm, 1, 4))"/>
  </xsl:template>

  <!-- 14 → 14 §, välissä sitova välilyönti -->
  <xsl:template name="pykala">
    <xsl:param name="numero"/>
    <xsl:value-of select="concat($numero, '&#160;§')"/>
  </xsl:template>

  <!-- Viiva, jolle kirjoitetaan -->
  <xsl:template name="tayttoviiva">
    <span class="fill-in"/>
  </xsl:template>

  <!-- A, B ja C; viimeinen = mitä viimeisen edellä on -->
  <xsl:template name="nimet">
    <xsl:param name="solmut"/>
    <xsl:param name="viimeinen" select="$sana-ja"/>
    <xsl:for-each select="$solmut">
      <xsl:if test="position() &gt; 1">
        <xsl:choose>
          <xsl:when test="position() = last()">
            <xsl:value-of select="$viimeinen"/>
          </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- "1", kun elementti koskee osapuolta, tavallisesti sitä, jonka paperi tämä on; yhteisessä paperissa aina -->
  <xsl:template name="koskee">
    <xsl:param name="lista" select="concat(' ', normalize-space(@osapuolet), ' ')"/>
    <xsl:param name="kuka" select="$osapuoli"/>
    <xsl:if test="not($kuka) or $lista = '  ' or contains($lista, ' kaikki ')
        or contains($lista, concat(' ', $kuka/@tunnus, ' ')) or contains($lista, concat(' ', $kuka/@laji, ' '))
        or (($kuka/@laji = 'kunta' or $kuka/@laji = 'kaupunki') and contains($lista, ' kunnat '))">1</xsl:if>
  </xsl:template>

  <!-- "valtuusto " tai "muu sivistyslautakunta": hankkeen ensimmäinen päättäjä, joka koskee asiaa ja osapuolta; muuten oletus -->
  <xsl:template name="nimetty-paattaja">
    <xsl:param name="asia"/>
    <xsl:param name="kuka"/>
    <xsl:param name="oletus"/>
    <xsl:variable name="paattajat">
      <xsl:for-each select="$hanke/p:paattajat/p:paattaja[@aihe = $asia]">
        <xsl:variable name="koskee"><xsl:call-template name="koskee"><xsl:with-param name="kuka" select="$kuka"/></xsl:call-template></xsl:variable>
        <xsl:if test="$koskee = '1'"><xsl:value-of select="concat(@toimielin, ' ', @elin, ';')"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="substring-before(concat($paattajat, $oletus, ';'), ';')"/>
  </xsl:template>

  <!-- Koko sivu. sisalto = body-elementin lohkot; luvuilla = paperissa on lukuja, ja teksti alkaa vasemmasta reunasta;
    asiakirja = sopimus tai suunnitelma, jonka päiväys, versio ja tila ovat sivun päässä. -->
  <xsl:template name="sivu">
    <xsl:param name="luvuilla" select="false()"/>
    <xsl:param name="asiakirja" select="/.."/>
    <xsl:param name="otsikko"/>
    <xsl:param name="laatija"/>
    <xsl:param name="aiheet"/>
    <xsl:param name="sisalto"/>
    <xsl:variable name="julkisuus">
      <xsl:call-template name="julkisuus">
        <xsl:with-param name="sisalto" select="string($sisalto)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="$aineisto/@kieli != 'fi'">
      <xsl:call-template name="virhe-kieli"/>
    </xsl:if>
    <html lang="fi">
      <head>
        <title><xsl:value-of select="$otsikko"/></title>
        <meta name="author" content="{$laatija}"/>
        <meta name="description">
          <xsl:attribute name="content">
            <xsl:if test="not(starts-with($otsikko, $paperin-laji))"><xsl:value-of select="concat($paperin-laji, ': ')"/></xsl:if>
            <xsl:value-of select="$otsikko"/>
            <xsl:if test="$julkisuus != $sana-julkinen"><xsl:value-of select="concat(' (', $julkisuus, ')')"/></xsl:if>
          </xsl:attribute>
        </meta>
        <!-- PDF/A rajaa merkkijonon pituuden, ja suunnitelmassa voi olla satoja toimenpiteitä. -->
        <meta name="keywords" content="{$aiheet}">
          <xsl:if test="string-length($aiheet) &gt; 5000">
            <xsl:attribute name="content"><xsl:value-of select="concat(substring($aiheet, 1, 5000), '…')"/></xsl:attribute>
          </xsl:if>
        </meta>
        <xsl:for-each select="($kokous/@paivays | $asiakirja/@paivays)[1]">
          <meta name="date" content="{.}"/>
        </xsl:for-each>
        <meta name="paper" content="{$paperi/@tunnus}"/>
        <meta name="publicity" content="{$julkisuus}"/>
      </head>
      <body>
        <xsl:if test="$luvuilla"><xsl:attribute name="class">wide</xsl:attribute></xsl:if>
        <xsl:call-template name="sivun-paa">
          <xsl:with-param name="laatija" select="$laatija"/>
          <xsl:with-param name="julkisuus" select="$julkisuus"/>
          <xsl:with-param name="asiakirja" select="$asiakirja"/>
        </xsl:call-template>
        <xsl:copy-of select="$sisalto"/>
      </body>
    </html>
  </xsl:template>

  <!-- Koko pykälä salassa, osa sisällöstä tai julkinen -->
  <xsl:template name="julkisuus">
    <xsl:param name="sisalto"/>
    <xsl:choose>
      <xsl:when test="$kokous/@julkisuus = 'salassa'"><xsl:value-of select="$sana-salassa"/></xsl:when>
      <xsl:when test="contains($sisalto, $sana-salassa-alku)"><xsl:value-of select="$sana-osittain-salassa"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$sana-julkinen"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="sivun-paa">
    <xsl:param name="laatija"/>
    <xsl:param name="julkisuus"/>
    <xsl:param name="asiakirja"/>
    <header>
      <p class="organisation"><xsl:value-of select="$laatija"/></p>
      <xsl:if test="$oma-toimielin">
        <p class="body">
          <xsl:call-template name="muoto-isolla">
            <xsl:with-param name="muodot" select="$oma-toimielin"/>
            <xsl:with-param name="sija" select="'nominatiivi'"/>
          </xsl:call-template>
        </p>
      </xsl:if>
      <p class="kind"><xsl:value-of select="$paperin-laji"/></p>
      <xsl:if test="$kokous/@paivays">
        <p class="date">
          <xsl:call-template name="paivays">
            <xsl:with-param name="pvm" select="$kokous/@paivays"/>
          </xsl:call-template>
        </p>
      </xsl:if>
      <xsl:if test="$asiakirja[@paivays or @versio or @tila]">
        <p class="date"><xsl:apply-templates select="$asiakirja" mode="versiotiedot"/></p>
      </xsl:if>
      <xsl:if test="$kokous/@diaarinumero">
        <p class="record-number"><xsl:value-of select="$kokous/@diaarinumero"/></p>
      </xsl:if>
      <xsl:variable name="esimerkki" select="$hanke/@esimerkki = 'true' or $aineisto/p:seurantakooste[@vuosi = $aineisto/@vuosi]/@esimerkki = 'true'"/>
      <xsl:variable name="salassa" select="$julkisuus != $sana-julkinen"/>
      <xsl:if test="$esimerkki or $salassa">
        <p class="notice">
          <xsl:if test="$salassa">
            <xsl:call-template name="isolla"><xsl:with-param name="teksti" select="$julkisuus"/></xsl:call-template>
            <xsl:if test="$esimerkki">. </xsl:if>
          </xsl:if>
          <xsl:if test="$esimerkki"><xsl:value-of select="$sana-esimerkkiaineisto"/></xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="not($osapuoli) and $hanke/p:yhteystiedot/@*">
        <p class="contact"><xsl:apply-templates select="$hanke/p:yhteystiedot" mode="teksti"/></p>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- "2.3.2026, versio 1.0, ehdotus" -->
  <xsl:template match="p:sopimus | p:suunnitelma" mode="versiotiedot">
    <xsl:call-template name="isolla">
      <xsl:with-param name="teksti">
        <xsl:if test="@paivays">
          <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="@paivays"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="@paivays and (@versio or @tila)">, </xsl:if>
        <xsl:if test="@versio"><xsl:value-of select="concat($sana-versio, @versio)"/></xsl:if>
        <xsl:if test="@versio and @tila">, </xsl:if>
        <xsl:apply-templates select="@tila" mode="nimi"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Mitä on kerrottu: organisaatio, osoitteet, aukioloaika, puhelin, sähköposti ja verkko-osoite -->
  <xsl:template match="p:yhteystiedot" mode="teksti">
    <xsl:for-each select="@*">
      <xsl:sort select="string-length(substring-before(' organisaatio postiosoite kayntiosoite aukioloaika puhelin sahkoposti verkkoOsoite ', concat(' ', local-name(), ' ')))" data-type="number"/>
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="." mode="yhteystieto"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="@*" mode="yhteystieto">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="@puhelin" mode="yhteystieto">
    <span class="nowrap"><xsl:value-of select="concat($sana-puhelin, .)"/></span>
  </xsl:template>

  <xsl:template match="@sahkoposti" mode="yhteystieto">
    <a href="mailto:{.}"><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="@verkkoOsoite" mode="yhteystieto">
    <a href="{.}"><xsl:value-of select="."/></a>
  </xsl:template>

  <!-- Sivuotsikon alle sisennetty osa -->
  <xsl:template name="osa">
    <xsl:param name="otsikko"/>
    <xsl:param name="sisalto"/>
    <section class="side">
      <h2><xsl:value-of select="$otsikko"/></h2>
      <xsl:copy-of select="$sisalto"/>
    </section>
  </xsl:template>

  <!-- Lohkot. taso = alaotsikon taso. -->
  <xsl:template match="p:kappale" mode="lohko">
    <p><xsl:apply-templates mode="teksti"/></p>
  </xsl:template>

  <xsl:template match="p:luettelo" mode="lohko">
    <ul>
      <xsl:apply-templates select="p:kohta" mode="lohko"/>
    </ul>
  </xsl:template>

  <xsl:template match="p:luettelo[@merkki = 'numero']" mode="lohko">
    <ol type="1">
      <xsl:apply-templates select="p:kohta" mode="lohko"/>
    </ol>
  </xsl:template>

  <xsl:template match="p:luettelo[@merkki = 'kirjain']" mode="lohko">
    <ol type="a">
      <xsl:apply-templates select="p:kohta" mode="lohko"/>
    </ol>
  </xsl:template>

  <xsl:template match="p:kohta" mode="lohko">
    <li>
      <xsl:apply-templates select="node()[not(self::p:luettelo)]" mode="teksti"/>
      <xsl:apply-templates select="p:luettelo" mode="lohko"/>
    </li>
  </xsl:template>

  <xsl:template match="p:maaritelmat" mode="lohko">
    <dl>
      <xsl:apply-templates select="p:termi | p:selite" mode="lohko"/>
    </dl>
  </xsl:template>

  <xsl:template match="p:termi" mode="lohko">
    <dt><xsl:apply-templates mode="teksti"/></dt>
  </xsl:template>

  <xsl:template match="p:selite" mode="lohko">
    <dd><xsl:apply-templates mode="teksti"/></dd>
  </xsl:template>

  <xsl:template match="p:taulukko" mode="lohko">
    <table>
      <xsl:if test="@otsikko">
        <caption><xsl:apply-templates select="@otsikko" mode="teksti"/></caption>
      </xsl:if>
      <thead>
        <xsl:apply-templates select="p:otsikkorivi" mode="lohko"/>
      </thead>
      <tbody>
        <xsl:apply-templates select="p:rivi" mode="lohko"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="p:otsikkorivi | p:rivi" mode="lohko">
    <tr>
      <xsl:apply-templates select="p:solu" mode="lohko"/>
    </tr>
  </xsl:template>

  <xsl:template match="p:solu" mode="lohko">
    <td>
      <xsl:call-template name="solun-sisalto"/>
    </td>
  </xsl:template>

  <xsl:template match="p:otsikkorivi/p:solu" mode="lohko">
    <th scope="col">
      <xsl:if test="@sarake &gt; 1">
        <xsl:attribute name="scope">colgroup</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="solun-sisalto"/>
    </th>
  </xsl:template>

  <xsl:template match="p:rivi/p:solu[@otsikko = 'kylla']" mode="lohko">
    <th scope="row">
      <xsl:if test="@rivi &gt; 1">
        <xsl:attribute name="scope">rowgroup</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="solun-sisalto"/>
    </th>
  </xsl:template>

  <xsl:template name="solun-sisalto">
    <xsl:if test="@sarake &gt; 1">
      <xsl:attribute name="colspan"><xsl:value-of select="@sarake"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@rivi &gt; 1">
      <xsl:attribute name="rowspan"><xsl:value-of select="@rivi"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@tasaus = 'oikea'">
      <xsl:attribute name="class">numeric</xsl:attribute>
    </xsl:if>
    <xsl:apply-templates mode="teksti"/>
  </xsl:template>

  <xsl:template match="p:kuva" mode="lohko">
    <figure>
      <img src="{@tiedosto}" alt="{@vaihtoehto}"/>
      <xsl:if test="p:kuvateksti">
        <figcaption><xsl:apply-templates select="p:kuvateksti/node()" mode="teksti"/></figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <!-- Henkilö yhdellä rivillä: nimi, tehtävä, organisaatio ja yhteystiedot -->
  <xsl:template name="henkilo">
    <xsl:call-template name="isolla">
      <xsl:with-param name="teksti">
        <xsl:for-each select="p:nimi | p:tehtava | p:organisaatio | p:puhelin | p:sahkoposti">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:if test="self::p:puhelin"><xsl:value-of select="$sana-puhelin"/></xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="henkilo">
    <p><xsl:call-template name="henkilo"/></p>
  </xsl:template>

  <!-- Osio otsikkoineen, jos se koskee tätä osapuolta -->
  <xsl:template match="p:osio" mode="lohko">
    <xsl:param name="taso" select="3"/>
    <xsl:variable name="koskee">
      <xsl:call-template name="koskee"/>
    </xsl:variable>
    <xsl:if test="$koskee = '1'">
      <xsl:call-template name="otsikko">
        <xsl:with-param name="taso" select="$taso"/>
        <xsl:with-param name="teksti" select="p:otsikko"/>
      </xsl:call-template>
      <xsl:if test="@julkisuus = 'salassa'">
        <p class="keep-with-next"><strong><xsl:call-template name="salassa-peruste"/></strong></p>
      </xsl:if>
      <xsl:apply-templates select="*[not(self::p:otsikko)]" mode="lohko">
        <xsl:with-param name="taso" select="$taso + 1"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <!-- Otsikko; neljättä tasoa alempana korostettu rivi -->
  <xsl:template name="otsikko">
    <xsl:param name="taso"/>
    <xsl:param name="teksti"/>
    <xsl:choose>
      <xsl:when test="$taso &lt;= 4">
        <xsl:element name="h{$taso}" namespace="http://www.w3.org/1999/xhtml">
          <xsl:apply-templates select="$teksti/node()" mode="teksti"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <p class="keep-with-next">
          <em><xsl:apply-templates select="$teksti/node()" mode="teksti"/></em>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Piste, jollei teksti jo pääty siihen -->
  <xsl:template name="piste">
    <xsl:param name="teksti"/>
    <xsl:variable name="siisti" select="normalize-space($teksti)"/>
    <xsl:if test="substring($siisti, string-length($siisti)) != '.'">.</xsl:if>
  </xsl:template>

  <!-- Rivin sisällä -->
  <xsl:template match="p:korostus" mode="teksti">
    <em><xsl:apply-templates mode="teksti"/></em>
  </xsl:template>

  <xsl:template match="p:vahva" mode="teksti">
    <strong><xsl:apply-templates mode="teksti"/></strong>
  </xsl:template>

  <xsl:template match="p:linkki" mode="teksti">
    <a href="{@osoite}"><xsl:apply-templates mode="teksti"/></a>
  </xsl:template>

  <xsl:template match="p:vierasKieli" mode="teksti">
    <span lang="{@kieli}"><xsl:apply-templates mode="teksti"/></span>
  </xsl:template>

  <xsl:template match="p:rivinvaihto" mode="teksti">
    <br/>
  </xsl:template>

  <xsl:template match="p:tayttoviiva" mode="teksti">
    <xsl:call-template name="tayttoviiva"/>
  </xsl:template>

  <xsl:template match="*" mode="teksti">
    <xsl:apply-templates mode="teksti"/>
  </xsl:template>

  <xsl:template match="text() | @*" mode="teksti">
    <xsl:choose>
      <xsl:when test="contains(., ' §')">
        <xsl:call-template name="sitovat-pykalat">
          <xsl:with-param name="teksti" select="string(.)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- § pysyy numeronsa kanssa samalla rivillä. -->
  <xsl:template name="sitovat-pykalat">
    <xsl:param name="teksti"/>
    <xsl:choose>
      <xsl:when test="contains($teksti, ' §')">
        <xsl:value-of select="concat(substring-before($teksti, ' §'), '&#160;§')"/>
        <xsl:call-template name="sitovat-pykalat">
          <xsl:with-param name="teksti" select="substring-after($teksti, ' §')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$teksti"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="lohko"/>
</xsl:stylesheet>
