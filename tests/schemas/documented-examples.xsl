<?xml version="1.0" encoding="UTF-8"?>
<!--
  Collects the examples in the schemas' documentation into one file: the value of each attribute and simple type
  as an arvo of that type, and each element that is given whole (without …) as an esimerkki.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <xsl:output method="xml" indent="no"/>
  <xsl:param name="schemas"/>

  <xsl:template match="/">
    <xsl:text disable-output-escaping="yes">&lt;esimerkit xmlns="urn:pykala:1" xmlns:p="urn:pykala:1" </xsl:text>
    <xsl:text>xmlns:xs="http://www.w3.org/2001/XMLSchema" </xsl:text>
    <xsl:text disable-output-escaping="yes">xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"&gt;&#10;</xsl:text>
    <xsl:for-each select="/xs:schema/xs:include">
      <xsl:apply-templates select="document(concat($schemas, @schemaLocation))//xs:documentation"/>
    </xsl:for-each>
    <xsl:text disable-output-escaping="yes">&lt;/esimerkit&gt;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="xs:documentation">
    <xsl:variable name="text" select="normalize-space()"/>
    <xsl:variable name="example" select="concat(substring-after($text, 'Esimerkki: '),
                          substring-after($text, 'Exempel: '), substring-after($text, 'Example: '))"/>
    <xsl:variable name="of" select="../.."/>
    <xsl:choose>
      <xsl:when test="not($example) or $of/self::xs:schema"/>
      <xsl:when test="$of/self::xs:attribute">
        <xsl:call-template name="value">
          <xsl:with-param name="type" select="$of/@type"/>
          <xsl:with-param name="example" select="$example"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$of/self::xs:simpleType">
        <xsl:call-template name="value">
          <xsl:with-param name="type" select="concat('p:', $of/@name)"/>
          <xsl:with-param name="example" select="$example"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="not(contains($example, '…'))">
        <xsl:text disable-output-escaping="yes">&lt;esimerkki&gt;</xsl:text>
        <xsl:value-of select="$example" disable-output-escaping="yes"/>
        <xsl:text disable-output-escaping="yes">&lt;/esimerkki&gt;&#10;</xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="value">
    <xsl:param name="type"/>
    <xsl:param name="example"/>
    <xsl:value-of select="concat('&lt;arvo xsi:type=&quot;', $type, '&quot;&gt;')" disable-output-escaping="yes"/>
    <xsl:value-of select="$example"/>
    <xsl:text disable-output-escaping="yes">&lt;/arvo&gt;&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
