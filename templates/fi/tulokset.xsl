<?xml version="1.0" encoding="UTF-8"?>
<!-- Toimenpiteiden tulosten suomenkieliset sanat -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:variable name="sana-keskeytynyt" select="'keskeytynyt'"/>
  <xsl:variable name="sana-tila-raportoimatta" select="'tila raportoimatta'"/>
  <xsl:variable name="sana-ei-aloitettu" select="'ei aloitettu'"/>

  <xsl:template name="tuloksen-merkki">
    <xsl:param name="arvo"/>
    <xsl:choose>
      <xsl:when test="$arvo = 3"><xsl:call-template name="merkki"><xsl:with-param name="merkki">●</xsl:with-param><xsl:with-param name="sana">saavutettu:</xsl:with-param></xsl:call-template></xsl:when>
      <xsl:when test="$arvo = 2"><xsl:call-template name="merkki"><xsl:with-param name="merkki">◊</xsl:with-param><xsl:with-param name="sana">osin saavutettu:</xsl:with-param></xsl:call-template></xsl:when>
      <xsl:when test="$arvo = 1"><xsl:call-template name="merkki"><xsl:with-param name="merkki">○</xsl:with-param><xsl:with-param name="sana">ei saavutettu:</xsl:with-param></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="merkki"><xsl:with-param name="merkki">–</xsl:with-param><xsl:with-param name="sana">ei raportoitu:</xsl:with-param></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tulosten-selite">
    <xsl:value-of select="concat('Merkki kertoo, saatiinko vuonna ', $vuosi, ' se, mitä luvattiin: ● saavutettu, ◊ osin saavutettu, ○ ei saavutettu, – ei raportoitu.')"/>
    <xsl:if test="$kooste/p:toimenpidekooste/p:mittarikooste[@taso = 'osapuoli'][@summa][@mittari = $tulosmittarit/@tunnus]"> Luvun perässä suluissa on, monenko osapuolen vastauksista se on laskettu.</xsl:if>
  </xsl:template>

  <xsl:template name="tulos-raportoimatta">
    <xsl:apply-templates select=".." mode="lyhyt"/>
    <xsl:text>: ei raportoitu</xsl:text>
    <xsl:if test="@maaraaikaOhi">
      <xsl:text>, </xsl:text>
      <strong><xsl:call-template name="maaraaika-oli"/></strong>
    </xsl:if>
  </xsl:template>

  <!-- "Ryhmä kokoontui kolme kertaa"; nollalla ja yhdellä on omat sanansa -->
  <xsl:template name="tulos-lause">
    <xsl:param name="tulos"/>
    <xsl:choose>
      <xsl:when test="@arvo = 0"><xsl:value-of select="$tulos/@nolla"/></xsl:when>
      <xsl:when test="@arvo = 1"><xsl:value-of select="$tulos/@yksi"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($tulos, ' ')"/>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="@arvo"/></xsl:call-template>
        <xsl:value-of select="concat(' ', ../@yksikko)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="alle-tavoitteen"> (alle tavoitteen)</xsl:template>

  <!-- "määräaika oli 31.12.2026" -->
  <xsl:template name="maaraaika-oli">
    <xsl:text>määräaika oli </xsl:text>
    <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="../@maaraaika"/></xsl:call-template>
  </xsl:template>

  <!-- 118 → "neljä kuukautta myöhässä": päivinä alle kaksi viikkoa, viikkoina alle kaksi kuukautta -->
  <xsl:template name="myohassa-sanoin">
    <xsl:param name="paivia"/>
    <xsl:choose>
      <xsl:when test="$paivia = 1">päivän</xsl:when>
      <xsl:when test="$paivia &lt; 14">
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$paivia"/></xsl:call-template>
        <xsl:text> päivää</xsl:text>
      </xsl:when>
      <xsl:when test="$paivia &lt; 60">
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="round($paivia div 7)"/></xsl:call-template>
        <xsl:text> viikkoa</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="round($paivia div 30.4375)"/></xsl:call-template>
        <xsl:text> kuukautta</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text> myöhässä</xsl:text>
  </xsl:template>
</xsl:stylesheet>
