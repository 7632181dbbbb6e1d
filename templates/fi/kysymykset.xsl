<?xml version="1.0" encoding="UTF-8"?>
<!-- Kysymyslomakkeen suomenkieliset sanat ja lauseet. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:variable name="sana-vastaajan-tehtava" select="'Vastaajan tehtävä, ei nimeä:'"/>
  <xsl:variable name="sana-vastausten-paivays" select="'Vastausten päiväys:'"/>
  <xsl:variable name="sana-lomakkeen-vastaus" select="'Vastaus:'"/>
  <xsl:variable name="sana-paiva" select="'Päivä:'"/>
  <xsl:variable name="sana-lomakkeen-lahde" select="'Lähde:'"/>
  <xsl:variable name="sana-tilastovuosi" select="'Vuosi, jota luku kuvaa:'"/>
  <xsl:variable name="sana-lomakkeen-huomautus" select="'Huomautus, tai miksi kysymys ei koske:'"/>
  <xsl:variable name="sana-kuka-vastaa" select="'Kuka vastaa toimenpiteestä? Tehtävät, ei nimiä.'"/>
  <xsl:variable name="sana-missa-vaiheessa" select="'Missä vaiheessa toimenpide on?'"/>
  <xsl:variable name="sana-ehdotus" select="'Ehdotus suunnitelman muuttamiseksi'"/>
  <xsl:variable name="sana-ehdotus-ohje" select="'Mitä suunnitelman tekstiä muutetaan, mikä on uusi teksti ja miksi?'"/>
  <xsl:variable name="sana-tilat" select="'ei aloitettu / käynnissä / toteutunut / keskeytynyt'"/>

  <xsl:template name="kysymyslomakkeen-otsikko">
    <xsl:value-of select="concat('Seurannan kysymykset ', $vuosi)"/>
  </xsl:template>

  <!-- Mitä lomakkeella tehdään -->
  <xsl:template name="kysymyslomakkeen-ohje">
    <xsl:text>Vastausten määräaika on </xsl:text>
    <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="$kooste/@maaraaika"/></xsl:call-template>
    <xsl:text>. Tällä lomakkeella vastaukset voi kerätä paperilla; ne lähetetään työkirjana tai XML-tiedostona.</xsl:text>
  </xsl:template>

  <!-- Millainen vastaus on: kyllä / ei, kokonaisluku … -->
  <xsl:template name="vastauksen-laji">
    <xsl:choose>
      <xsl:when test="@laji = 'kyllaEi'">kyllä / ei</xsl:when>
      <xsl:when test="@laji = 'tehtyEiTehty'">tehty / ei tehty / kesken</xsl:when>
      <xsl:when test="@laji = 'lukumaara'">kokonaisluku</xsl:when>
      <xsl:when test="@laji = 'osuus'">prosentteina 0–100</xsl:when>
      <xsl:when test="@laji = 'mittausarvo'">luku</xsl:when>
      <xsl:otherwise>sanallisesti</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@yksikko and @yksikko != '%'"><xsl:value-of select="concat(', ', @yksikko)"/></xsl:if>
  </xsl:template>

  <!-- "Tavoite: vähintään 2 ja enintään 3." -->
  <xsl:template name="tavoite-lauseena">
    <xsl:if test="@alaraja or @ylaraja">
      <xsl:text>Tavoite: </xsl:text>
      <xsl:if test="@alaraja">
        <xsl:text>vähintään </xsl:text>
        <xsl:call-template name="luku"><xsl:with-param name="arvo" select="@alaraja"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@alaraja and @ylaraja"> ja </xsl:if>
      <xsl:if test="@ylaraja">
        <xsl:text>enintään </xsl:text>
        <xsl:call-template name="luku"><xsl:with-param name="arvo" select="@ylaraja"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@yksikko = '%'">&#160;%</xsl:if>
      <xsl:text>. </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- "Viime vuonna: kyllä." -->
  <xsl:template name="viime-vuonna">
    <xsl:if test="$edellinen-kooste and @edellinen and @edellinen != 'eiRaportoitu' and @edellinen != 'teksti'">
      <xsl:text>Viime vuonna: </xsl:text>
      <xsl:call-template name="edellinen-vastaus"/>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
