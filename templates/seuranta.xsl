<?xml version="1.0" encoding="UTF-8"?>
<!-- Seurannan paperien yhteiset osat: minkä vuoden koosteesta on kyse, avaimet ja taulukon solut. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="fi/seuranta.xsl"/>

  <!-- Suunnitelman toimenpiteet ja mittarit, joiden joukossa ovat seurannan omat kysymykset. Avain kävisi läpi koko aineiston, jossa voi olla kymmeniätuhansia vastauksia. -->
  <xsl:variable name="suunnitelman-toimenpiteet" select="$suunnitelma/p:toimenpiteet/p:toimenpide"/>
  <xsl:variable name="seurantakysymykset" select="$suunnitelman-toimenpiteet/p:seurantakysymykset/p:mittari"/>
  <xsl:variable name="suunnitelman-mittarit" select="$suunnitelman-toimenpiteet/p:mittarit/p:mittari | $seurantakysymykset"/>
  <xsl:variable name="kauden-mittarit" select="$suunnitelman-mittarit[p:tavoitearvo/@jakso = 'kausi']"/>

  <xsl:variable name="vuosi" select="$aineisto/@vuosi"/>
  <xsl:variable name="kooste" select="$aineisto/p:seurantakooste[@vuosi = $vuosi]"/>
  <!-- Edellisen vuoden kooste, jos siltä vuodelta on vastauksia -->
  <xsl:variable name="edellinen-kooste" select="$aineisto/p:seurantakooste[@vuosi = $vuosi - 1]"/>

  <!-- Osapuolen omat: vastausten tilanne, tilat, vastaukset ja muutosehdotukset -->
  <xsl:variable name="oma-tilanne" select="$kooste/p:osapuolitilanne[@osapuoli = $oma-tunnus]"/>
  <xsl:variable name="vastasi" select="$oma-tilanne/@tila = 'hyvaksytty' or $oma-tilanne/@tila = 'huomautuksin'"/>
  <xsl:variable name="omat-tilat" select="$kooste/p:toimenpidekooste/p:osapuolentila[@osapuoli = $oma-tunnus]"/>
  <xsl:variable name="omat-vastaukset" select="$kooste/p:toimenpidekooste/p:mittarikooste/p:osapuolenvastaus[@osapuoli = $oma-tunnus]"/>
  <xsl:variable name="ei-muutettavaa" select="$aihe = 'muutos' and not($kooste/p:muutosehdotus)"/>
  <xsl:variable name="omat-ehdotukset" select="$kooste/p:muutosehdotus[@osapuoli = $oma-tunnus]"/>
  <xsl:variable name="avoimet-tilat" select="$omat-tilat[@tila = 'eiRaportoitu' or @tila = 'eiAloitettu' or @tila = 'keskeytynyt']"/>
  <xsl:variable name="avoimet-vastaukset" select="$omat-vastaukset[@vastaus = 'eiRaportoitu']"/>

  <xsl:template name="tarkista-kooste">
    <xsl:if test="not($kooste)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'seurantatiedot'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Toimenpiteen nimi koosteen kohdasta -->
  <xsl:template match="p:toimenpidekooste" mode="nimi">
    <xsl:for-each select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]"><xsl:call-template name="toimenpiteen-nimi"/></xsl:for-each>
  </xsl:template>

  <!-- Mittarin kysymys koosteen kohdasta, yksikkö perässä -->
  <xsl:template match="p:mittarikooste" mode="nimi">
    <xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = current()/@mittari]/p:kysymys" mode="teksti"/>
    <xsl:call-template name="yksikko-otsikkoon"/>
  </xsl:template>

  <xsl:template match="p:mittarikooste" mode="tavoite">
    <xsl:for-each select="$suunnitelman-mittarit[@tunnus = current()/@mittari][p:tavoitearvo]"><xsl:call-template name="tavoitearvo"/></xsl:for-each>
  </xsl:template>

  <!-- Vastaus taulukon soluna: "3 (+1)", tavoitteen toteutuminen sanoin, huomautus omana kappaleenaan -->
  <xsl:template match="p:osapuolenvastaus" mode="solu">
    <p>
      <xsl:apply-templates select="." mode="vastaus"/>
      <xsl:if test="@muutos">
        <xsl:text> (</xsl:text>
        <xsl:call-template name="muutos">
          <xsl:with-param name="arvo" select="@muutos"/>
          <xsl:with-param name="yksikko" select="../@yksikko"/>
        </xsl:call-template>
        <xsl:text>)</xsl:text>
      </xsl:if>
      <xsl:if test="@tavoite">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="tavoitteen-tila"/>
      </xsl:if>
    </p>
    <xsl:if test="@huomautus">
      <p class="small"><xsl:value-of select="@huomautus"/></p>
    </xsl:if>
  </xsl:template>

  <!-- Mistä luku on: "THL, Terve Suomi -tutkimus, 2025" -->
  <xsl:template match="p:osapuolenvastaus" mode="lahde">
    <xsl:value-of select="@lahde"/>
    <xsl:if test="@lahde and @tilastovuosi">, </xsl:if>
    <xsl:value-of select="@tilastovuosi"/>
  </xsl:template>

  <xsl:template match="p:osapuolentila" mode="vastuuhenkilot">
    <xsl:call-template name="nimet">
      <xsl:with-param name="solmut" select="p:vastuuhenkilo"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="p:vastuuhenkilo"/>
      <xsl:when test="@tila = 'eiKoske'">–</xsl:when>
      <xsl:otherwise><xsl:value-of select="$sana-ei-raportoitu"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Ehdotus luettelon kohtana, edessä mitä se koskee -->
  <xsl:template match="p:muutosehdotus" mode="kohta">
    <li>
      <xsl:for-each select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]">
        <xsl:call-template name="toimenpiteen-nimi"/>
        <xsl:text>. </xsl:text>
      </xsl:for-each>
      <xsl:value-of select="."/>
    </li>
  </xsl:template>

  <xsl:template name="osapuoli-vastasi">
    <xsl:choose>
      <xsl:when test="$vastasi"><xsl:call-template name="osapuoli-vastasi-lause"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="osapuoli-ei-vastannut-lause"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Vastaamatta, aloittamatta tai keskeytynyt, luettelona -->
  <xsl:template name="avoimet">
    <p>
      <xsl:if test="$avoimet-tilat or $avoimet-vastaukset">
        <xsl:attribute name="class">keep-with-next</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="avoinna-johdanto">
        <xsl:with-param name="maara" select="count($avoimet-tilat | $avoimet-vastaukset)"/>
      </xsl:call-template>
    </p>
    <xsl:if test="$avoimet-tilat or $avoimet-vastaukset">
      <ul>
        <xsl:for-each select="$avoimet-tilat | $avoimet-vastaukset">
          <li><xsl:apply-templates select="." mode="avoin"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- Yhteenveto luettelona: lause toimenpidettä kohti -->
  <xsl:template name="toimenpiteet-sanoina">
    <ul>
      <xsl:for-each select="$kooste/p:toimenpidekooste">
        <li>
          <strong><xsl:apply-templates select="." mode="nimi"/>.</strong>
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="." mode="lause"/>
          <xsl:call-template name="toteutuneiden-muutos"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
