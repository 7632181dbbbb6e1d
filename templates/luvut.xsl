<?xml version="1.0" encoding="UTF-8"?>
<!--
  Numeroidut luvut ja sisällysluettelo. Pohja antaa muuttujan lukujen-runko: luku-elementit (id, nimi) siinä järjestyksessä,
  jossa luvut ovat paperissa, ja niiden sisällä halutessaan alaluvut (luku), joilla on oma otsikkonsa.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns:exsl="http://exslt.org/common" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p exsl">

  <xsl:variable name="luvut" select="exsl:node-set($lukujen-runko)/luku"/>

  <xsl:template name="sisallys">
    <nav class="toc">
      <h2><xsl:value-of select="$sana-sisallys"/></h2>
      <ol>
        <xsl:apply-templates select="$luvut" mode="sisallys"/>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="luku" mode="sisallys">
    <li>
      <a href="#{@id}"><xsl:apply-templates select="." mode="nimi"/></a>
      <xsl:if test="luku">
        <ol>
          <xsl:apply-templates select="luku" mode="sisallys"/>
        </ol>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- Pääluvulla on numero; alaluku nimeää itsensä. -->
  <xsl:template match="luku" mode="nimi">
    <xsl:value-of select="concat(count(preceding-sibling::luku) + 1, '&#160;', @nimi)"/>
  </xsl:template>

  <xsl:template match="luku/luku" mode="nimi">
    <xsl:value-of select="@nimi"/>
  </xsl:template>

  <xsl:template name="luvun-otsikko">
    <xsl:param name="id"/>
    <xsl:param name="uudelta-sivulta" select="false()"/>
    <h2 id="{$id}">
      <xsl:if test="$uudelta-sivulta"><xsl:attribute name="class">break-before</xsl:attribute></xsl:if>
      <xsl:apply-templates select="$luvut[@id = $id]" mode="nimi"/>
    </h2>
  </xsl:template>

  <xsl:template match="p:periaatteet" mode="luku">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'periaatteet'"/></xsl:call-template>
    <xsl:apply-templates select="p:johdanto/*" mode="lohko"/>
    <ul>
      <xsl:for-each select="p:periaate">
        <li><xsl:apply-templates mode="teksti"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="p:tyoryhma" mode="luku">
    <xsl:apply-templates select="p:johdanto/*" mode="lohko"/>
    <ul class="compact">
      <xsl:apply-templates select="p:henkilo" mode="luku"/>
    </ul>
  </xsl:template>

  <xsl:template match="p:henkilo" mode="luku">
    <li>
      <xsl:value-of select="p:nimi"/>
      <xsl:if test="p:tehtava"><xsl:value-of select="concat(', ', p:tehtava)"/></xsl:if>
      <xsl:if test="p:organisaatio"><xsl:value-of select="concat(', ', p:organisaatio)"/></xsl:if>
    </li>
  </xsl:template>

  <!-- Tavoite numeroineen: 1.1 on ensimmäisen kokonaisuuden ensimmäinen. sisalto = mitä tavoitteesta kerrotaan. -->
  <xsl:template name="numeroitu-tavoite">
    <xsl:param name="sisalto"/>
    <dt><xsl:value-of select="concat(count(../preceding-sibling::p:tavoitekokonaisuus) + 1, '.', count(preceding-sibling::p:tavoite) + 1)"/></dt>
    <dd><xsl:copy-of select="$sisalto"/></dd>
  </xsl:template>

  <!-- "Koollekutsuja: Keski-Suomen liitto" -->
  <xsl:template match="p:koollekutsuja | p:osallistujat | p:jasenet | p:kokoontuminen" mode="nimetty">
    <p>
      <span class="label"><xsl:apply-templates select="." mode="nimike"/>:</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="teksti"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
