<?xml version="1.0" encoding="UTF-8"?>
<!-- Toimielimen asia: mistä päätetään, kuka päättää, milloin, ja miten päätökseen haetaan muutosta -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns:exsl="http://exslt.org/common" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p exsl">

  <!-- Asiakirja, jota päätös koskee -->
  <xsl:variable name="asiakirja" select="$sopimus[$aihe = 'sopimus' or $aihe = 'neuvottelut']
      | $suunnitelma[$aihe = 'suunnitelma' or $aihe = 'seuranta' or $aihe = 'muutos']"/>

  <xsl:variable name="asia">
    <xsl:value-of select="$kokous/p:otsikko"/>
    <xsl:if test="not($kokous/p:otsikko)"><xsl:call-template name="asian-otsikko"/></xsl:if>
  </xsl:variable>

  <!-- Jollei hanke nimeä päättäjää, sopimuksesta päättää valtuusto, muusta hallitus. -->
  <xsl:variable name="nimetty">
    <xsl:call-template name="nimetty-paattaja">
      <xsl:with-param name="asia" select="$aihe"/>
      <xsl:with-param name="kuka" select="$osapuoli"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="valtuusto-paattaa" select="$nimetty = 'valtuusto ' or ($nimetty = '' and $aihe = 'sopimus')"/>
  <xsl:variable name="hallitus-paattaa" select="$nimetty = 'hallitus ' or ($nimetty = '' and $aihe != 'sopimus')"/>
  <xsl:variable name="paattava-toimielin" select="$hallitus[$hallitus-paattaa] | $valtuusto[$valtuusto-paattaa]
      | $osapuoli/p:toimielin[concat('muu ', @tunnus) = $nimetty]"/>
  <xsl:variable name="paattaa" select="($toimielin = 'hallitus' and $hallitus-paattaa) or ($toimielin = 'valtuusto' and $valtuusto-paattaa)
      or concat($toimielin, ' ', $elin) = $nimetty"/>

  <!-- Kokous voi kertoa muutoksenhaun; muuten se seuraa asiasta, toimielimestä ja osapuolen lajista. -->
  <xsl:variable name="keino" select="$kokous/p:muutoksenhaku"/>
  <xsl:variable name="muutosta-ei-haeta" select="$keino = 'eiMuutoksenhakua'
      or (not($keino) and (not($paattaa) or $jai-auki or $aihe = 'seuranta' or $aihe = 'neuvottelut' or $ei-muutettavaa))"/>
  <xsl:variable name="valitus" select="not($muutosta-ei-haeta or $keino = 'oikaisuvaatimus') and ($keino or $toimielin = 'valtuusto')"/>
  <!-- Kaikkien osapuolten yhteiset kohdat, jotka koskevat tätä; ne ovat hallituksen ja muun päättäjän asiassa. -->
  <xsl:variable name="kohtien-lahde" select="$asiakirja[$aihe = 'sopimus' or $aihe = 'suunnitelma'][$toimielin = 'hallitus' or ($toimielin = 'muu' and $paattaa)]
      /p:perusteluHallitus/p:paatoskohta"/>
  <xsl:variable name="koskevat">
    <xsl:for-each select="$kohtien-lahde">
      <xsl:variable name="koskee"><xsl:call-template name="koskee"/></xsl:variable>
      <xsl:if test="$koskee = '1'"><xsl:value-of select="concat(generate-id(), ' ')"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="yhteiset-kohdat" select="$kohtien-lahde[contains($koskevat, concat(generate-id(), ' '))]"/>

  <!-- Päätösehdotuksen kohdat järjestyksessä. @lopullinen: siitä toimielin päättää itse, vaikka asiasta päättää toinen. -->
  <xsl:variable name="omin-kohdin" select="$kokous/@paatoskohdat = 'omat'"/>
  <xsl:variable name="kohdat">
    <xsl:if test="not($omin-kohdin)">
      <xsl:variable name="oma-ydin" select="$kokous/p:paatoskohta[@korvaa = 'hyvaksyminen']"/>
      <xsl:call-template name="kohta"><xsl:with-param name="kohta" select="$oma-ydin"/></xsl:call-template>
      <xsl:if test="$paattaa and not($oma-ydin)">
        <xsl:if test="$aihe = 'seuranta' and (not($vastasi) or $avoimet-tilat or $avoimet-vastaukset)"><kohta name="avoimet" xmlns=""/></xsl:if>
        <xsl:if test="$aihe = 'seuranta' and $omat-ehdotukset"><kohta name="omat-ehdotukset" xmlns=""/></xsl:if>
        <xsl:if test="$aihe = 'muutos' and $suunnitelman-muutokset and $seurannan-muutokset"><kohta name="seurannan-muutokset" xmlns=""/></xsl:if>
      </xsl:if>
      <xsl:for-each select="$yhteiset-kohdat">
        <xsl:variable name="oma" select="$kokous/p:paatoskohta[@korvaa = current()/@tunnus]"/>
        <xsl:call-template name="kohta"><xsl:with-param name="kohta" select="$oma | self::*[not($oma)]"/></xsl:call-template>
      </xsl:for-each>
    </xsl:if>
    <!-- Kohta, jonka sijaan tulevaa kohtaa osapuolella ei ole, on omien joukossa. -->
    <xsl:for-each select="$kokous/p:paatoskohta[$omin-kohdin or not(@korvaa = 'hyvaksyminen' or @korvaa = $yhteiset-kohdat/@tunnus)]">
      <xsl:call-template name="kohta"><xsl:with-param name="kohta" select="."/></xsl:call-template>
    </xsl:for-each>
  </xsl:variable>

  <!-- Yksi tai useampi kohta; tyhjä on asian oma päätös. -->
  <xsl:template name="kohta">
    <xsl:param name="kohta"/>
    <xsl:if test="not($kohta)"><kohta xmlns=""/></xsl:if>
    <xsl:for-each select="$kohta"><kohta xmlns=""><xsl:copy-of select="@lopullinen"/><xsl:apply-templates mode="teksti"/></kohta></xsl:for-each>
  </xsl:template>

  <!-- Niiden kohtien numerot, joihin voi vaatia oikaisua -->
  <xsl:variable name="numeroituna">
    <xsl:for-each select="exsl:node-set($kohdat)/kohta">
      <xsl:if test="@lopullinen = 'kylla'"><numero xmlns=""><xsl:value-of select="position()"/></numero></xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="lopulliset-numerot" select="exsl:node-set($numeroituna)/numero"/>
  <xsl:variable name="osittain" select="$muutosta-ei-haeta and not($keino or $jai-auki) and (not($paattaa) or $aihe = 'seuranta' or $aihe = 'neuvottelut') and $lopulliset-numerot"/>
  <xsl:variable name="oikaisuvaatimus" select="$osittain or not($muutosta-ei-haeta or $valitus)"/>

  <xsl:template name="paiva-ja-pykala">
    <xsl:param name="kokous"/>
    <dt><xsl:value-of select="$sana-kokouspaiva"/></dt>
    <dd>
      <xsl:choose>
        <xsl:when test="$kokous/@paivays">
          <xsl:call-template name="paivays">
            <xsl:with-param name="pvm" select="$kokous/@paivays"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="tayttoviiva"/></xsl:otherwise>
      </xsl:choose>
    </dd>
    <dt><xsl:value-of select="$sana-pykala"/></dt>
    <dd>
      <xsl:choose>
        <xsl:when test="$kokous/@pykala">
          <xsl:call-template name="pykala">
            <xsl:with-param name="numero" select="$kokous/@pykala"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="tayttoviiva"/></xsl:otherwise>
      </xsl:choose>
    </dd>
  </xsl:template>
</xsl:stylesheet>
