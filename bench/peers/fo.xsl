<?xml version="1.0" encoding="UTF-8"?>
<!-- A page document of documents.py as XSL-FO. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    exclude-result-prefixes="h">

  <xsl:template match="/h:html">
    <fo:root font-family="Carlito" font-size="11pt" line-height="1.3" xml:lang="fi" language="fi" color="#1a1a1a">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="210mm" page-height="297mm">
          <fo:region-body margin="24mm 15mm 20mm 20mm"/>
          <fo:region-before extent="20mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <dc:title>
                <rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="h:head/h:title"/></rdf:li></rdf:Alt>
              </dc:title>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
      </fo:declarations>
      <fo:page-sequence master-reference="page" hyphenate="true">
        <fo:static-content flow-name="xsl-region-before">
          <fo:block font-size="9pt" text-align="right" margin="14mm 15mm 0 0">
            <fo:page-number/> (<fo:page-number-citation-last ref-id="last"/>)</fo:block>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="h:body/*"/>
          <fo:block id="last"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template match="h:h1 | h:h2 | h:h3 | h:h4">
    <fo:block role="{translate(local-name(), 'h', 'H')}" font-weight="bold" color="#1f3a5f" line-height="1.2"
        keep-with-next.within-page="always" space-before="10pt" space-after="5pt" hyphenate="false">
      <xsl:attribute name="font-size">
        <xsl:choose>
          <xsl:when test="self::h:h1">16pt</xsl:when>
          <xsl:when test="self::h:h2">13pt</xsl:when>
          <xsl:when test="self::h:h3">11.5pt</xsl:when>
          <xsl:otherwise>11pt</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="self::h:h3 | self::h:h4"><xsl:attribute name="margin-left">46mm</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="h:p">
    <fo:block role="P" space-after="6pt" orphans="2" widows="2">
      <xsl:if test="parent::h:body | parent::h:section"><xsl:attribute name="margin-left">46mm</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="h:section">
    <fo:block>
      <xsl:if test="@class"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="h:ul | h:ol">
    <fo:list-block provisional-distance-between-starts="6mm" provisional-label-separation="2mm" space-after="6pt">
      <xsl:if test="parent::h:body"><xsl:attribute name="margin-left">46mm</xsl:attribute></xsl:if>
      <xsl:apply-templates select="h:li"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="h:li">
    <fo:list-item>
      <fo:list-item-label end-indent="label-end()"><fo:block><xsl:apply-templates select="." mode="label"/></fo:block></fo:list-item-label>
      <fo:list-item-body start-indent="body-start()"><xsl:call-template name="content"/></fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template match="h:ul/h:li" mode="label">•</xsl:template>
  <xsl:template match="h:ol/h:li" mode="label">
    <xsl:variable name="start"><xsl:value-of select="../@start"/><xsl:if test="not(../@start)">1</xsl:if></xsl:variable>
    <xsl:number value="count(preceding-sibling::h:li) + $start" format="1."/>
  </xsl:template>
  <xsl:template match="h:ol[@type = 'a']/h:li" mode="label"><xsl:number value="count(preceding-sibling::h:li) + 1" format="a)"/></xsl:template>

  <!-- Text, or blocks after it. -->
  <xsl:template name="content">
    <xsl:choose>
      <xsl:when test="h:p | h:ul | h:ol">
        <xsl:if test="normalize-space(text()[1])"><fo:block><xsl:value-of select="text()[1]"/></fo:block></xsl:if>
        <xsl:apply-templates select="*"/>
      </xsl:when>
      <xsl:otherwise><fo:block><xsl:apply-templates/></fo:block></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="h:table">
    <xsl:if test="h:caption">
      <fo:block role="Caption" font-weight="bold" font-size="9.5pt" keep-with-next.within-page="always" space-after="3pt">
        <xsl:apply-templates select="h:caption/node()"/>
      </fo:block>
    </xsl:if>
    <fo:table table-layout="fixed" width="100%" border-collapse="collapse" font-size="9.5pt" line-height="1.25" space-after="8pt">
      <xsl:for-each select="h:tbody[1]/h:tr[1]/*">
        <fo:table-column column-width="proportional-column-width(1)">
          <xsl:if test="@colspan"><xsl:attribute name="number-columns-repeated"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
        </fo:table-column>
      </xsl:for-each>
      <xsl:if test="h:thead"><fo:table-header><xsl:apply-templates select="h:thead/h:tr"/></fo:table-header></xsl:if>
      <xsl:for-each select="h:tbody"><fo:table-body><xsl:apply-templates select="h:tr"/></fo:table-body></xsl:for-each>
    </fo:table>
  </xsl:template>

  <xsl:template match="h:tr">
    <fo:table-row keep-together.within-page="auto"><xsl:apply-templates select="h:th | h:td"/></fo:table-row>
  </xsl:template>

  <xsl:template match="h:th | h:td">
    <fo:table-cell border="0.5pt solid #8a96a3" padding="2pt 4pt" margin-left="0">
      <xsl:if test="self::h:th">
        <xsl:attribute name="role">TH</xsl:attribute>
        <xsl:attribute name="fox:scope">
          <xsl:choose><xsl:when test="starts-with(@scope, 'col')">Column</xsl:when><xsl:otherwise>Row</xsl:otherwise></xsl:choose>
        </xsl:attribute>
        <xsl:attribute name="font-weight">bold</xsl:attribute>
      </xsl:if>
      <xsl:if test="@class = 'numeric'"><xsl:attribute name="text-align">right</xsl:attribute></xsl:if>
      <xsl:if test="@colspan"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:call-template name="content"/>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="h:strong"><fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="h:em"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="h:br"><fo:block/></xsl:template>
  <xsl:template match="h:span[@lang]"><fo:inline xml:lang="{@lang}"><xsl:apply-templates/></fo:inline></xsl:template>
</xsl:stylesheet>
