<?xml version="1.0" encoding="UTF-8"?>
<!--
  Ohje muutoksenhakuun toimielimen päätöksestä: oikaisuvaatimusohje, valitusosoitus tai, kun muutosta ei saa hakea, ilmoitus siitä.
  Sisältö: hallintolaki 434/2003, 47–49 §; laki oikeudenkäynnistä hallintoasioissa 808/2019, 15 ja 16 §.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="seuranta.xsl"/>
  <xsl:include href="paattaja.xsl"/>
  <xsl:include href="fi/muutoksenhaku.xsl"/>

  <xsl:variable name="nimi" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>
  <xsl:variable name="hallintoOikeus" select="$aineisto/p:osapuolet/p:hallintoOikeus"/>

  <xsl:template match="/">
    <xsl:if test="not($asiakirja)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="$aihe"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="ohje"><xsl:call-template name="muutoksenhakuohjeen-nimi"/></xsl:variable>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="concat($ohje, ' – ', $asia, ', ', $nimi)"/>
      <xsl:with-param name="laatija" select="$nimi"/>
      <xsl:with-param name="aiheet" select="concat($ohje, ', ', $nimi)"/>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$ohje"/></h1>
        <xsl:call-template name="paatos-jota-ohje-koskee"/>
        <xsl:choose>
          <xsl:when test="$oikaisuvaatimus"><xsl:call-template name="oikaisuvaatimusohje"/></xsl:when>
          <xsl:when test="$valitus"><xsl:call-template name="valitusosoitus"/></xsl:when>
          <xsl:otherwise><p><xsl:call-template name="muutoksenhaku-eiMuutoksenhakua"/></p></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="paatos-jota-ohje-koskee">
    <dl class="compact">
      <dt><xsl:value-of select="$sana-asia"/></dt>
      <dd><xsl:value-of select="$asia"/></dd>
      <dt><xsl:value-of select="$sana-toimielin"/></dt>
      <dd>
        <xsl:call-template name="muoto-isolla">
          <xsl:with-param name="muodot" select="$oma-toimielin"/>
          <xsl:with-param name="sija" select="'nominatiivi'"/>
        </xsl:call-template>
      </dd>
      <xsl:call-template name="paiva-ja-pykala">
        <xsl:with-param name="kokous" select="$kokous"/>
      </xsl:call-template>
      <xsl:if test="$valitus or $oikaisuvaatimus">
        <dt><xsl:value-of select="$sana-nahtavilla"/></dt>
        <dd>
          <xsl:for-each select="$kokous/p:poytakirja/@nahtavilla"><xsl:call-template name="paivays"><xsl:with-param name="pvm" select="."/></xsl:call-template></xsl:for-each>
          <xsl:if test="not($kokous/p:poytakirja/@nahtavilla)"><xsl:call-template name="tayttoviiva"/></xsl:if>
        </dd>
      </xsl:if>
    </dl>
  </xsl:template>

  <xsl:template name="oikaisuvaatimusohje">
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-muutoksenhakukeino"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="oikaisuvaatimus-keinona"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="kuka-ja-milloin"/>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-viranomainen"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="oma-viranomainen"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-muoto-ja-sisalto"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="oikaisuvaatimuksen-sisalto"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="kuka-ja-milloin">
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-kuka-saa-hakea"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="kuka-saa-hakea"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-maaraaika"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="maaraaika"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="valitusosoitus">
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-muutoksenhakukeino"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="valitus-keinona"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="kuka-ja-milloin"/>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-valitusperusteet"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="valitusperusteet"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-valitusviranomainen"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="tuomioistuin"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-muoto-ja-sisalto"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="valituksen-sisalto"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-oikeudenkayntimaksu"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="oikeudenkayntimaksu"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-poytakirjan-pyytaminen"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="oma-viranomainen"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Toimielin, jolle oikaisuvaatimus tehdään, ja mihin se toimitetaan. Puuttuva yhteystieto kirjoitetaan viivalle. -->
  <xsl:template name="oma-viranomainen">
    <p>
      <xsl:value-of select="$nimi"/>
      <xsl:if test="$oikaisuvaatimus">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="muoto">
          <xsl:with-param name="muodot" select="$oma-toimielin"/>
          <xsl:with-param name="sija" select="'nominatiivi'"/>
        </xsl:call-template>
      </xsl:if>
    </p>
    <xsl:call-template name="yhteystiedot-luettelona">
      <xsl:with-param name="yhteystiedot" select="$osapuoli/p:yhteystiedot"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tuomioistuin">
    <xsl:if test="not($hallintoOikeus)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'hallintoOikeus'"/>
      </xsl:call-template>
    </xsl:if>
    <p><xsl:value-of select="$hallintoOikeus/@nimi"/></p>
    <xsl:call-template name="yhteystiedot-luettelona">
      <xsl:with-param name="yhteystiedot" select="$hallintoOikeus/p:yhteystiedot"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="yhteystiedot-luettelona">
    <xsl:param name="yhteystiedot"/>
    <dl class="compact">
      <dt><xsl:value-of select="$sana-postiosoite"/></dt>
      <dd>
        <xsl:value-of select="$yhteystiedot/@postiosoite"/>
        <xsl:if test="not($yhteystiedot/@postiosoite)"><xsl:call-template name="tayttoviiva"/></xsl:if>
      </dd>
      <xsl:for-each select="$yhteystiedot/@kayntiosoite">
        <dt><xsl:value-of select="$sana-kayntiosoite"/></dt>
        <dd><xsl:value-of select="."/></dd>
      </xsl:for-each>
      <dt><xsl:value-of select="$sana-sahkoposti"/></dt>
      <dd>
        <xsl:apply-templates select="$yhteystiedot/@sahkoposti" mode="yhteystieto"/>
        <xsl:if test="not($yhteystiedot/@sahkoposti)"><xsl:call-template name="tayttoviiva"/></xsl:if>
      </dd>
      <xsl:for-each select="$yhteystiedot/@verkkoOsoite">
        <dt><xsl:value-of select="$sana-verkko-osoite"/></dt>
        <dd><xsl:apply-templates select="." mode="yhteystieto"/></dd>
      </xsl:for-each>
      <dt><xsl:value-of select="$sana-puhelinnumero"/></dt>
      <dd>
        <xsl:value-of select="$yhteystiedot/@puhelin"/>
        <xsl:if test="not($yhteystiedot/@puhelin)"><xsl:call-template name="tayttoviiva"/></xsl:if>
      </dd>
      <xsl:for-each select="$yhteystiedot/@aukioloaika">
        <dt><xsl:value-of select="$sana-aukioloaika"/></dt>
        <dd><xsl:value-of select="."/></dd>
      </xsl:for-each>
    </dl>
  </xsl:template>
</xsl:stylesheet>
