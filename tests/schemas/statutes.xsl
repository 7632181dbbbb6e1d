<?xml version="1.0" encoding="UTF-8"?>
<!-- A line for each name in a register of statutes: number, language and name, with tabs between them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1">
  <xsl:output method="text"/>
  <xsl:template match="/">
    <xsl:for-each select="/p:saadokset/p:saadostieto/p:saadosnimi">
      <xsl:value-of select="concat(../@numero, '&#9;', @kieli, '&#9;', ., '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
