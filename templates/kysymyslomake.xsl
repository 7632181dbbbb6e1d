<?xml version="1.0" encoding="UTF-8"?>
<!-- Osapuolen kysymyslomake paperilla: vuoden kysymykset toimenpiteittäin, tavoitteet ja viime vuoden vastaukset, ja viivat, joille vastata. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="seuranta.xsl"/>
  <xsl:include href="fi/kysymykset.xsl"/>

  <xsl:variable name="nimi" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>

  <xsl:template match="/">
    <xsl:call-template name="tarkista-kooste"/>
    <xsl:variable name="otsikko"><xsl:call-template name="kysymyslomakkeen-otsikko"/></xsl:variable>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="string($otsikko)"/>
      <xsl:with-param name="laatija" select="$nimi"/>
      <xsl:with-param name="aiheet" select="string($nimi)"/>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$otsikko"/></h1>
        <p class="lead"><xsl:value-of select="$nimi"/></p>
        <p><xsl:call-template name="kysymyslomakkeen-ohje"/></p>
        <xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana-vastausten-paivays"/></xsl:call-template>
        <xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana-vastaajan-tehtava"/></xsl:call-template>
        <xsl:apply-templates select="$kooste/p:toimenpidekooste" mode="kysymykset"/>
        <h2><xsl:value-of select="$sana-ehdotus"/></h2>
        <xsl:call-template name="viivat"><xsl:with-param name="sana" select="$sana-ehdotus-ohje"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Toimenpide, jos siitä kysytään osapuolelta jotakin -->
  <xsl:template match="p:toimenpidekooste" mode="kysymykset">
    <xsl:variable name="oma-tila" select="p:osapuolentila[@osapuoli = $oma-tunnus][@tila != 'eiKysytty']"/>
    <xsl:variable name="omat" select="p:mittarikooste[p:osapuolenvastaus/@osapuoli = $oma-tunnus]"/>
    <xsl:if test="$oma-tila or $omat">
      <h2>
        <xsl:for-each select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]">
          <xsl:value-of select="concat(@numero, '&#160;')"/>
          <xsl:apply-templates select="p:nimi" mode="teksti"/>
        </xsl:for-each>
      </h2>
      <xsl:if test="$oma-tila">
        <xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana-kuka-vastaa"/></xsl:call-template>
        <p><strong><xsl:value-of select="$sana-missa-vaiheessa"/></strong></p>
        <xsl:call-template name="viiva"><xsl:with-param name="sana" select="concat($sana-lomakkeen-vastaus, ' ', $sana-tilat)"/></xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="$omat/p:osapuolenvastaus[@osapuoli = $oma-tunnus]" mode="kysymys"/>
    </xsl:if>
  </xsl:template>

  <!-- Kysymys ja paikka vastaukselle -->
  <xsl:template match="p:osapuolenvastaus" mode="kysymys">
    <xsl:variable name="viime"><xsl:call-template name="viime-vuonna"/></xsl:variable>
    <p><strong><xsl:apply-templates select=".." mode="kysymys"/></strong></p>
    <xsl:if test="../@alaraja or ../@ylaraja or string($viime)">
      <p>
        <xsl:for-each select=".."><xsl:call-template name="tavoite-lauseena"/></xsl:for-each>
        <xsl:value-of select="$viime"/>
      </p>
    </xsl:if>
    <xsl:variable name="laji"><xsl:for-each select=".."><xsl:call-template name="vastauksen-laji"/></xsl:for-each></xsl:variable>
    <xsl:variable name="sana" select="concat($sana-lomakkeen-vastaus, ' ', $laji)"/>
    <xsl:choose>
      <xsl:when test="../@laji = 'teksti'"><xsl:call-template name="viivat"><xsl:with-param name="sana" select="$sana"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="../@laji = 'kyllaEi' or ../@laji = 'tehtyEiTehty'">
      <xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana-paiva"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="../@laji = 'osuus' or ../@laji = 'mittausarvo'">
      <xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana-lomakkeen-lahde"/></xsl:call-template>
      <xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana-tilastovuosi"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="viiva"><xsl:with-param name="sana" select="$sana-lomakkeen-huomautus"/></xsl:call-template>
  </xsl:template>

  <!-- Sana ja viiva sen perässä -->
  <xsl:template name="viiva">
    <xsl:param name="sana"/>
    <p><xsl:value-of select="concat($sana, ' ')"/><xsl:call-template name="tayttoviiva"/></p>
  </xsl:template>

  <!-- Sana ja kolme viivaa, kun vastaus on pitkä -->
  <xsl:template name="viivat">
    <xsl:param name="sana"/>
    <p><xsl:value-of select="concat($sana, ' ')"/><xsl:call-template name="tayttoviiva"/></p>
    <p><xsl:call-template name="tayttoviiva"/></p>
    <p><xsl:call-template name="tayttoviiva"/></p>
  </xsl:template>
</xsl:stylesheet>
