<?xml version="1.0" encoding="UTF-8"?>
<!-- Selostus asiasta: osapuolelle ne sopimuksen selostuksen osiot, jotka koskevat sitä, ja sen toimivalta. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>

  <xsl:variable name="nimi" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>

  <xsl:template match="/">
    <xsl:if test="not($sopimus/p:selostus)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'selostus'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="otsikko">
      <xsl:call-template name="selostuksen-otsikko"/>
    </xsl:variable>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="concat($otsikko, ' – ', $nimi)"/>
      <xsl:with-param name="laatija" select="$nimi"/>
      <xsl:with-param name="aiheet">
        <xsl:call-template name="nimet">
          <xsl:with-param name="solmut" select="$sopimus/p:nimimuodot/p:lyhyt/p:nominatiivi | $nimi"/>
          <xsl:with-param name="viimeinen" select="', '"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$otsikko"/></h1>
        <xsl:call-template name="selostus"/>
        <xsl:call-template name="toimivalta"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="selostus">
    <xsl:variable name="oma-otsikko" select="$osapuoli/p:asettelu/p:osa[@laji = 'selostus']/@otsikko"/>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko">
        <xsl:value-of select="$oma-otsikko"/>
        <xsl:if test="not($oma-otsikko)">
          <xsl:call-template name="osan-nimi">
            <xsl:with-param name="laji" select="'selostus'"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <xsl:apply-templates select="$sopimus/p:selostus/p:osio" mode="lohko"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="toimivalta">
    <xsl:variable name="oma-otsikko" select="$osapuoli/p:asettelu/p:osa[@laji = 'toimivalta']/@otsikko"/>
    <xsl:if test="$osapuoli/p:toimivalta">
      <xsl:call-template name="osa">
        <xsl:with-param name="otsikko">
          <xsl:value-of select="$oma-otsikko"/>
          <xsl:if test="not($oma-otsikko)">
            <xsl:call-template name="osan-nimi">
              <xsl:with-param name="laji" select="'toimivalta'"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:with-param>
        <xsl:with-param name="sisalto">
          <p><xsl:apply-templates select="$osapuoli/p:toimivalta/node()" mode="teksti"/></p>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
