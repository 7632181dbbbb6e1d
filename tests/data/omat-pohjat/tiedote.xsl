<?xml version="1.0" encoding="UTF-8"?>
<!-- Oma paperi: tiedote asukkaille. Sanat ovat omassa tiedostossaan. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:import href="pykala:yhteiset.xsl"/>
  <xsl:include href="sanat/tiedote.xsl"/>

  <xsl:template match="/">
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="$sana-tiedote"/>
      <xsl:with-param name="laatija" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>
      <xsl:with-param name="aiheet" select="$sana-tiedote"/>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$sana-tiedote"/></h1>
        <p class="lead"><xsl:call-template name="tiedote-johdanto"/></p>
        <h2><xsl:value-of select="$sana-tausta"/></h2>
        <xsl:apply-templates select="$sopimus/p:tausta/*" mode="lohko"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
