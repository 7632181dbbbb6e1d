<?xml version="1.0" encoding="UTF-8"?>
<!-- Names what a schema leaves without documentation in one of its languages, or declares where it should refer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:output method="text"/>

  <xsl:template match="/">
    <xsl:apply-templates select="//xs:schema | //xs:element[@name] | //xs:attribute | //xs:simpleType[@name]
                                 | //xs:complexType[@name] | //xs:group[@name] | //xs:enumeration"/>
    <xsl:for-each select="//xs:element[@name][not(parent::xs:schema)]">
      <xsl:value-of select="concat('element ', @name, ' is declared where it should be referred to&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*">
    <xsl:call-template name="language">
      <xsl:with-param name="language">fi</xsl:with-param>
      <xsl:with-param name="word">Esimerkki: </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="language">
      <xsl:with-param name="language">sv</xsl:with-param>
      <xsl:with-param name="word">Exempel: </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="language">
      <xsl:with-param name="language">en</xsl:with-param>
      <xsl:with-param name="word">Example: </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="language">
    <xsl:param name="language"/>
    <xsl:param name="word"/>
    <xsl:variable name="text" select="normalize-space(xs:annotation/xs:documentation[@xml:lang = $language])"/>
    <xsl:if test="not($text)">
      <xsl:value-of select="concat($language, ': nothing said of ')"/>
      <xsl:call-template name="name"/>
    </xsl:if>
    <xsl:if test="$text and (self::xs:element or self::xs:attribute or self::xs:simpleType)
                  and not(normalize-space(substring-after($text, $word)))">
      <xsl:value-of select="concat($language, ': no example of ')"/>
      <xsl:call-template name="name"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="name">
    <xsl:value-of select="concat(local-name(), ' ', @name, @value)"/>
    <xsl:if test="ancestor::*[@name]">
      <xsl:value-of select="concat(' in ', ancestor::*[@name][1]/@name)"/>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
