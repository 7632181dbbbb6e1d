<?xml version="1.0" encoding="UTF-8"?>
<!-- Osapuolen seurantaraportti: omat vastaukset alueen rinnalla, vastuuhenkilöt, muutokset ja avoimet asiat. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="seuranta.xsl"/>

  <xsl:variable name="nimi" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>

  <xsl:template match="/">
    <xsl:call-template name="tarkista-kooste"/>
    <xsl:variable name="otsikko">
      <xsl:call-template name="osapuolen-seurannan-otsikko"/>
    </xsl:variable>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="string($otsikko)"/>
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
        <xsl:call-template name="tilanne"/>
        <xsl:call-template name="avoimet-asiat"/>
        <xsl:call-template name="muutokset"/>
        <xsl:call-template name="tilat"/>
        <xsl:call-template name="vastaukset"/>
        <xsl:call-template name="ehdotukset"/>
        <xsl:call-template name="huomautukset"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tilanne">
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-tilanne"/>
      <xsl:with-param name="sisalto">
        <p><xsl:call-template name="osapuoli-vastasi"/></p>
        <p><xsl:call-template name="vastanneet-lause"/></p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Vastaamatta, aloittamatta tai keskeytynyt -->
  <xsl:template name="avoimet-asiat">
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko" select="$sana-avoimet-asiat"/>
      <xsl:with-param name="sisalto"><xsl:call-template name="avoimet"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Mitä on muuttunut edellisestä vuodesta. Se, että vastaus puuttuu, ei ole muutos: se on avoin asia. -->
  <xsl:template name="muutokset">
    <xsl:variable name="kohdat">
      <xsl:apply-templates select="$omat-tilat" mode="muutos"/>
      <xsl:apply-templates select="$omat-vastaukset" mode="muutos"/>
    </xsl:variable>
    <xsl:if test="$edellinen-kooste and $vastasi">
      <xsl:call-template name="osa">
        <xsl:with-param name="otsikko"><xsl:call-template name="muutokset-otsikko"/></xsl:with-param>
        <xsl:with-param name="sisalto">
          <xsl:if test="string($kohdat) = ''">
            <p><xsl:call-template name="ei-muutoksia-lause"/></p>
          </xsl:if>
          <xsl:if test="string($kohdat) != ''">
            <ul><xsl:copy-of select="$kohdat"/></ul>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:osapuolentila" mode="muutos">
    <xsl:variable name="ennen" select="$edellinen-kooste/p:toimenpidekooste[@toimenpide = current()/../@toimenpide]/p:osapuolentila[@osapuoli = $oma-tunnus]/@tila"/>
    <xsl:if test="$ennen and $ennen != @tila and @tila != 'eiRaportoitu'">
      <li>
        <xsl:apply-templates select=".." mode="nimi"/>
        <xsl:text> – </xsl:text>
        <xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="@tila"/></xsl:call-template>
        <xsl:call-template name="ennen-sanana">
          <xsl:with-param name="sana"><xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="$ennen"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
      </li>
    </xsl:if>
  </xsl:template>

  <!-- Luvut ja valinnat, jotka ovat toiset kuin edellisenä vuonna; sanallisia vastauksia ei verrata. -->
  <xsl:template match="p:osapuolenvastaus" mode="muutos">
    <xsl:if test="@edellinen and @vastaus != 'eiRaportoitu' and (@vastaus != @edellinen or @muutos != 0)">
      <li>
        <xsl:apply-templates select=".." mode="nimi"/>
        <xsl:text> – </xsl:text>
        <xsl:choose>
          <xsl:when test="@vastaus = 'teksti'"><xsl:value-of select="$sana-raportoitu"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="vastaus"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="ennen-sanana">
          <xsl:with-param name="sana"><xsl:call-template name="edellinen-vastaus"/></xsl:with-param>
        </xsl:call-template>
      </li>
    </xsl:if>
  </xsl:template>

  <!-- Toimenpiteet: oma tila ja vastuuhenkilöt, rinnalla alueen tila -->
  <xsl:template name="tilat">
    <h2><xsl:value-of select="$sana-toimenpiteet"/></h2>
    <table class="wide">
      <caption><xsl:value-of select="$sana-tilat-ja-vastuuhenkilot"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-toimenpide"/></th>
          <th scope="col"><xsl:value-of select="$sana-tila"/></th>
          <th scope="col"><xsl:value-of select="$sana-vastuuhenkilot"/></th>
          <th scope="col"><xsl:value-of select="$sana-kaikki-osapuolet"/></th>
          <xsl:if test="$omat-tilat/p:huomautus">
            <th scope="col"><xsl:value-of select="$sana-huomautus"/></th>
          </xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$omat-tilat">
          <tr>
            <th scope="row"><xsl:apply-templates select=".." mode="nimi"/></th>
            <td><xsl:call-template name="tila"><xsl:with-param name="tila" select="@tila"/></xsl:call-template></td>
            <td><xsl:apply-templates select="." mode="vastuuhenkilot"/></td>
            <td><xsl:apply-templates select=".." mode="alue"/></td>
            <xsl:if test="$omat-tilat/p:huomautus">
              <td><xsl:value-of select="p:huomautus"/></td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Mittarit toimenpiteittäin: oma vastaus, tavoite ja muiden vastaukset -->
  <xsl:template name="vastaukset">
    <xsl:if test="$omat-vastaukset">
      <section class="wide">
        <h2><xsl:value-of select="$sana-mittarit"/></h2>
        <xsl:for-each select="$omat-tilat">
          <xsl:variable name="vastaukset" select="$omat-vastaukset[../../@toimenpide = current()/../@toimenpide]"/>
          <xsl:if test="$vastaukset">
            <h3><xsl:apply-templates select=".." mode="nimi"/></h3>
            <xsl:for-each select="..">
              <xsl:call-template name="vastaustaulukko"><xsl:with-param name="vastaukset" select="$vastaukset"/></xsl:call-template>
            </xsl:for-each>
          </xsl:if>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="vastaustaulukko">
    <xsl:param name="vastaukset"/>
    <table class="wide">
      <caption><xsl:apply-templates select="." mode="nimi"/><xsl:value-of select="$sana-taulukko-vastaukset"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-mittari"/></th>
          <th scope="col"><xsl:call-template name="oma-vastaus-otsikko"/></th>
          <xsl:if test="$vastaukset/../@alaraja or $vastaukset/../@ylaraja">
            <th scope="col"><xsl:value-of select="$sana-tavoite"/></th>
          </xsl:if>
          <th scope="col"><xsl:value-of select="$sana-kaikki-osapuolet"/></th>
          <xsl:if test="$vastaukset[@lahde or @tilastovuosi]">
            <th scope="col"><xsl:value-of select="$sana-lahde"/></th>
          </xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$vastaukset">
          <tr>
            <th scope="row"><xsl:apply-templates select=".." mode="nimi"/></th>
            <td><xsl:apply-templates select="." mode="solu"/></td>
            <xsl:if test="$vastaukset/../@alaraja or $vastaukset/../@ylaraja">
              <td><xsl:apply-templates select=".." mode="tavoite"/></td>
            </xsl:if>
            <td><xsl:apply-templates select=".." mode="alue"/></td>
            <xsl:if test="$vastaukset[@lahde or @tilastovuosi]">
              <td><xsl:apply-templates select="." mode="lahde"/></td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="ehdotukset">
    <xsl:if test="$omat-ehdotukset">
      <xsl:call-template name="osa">
        <xsl:with-param name="otsikko" select="$sana-muutosehdotukset"/>
        <xsl:with-param name="sisalto">
          <ul><xsl:apply-templates select="$omat-ehdotukset" mode="kohta"/></ul>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="huomautukset">
    <xsl:variable name="huomautukset" select="$kooste/p:huomautus[@osapuoli = $oma-tunnus]"/>
    <xsl:if test="$huomautukset">
      <xsl:call-template name="osa">
        <xsl:with-param name="otsikko" select="$sana-huomautukset"/>
        <xsl:with-param name="sisalto">
          <xsl:for-each select="$huomautukset">
            <p><xsl:value-of select="."/></p>
          </xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
