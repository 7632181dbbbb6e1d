<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:variable name="sana-tiedote" select="'Tiedote'"/>
  <xsl:variable name="sana-tausta" select="'Mistä on kyse'"/>

  <!-- "Joutsan kunta on mukana strategisessa …" ei vaadi muita muotoja kuin nominatiivin ja genetiivin. -->
  <xsl:template name="tiedote-johdanto">
    <xsl:call-template name="osapuolen">
      <xsl:with-param name="sija" select="'nominatiivi'"/>
    </xsl:call-template>
    <xsl:text> tiedottaa asukkailleen </xsl:text>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$sopimus/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
    </xsl:call-template>
    <xsl:text> valmistelusta.</xsl:text>
  </xsl:template>
</xsl:stylesheet>
