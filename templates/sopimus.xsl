<?xml version="1.0" encoding="UTF-8"?>
<!-- Sopimus, liitteenä kaikkien osapuolten päätöksissä. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="luvut.xsl"/>

  <!-- Kokoukset, joissa sopimuksesta on päätetty -->
  <xsl:key name="sopimuskokous" match="/p:aineisto/p:kokoukset/p:kokous[@aihe = 'sopimus' and @paivays and @pykala and (p:paatos or @tulos)
      and not(@tulos = 'poydalle' or @tulos = 'palautettu')]" use="concat(@osapuoli, ' ', @toimielin, ' ', @elin)"/>

  <xsl:variable name="lukujen-runko">
    <luku id="osapuolet" nimi="{$sana-sopimuksen-osapuolet}" xmlns=""/>
    <luku id="tausta" nimi="{$sana-tausta}" xmlns=""/>
    <luku id="tarkoitus" nimi="{$sana-sopimuksen-tarkoitus}" xmlns=""/>
    <xsl:if test="$sopimus/p:tavoitekokonaisuus">
      <luku id="tavoitteet" nimi="{$sana-yhteiset-tavoitteet}" xmlns=""/>
    </xsl:if>
    <xsl:if test="$sopimus/p:periaatteet">
      <luku id="periaatteet" nimi="{$sana-yhteistyon-periaatteet}" xmlns=""/>
    </xsl:if>
    <xsl:if test="$sopimus/p:rakenteet">
      <luku id="rakenteet" nimi="{$sana-yhteistyon-rakenteet}" xmlns=""/>
    </xsl:if>
    <xsl:if test="$sopimus/p:seuranta">
      <luku id="seuranta" nimi="{$sana-seuranta}" xmlns=""/>
    </xsl:if>
    <xsl:if test="$sopimus/p:neuvottelut or $sopimus/p:tyoryhma">
      <luku id="valmistelu" nimi="{$sana-neuvottelut-ja-valmistelu}" xmlns=""/>
    </xsl:if>
    <luku id="voimassaolo" nimi="{$sana-voimassaolo-ja-muuttaminen}" xmlns=""/>
    <luku id="allekirjoitukset" nimi="{$sana-allekirjoitukset}" xmlns=""/>
  </xsl:variable>

  <xsl:variable name="otsikko">
    <xsl:call-template name="muoto-isolla">
      <xsl:with-param name="muodot" select="$sopimus/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'nominatiivi'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:template match="/">
    <xsl:if test="not($sopimus)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'sopimus'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="string($otsikko)"/>
      <xsl:with-param name="luvuilla" select="true()"/>
      <xsl:with-param name="asiakirja" select="$sopimus"/>
      <xsl:with-param name="laatija" select="$hanke/p:nimi"/>
      <xsl:with-param name="aiheet">
        <xsl:call-template name="nimet">
          <xsl:with-param name="solmut" select="$sopimus/p:tavoitekokonaisuus/p:otsikko"/>
          <xsl:with-param name="viimeinen" select="', '"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$otsikko"/></h1>
        <xsl:call-template name="sisallys"/>
        <xsl:call-template name="osapuoliluettelo"/>
        <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'tausta'"/></xsl:call-template>
        <xsl:apply-templates select="$sopimus/p:tausta/*" mode="lohko"/>
        <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'tarkoitus'"/></xsl:call-template>
        <xsl:apply-templates select="$sopimus/p:tarkoitus/*" mode="lohko"/>
        <xsl:call-template name="tavoitteet"/>
        <xsl:apply-templates select="$sopimus/p:periaatteet" mode="luku"/>
        <xsl:apply-templates select="$sopimus/p:rakenteet" mode="luku"/>
        <xsl:if test="$sopimus/p:seuranta">
          <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'seuranta'"/></xsl:call-template>
          <xsl:apply-templates select="$sopimus/p:seuranta/*" mode="lohko"/>
        </xsl:if>
        <xsl:call-template name="valmistelu"/>
        <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'voimassaolo'"/></xsl:call-template>
        <xsl:apply-templates select="$sopimus/p:voimassaolo/*" mode="lohko"/>
        <xsl:call-template name="allekirjoitukset"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Kunnat ovat yhdessä kohdassa: allekirjoituksissa jokaisella osapuolella on rivinsä. -->
  <xsl:template name="osapuoliluettelo">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'osapuolet'"/></xsl:call-template>
    <p class="keep-with-next"><xsl:value-of select="$sana-osapuolet-johdanto"/></p>
    <ul class="compact">
      <xsl:for-each select="$osapuolet">
        <li><xsl:value-of select="p:nimimuodot/p:nominatiivi"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="tavoitteet">
    <xsl:if test="$sopimus/p:tavoitekokonaisuus">
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'tavoitteet'"/></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$sopimus/p:tavoitekokonaisuus">
      <h3><xsl:apply-templates select="." mode="nimi"/></h3>
      <xsl:apply-templates select="p:johdanto/*" mode="lohko">
        <xsl:with-param name="taso" select="4"/>
      </xsl:apply-templates>
      <dl>
        <xsl:apply-templates select="p:tavoite" mode="luku"/>
      </dl>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:tavoite" mode="luku">
    <xsl:call-template name="numeroitu-tavoite">
      <xsl:with-param name="sisalto">
        <xsl:apply-templates select="p:kuvaus/*" mode="lohko"/>
        <xsl:if test="p:paamaara">
          <p><strong><xsl:apply-templates select="p:paamaara/node()" mode="teksti"/></strong></p>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:rakenteet" mode="luku">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'rakenteet'"/></xsl:call-template>
    <xsl:apply-templates select="p:johdanto/*" mode="lohko"/>
    <dl>
      <xsl:apply-templates select="p:foorumi" mode="luku"/>
    </dl>
  </xsl:template>

  <xsl:template match="p:foorumi" mode="luku">
    <dt><xsl:apply-templates select="p:nimi" mode="teksti"/></dt>
    <dd>
      <xsl:apply-templates select="p:kuvaus/*" mode="lohko"/>
      <xsl:apply-templates select="p:koollekutsuja | p:osallistujat | p:kokoontuminen" mode="nimetty"/>
    </dd>
  </xsl:template>

  <xsl:template name="valmistelu">
    <xsl:if test="$luvut[@id = 'valmistelu']">
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'valmistelu'"/></xsl:call-template>
      <xsl:if test="$sopimus/p:neuvottelut/p:saadosviite">
        <p><xsl:call-template name="neuvottelut-lause"/></p>
      </xsl:if>
      <xsl:for-each select="$sopimus/p:neuvottelut/p:vaihe">
        <h3><xsl:apply-templates select="p:otsikko" mode="teksti"/></h3>
        <xsl:apply-templates select="*[not(self::p:otsikko)]" mode="lohko">
          <xsl:with-param name="taso" select="4"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <xsl:if test="$sopimus/p:tyoryhma">
        <h3><xsl:value-of select="$sana-tyoryhma"/></h3>
        <xsl:apply-templates select="$sopimus/p:tyoryhma" mode="luku"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Yksi taulukko, jossa jokaisella osapuolella on rivi; yhdellä sivulla, jos se mahtuu -->
  <xsl:template name="allekirjoitukset">
    <section class="keep">
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'allekirjoitukset'"/></xsl:call-template>
      <xsl:apply-templates select="$sopimus/p:allekirjoitukset/*" mode="lohko"/>
      <table class="plain sign">
        <caption><xsl:value-of select="$sana-osapuolten-allekirjoitukset"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$sana-osapuoli"/></th>
            <th scope="col"><xsl:value-of select="$sana-paatos"/></th>
            <th scope="col"><xsl:value-of select="$sana-allekirjoituspaiva"/></th>
            <th scope="col"><span class="nowrap"><xsl:value-of select="$sana-allekirjoitus"/></span></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$osapuolet" mode="allekirjoitus"/>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <!-- Sopimuksen hylännyt ei allekirjoita. -->
  <xsl:template match="p:osapuoli" mode="allekirjoitus">
    <xsl:variable name="paattaja">
      <xsl:call-template name="nimetty-paattaja">
        <xsl:with-param name="asia" select="'sopimus'"/>
        <xsl:with-param name="kuka" select="."/>
        <xsl:with-param name="oletus" select="'valtuusto '"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="kokous" select="key('sopimuskokous', concat(@tunnus, ' ', $paattaja))[last()]"/>
    <xsl:variable name="viiva">
      <xsl:if test="$kokous/@tulos = 'hylatty'">–</xsl:if>
      <xsl:if test="not($kokous/@tulos = 'hylatty')"><xsl:call-template name="tayttoviiva"/></xsl:if>
    </xsl:variable>
    <tr>
      <th scope="row"><xsl:call-template name="yhdella-rivilla"><xsl:with-param name="teksti" select="p:nimimuodot/p:nominatiivi"/></xsl:call-template></th>
      <td>
        <xsl:call-template name="osapuolen-paatos"><xsl:with-param name="kokous" select="$kokous"/></xsl:call-template>
        <xsl:if test="not($kokous)"><xsl:call-template name="tayttoviiva"/></xsl:if>
      </td>
      <td><xsl:copy-of select="$viiva"/></td>
      <td><xsl:copy-of select="$viiva"/></td>
    </tr>
  </xsl:template>

  <!-- "valtuusto 8.12.2025, 88 §": sen kokouksen päätös, jossa osapuoli on päättänyt sopimuksesta -->
  <xsl:template name="osapuolen-paatos">
    <xsl:param name="kokous"/>
    <xsl:if test="$kokous">
      <xsl:call-template name="yhdella-rivilla">
        <xsl:with-param name="teksti">
          <xsl:call-template name="toimielimen-nimi"><xsl:with-param name="toimielin" select="$kokous/@toimielin"/><xsl:with-param name="elin" select="$kokous/@elin"/></xsl:call-template>
          <xsl:text> </xsl:text>
          <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="$kokous/@paivays"/></xsl:call-template>
          <xsl:text>, </xsl:text>
          <xsl:call-template name="pykala"><xsl:with-param name="numero" select="$kokous/@pykala"/></xsl:call-template>
          <xsl:if test="$kokous/@tulos = 'hylatty'"><xsl:value-of select="$sana-ei-hyvaksytty"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Kaksi riviä olisi korkeampi kuin rivi, jolle allekirjoitetaan; pitkä nimi ei kuitenkaan mahdu yhdelle. -->
  <xsl:template name="yhdella-rivilla">
    <xsl:param name="teksti"/>
    <xsl:choose>
      <xsl:when test="string-length($teksti) &lt;= 40"><span class="nowrap"><xsl:value-of select="$teksti"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="$teksti"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Osapuolen toimielin, lyhyesti: sen oma, sitten rekisterin, viimeksi lajin oletus -->
  <xsl:template name="toimielimen-nimi">
    <xsl:param name="toimielin"/>
    <xsl:param name="elin"/>
    <xsl:variable name="rekisterin" select="../p:lajit/p:osapuolilaji[@laji = current()/@laji]/*[local-name() = $toimielin]"/>
    <xsl:variable name="oletus" select="$aineisto/p:lajit/p:osapuolilaji[@laji = current()/@laji]/*[local-name() = $toimielin]"/>
    <xsl:variable name="oma" select="*[local-name() = $toimielin] | p:toimielin[@tunnus = $elin]"/>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$oma | $rekisterin[not($oma)] | $oletus[not($oma or $rekisterin)]"/>
      <xsl:with-param name="sija" select="'nominatiivi'"/>
      <xsl:with-param name="lyhyt" select="true()"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
