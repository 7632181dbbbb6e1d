<?xml version="1.0" encoding="UTF-8"?>
<!-- Seurantaraportin liite: osapuolten sanalliset vastaukset, huomautukset, vastuuhenkilöt ja vastaajat, kappale kutakin kohti. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="luvut.xsl"/>
  <xsl:include href="seuranta.xsl"/>

  <xsl:variable name="lukujen-runko">
    <xsl:for-each select="$kooste/p:toimenpidekooste">
      <luku id="toimenpide-{@toimenpide}" xmlns="">
        <xsl:attribute name="nimi"><xsl:apply-templates select="." mode="lyhyt-nimi"/></xsl:attribute>
      </luku>
    </xsl:for-each>
    <xsl:if test="$kooste/p:huomautus"><luku id="huomautukset" nimi="{$sana-koko-seurannasta}" xmlns=""/></xsl:if>
    <luku id="vastaajat" nimi="{$sana-vastaukset-luettelo}" xmlns=""/>
  </xsl:variable>

  <xsl:template match="/">
    <xsl:call-template name="tarkista-kooste"/>
    <xsl:variable name="otsikko"><xsl:call-template name="seurantaliitteen-otsikko"/></xsl:variable>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="string($otsikko)"/>
      <xsl:with-param name="luvuilla" select="true()"/>
      <xsl:with-param name="laatija" select="$hanke/p:nimi"/>
      <xsl:with-param name="aiheet" select="string($otsikko)"/>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$otsikko"/></h1>
        <xsl:call-template name="sisallys"/>
        <xsl:apply-templates select="$kooste/p:toimenpidekooste" mode="luku"/>
        <xsl:call-template name="huomautukset"/>
        <xsl:call-template name="vastaajat"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:toimenpidekooste" mode="luku">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="concat('toimenpide-', @toimenpide)"/></xsl:call-template>
    <xsl:for-each select="p:mittarikooste[@laji = 'teksti'][p:osapuolenvastaus/@teksti]">
      <h3><xsl:apply-templates select="." mode="lyhyt"/></h3>
      <p class="keep-with-next"><em><xsl:apply-templates select="." mode="kysymys"/></em></p>
      <xsl:apply-templates select="p:osapuolenvastaus[@teksti]" mode="kappale"/>
    </xsl:for-each>
    <xsl:variable name="huomautukset" select="p:osapuolentila/p:huomautus | p:mittarikooste/p:osapuolenvastaus/@huomautus | p:mittarikooste[@laji != 'teksti']/p:osapuolenvastaus[@vastaus = 'eiKoske']/@teksti"/>
    <xsl:if test="$huomautukset">
      <h3><xsl:value-of select="$sana-huomautukset"/></h3>
      <xsl:apply-templates select="$huomautukset" mode="kappale"/>
    </xsl:if>
    <xsl:if test="p:osapuolentila/p:vastuuhenkilo">
      <h3><xsl:value-of select="$sana-vastuuhenkilot"/></h3>
      <ul class="compact">
        <xsl:for-each select="p:osapuolentila[p:vastuuhenkilo]">
          <li>
            <xsl:apply-templates select="@osapuoli" mode="lyhyt"/>
            <xsl:text>: </xsl:text>
            <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="p:vastuuhenkilo"/></xsl:call-template>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:osapuolenvastaus" mode="kappale">
    <p>
      <strong><xsl:apply-templates select="@osapuoli" mode="lyhyt"/>.</strong>
      <xsl:text> </xsl:text>
      <xsl:call-template name="isolla"><xsl:with-param name="teksti"><xsl:apply-templates select="." mode="vastaus"/></xsl:with-param></xsl:call-template>
    </p>
  </xsl:template>

  <xsl:template match="p:huomautus" mode="kappale">
    <p>
      <strong><xsl:apply-templates select="../@osapuoli" mode="lyhyt"/>.</strong>
      <xsl:value-of select="concat(' ', .)"/>
    </p>
  </xsl:template>

  <!-- Huomautus yhteen vastaukseen, tai miksi kysymys ei koske osapuolta -->
  <xsl:template match="@huomautus | @teksti" mode="kappale">
    <p>
      <strong>
        <xsl:apply-templates select="../@osapuoli" mode="lyhyt"/>
        <xsl:text>, </xsl:text>
        <xsl:apply-templates select="../.." mode="lyhyt"/>
        <xsl:text>.</xsl:text>
      </strong>
      <xsl:text> </xsl:text>
      <xsl:if test="local-name() = 'teksti'"><xsl:call-template name="isolla"><xsl:with-param name="teksti"><xsl:apply-templates select=".." mode="vastaus"/></xsl:with-param></xsl:call-template></xsl:if>
      <xsl:if test="local-name() != 'teksti'"><xsl:value-of select="."/></xsl:if>
    </p>
  </xsl:template>

  <xsl:template name="huomautukset">
    <xsl:if test="$kooste/p:huomautus">
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'huomautukset'"/></xsl:call-template>
      <xsl:for-each select="$kooste/p:huomautus">
        <p>
          <strong><xsl:apply-templates select="@osapuoli" mode="lyhyt"/>.</strong>
          <xsl:value-of select="concat(' ', .)"/>
        </p>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Kuka vastasi ja milloin -->
  <xsl:template name="vastaajat">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'vastaajat'"/></xsl:call-template>
    <p><xsl:call-template name="vastanneet-lause"/></p>
    <ul class="compact">
      <xsl:for-each select="$kooste/p:osapuolitilanne[@paivays and @tila != 'hylatty']">
        <li>
          <xsl:apply-templates select="@osapuoli" mode="lyhyt"/>
          <xsl:text>: </xsl:text>
          <xsl:value-of select="@vastaaja"/>
          <xsl:text> </xsl:text>
          <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="@paivays"/></xsl:call-template>
          <xsl:if test="@myohassa"><xsl:call-template name="myohassa-merkinta"/></xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
