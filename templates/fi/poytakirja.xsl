<?xml version="1.0" encoding="UTF-8"?>
<!-- Pöytäkirjan suomenkieliset sanat ja lauseet -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:variable name="sana-paatos-salassa" select="'Päätös on salassa pidettävä.'"/>
  <xsl:variable name="sana-kuultiin" select="'Asiantuntijana kuultiin: '"/>
  <xsl:variable name="sana-ehdottaja" select="'Ehdottaja'"/>
  <xsl:variable name="sana-raukesi" select="'Ehdotusta ei kannatettu, joten se raukesi.'"/>
  <xsl:variable name="sana-jaa" select="'JAA'"/>
  <xsl:variable name="sana-ei" select="'EI'"/>
  <xsl:variable name="sana-aani" select="'Vaihtoehto'"/>
  <xsl:variable name="sana-aania" select="'Ääniä'"/>
  <xsl:variable name="sana-mita-aani-tarkoitti" select="'Sisältö'"/>
  <xsl:variable name="sana-ketka" select="'Äänestäjät'"/>
  <xsl:variable name="sana-tyhjia" select="'Tyhjiä'"/>
  <xsl:variable name="sana-poissa" select="'Poissa'"/>
  <xsl:variable name="sana-tarkastettiin-heti" select="'Pöytäkirja tarkastettiin tämän asian osalta heti kokouksessa.'"/>
  <xsl:variable name="sana-salaiset-osat" select="'Pykälä on julkinen lukuun ottamatta seuraavia salassa pidettäviä osia:'"/>
  <xsl:variable name="sana-paikka-ja-paiva" select="'Paikka ja päivä'"/>
  <xsl:variable name="sana-todistajan-tehtava" select="'Tehtävä'"/>

  <!-- "Vastaehdotus 2", kun niitä on useita -->
  <xsl:template name="vastaehdotuksen-nimi">
    <xsl:text>Vastaehdotus</xsl:text>
    <xsl:if test="count(../p:vastaehdotus) &gt; 1"><xsl:value-of select="concat('&#160;', count(preceding-sibling::p:vastaehdotus) + 1)"/></xsl:if>
  </xsl:template>

  <xsl:template name="aanestyksen-nimi">
    <xsl:text>Äänestys</xsl:text>
    <xsl:if test="count(../p:aanestys) &gt; 1"><xsl:value-of select="concat('&#160;', count(preceding-sibling::p:aanestys) + 1)"/></xsl:if>
  </xsl:template>

  <!-- Esteellinen ei ole läsnä, kun asiaa käsitellään (hallintolaki 434/2003, 27 §). -->
  <xsl:template match="p:esteellisyys" mode="osa">
    <p>
      <xsl:text>Esteelliseksi todettiin </xsl:text>
      <xsl:call-template name="henkilot"><xsl:with-param name="henkilot" select="p:henkilo"/></xsl:call-template>
      <xsl:text>. Peruste: </xsl:text>
      <xsl:apply-templates select="p:peruste/node()" mode="teksti"/>
      <xsl:call-template name="piste"><xsl:with-param name="teksti" select="p:peruste"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="@poistui = 'ei'"> Esteellinen ei poistunut kokouksesta asian käsittelyn ajaksi.</xsl:when>
        <xsl:otherwise> Esteellinen poistui kokouksesta asian käsittelyn ajaksi.</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template name="nahtavilla-lause">
    <xsl:text>Pöytäkirja on nähtävänä yleisessä tietoverkossa </xsl:text>
    <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="."/></xsl:call-template>
    <xsl:text> alkaen.</xsl:text>
  </xsl:template>

  <xsl:template name="kannattajat-sanana">
    <xsl:choose>
      <xsl:when test="count(p:kannattaja) = 1">Kannattaja</xsl:when>
      <xsl:otherwise>Kannattajat</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="auki-jaanyt">
    <xsl:choose>
      <xsl:when test="@tulos = 'poydalle'">Asia jätettiin pöydälle.</xsl:when>
      <xsl:when test="@tulos = 'palautettu'">Asia palautettiin valmisteluun.</xsl:when>
      <xsl:when test="@tulos = 'hylatty'">Esitystä ei hyväksytty.</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="eriava-mielipide-lause">
    <xsl:text>Eriävän mielipiteen ilmoitti </xsl:text>
    <xsl:call-template name="henkilot"><xsl:with-param name="henkilot" select="p:henkilo"/></xsl:call-template>
    <xsl:text>.</xsl:text>
  </xsl:template>
</xsl:stylesheet>
