<?xml version="1.0" encoding="UTF-8"?>
<!-- Mitä pöytäkirja kertoo asian käsittelystä ja päätöksestä -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="fi/poytakirja.xsl"/>

  <xsl:template name="poytakirjan-osa">
    <xsl:param name="osa"/>
    <xsl:choose>
      <xsl:when test="$osa = 'aikaisempiKasittely'"><xsl:call-template name="aikaisempi-kasittely"/></xsl:when>
      <xsl:when test="$osa = 'kasittely'"><xsl:call-template name="kasittely"/></xsl:when>
      <xsl:when test="$osa = 'paatos'"><xsl:call-template name="paatos"/></xsl:when>
      <xsl:when test="$osa = 'eriavaMielipide'"><xsl:apply-templates select="$kokous/p:eriavaMielipide" mode="osa"/></xsl:when>
      <xsl:when test="$osa = 'taytantoonpano'"><xsl:apply-templates select="$kokous/p:taytantoonpano" mode="osa"/></xsl:when>
      <xsl:when test="$osa = 'nahtavillaolo'"><xsl:apply-templates select="$kokous/p:poytakirja/@nahtavilla" mode="osa"/></xsl:when>
      <xsl:when test="$osa = 'julkisuus'"><xsl:call-template name="salassapito"/></xsl:when>
      <xsl:when test="$osa = 'oikeaksiTodistaminen'"><xsl:call-template name="oikeaksi-todistaminen"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Valtuustossa kerrotaan hallituksen esityksestä erikseen. -->
  <xsl:variable name="hallituksen-kokous" select="$kokoukset[@toimielin = 'hallitus'][not(@tulos = 'poydalle' or @tulos = 'palautettu')][last()]"/>

  <!-- Kokoukset, joissa asiaa on käsitelty ennen tätä: aineistossa edellä, muussa toimielimessä tai samassa -->
  <xsl:variable name="aikaisemmat" select="$kokoukset[@paivays][p:paatos or @tulos][not(generate-id() = generate-id($kokous))]
      [not($toimielin = 'valtuusto' and generate-id() = generate-id($hallituksen-kokous))]
      [not(@toimielin = 'valtuusto') or $toimielin = 'valtuusto' or $kokous/@paivays or @tulos]
      [not($kokous/@paivays) or number(translate(@paivays, '-', '')) &lt; number(translate($kokous/@paivays, '-', ''))]"/>

  <xsl:template name="aikaisempi-kasittely">
    <xsl:if test="$aikaisemmat">
      <dl class="compact">
        <xsl:for-each select="$aikaisemmat">
          <xsl:sort select="@paivays"/>
          <dt><xsl:call-template name="kokouksen-nimi"/></dt>
          <dd><xsl:apply-templates select="." mode="paatos"/></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <!-- "Kunnanhallitus 2.3.2026, 40 §" -->
  <xsl:template name="kokouksen-nimi">
    <xsl:call-template name="muoto-isolla">
      <xsl:with-param name="muodot" select="$hallitus[current()/@toimielin = 'hallitus'] | $valtuusto[current()/@toimielin = 'valtuusto']
          | $osapuoli/p:toimielin[@tunnus = current()/@elin]"/>
      <xsl:with-param name="sija" select="'nominatiivi'"/>
    </xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="@paivays"/></xsl:call-template>
    <xsl:if test="@pykala">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="pykala"><xsl:with-param name="numero" select="@pykala"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="kasittely">
    <xsl:for-each select="$kokous/p:kasittely">
      <xsl:apply-templates select="p:esteellisyys" mode="osa"/>
      <xsl:for-each select="p:kuultava">
        <p><xsl:value-of select="$sana-kuultiin"/><xsl:call-template name="henkilot"><xsl:with-param name="henkilot" select="."/></xsl:call-template>.</p>
      </xsl:for-each>
      <xsl:for-each select="p:keskustelu">
        <p><xsl:apply-templates mode="teksti"/></p>
      </xsl:for-each>
      <xsl:apply-templates select="p:vastaehdotus | p:aanestys" mode="osa"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:vastaehdotus" mode="osa">
    <h3><xsl:call-template name="vastaehdotuksen-nimi"/></h3>
    <p><xsl:apply-templates select="p:ehdotus/node()" mode="teksti"/></p>
    <dl class="compact">
      <dt><xsl:value-of select="$sana-ehdottaja"/></dt>
      <dd><xsl:call-template name="henkilot"><xsl:with-param name="henkilot" select="p:ehdottaja"/></xsl:call-template></dd>
      <xsl:if test="p:kannattaja">
        <dt><xsl:call-template name="kannattajat-sanana"/></dt>
        <dd><xsl:call-template name="henkilot"><xsl:with-param name="henkilot" select="p:kannattaja"/></xsl:call-template></dd>
      </xsl:if>
    </dl>
    <xsl:if test="not(p:kannattaja)"><p><xsl:value-of select="$sana-raukesi"/></p></xsl:if>
  </xsl:template>

  <!-- Äänestyksen tulos: mitä ääni tarkoitti, montako sen antoi ja ketkä -->
  <xsl:template match="p:aanestys" mode="osa">
    <table>
      <caption><xsl:call-template name="aanestyksen-nimi"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-aani"/></th>
          <th scope="col"><xsl:value-of select="$sana-aania"/></th>
          <th scope="col"><xsl:value-of select="$sana-mita-aani-tarkoitti"/></th>
          <xsl:if test="p:aanestaja"><th scope="col"><xsl:value-of select="$sana-ketka"/></th></xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:call-template name="aanten-rivi">
          <xsl:with-param name="nimi" select="$sana-jaa"/>
          <xsl:with-param name="maara" select="@jaa"/>
          <xsl:with-param name="esitys" select="p:jaaEsitys"/>
          <xsl:with-param name="aanestajat" select="p:aanestaja[@aani = 'jaa']"/>
        </xsl:call-template>
        <xsl:call-template name="aanten-rivi">
          <xsl:with-param name="nimi" select="$sana-ei"/>
          <xsl:with-param name="maara" select="@ei"/>
          <xsl:with-param name="esitys" select="p:eiEsitys"/>
          <xsl:with-param name="aanestajat" select="p:aanestaja[@aani = 'ei']"/>
        </xsl:call-template>
        <xsl:if test="@tyhjia &gt; 0">
          <xsl:call-template name="aanten-rivi">
            <xsl:with-param name="nimi" select="$sana-tyhjia"/>
            <xsl:with-param name="maara" select="@tyhjia"/>
            <xsl:with-param name="aanestajat" select="p:aanestaja[@aani = 'tyhja']"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="@poissa &gt; 0">
          <xsl:call-template name="aanten-rivi">
            <xsl:with-param name="nimi" select="$sana-poissa"/>
            <xsl:with-param name="maara" select="@poissa"/>
            <xsl:with-param name="aanestajat" select="p:aanestaja[@aani = 'poissa']"/>
          </xsl:call-template>
        </xsl:if>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="aanten-rivi">
    <xsl:param name="nimi"/>
    <xsl:param name="maara"/>
    <xsl:param name="esitys" select="/.."/>
    <xsl:param name="aanestajat"/>
    <tr>
      <th scope="row"><xsl:value-of select="$nimi"/></th>
      <td class="numeric"><xsl:value-of select="$maara"/></td>
      <td><xsl:apply-templates select="$esitys/node()" mode="teksti"/><xsl:if test="not($esitys)">–</xsl:if></td>
      <xsl:if test="p:aanestaja">
        <td>
          <xsl:call-template name="henkilot"><xsl:with-param name="henkilot" select="$aanestajat"/></xsl:call-template>
          <xsl:if test="not($aanestajat)">–</xsl:if>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>

  <!-- "Nimi (tehtävä), … ja …" -->
  <xsl:template name="henkilot">
    <xsl:param name="henkilot"/>
    <xsl:for-each select="$henkilot">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() = last()"><xsl:value-of select="$sana-ja"/></xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="(p:nimi | p:tehtava[not(../p:nimi)])"/>
      <xsl:if test="(p:nimi and p:tehtava) or p:organisaatio">
        <xsl:text> (</xsl:text>
        <xsl:for-each select="p:tehtava[../p:nimi] | p:organisaatio">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
        <xsl:text>)</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Päätös lohkoina; auki jääneen asian päätös on sanottu, vaikka sitä ei olisi kirjoitettu. -->
  <xsl:template name="paatos">
    <xsl:apply-templates select="$kokous[p:paatos or $jai-auki or @tulos = 'hylatty']" mode="paatos"/>
    <xsl:if test="$kokous/p:poytakirja/@tarkastettuHeti = 'kylla'"><p><xsl:value-of select="$sana-tarkastettiin-heti"/></p></xsl:if>
  </xsl:template>

  <!-- Salassa pidettävän kokouksen päätöksestä ei kerrota muissa papereissa. -->
  <xsl:template match="p:kokous" mode="paatos">
    <xsl:choose>
      <xsl:when test="@julkisuus = 'salassa' and generate-id() != generate-id($kokous)"><p><xsl:value-of select="$sana-paatos-salassa"/></p></xsl:when>
      <xsl:when test="p:paatos"><xsl:apply-templates select="p:paatos" mode="osa"/></xsl:when>
      <xsl:otherwise><p><xsl:call-template name="auki-jaanyt"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Kappaleet ja luettelot sellaisinaan; teksti niiden välissä on kappale. -->
  <xsl:template match="p:paatos" mode="osa">
    <xsl:for-each select="node()[self::p:kappale or self::p:luettelo or not(preceding-sibling::node()) or preceding-sibling::node()[1][self::p:kappale or self::p:luettelo]]">
      <xsl:choose>
        <xsl:when test="self::p:kappale or self::p:luettelo"><xsl:apply-templates select="." mode="lohko"/></xsl:when>
        <xsl:otherwise>
          <xsl:variable name="teksti"><xsl:apply-templates select="." mode="jatkuva"/></xsl:variable>
          <xsl:if test="normalize-space($teksti) != ''"><p><xsl:copy-of select="$teksti"/></p></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Teksti seuraavaan kappaleeseen tai luetteloon asti -->
  <xsl:template match="node()" mode="jatkuva">
    <xsl:apply-templates select="." mode="teksti"/>
    <xsl:apply-templates select="following-sibling::node()[1][not(self::p:kappale or self::p:luettelo)]" mode="jatkuva"/>
  </xsl:template>

  <xsl:template match="p:eriavaMielipide" mode="osa">
    <p><xsl:call-template name="eriava-mielipide-lause"/></p>
    <xsl:for-each select="p:perustelu"><p><xsl:apply-templates mode="teksti"/></p></xsl:for-each>
  </xsl:template>

  <xsl:template match="p:taytantoonpano" mode="osa">
    <p><xsl:apply-templates mode="teksti"/></p>
  </xsl:template>

  <xsl:template match="@nahtavilla" mode="osa">
    <p><xsl:call-template name="nahtavilla-lause"/></p>
  </xsl:template>

  <!-- Mikä on salassa ja minkä säännöksen nojalla -->
  <xsl:template name="salassapito">
    <xsl:for-each select="$kokous[@julkisuus = 'salassa']"><p><xsl:call-template name="salassa-peruste"/></p></xsl:for-each>
    <xsl:variable name="osat">
      <xsl:for-each select="$salaiset-osiot">
        <xsl:variable name="muiden"><xsl:apply-templates select="ancestor-or-self::p:osio" mode="muiden"/></xsl:variable>
        <xsl:if test="$muiden = ''">
          <li><xsl:apply-templates select="p:otsikko/node()" mode="teksti"/><xsl:value-of select="concat(' (', @salassapitoperuste, ')')"/></li>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="string($osat) != '' and not($kokous/@julkisuus = 'salassa')">
      <p class="keep-with-next"><xsl:value-of select="$sana-salaiset-osat"/></p>
      <ul class="compact"><xsl:copy-of select="$osat"/></ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:osio" mode="muiden">
    <xsl:variable name="koskee"><xsl:call-template name="koskee"/></xsl:variable>
    <xsl:if test="$koskee != '1'">1</xsl:if>
  </xsl:template>

  <!-- Vain otteessa; mitä ei tiedetä, kirjoitetaan viivalle. -->
  <xsl:template name="oikeaksi-todistaminen">
    <xsl:if test="$pidetty">
      <dl class="compact">
        <dt><xsl:value-of select="$sana-paikka-ja-paiva"/></dt>
        <dd><xsl:call-template name="tayttoviiva"/></dd>
        <dt><xsl:value-of select="$sana-allekirjoitus"/></dt>
        <dd><xsl:call-template name="tayttoviiva"/></dd>
        <dt><xsl:value-of select="$sana-todistajan-tehtava"/></dt>
        <dd>
          <xsl:for-each select="$kokous/p:oikeaksiTodistaja"><xsl:call-template name="henkilo"/></xsl:for-each>
          <xsl:if test="not($kokous/p:oikeaksiTodistaja)"><xsl:call-template name="tayttoviiva"/></xsl:if>
        </dd>
      </dl>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
