<?xml version="1.0" encoding="UTF-8"?>
<!-- Osapuolen seurantaraportti: mikä edistyi, mikä jäi auki, mitä on päätettävä; omat vastaukset alueen rinnalla yhdessä taulukossa. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="seuranta.xsl"/>

  <xsl:variable name="nimi" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>
  <xsl:variable name="taulukon-vastaukset" select="$omat-tulokset[../@laji != 'teksti']"/>
  <xsl:variable name="sanalliset-vastaukset" select="$omat-vastaukset[../@laji = 'teksti'][@vastaus = 'teksti']"/>

  <xsl:template match="/">
    <xsl:call-template name="tarkista-kooste"/>
    <xsl:variable name="otsikko"><xsl:call-template name="osapuolen-seurannan-otsikko"/></xsl:variable>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="string($otsikko)"/>
      <xsl:with-param name="luvuilla" select="true()"/>
      <xsl:with-param name="laatija" select="$nimi"/>
      <xsl:with-param name="aiheet">
        <xsl:call-template name="nimet">
          <xsl:with-param name="solmut" select="$suunnitelma/p:nimimuodot/p:lyhyt/p:nominatiivi | $nimi"/>
          <xsl:with-param name="viimeinen" select="', '"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$otsikko"/></h1>
        <p class="lead">
          <xsl:call-template name="muoto-isolla">
            <xsl:with-param name="muodot" select="$suunnitelma/p:nimimuodot"/>
            <xsl:with-param name="sija" select="'nominatiivi'"/>
          </xsl:call-template>
        </p>
        <p><xsl:call-template name="osapuoli-vastasi"/></p>
        <xsl:call-template name="kolme-rivia"/>
        <xsl:if test="$vastasi">
          <xsl:call-template name="taulukko"/>
          <xsl:call-template name="sanalliset"/>
        </xsl:if>
        <xsl:call-template name="omat-muutosehdotukset"/>
        <xsl:call-template name="huomautukset"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Tilat ja vastaukset: edellinen vuosi, tämä vuosi, muutos, alue ja huomautus -->
  <xsl:template name="taulukko">
    <table class="wide">
      <caption><xsl:call-template name="oma-taulukko"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-seurannan-asia"/></th>
          <xsl:if test="$edellinen-kooste"><th scope="col"><xsl:value-of select="$edellinen-kooste/@vuosi"/></th></xsl:if>
          <th scope="col"><xsl:value-of select="$vuosi"/></th>
          <xsl:if test="$edellinen-kooste"><th scope="col"><xsl:value-of select="$sana-muutos"/></th></xsl:if>
          <th scope="col"><xsl:value-of select="$sana-alueella"/></th>
          <th scope="col"><xsl:value-of select="$sana-huomautus"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$omat-tilat" mode="rivi"/>
        <xsl:apply-templates select="$taulukon-vastaukset" mode="rivi"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="p:osapuolentila" mode="rivi">
    <tr>
      <th scope="row"><xsl:call-template name="tila-rivin-nimi"/></th>
      <xsl:if test="$edellinen-kooste">
        <td>
          <xsl:if test="@edellinen"><xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="@edellinen"/></xsl:call-template></xsl:if>
          <xsl:if test="not(@edellinen)">–</xsl:if>
        </td>
      </xsl:if>
      <td><xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="@tila"/></xsl:call-template></td>
      <xsl:if test="$edellinen-kooste">
        <td>
          <xsl:choose>
            <xsl:when test="not(@edellinen) or @edellinen = 'eiRaportoitu' or @tila = 'eiRaportoitu' or (@edellinen = 'eiKysytty' and @tila = 'eiKysytty')">–</xsl:when>
            <xsl:when test="@edellinen = @tila"><xsl:value-of select="$sana-ennallaan"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$sana-muuttui"/></xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:if>
      <td><xsl:apply-templates select=".." mode="alue"/></td>
      <td>
        <xsl:if test="p:vastuuhenkilo"><p><xsl:call-template name="vastuuhenkilot-lause"/></p></xsl:if>
        <xsl:for-each select="p:huomautus"><p><xsl:value-of select="."/></p></xsl:for-each>
        <xsl:if test="not(p:vastuuhenkilo or p:huomautus)">–</xsl:if>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="p:osapuolenvastaus" mode="rivi">
    <tr>
      <th scope="row"><xsl:apply-templates select=".." mode="lyhyt-ja-yksikko"/></th>
      <xsl:if test="$edellinen-kooste"><td><xsl:call-template name="edellinen-vastaus"/></td></xsl:if>
      <td>
        <xsl:apply-templates select="." mode="vastaus"/>
        <xsl:if test="@tavoite = 'alle'"><xsl:call-template name="alle-tavoitteen"/></xsl:if>
      </td>
      <xsl:if test="$edellinen-kooste"><td><xsl:apply-templates select="." mode="muutos"/></td></xsl:if>
      <td><xsl:apply-templates select=".." mode="alue"/></td>
      <td>
        <xsl:value-of select="@huomautus"/>
        <xsl:if test="not(@huomautus)">–</xsl:if>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="sanalliset">
    <xsl:if test="$sanalliset-vastaukset">
      <h2><xsl:value-of select="$sana-sanalliset"/></h2>
      <xsl:for-each select="$sanalliset-vastaukset">
        <p>
          <strong><xsl:call-template name="lyhyt-nimi-lauseena"/></strong>
          <xsl:text> </xsl:text>
          <xsl:value-of select="@teksti"/>
        </p>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="omat-muutosehdotukset">
    <xsl:if test="$omat-ehdotukset">
      <h2><xsl:value-of select="$sana-muutosehdotukset"/></h2>
      <ul>
        <xsl:for-each select="$omat-ehdotukset"><li><xsl:value-of select="p:ehdotettuTeksti"/></li></xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="huomautukset">
    <xsl:variable name="huomautukset" select="$kooste/p:huomautus[@osapuoli = $oma-tunnus]"/>
    <xsl:if test="$huomautukset">
      <h2><xsl:value-of select="$sana-huomautukset"/></h2>
      <xsl:for-each select="$huomautukset"><p><xsl:value-of select="."/></p></xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
