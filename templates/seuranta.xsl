<?xml version="1.0" encoding="UTF-8"?>
<!-- Seurannan paperien yhteiset osat: minkä vuoden koosteesta on kyse, osapuolen omat vastaukset, lyhyet nimet ja taulukon solut. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="fi/seuranta.xsl"/>
  <xsl:include href="tulokset.xsl"/>

  <!-- Suunnitelman toimenpiteet ja mittarit, joiden joukossa ovat seurannan omat kysymykset. Avaimen polku alkaa juuresta, jottei sitä etsitä koko aineistosta, jossa voi olla kymmeniätuhansia vastauksia. -->
  <xsl:key name="mittari" match="/p:aineisto/p:suunnitelma/p:toimenpiteet/p:toimenpide/p:mittarit/p:mittari|/p:aineisto/p:suunnitelma/p:toimenpiteet/p:toimenpide/p:seurantakysymykset/p:mittari" use="@tunnus"/>
  <xsl:variable name="suunnitelman-toimenpiteet" select="$suunnitelma/p:toimenpiteet/p:toimenpide"/>
  <xsl:variable name="suunnitelman-mittarit" select="$suunnitelman-toimenpiteet/p:mittarit/p:mittari | $suunnitelman-toimenpiteet/p:seurantakysymykset/p:mittari"/>

  <xsl:variable name="vuosi" select="$aineisto/@vuosi"/>
  <xsl:variable name="kooste" select="$aineisto/p:seurantakooste[@vuosi = $vuosi]"/>
  <!-- Edellisen vuoden kooste, jos siltä vuodelta on vastauksia, ja koordinaattorin katsaus -->
  <xsl:variable name="edellinen-kooste" select="$aineisto/p:seurantakooste[@vuosi = $vuosi - 1]"/>
  <xsl:variable name="katsaus" select="$kooste/p:vuosikatsaus"/>

  <!-- Osapuolen omat: vastausten tilanne, tilat, vastaukset ja muutosehdotukset -->
  <xsl:variable name="oma-tilanne" select="$kooste/p:osapuolitilanne[@osapuoli = $oma-tunnus]"/>
  <xsl:variable name="vastasi" select="$oma-tilanne/@tila = 'hyvaksytty' or $oma-tilanne/@tila = 'huomautuksin'"/>
  <xsl:variable name="omat-tilat" select="$kooste/p:toimenpidekooste/p:osapuolentila[@osapuoli = $oma-tunnus]"/>
  <xsl:variable name="omat-vastaukset" select="$kooste/p:toimenpidekooste/p:mittarikooste/p:osapuolenvastaus[@osapuoli = $oma-tunnus]"/>
  <!-- Koko väestön osuus ei ole sen osapuolen tulos, joka sen ilmoittaa: siitä kertoo alueen raportti. -->
  <xsl:variable name="omat-tulokset" select="$omat-vastaukset[not(../@taso = 'alue' and ../@laji = 'osuus')]"/>
  <xsl:variable name="omat-ehdotukset" select="$kooste/p:muutosehdotus[@osapuoli = $oma-tunnus]"/>
  <xsl:variable name="ei-muutettavaa" select="$aihe = 'muutos' and not($kooste/p:muutosehdotus)"/>

  <!-- Ehdotukset muuttavat suunnitelmaa, jollei niissä sanota, että vain seurannan kysymyksiä. -->
  <xsl:variable name="suunnitelman-muutokset" select="$kooste/p:muutosehdotus[not(@kohde = 'seuranta')]"/>
  <xsl:variable name="seurannan-muutokset" select="$kooste/p:muutosehdotus[@kohde = 'seuranta']"/>
  <xsl:variable name="muutokset" select="$suunnitelman-muutokset | $seurannan-muutokset"/>

  <!-- Kun osapuoli ei ole vastannut, vastaamatta on kaikki; yksi rivi riittää. Muuten avoinna on myös se, mihin vastattiin kielteisesti. -->
  <xsl:variable name="avoimet-tilat" select="$omat-tilat[$vastasi][@tila = 'eiRaportoitu' or @tila = 'eiAloitettu' or @tila = 'keskeytynyt'
      or (@tila != 'eiKysytty' and $suunnitelma/p:toimenpiteet/@vastaavat and not(p:vastuuhenkilo))]"/>
  <xsl:variable name="avoimet-vastaukset" select="$omat-vastaukset[$vastasi][@vastaus = 'eiRaportoitu' or @vastaus = 'ei' or @vastaus = 'eiTehty' or @vastaus = 'kesken'
      or @tavoite = 'alle' or @maaraaikaOhi]"/>

  <xsl:template name="tarkista-kooste">
    <xsl:if test="not($kooste)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'seurantatiedot'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- "1 Asuminen": numero ja lyhyt nimi -->
  <xsl:template match="p:toimenpidekooste" mode="lyhyt">
    <xsl:for-each select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]">
      <xsl:value-of select="concat(@numero, '&#160;')"/>
      <xsl:apply-templates select="(p:nimi | p:lyhytNimi)[last()]" mode="teksti"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Mittarin lyhyt nimi, muuten sen nimi tai kysymys -->
  <xsl:template match="p:mittarikooste" mode="lyhyt">
    <xsl:for-each select="key('mittari', @mittari)">
      <xsl:apply-templates select="(p:lyhytNimi | p:nimi[not(../p:lyhytNimi)] | p:kysymys[not(../p:lyhytNimi or ../p:nimi)])" mode="teksti"/>
    </xsl:for-each>
  </xsl:template>

  <!-- "Kunnan strategia.", kysymys ilman pistettä -->
  <xsl:template name="lyhyt-nimi-lauseena">
    <xsl:variable name="nimi"><xsl:apply-templates select=".." mode="lyhyt"/></xsl:variable>
    <xsl:value-of select="$nimi"/>
    <xsl:if test="substring($nimi, string-length($nimi)) != '?'">.</xsl:if>
  </xsl:template>

  <xsl:template match="p:mittarikooste" mode="lyhyt-ja-yksikko">
    <xsl:apply-templates select="." mode="lyhyt"/>
    <xsl:call-template name="yksikko-otsikkoon"/>
  </xsl:template>

  <!-- Mittarin kysymys koosteen kohdasta -->
  <xsl:template match="p:mittarikooste" mode="kysymys">
    <xsl:apply-templates select="key('mittari', @mittari)/p:kysymys" mode="teksti"/>
  </xsl:template>

  <xsl:template match="p:mittarikooste" mode="tavoite">
    <xsl:for-each select="key('mittari', @mittari)[p:tavoitearvo]"><xsl:call-template name="tavoitearvo"/></xsl:for-each>
  </xsl:template>

  <!-- Vastauksen muutos edellisestä vuodesta: luvuista ero, valinnoista sana -->
  <xsl:template match="p:osapuolenvastaus" mode="muutos">
    <xsl:choose>
      <xsl:when test="@muutos">
        <xsl:call-template name="muutos">
          <xsl:with-param name="arvo" select="@muutos"/>
          <xsl:with-param name="yksikko" select="../@yksikko"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="not(@edellinen) or @edellinen = 'eiRaportoitu' or @vastaus = 'eiRaportoitu' or @vastaus = 'arvo' or @vastaus = 'teksti' or (@vastaus = 'eiKoske' and @edellinen = 'eiKoske')">–</xsl:when>
      <xsl:when test="@edellinen = @vastaus"><xsl:value-of select="$sana-ennallaan"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$sana-muuttui"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Mistä luku on: "THL, Terve Suomi -tutkimus, 2025" -->
  <xsl:template match="p:osapuolenvastaus" mode="lahde">
    <xsl:value-of select="@lahde"/>
    <xsl:if test="@lahde and @tilastovuosi">, </xsl:if>
    <xsl:value-of select="@tilastovuosi"/>
  </xsl:template>

  <!-- Ehdotetun muutoksen otsikko, nykyinen ja ehdotettu teksti rinnakkain, perustelut -->
  <xsl:template match="p:muutosehdotus" mode="ehdotus">
    <xsl:param name="taso"/>
    <xsl:param name="numero"/>
    <section class="keep">
      <xsl:element name="h{$taso}" namespace="http://www.w3.org/1999/xhtml">
        <xsl:call-template name="ehdotuksen-nimi"><xsl:with-param name="numero" select="$numero"/></xsl:call-template>
      </xsl:element>
      <table class="wide keep">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$sana-nykyinen-teksti"/></th>
            <th scope="col"><xsl:value-of select="$sana-ehdotettu-teksti"/></th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <xsl:value-of select="p:nykyinenTeksti"/>
              <xsl:if test="not(p:nykyinenTeksti)"><xsl:call-template name="lisays"/></xsl:if>
            </td>
            <td><xsl:value-of select="p:ehdotettuTeksti"/></td>
          </tr>
        </tbody>
      </table>
      <xsl:if test="p:perustelut"><p><xsl:value-of select="concat($sana-perustelut, p:perustelut)"/></p></xsl:if>
    </section>
  </xsl:template>

  <!-- Ensin suunnitelman muutokset toimenpiteittäin, sitten ne, jotka koskevat vain seurannan kysymyksiä; numerot juoksevat -->
  <xsl:template name="ehdotukset">
    <xsl:param name="taso"/>
    <xsl:for-each select="$suunnitelman-muutokset">
      <xsl:sort select="sum($suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]/@numero) + 1000000 * not($suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide])" data-type="number"/>
      <xsl:apply-templates select="." mode="ehdotus">
        <xsl:with-param name="taso" select="$taso"/>
        <xsl:with-param name="numero" select="position()"/>
      </xsl:apply-templates>
    </xsl:for-each>
    <xsl:for-each select="$seurannan-muutokset">
      <xsl:apply-templates select="." mode="ehdotus">
        <xsl:with-param name="taso" select="$taso"/>
        <xsl:with-param name="numero" select="count($suunnitelman-muutokset) + position()"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="osapuoli-vastasi">
    <xsl:choose>
      <xsl:when test="$vastasi"><xsl:call-template name="osapuoli-vastasi-lause"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="osapuoli-ei-vastannut-lause"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Alue toimenpide kerrallaan: tulos suunnitelman sanoin, tai tilat lauseena, jos suunnitelma ei anna sanoja -->
  <xsl:template name="toimenpiteet-sanoina">
    <dl class="compact">
      <xsl:for-each select="$kooste/p:toimenpidekooste">
        <dt><xsl:apply-templates select="." mode="lyhyt"/></dt>
        <dd><xsl:apply-templates select="." mode="merkki-ja-tulos"/></dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- Osapuolen kolme riviä: mikä edistyi, mikä jäi auki, mitä on päätettävä -->
  <xsl:template name="kolme-rivia">
    <xsl:variable name="edistyneet"><xsl:apply-templates select="$omat-tilat[@suunta = 'parani'] | $omat-tulokset[@suunta = 'parani']" mode="muuttunut"/></xsl:variable>
    <dl class="compact">
      <dt><xsl:value-of select="$sana-edistyi"/></dt>
      <dd>
        <xsl:call-template name="luettelona"><xsl:with-param name="kohdat" select="$edistyneet"/></xsl:call-template>
        <xsl:if test="string($edistyneet) = ''"><xsl:call-template name="ei-edistynyt-lause"/></xsl:if>
      </dd>
      <xsl:variable name="heikenneet"><xsl:apply-templates select="$omat-tilat[@suunta = 'heikkeni'] | $omat-tulokset[@suunta = 'heikkeni']" mode="muuttunut"/></xsl:variable>
      <xsl:if test="string($heikenneet) != ''">
        <dt><xsl:value-of select="$sana-heikkeni"/></dt>
        <dd><xsl:call-template name="luettelona"><xsl:with-param name="kohdat" select="$heikenneet"/></xsl:call-template></dd>
      </xsl:if>
      <dt><xsl:value-of select="$sana-jai-auki"/></dt>
      <dd>
        <xsl:variable name="avoimet"><xsl:apply-templates select="$avoimet-tilat | $avoimet-vastaukset" mode="avoin"/></xsl:variable>
        <xsl:call-template name="luettelona"><xsl:with-param name="kohdat" select="$avoimet"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="not($vastasi)"><xsl:call-template name="vastaukset-puuttuvat-lause"/></xsl:when>
          <xsl:when test="string($avoimet) = ''"><xsl:call-template name="ei-avointa-lause"/></xsl:when>
        </xsl:choose>
      </dd>
      <dt><xsl:value-of select="$sana-paatettava"/></dt>
      <dd><xsl:call-template name="paatettava-lause"/></dd>
    </dl>
  </xsl:template>

  <!-- Kohdat puolipistein erotettuina, piste lopussa -->
  <xsl:template name="luettelona">
    <xsl:param name="kohdat"/>
    <xsl:for-each select="exsl:node-set($kohdat)/kohta" xmlns:exsl="http://exslt.org/common">
      <xsl:choose>
        <xsl:when test="position() = 1"><xsl:call-template name="isolla"><xsl:with-param name="teksti" select="."/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('; ', .)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="position() = last()">.</xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:osapuolentila | p:osapuolenvastaus" mode="muuttunut">
    <kohta xmlns=""><xsl:apply-templates select="." mode="muuttuneena"/></kohta>
  </xsl:template>

  <xsl:template match="p:osapuolentila" mode="muuttuneena">
    <xsl:apply-templates select=".." mode="lyhyt-nimi"/>
    <xsl:text>: </xsl:text>
    <xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="@tila"/></xsl:call-template>
  </xsl:template>

  <!-- "Ennalta aloitetut asiat 3 (+1)"; valinta suunnitelman sanoin, jos niitä on -->
  <xsl:template match="p:osapuolenvastaus" mode="muuttuneena">
    <xsl:call-template name="nimi-ja-vastaus"/>
    <xsl:if test="@muutos">
      <xsl:text> (</xsl:text>
      <xsl:apply-templates select="." mode="muutos"/>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:if test="@myohassaPaivia">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="myohassa-sanoin"><xsl:with-param name="paivia" select="@myohassaPaivia"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:toimenpidekooste" mode="lyhyt-nimi">
    <xsl:apply-templates select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]/*[self::p:nimi or self::p:lyhytNimi][last()]" mode="teksti"/>
  </xsl:template>

  <!-- Vastaus suunnitelman sanoin; jollei niitä ole, "Kokoukset 3", "Osallistuminen: ei", "Onko edustaja nimetty? ei" -->
  <xsl:template name="nimi-ja-vastaus">
    <xsl:variable name="sana" select="key('mittari', ../@mittari)/p:sanat/@*[local-name() = current()/@vastaus]"/>
    <xsl:value-of select="$sana"/>
    <xsl:if test="not($sana)">
      <xsl:variable name="nimi"><xsl:apply-templates select=".." mode="lyhyt"/></xsl:variable>
      <xsl:value-of select="$nimi"/>
      <xsl:if test="@vastaus != 'arvo' and substring($nimi, string-length($nimi)) != '?'">:</xsl:if>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="vastaus"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:osapuolentila" mode="avoin">
    <kohta xmlns="">
      <xsl:apply-templates select=".." mode="lyhyt-nimi"/>
      <xsl:call-template name="avoin-tila"/>
    </kohta>
  </xsl:template>

  <xsl:template match="p:osapuolenvastaus" mode="avoin">
    <kohta xmlns="">
      <xsl:call-template name="nimi-ja-vastaus"/>
      <xsl:if test="@tavoite = 'alle'"><xsl:call-template name="alle-tavoitteen"/></xsl:if>
      <xsl:if test="@maaraaikaOhi">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="maaraaika-oli"/>
      </xsl:if>
    </kohta>
  </xsl:template>
</xsl:stylesheet>
