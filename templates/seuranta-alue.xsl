<?xml version="1.0" encoding="UTF-8"?>
<!-- Seurantaraportti koko alueelta, liitteenä kaikkien osapuolten päätöksissä. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="luvut.xsl"/>
  <xsl:include href="seuranta.xsl"/>

  <!-- Yhden osapuolen vastaus ja tila; laajassa hankkeessa vastauksia on kymmeniätuhansia. -->
  <xsl:key name="vastaus" match="/p:aineisto/p:seurantakooste/p:toimenpidekooste/p:mittarikooste/p:osapuolenvastaus" use="concat(../../../@vuosi, ' ', ../@mittari, ' ', @osapuoli)"/>
  <xsl:key name="tila" match="/p:aineisto/p:seurantakooste/p:toimenpidekooste/p:osapuolentila" use="concat(../../@vuosi, ' ', ../@toimenpide, ' ', @osapuoli)"/>

  <!-- Kuinka monta saraketta mahtuu vaakasivulle (tilojen myös pystysivulle), ja kuinka monta sarjaa kaavioon -->
  <xsl:variable name="tilasarakkeita" select="6"/>
  <xsl:variable name="pystyn-tilasarakkeita" select="5"/>
  <xsl:variable name="mittarisarakkeita" select="4"/>
  <xsl:variable name="sarjoja" select="3"/>

  <xsl:variable name="lukujen-runko">
    <luku id="yhteenveto" nimi="{$sana-yhteenveto}" xmlns=""/>
    <luku id="tilat" nimi="{$sana-tilat}" xmlns=""/>
    <luku id="toimenpiteet" nimi="{$sana-toimenpiteet-ja-mittarit}" xmlns="">
      <xsl:for-each select="$kooste/p:toimenpidekooste">
        <luku id="toimenpide-{@toimenpide}">
          <xsl:attribute name="nimi"><xsl:apply-templates select="." mode="nimi"/></xsl:attribute>
        </luku>
      </xsl:for-each>
    </luku>
    <luku id="vastaajat" nimi="{$sana-vastaajat}" xmlns=""/>
    <xsl:if test="$kooste/p:huomautus">
      <luku id="huomautukset" nimi="{$sana-huomautukset}" xmlns=""/>
    </xsl:if>
    <luku id="muutosehdotukset" nimi="{$sana-muutosehdotukset}" xmlns=""/>
    <luku id="vastaukset" nimi="{$sana-vastaukset}" xmlns=""/>
  </xsl:variable>

  <xsl:template match="/">
    <xsl:call-template name="tarkista-kooste"/>
    <xsl:variable name="otsikko">
      <xsl:call-template name="seurantaraportin-otsikko"/>
    </xsl:variable>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="string($otsikko)"/>
      <xsl:with-param name="luvuilla" select="true()"/>
      <xsl:with-param name="laatija" select="$hanke/p:nimi"/>
      <xsl:with-param name="aiheet">
        <xsl:call-template name="nimet">
          <xsl:with-param name="solmut" select="$suunnitelma/p:toimenpiteet/p:toimenpide/p:nimi"/>
          <xsl:with-param name="viimeinen" select="', '"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$otsikko"/></h1>
        <xsl:call-template name="sisallys"/>
        <xsl:call-template name="yhteenveto"/>
        <xsl:call-template name="tilat"/>
        <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'toimenpiteet'"/></xsl:call-template>
        <xsl:apply-templates select="$kooste/p:toimenpidekooste" mode="luku"/>
        <xsl:call-template name="vastaajat"/>
        <xsl:call-template name="huomautukset"/>
        <xsl:call-template name="muutosehdotukset"/>
        <xsl:call-template name="vastaukset"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="@osapuoli" mode="nimi">
    <xsl:value-of select="key('osapuoli', .)/p:nimimuodot/p:nominatiivi"/>
  </xsl:template>

  <!-- Yhteenveto luvuista sanoiksi -->
  <xsl:template name="yhteenveto">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'yhteenveto'"/></xsl:call-template>
    <p>
      <xsl:call-template name="vastanneet-lause"/>
      <xsl:text> </xsl:text>
      <xsl:call-template name="maaraaika-lause"/>
    </p>
    <p><xsl:call-template name="ei-raportoitu-lause"/></p>
    <xsl:call-template name="tilojen-maarat"/>
    <xsl:call-template name="toimenpiteet-sanoina"/>
    <xsl:call-template name="tavoitteet"/>
  </xsl:template>

  <!-- Mittarit, joilla on tavoite -->
  <xsl:template name="tavoitteet">
    <xsl:variable name="mittarit" select="$kooste/p:toimenpidekooste/p:mittarikooste[@tavoitteessa]"/>
    <xsl:if test="$mittarit">
      <h3><xsl:value-of select="$sana-tavoitteiden-toteutuminen"/></h3>
      <ul>
        <xsl:for-each select="$mittarit">
          <li>
            <xsl:choose>
              <xsl:when test="@taso = 'alue'"><xsl:call-template name="alueen-tavoite-lause"/></xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = current()/@mittari]/p:kysymys" mode="teksti"/>
                <xsl:text> </xsl:text>
                <xsl:call-template name="tavoitteessa-lause"/>
              </xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tilojen-maarat">
    <xsl:variable name="ei-koske" select="sum($kooste/p:toimenpidekooste/@eiKoske) &gt; 0"/>
    <table class="wide keep">
      <caption><xsl:value-of select="$sana-tilojen-maarat"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-toimenpide"/></th>
          <th scope="col" class="numeric"><xsl:value-of select="$sana-sarake-toteutunut"/></th>
          <th scope="col" class="numeric"><xsl:value-of select="$sana-sarake-kaynnissa"/></th>
          <th scope="col" class="numeric"><xsl:value-of select="$sana-sarake-ei-aloitettu"/></th>
          <th scope="col" class="numeric"><xsl:value-of select="$sana-sarake-keskeytynyt"/></th>
          <xsl:if test="$ei-koske">
            <th scope="col" class="numeric"><xsl:value-of select="$sana-sarake-ei-koske"/></th>
          </xsl:if>
          <th scope="col" class="numeric"><xsl:value-of select="$sana-sarake-ei-raportoitu"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$kooste/p:toimenpidekooste">
          <tr>
            <th scope="row"><xsl:apply-templates select="." mode="nimi"/></th>
            <td class="numeric"><xsl:value-of select="@toteutunut"/></td>
            <td class="numeric"><xsl:value-of select="@kaynnissa"/></td>
            <td class="numeric"><xsl:value-of select="@eiAloitettu"/></td>
            <td class="numeric"><xsl:value-of select="@keskeytynyt"/></td>
            <xsl:if test="$ei-koske">
              <td class="numeric"><xsl:value-of select="@eiKoske"/></td>
            </xsl:if>
            <td class="numeric"><xsl:value-of select="@eiRaportoitu"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Osapuolet riveinä, toimenpiteet sarakkeina: vaakasivuilla, jos ne eivät mahdu pystysivulle; kun toimenpiteitä on
       paljon, useampi taulukko -->
  <xsl:template name="tilat">
    <section>
      <xsl:if test="count($kooste/p:toimenpidekooste) &gt; $pystyn-tilasarakkeita">
        <xsl:attribute name="class">landscape</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'tilat'"/></xsl:call-template>
      <xsl:for-each select="$kooste/p:toimenpidekooste[position() mod $tilasarakkeita = 1]">
        <xsl:call-template name="tilataulukko">
          <xsl:with-param name="toimenpiteet" select=". | following-sibling::p:toimenpidekooste[position() &lt; $tilasarakkeita]"/>
        </xsl:call-template>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="tilataulukko">
    <xsl:param name="toimenpiteet"/>
    <table class="wide">
      <caption>
        <xsl:call-template name="tilataulukon-nimi"><xsl:with-param name="toimenpiteet" select="$toimenpiteet"/></xsl:call-template>
      </caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-osapuoli"/></th>
          <xsl:for-each select="$toimenpiteet">
            <th scope="col">
              <xsl:for-each select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]"><xsl:value-of select="concat(@numero, '.&#160;', p:nimi)"/></xsl:for-each>
            </th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$kooste/p:osapuolitilanne">
          <xsl:variable name="osapuoli" select="@osapuoli"/>
          <tr>
            <th scope="row"><xsl:apply-templates select="@osapuoli" mode="nimi"/></th>
            <xsl:for-each select="$toimenpiteet">
              <td>
                <xsl:call-template name="tila">
                  <xsl:with-param name="tila" select="key('tila', concat($vuosi, ' ', @toimenpide, ' ', $osapuoli))/@tila"/>
                </xsl:call-template>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Toimenpide: tila, alueen mittarit, osapuolten mittarit ja seurannan omat kysymykset -->
  <xsl:template match="p:toimenpidekooste" mode="luku">
    <h3 id="toimenpide-{@toimenpide}"><xsl:apply-templates select="." mode="nimi"/></h3>
    <p>
      <xsl:apply-templates select="." mode="lause"/>
      <xsl:call-template name="toteutuneiden-muutos"/>
    </p>
    <xsl:call-template name="tilakaavio"/>
    <xsl:variable name="kysymykset" select="p:mittarikooste[@mittari = $seurantakysymykset/@tunnus]"/>
    <xsl:variable name="mittarit" select="p:mittarikooste[not(@mittari = $seurantakysymykset/@tunnus)]"/>
    <xsl:if test="$mittarit[@taso = 'alue']">
      <h4><xsl:value-of select="$sana-alueen-mittarit"/></h4>
      <xsl:call-template name="alueen-mittarit">
        <xsl:with-param name="mittarit" select="$mittarit[@taso = 'alue']"/>
        <xsl:with-param name="nimi" select="$sana-taulukko-alueen-mittarit"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$mittarit[@taso = 'osapuoli']">
      <h4><xsl:value-of select="$sana-osapuolten-mittarit"/></h4>
      <xsl:apply-templates select="$mittarit[@taso = 'osapuoli']" mode="luku"/>
    </xsl:if>
    <xsl:if test="$kysymykset">
      <h4><xsl:value-of select="$sana-seurannan-kysymykset"/></h4>
      <p><xsl:call-template name="seurannan-kysymykset-lause"/></p>
      <xsl:if test="$kysymykset[@taso = 'alue']">
        <xsl:call-template name="alueen-mittarit">
          <xsl:with-param name="mittarit" select="$kysymykset[@taso = 'alue']"/>
          <xsl:with-param name="nimi" select="$sana-taulukko-alueen-kysymykset"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="$kysymykset[@taso = 'osapuoli']" mode="luku"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tilakaavio">
    <table class="bar-chart">
      <caption><xsl:call-template name="lyhyt-nimi"/><xsl:value-of select="$sana-taulukko-tila"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-tila"/></th>
          <th scope="col" class="numeric"><xsl:value-of select="$sana-osapuolia"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="@toteutunut | @kaynnissa | @eiAloitettu | @keskeytynyt | @eiKoske[. &gt; 0] | @eiRaportoitu">
          <xsl:sort select="string-length(substring-before($tilojen-jarjestys, concat('|', local-name(), '|')))" data-type="number"/>
          <tr>
            <th scope="row"><xsl:call-template name="tila"><xsl:with-param name="tila" select="local-name()"/></xsl:call-template></th>
            <td class="numeric"><xsl:value-of select="."/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Mittarit, joihin alueella vastataan kerran -->
  <xsl:template name="alueen-mittarit">
    <xsl:param name="mittarit"/>
    <xsl:param name="nimi"/>
    <xsl:call-template name="alueen-taulukko">
      <xsl:with-param name="mittarit" select="$mittarit"/>
      <xsl:with-param name="nimi" select="$nimi"/>
    </xsl:call-template>
    <xsl:call-template name="alueen-osuudet"><xsl:with-param name="mittarit" select="$mittarit[@laji = 'osuus']"/></xsl:call-template>
    <xsl:for-each select="$mittarit[(@laji = 'lukumaara' or @laji = 'mittausarvo') and @mediaani]">
      <xsl:call-template name="alueen-palkki"/>
      <xsl:call-template name="trendit"><xsl:with-param name="mittarit" select="."/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="alueen-taulukko">
    <xsl:param name="mittarit"/>
    <xsl:param name="nimi"/>
    <table class="wide">
      <caption><xsl:call-template name="lyhyt-nimi"/><xsl:value-of select="$nimi"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-mittari"/></th>
          <th scope="col"><xsl:value-of select="$sana-vastaus"/></th>
          <xsl:if test="$mittarit/@tavoitteessa">
            <th scope="col"><xsl:value-of select="$sana-tavoite"/></th>
          </xsl:if>
          <th scope="col"><xsl:value-of select="$sana-raportoija"/></th>
          <xsl:if test="$mittarit/p:osapuolenvastaus[@lahde or @tilastovuosi]">
            <th scope="col"><xsl:value-of select="$sana-lahde"/></th>
          </xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$mittarit">
          <tr>
            <th scope="row"><xsl:apply-templates select="." mode="nimi"/></th>
            <td>
              <xsl:apply-templates select="p:osapuolenvastaus" mode="solu"/>
              <xsl:if test="not(p:osapuolenvastaus)"><xsl:value-of select="$sana-ei-kysyta"/></xsl:if>
            </td>
            <xsl:if test="$mittarit/@tavoitteessa">
              <td><xsl:apply-templates select="." mode="tavoite"/></td>
            </xsl:if>
            <td>
              <xsl:apply-templates select="p:osapuolenvastaus/@osapuoli" mode="nimi"/>
              <xsl:if test="not(p:osapuolenvastaus)">–</xsl:if>
            </td>
            <xsl:if test="$mittarit/p:osapuolenvastaus[@lahde or @tilastovuosi]">
              <td><xsl:apply-templates select="p:osapuolenvastaus" mode="lahde"/></td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Osuudet samassa kaaviossa, koska niiden asteikko on sama -->
  <xsl:template name="alueen-osuudet">
    <xsl:param name="mittarit"/>
    <xsl:if test="$mittarit/@mediaani">
      <table class="bar-chart">
        <caption><xsl:call-template name="lyhyt-nimi"/><xsl:value-of select="$sana-taulukko-alueen-osuudet"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$sana-mittari"/></th>
            <th scope="col" class="numeric">%</th>
            <xsl:call-template name="tavoiteotsikot"><xsl:with-param name="mittarit" select="$mittarit"/></xsl:call-template>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$mittarit">
            <tr>
              <th scope="row"><xsl:apply-templates select="." mode="nimi"/></th>
              <xsl:apply-templates select="p:osapuolenvastaus" mode="arvosolu"/>
              <xsl:call-template name="tavoitesolut"><xsl:with-param name="mittarit" select="$mittarit"/></xsl:call-template>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:for-each select="$mittarit[position() mod $sarjoja = 1]">
        <xsl:variable name="paikka" select="(position() - 1) * $sarjoja"/>
        <xsl:call-template name="trendit">
          <xsl:with-param name="mittarit" select="$mittarit[position() &gt; $paikka and position() &lt;= $paikka + $sarjoja]"/>
          <xsl:with-param name="osa">
            <xsl:if test="count($mittarit) &gt; $sarjoja"><xsl:value-of select="concat(' (', position(), '/', last(), ')')"/></xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="alueen-palkki">
    <table class="bar-chart">
      <caption><xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = current()/@mittari]/p:kysymys" mode="teksti"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-vuosi"/></th>
          <xsl:call-template name="arvon-otsikko"/>
          <xsl:call-template name="tavoiteotsikot"><xsl:with-param name="mittarit" select="."/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row"><xsl:value-of select="$vuosi"/></th>
          <xsl:apply-templates select="p:osapuolenvastaus" mode="arvosolu"/>
          <xsl:call-template name="tavoitesolut"><xsl:with-param name="mittarit" select="."/></xsl:call-template>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <!-- Mittari, johon kukin osapuoli vastaa -->
  <xsl:template match="p:mittarikooste" mode="luku">
    <p class="keep-with-next"><em><xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = current()/@mittari]/p:kysymys" mode="teksti"/></em></p>
    <p><xsl:apply-templates select="." mode="lause"/></p>
    <xsl:choose>
      <xsl:when test="@laji = 'kyllaEi' or @laji = 'tehtyEiTehty'"><xsl:call-template name="maarakaavio"/></xsl:when>
      <xsl:when test="@mediaani">
        <xsl:call-template name="osapuolikaavio"/>
        <xsl:call-template name="trendit"><xsl:with-param name="mittarit" select="."/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Kuinka monta kutakin vastausta -->
  <xsl:template name="maarakaavio">
    <table class="bar-chart">
      <caption><xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = current()/@mittari]/p:kysymys" mode="teksti"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-vastaus"/></th>
          <th scope="col" class="numeric"><xsl:value-of select="$sana-osapuolia"/></th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row"><xsl:call-template name="myonteinen"/></th>
          <td class="numeric"><xsl:value-of select="@kylla"/></td>
        </tr>
        <xsl:if test="@laji = 'tehtyEiTehty'">
          <tr>
            <th scope="row"><xsl:value-of select="$sana-kesken"/></th>
            <td class="numeric"><xsl:value-of select="@kesken"/></td>
          </tr>
        </xsl:if>
        <tr>
          <th scope="row"><xsl:call-template name="kielteinen"/></th>
          <td class="numeric"><xsl:value-of select="@ei"/></td>
        </tr>
        <xsl:if test="@eiKoske &gt; 0">
          <tr>
            <th scope="row"><xsl:value-of select="$sana-ei-koske"/></th>
            <td class="numeric"><xsl:value-of select="@eiKoske"/></td>
          </tr>
        </xsl:if>
        <tr>
          <th scope="row"><xsl:value-of select="$sana-ei-raportoitu"/></th>
          <td class="numeric"><xsl:value-of select="@eiRaportoitu"/></td>
        </tr>
      </tbody>
    </table>
  </xsl:template>

  <!-- Osapuolten luvut palkkeina tavoitteen rinnalla -->
  <xsl:template name="osapuolikaavio">
    <xsl:variable name="mittari" select="."/>
    <table class="bar-chart">
      <caption><xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = current()/@mittari]/p:kysymys" mode="teksti"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-osapuoli"/></th>
          <xsl:call-template name="arvon-otsikko"/>
          <xsl:call-template name="tavoiteotsikot"><xsl:with-param name="mittarit" select="."/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="p:osapuolenvastaus">
          <tr>
            <th scope="row"><xsl:apply-templates select="@osapuoli" mode="nimi"/></th>
            <xsl:apply-templates select="." mode="arvosolu"/>
            <xsl:for-each select="$mittari">
              <xsl:call-template name="tavoitesolut"><xsl:with-param name="mittarit" select="."/></xsl:call-template>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="arvon-otsikko">
    <th scope="col" class="numeric">
      <xsl:value-of select="@yksikko"/>
      <xsl:if test="not(@yksikko)"><xsl:value-of select="$sana-arvo"/></xsl:if>
    </th>
  </xsl:template>

  <xsl:template match="p:osapuolenvastaus" mode="arvosolu">
    <td class="numeric">
      <xsl:choose>
        <xsl:when test="@vastaus = 'arvo'">
          <xsl:call-template name="arvo">
            <xsl:with-param name="arvo" select="@arvo"/>
            <xsl:with-param name="merkki" select="false()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="@vastaus = 'eiKoske'"><xsl:value-of select="$sana-ei-koske"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$sana-ei-raportoitu"/></xsl:otherwise>
      </xsl:choose>
    </td>
  </xsl:template>

  <!-- Tavoitteen rajat sarakkeina. Koko kauden tavoite ei ole yhden vuoden luvun raja. -->
  <xsl:template name="tavoiteotsikot">
    <xsl:param name="mittarit"/>
    <xsl:variable name="rajat" select="$mittarit[not(@mittari = $kauden-mittarit/@tunnus)]"/>
    <xsl:if test="$rajat/@alaraja">
      <th scope="col" class="numeric target-low"><xsl:value-of select="$sana-tavoite-vahintaan"/></th>
    </xsl:if>
    <xsl:if test="$rajat/@ylaraja">
      <th scope="col" class="numeric target-high"><xsl:value-of select="$sana-tavoite-enintaan"/></th>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tavoitesolut">
    <xsl:param name="mittarit"/>
    <xsl:variable name="rajat" select="$mittarit[not(@mittari = $kauden-mittarit/@tunnus)]"/>
    <xsl:if test="$rajat/@alaraja">
      <td class="numeric"><xsl:call-template name="raja"><xsl:with-param name="arvo" select="@alaraja"/></xsl:call-template></td>
    </xsl:if>
    <xsl:if test="$rajat/@ylaraja">
      <td class="numeric"><xsl:call-template name="raja"><xsl:with-param name="arvo" select="@ylaraja"/></xsl:call-template></td>
    </xsl:if>
  </xsl:template>

  <xsl:template name="raja">
    <xsl:param name="arvo"/>
    <xsl:choose>
      <xsl:when test="$arvo">
        <xsl:call-template name="luku"><xsl:with-param name="arvo" select="$arvo"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Kehitys vuosittain, kun lukuja on vähintään kahdelta vuodelta. Mittareita on yhdestä kolmeen. -->
  <xsl:template name="trendit">
    <xsl:param name="mittarit"/>
    <xsl:param name="osa"/>
    <xsl:variable name="trendit" select="$mittarit[count(p:trendi[@arvo]) &gt; 1]"/>
    <xsl:if test="$trendit">
      <table class="line-chart">
        <caption>
          <xsl:value-of select="$sana-kehitys"/>
          <xsl:choose>
            <xsl:when test="count($trendit) = 1">
              <xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = $trendit/@mittari]/p:kysymys" mode="teksti"/>
              <xsl:for-each select="$trendit[@taso = 'osapuoli']"><xsl:call-template name="trendin-vastaukset"/></xsl:for-each>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="$sana-osuudet"/></xsl:otherwise>
          </xsl:choose>
          <xsl:value-of select="$osa"/>
        </caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$sana-vuosi"/></th>
            <xsl:for-each select="$trendit">
              <th scope="col" class="numeric">
                <xsl:choose>
                  <xsl:when test="count($trendit) = 1"><xsl:call-template name="trendin-nimi"/></xsl:when>
                  <xsl:otherwise><xsl:apply-templates select="." mode="nimi"/></xsl:otherwise>
                </xsl:choose>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$trendit[1]/p:trendi">
            <xsl:variable name="trendivuosi" select="@vuosi"/>
            <tr>
              <th scope="row"><xsl:value-of select="@vuosi"/></th>
              <xsl:for-each select="$trendit">
                <td class="numeric"><xsl:apply-templates select="p:trendi[@vuosi = $trendivuosi]" mode="luku"/></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:trendi" mode="luku">
    <xsl:if test="@arvo">
      <xsl:call-template name="arvo">
        <xsl:with-param name="arvo" select="@arvo"/>
        <xsl:with-param name="merkki" select="false()"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(@arvo)"><xsl:value-of select="$sana-ei-raportoitu"/></xsl:if>
  </xsl:template>

  <!-- Kaikki osapuolet toimenpiteittäin, vaakasivuilla; viimeisenä, jottei sivun kääntäminen katkaise muita lukuja -->
  <xsl:template name="vastaukset">
    <section class="landscape">
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'vastaukset'"/></xsl:call-template>
      <xsl:for-each select="$kooste/p:toimenpidekooste">
        <h3><xsl:apply-templates select="." mode="nimi"/></h3>
        <xsl:call-template name="osapuolitaulukot"/>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- Ensimmäisessä taulukossa tila ja vastuuhenkilöt, sanallisilla vastauksilla omat taulukkonsa; saraketta leveämpi osa jatkuu uudessa -->
  <xsl:template name="osapuolitaulukot">
    <xsl:variable name="lyhyet" select="p:mittarikooste[@taso = 'osapuoli' and @laji != 'teksti']"/>
    <xsl:call-template name="osapuolitaulukko">
      <xsl:with-param name="mittarit" select="$lyhyet[position() &lt;= $mittarisarakkeita]"/>
      <xsl:with-param name="ensimmainen" select="true()"/>
    </xsl:call-template>
    <xsl:call-template name="lisataulukot">
      <xsl:with-param name="mittarit" select="$lyhyet[position() &gt; $mittarisarakkeita]"/>
      <xsl:with-param name="sarakkeita" select="$mittarisarakkeita + 2"/>
    </xsl:call-template>
    <xsl:call-template name="lisataulukot">
      <xsl:with-param name="mittarit" select="p:mittarikooste[@taso = 'osapuoli' and @laji = 'teksti']"/>
      <xsl:with-param name="sarakkeita" select="2"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="lisataulukot">
    <xsl:param name="mittarit"/>
    <xsl:param name="sarakkeita"/>
    <xsl:if test="$mittarit">
      <xsl:call-template name="osapuolitaulukko">
        <xsl:with-param name="mittarit" select="$mittarit[position() &lt;= $sarakkeita]"/>
      </xsl:call-template>
      <xsl:call-template name="lisataulukot">
        <xsl:with-param name="mittarit" select="$mittarit[position() &gt; $sarakkeita]"/>
        <xsl:with-param name="sarakkeita" select="$sarakkeita"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="osapuolitaulukko">
    <xsl:param name="mittarit"/>
    <xsl:param name="ensimmainen" select="false()"/>
    <xsl:variable name="huomautuksia" select="$ensimmainen and p:osapuolentila/p:huomautus"/>
    <table class="wide">
      <caption>
        <xsl:call-template name="lyhyt-nimi"/>
        <xsl:choose>
          <xsl:when test="$ensimmainen"><xsl:value-of select="$sana-taulukko-tila-ja-vastaukset"/></xsl:when>
          <xsl:when test="$mittarit[@laji = 'teksti']"><xsl:value-of select="$sana-taulukko-sanalliset"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$sana-taulukko-muut"/></xsl:otherwise>
        </xsl:choose>
      </caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-osapuoli"/></th>
          <xsl:if test="$ensimmainen">
            <th scope="col"><xsl:value-of select="$sana-tila"/></th>
            <th scope="col"><xsl:value-of select="$sana-vastuuhenkilot"/></th>
          </xsl:if>
          <xsl:for-each select="$mittarit">
            <th scope="col"><xsl:apply-templates select="." mode="nimi"/></th>
          </xsl:for-each>
          <xsl:if test="$huomautuksia">
            <th scope="col"><xsl:value-of select="$sana-huomautus"/></th>
          </xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="p:osapuolentila">
          <xsl:variable name="osapuoli" select="@osapuoli"/>
          <tr>
            <th scope="row"><xsl:apply-templates select="@osapuoli" mode="nimi"/></th>
            <xsl:if test="$ensimmainen">
              <td><xsl:call-template name="tila"><xsl:with-param name="tila" select="@tila"/></xsl:call-template></td>
              <td><xsl:apply-templates select="." mode="vastuuhenkilot"/></td>
            </xsl:if>
            <xsl:for-each select="$mittarit">
              <xsl:variable name="vastaus" select="key('vastaus', concat($vuosi, ' ', @mittari, ' ', $osapuoli))"/>
              <td>
                <xsl:apply-templates select="$vastaus" mode="solu"/>
                <xsl:if test="not($vastaus)"><xsl:value-of select="$sana-ei-kysyta"/></xsl:if>
              </td>
            </xsl:for-each>
            <xsl:if test="$huomautuksia">
              <td><xsl:value-of select="p:huomautus"/></td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Kuka on vastannut ja milloin -->
  <xsl:template name="vastaajat">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'vastaajat'"/></xsl:call-template>
    <p><xsl:call-template name="vastanneet-lause"/></p>
    <table class="wide">
      <caption><xsl:value-of select="$sana-vastaukset-seurantaan"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-osapuoli"/></th>
          <th scope="col"><xsl:value-of select="$sana-tilanne"/></th>
          <th scope="col"><xsl:value-of select="$sana-paivays"/></th>
          <th scope="col"><xsl:value-of select="$sana-vastaaja"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$kooste/p:osapuolitilanne">
          <tr>
            <th scope="row"><xsl:apply-templates select="@osapuoli" mode="nimi"/></th>
            <td><xsl:call-template name="vastaustilanne"/></td>
            <td>
              <xsl:if test="@paivays">
                <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="@paivays"/></xsl:call-template>
              </xsl:if>
              <xsl:if test="not(@paivays)">–</xsl:if>
            </td>
            <td>
              <xsl:value-of select="@vastaaja"/>
              <xsl:if test="not(@vastaaja)">–</xsl:if>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Huomautukset koko seurannasta; toimenpiteiden huomautukset ovat niiden taulukoissa. -->
  <xsl:template name="huomautukset">
    <xsl:if test="$kooste/p:huomautus">
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'huomautukset'"/></xsl:call-template>
      <dl>
        <xsl:for-each select="$kooste/p:huomautus">
          <dt><xsl:apply-templates select="@osapuoli" mode="nimi"/></dt>
          <dd><xsl:value-of select="."/></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template name="muutosehdotukset">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'muutosehdotukset'"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$kooste/p:muutosehdotus">
        <table class="wide">
          <caption><xsl:value-of select="$sana-ehdotetut-muutokset"/></caption>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="$sana-osapuoli"/></th>
              <th scope="col"><xsl:value-of select="$sana-muutoksen-kohde"/></th>
              <th scope="col"><xsl:value-of select="$sana-ehdotus"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$kooste/p:muutosehdotus">
              <tr>
                <th scope="row"><xsl:apply-templates select="@osapuoli" mode="nimi"/></th>
                <td>
                  <xsl:for-each select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]"><xsl:call-template name="toimenpiteen-nimi"/></xsl:for-each>
                  <xsl:if test="not(@toimenpide)"><xsl:value-of select="$sana-suunnitelma"/></xsl:if>
                </td>
                <td><xsl:value-of select="."/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:value-of select="$sana-ei-ehdotuksia"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
