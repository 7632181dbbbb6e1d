<?xml version="1.0" encoding="UTF-8"?>
<!-- Päätösehdotus kuten pykalassa, mutta valtuustolle esitetään lisäksi, että kustannukset katetaan talousarviosta. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:import href="pykala:paatosehdotus.xsl"/>

  <xsl:template name="esitys-paattajalle">
    <xsl:call-template name="paattajalle"/>
    <xsl:text>, että se hyväksyy </xsl:text>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$sopimus/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
    </xsl:call-template>
    <xsl:text> ja kattaa sen kustannukset talousarviosta.</xsl:text>
  </xsl:template>
</xsl:stylesheet>
