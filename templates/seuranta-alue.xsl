<?xml version="1.0" encoding="UTF-8"?>
<!--
  Seurantaraportti koko alueelta, liitteenä kaikkien osapuolten päätöksissä. Ensimmäinen sivu on tuomio: mitä luvattiin, mitä saatiin
  aikaan, mikä vaatii huomiota ja mitä on päätettävä. Sanalliset vastaukset ovat omassa liitteessään (seuranta-liite.xsl).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns:exsl="http://exslt.org/common" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p exsl">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="luvut.xsl"/>
  <xsl:include href="seuranta.xsl"/>

  <!-- Yhden osapuolen vastaus ja tila; laajassa hankkeessa vastauksia on kymmeniätuhansia. -->
  <xsl:key name="vastaus" match="/p:aineisto/p:seurantakooste/p:toimenpidekooste/p:mittarikooste/p:osapuolenvastaus" use="concat(../../../@vuosi, ' ', ../@mittari, ' ', @osapuoli)"/>
  <xsl:key name="tila" match="/p:aineisto/p:seurantakooste/p:toimenpidekooste/p:osapuolentila" use="concat(../../@vuosi, ' ', ../@toimenpide, ' ', @osapuoli)"/>

  <!-- Kuinka monta toimenpidettä mahtuu osapuolten taulukkoon, ja kuinka monta lukua niiden viereen -->
  <xsl:variable name="tilasarakkeita" select="6"/>
  <xsl:variable name="lukusarakkeita" select="2"/>

  <xsl:variable name="vaeston-mittarit" select="$kooste/p:toimenpidekooste/p:mittarikooste[@taso = 'alue'][@laji = 'osuus'][@mediaani]"/>
  <xsl:variable name="osapuolten-luvut" select="$kooste/p:toimenpidekooste/p:mittarikooste[@taso = 'osapuoli'][@mediaani]"/>

  <xsl:variable name="lukujen-runko">
    <luku id="osapuolet" nimi="{$sana-osapuolet-ja-toimenpiteet}" xmlns=""/>
    <xsl:if test="$vaeston-mittarit"><luku id="vaesto" nimi="{$sana-vaesto}" xmlns=""/></xsl:if>
    <luku id="toimenpiteet" nimi="{$sana-toimenpiteet}" xmlns=""/>
    <luku id="muutosehdotukset" nimi="{$sana-muutosehdotukset}" xmlns=""/>
    <luku id="vastaajat" nimi="{$sana-vastaajat}" xmlns=""/>
  </xsl:variable>

  <xsl:template match="/">
    <xsl:call-template name="tarkista-kooste"/>
    <xsl:variable name="otsikko"><xsl:call-template name="seurantaraportin-otsikko"/></xsl:variable>
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
        <xsl:call-template name="tuomio"/>
        <xsl:call-template name="osapuolet"/>
        <xsl:call-template name="vaesto"/>
        <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'toimenpiteet'"/></xsl:call-template>
        <xsl:apply-templates select="$kooste/p:toimenpidekooste" mode="luku"/>
        <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'muutosehdotukset'"/></xsl:call-template>
        <xsl:call-template name="muutosehdotukset"/>
        <xsl:call-template name="vastaajat"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Ensimmäinen sivu -->
  <xsl:template name="tuomio">
    <xsl:if test="$katsaus/p:paalause"><p class="lead"><xsl:value-of select="$katsaus/p:paalause"/></p></xsl:if>
    <p>
      <strong><xsl:call-template name="toteutuneet-lause"/></strong>
      <xsl:text> </xsl:text>
      <xsl:call-template name="vastanneet-lause"/>
    </p>
    <xsl:call-template name="tulostaulukko"/>
    <xsl:if test="$tulosmittarit"><p class="small"><xsl:call-template name="tulosten-selite"/></p></xsl:if>
    <xsl:if test="$vaeston-mittarit"><p><xsl:call-template name="vaesto-lause"/></p></xsl:if>
    <xsl:call-template name="huomiota"/>
    <h2><xsl:value-of select="$sana-paatettava"/></h2>
    <ul class="compact">
      <li><xsl:call-template name="ehdotuksia-lause"/></li>
      <xsl:for-each select="$katsaus/p:paatettava"><li><xsl:value-of select="."/></li></xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="tulostaulukko">
    <xsl:variable name="lupauksia" select="$suunnitelman-toimenpiteet/p:lupaus"/>
    <xsl:variable name="edelliset-tulokset" select="$edellinen-kooste[$tulosmittarit]"/>
    <table class="wide keep">
      <caption><xsl:call-template name="tulostaulukon-nimi"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-toimenpide"/></th>
          <xsl:if test="$lupauksia"><th scope="col"><xsl:value-of select="$sana-lupaus"/></th></xsl:if>
          <th scope="col"><xsl:value-of select="concat($sana-tulos, $vuosi)"/></th>
          <xsl:if test="$edelliset-tulokset"><th scope="col"><xsl:value-of select="$edellinen-kooste/@vuosi"/></th></xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$kooste/p:toimenpidekooste">
          <xsl:variable name="toimenpide" select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]"/>
          <tr>
            <th scope="row"><xsl:apply-templates select="." mode="lyhyt"/></th>
            <xsl:if test="$lupauksia">
              <td>
                <xsl:apply-templates select="$toimenpide/p:lupaus" mode="teksti"/>
                <xsl:if test="not($toimenpide/p:lupaus)">–</xsl:if>
              </td>
            </xsl:if>
            <td><xsl:apply-templates select="." mode="merkki-ja-tulos"/></td>
            <xsl:if test="$edelliset-tulokset">
              <td>
                <xsl:variable name="edellinen" select="$edellinen-kooste/p:toimenpidekooste[@toimenpide = current()/@toimenpide]"/>
                <xsl:apply-templates select="$edellinen" mode="edellinen-tulos"><xsl:with-param name="tama" select="."/></xsl:apply-templates>
                <xsl:if test="not($edellinen)">–</xsl:if>
              </td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Mikä vaatii huomiota, nimiltä: alueen puutteet, jäljessä olevat ja myöhässä vastanneet -->
  <xsl:template name="huomiota">
    <xsl:variable name="kohdat">
      <xsl:for-each select="$kooste/p:toimenpidekooste">
        <xsl:variable name="syyt">
          <xsl:apply-templates select="." mode="jaljessa"/>
        </xsl:variable>
        <xsl:if test="string($syyt) != ''">
          <li>
            <strong><xsl:apply-templates select="." mode="lyhyt"/>:</strong>
            <xsl:text> </xsl:text>
            <xsl:for-each select="exsl:node-set($syyt)/syy">
              <xsl:if test="position() &gt; 1">; </xsl:if>
              <xsl:value-of select="."/>
            </xsl:for-each>
            <xsl:text>.</xsl:text>
          </li>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$kooste/p:osapuolitilanne[@myohassa]">
        <li><xsl:call-template name="myohassa-vastanneet-lause"/></li>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="string($kohdat) != ''">
      <h2><xsl:value-of select="$sana-vaatii-huomiota"/></h2>
      <ul class="compact"><xsl:copy-of select="$kohdat"/></ul>
    </xsl:if>
  </xsl:template>

  <!-- Osapuolet riveinä, toimenpiteiden tilat merkkeinä, vieressä osapuolten luvut -->
  <xsl:template name="osapuolet">
    <xsl:call-template name="luvun-otsikko">
      <xsl:with-param name="id" select="'osapuolet'"/>
      <xsl:with-param name="uudelta-sivulta" select="true()"/>
    </xsl:call-template>
    <p><xsl:call-template name="tilojen-selite"/></p>
    <xsl:for-each select="$kooste/p:toimenpidekooste[position() mod $tilasarakkeita = 1]">
      <xsl:call-template name="tilataulukko">
        <xsl:with-param name="toimenpiteet" select=". | following-sibling::p:toimenpidekooste[position() &lt; $tilasarakkeita]"/>
        <xsl:with-param name="luvut" select="$osapuolten-luvut[position() &lt;= $lukusarakkeita][count(current()/preceding-sibling::p:toimenpidekooste) = 0]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="tilataulukko">
    <xsl:param name="toimenpiteet"/>
    <xsl:param name="luvut"/>
    <table class="wide compact">
      <caption><xsl:call-template name="tilataulukon-nimi"><xsl:with-param name="toimenpiteet" select="$toimenpiteet"/></xsl:call-template></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-osapuoli"/></th>
          <!-- Kapeassa sarakkeessa nimi saa jatkua numeron alla. -->
          <xsl:for-each select="$toimenpiteet">
            <xsl:variable name="nimi"><xsl:apply-templates select="." mode="lyhyt"/></xsl:variable>
            <th scope="col"><xsl:value-of select="translate($nimi, '&#160;', ' ')"/></th>
          </xsl:for-each>
          <xsl:for-each select="$luvut">
            <th scope="col" class="numeric"><xsl:apply-templates select="." mode="lyhyt-ja-yksikko"/></th>
            <xsl:if test="position() = last()"><th scope="col" class="bars"/></xsl:if>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$kooste/p:osapuolitilanne">
          <xsl:variable name="osapuoli" select="@osapuoli"/>
          <tr>
            <th scope="row"><xsl:apply-templates select="@osapuoli" mode="lyhyt"/></th>
            <xsl:for-each select="$toimenpiteet">
              <td>
                <xsl:call-template name="tila">
                  <xsl:with-param name="tila" select="key('tila', concat($vuosi, ' ', @toimenpide, ' ', $osapuoli))/@tila"/>
                </xsl:call-template>
              </td>
            </xsl:for-each>
            <xsl:for-each select="$luvut">
              <xsl:apply-templates select="." mode="lukusolut">
                <xsl:with-param name="vastaus" select="key('vastaus', concat($vuosi, ' ', @mittari, ' ', $osapuoli))"/>
                <xsl:with-param name="palkki" select="position() = last()"/>
              </xsl:apply-templates>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Luku, ja viimeisestä sen palkki. Koko kauden tavoite ei ole yhden vuoden luvun raja. -->
  <xsl:template match="p:mittarikooste" mode="lukusolut">
    <xsl:param name="vastaus"/>
    <xsl:param name="palkki"/>
    <xsl:variable name="rajat" select="self::*[not(key('mittari', @mittari)/p:tavoitearvo/@jakso = 'kausi')]"/>
    <td class="numeric">
      <xsl:choose>
        <xsl:when test="$vastaus/@vastaus = 'arvo'">
          <xsl:call-template name="arvo">
            <xsl:with-param name="arvo" select="$vastaus/@arvo"/>
            <xsl:with-param name="merkki" select="false()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$vastaus/@vastaus = 'eiKoske'"><xsl:call-template name="merkki-ei-koske"/></xsl:when>
        <xsl:when test="$vastaus"><xsl:call-template name="tila"><xsl:with-param name="tila" select="'eiRaportoitu'"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:call-template name="tila"><xsl:with-param name="tila" select="'eiKysytty'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </td>
    <xsl:if test="$palkki">
      <td>
        <xsl:if test="$vastaus/@arvo">
          <xsl:value-of select="$vastaus/@arvo"/>
          <xsl:call-template name="palkin-rajat"><xsl:with-param name="rajat" select="$rajat"/></xsl:call-template>
        </xsl:if>
      </td>
    </xsl:if>
  </xsl:template>

  <xsl:template name="palkin-rajat">
    <xsl:param name="rajat"/>
    <xsl:if test="$rajat[@alaraja or @ylaraja]">
      <xsl:text> </xsl:text>
      <xsl:value-of select="$rajat/@alaraja"/>
      <xsl:if test="not($rajat/@alaraja)">-</xsl:if>
      <xsl:text> </xsl:text>
      <xsl:value-of select="$rajat/@ylaraja"/>
      <xsl:if test="not($rajat/@ylaraja)">-</xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Väestön luvut: kahdelta vuodelta muutos pisteinä, useammalta viivana -->
  <xsl:template name="vaesto">
    <xsl:if test="$vaeston-mittarit">
      <xsl:variable name="vuosia" select="count($vaeston-mittarit[1]/p:trendi)"/>
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'vaesto'"/></xsl:call-template>
      <p><xsl:call-template name="vaesto-johdanto"/></p>
      <table class="wide">
        <caption><xsl:value-of select="$sana-vaeston-luvut"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$sana-mittari"/></th>
            <xsl:for-each select="$vaeston-mittarit[1]/p:trendi">
              <th scope="col" class="numeric"><xsl:value-of select="@vuosi"/></th>
            </xsl:for-each>
            <xsl:if test="$vuosia &gt; 1">
              <th scope="col" class="numeric"><xsl:value-of select="$sana-muutos"/></th>
              <th scope="col" class="sparklines"><xsl:if test="$vuosia = 2"><xsl:attribute name="class">dumbbells</xsl:attribute></xsl:if></th>
            </xsl:if>
            <th scope="col"><xsl:value-of select="$sana-lahde"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$vaeston-mittarit">
            <tr>
              <th scope="row"><xsl:apply-templates select="." mode="lyhyt"/></th>
              <xsl:for-each select="p:trendi"><td class="numeric"><xsl:apply-templates select="." mode="luku"/></td></xsl:for-each>
              <xsl:if test="$vuosia &gt; 1">
                <td class="numeric">
                  <xsl:for-each select="p:osapuolenvastaus[@muutos]">
                    <xsl:call-template name="muutos"><xsl:with-param name="arvo" select="@muutos"/></xsl:call-template>
                  </xsl:for-each>
                  <xsl:if test="not(p:osapuolenvastaus/@muutos)">–</xsl:if>
                </td>
                <td>
                  <xsl:for-each select="p:trendi">
                    <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
                    <xsl:value-of select="@arvo"/>
                    <xsl:if test="not(@arvo)">-</xsl:if>
                  </xsl:for-each>
                </td>
              </xsl:if>
              <td><xsl:apply-templates select="p:osapuolenvastaus" mode="lahde"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <p class="small"><xsl:call-template name="vaesto-selite"/></p>
      <xsl:for-each select="$vaeston-mittarit/p:osapuolenvastaus[@huomautus]">
        <p class="small">
          <xsl:apply-templates select=".." mode="lyhyt"/>
          <xsl:value-of select="concat(': ', @huomautus)"/>
        </p>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:trendi" mode="luku">
    <xsl:if test="@arvo">
      <xsl:call-template name="arvo">
        <xsl:with-param name="arvo" select="@arvo"/>
        <xsl:with-param name="merkki" select="false()"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(@arvo)">–</xsl:if>
  </xsl:template>

  <!-- Toimenpide: lupaus, tulos, ketkä ovat jäljessä, koordinaattorin arvio, mitä osapuolet raportoivat ja mitä seuraavaksi -->
  <xsl:template match="p:toimenpidekooste" mode="luku">
    <xsl:variable name="toimenpide" select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]"/>
    <xsl:variable name="oma-katsaus" select="$katsaus/p:toimenpidekatsaus[@toimenpide = current()/@toimenpide]"/>
    <h3 id="toimenpide-{@toimenpide}"><xsl:apply-templates select="." mode="lyhyt"/></h3>
    <dl class="compact">
      <xsl:if test="$toimenpide/p:lupaus">
        <dt><xsl:value-of select="$sana-lupaus"/></dt>
        <dd><xsl:apply-templates select="$toimenpide/p:lupaus" mode="teksti"/></dd>
      </xsl:if>
      <xsl:if test="p:mittarikooste[@mittari = $tulosmittarit/@tunnus]">
        <dt><xsl:value-of select="concat($sana-tulos, $vuosi)"/></dt>
        <dd><xsl:apply-templates select="." mode="merkki-ja-tulos"/></dd>
      </xsl:if>
      <dt><xsl:value-of select="$sana-tila"/></dt>
      <dd><xsl:apply-templates select="." mode="lause"/></dd>
      <xsl:variable name="syyt"><xsl:apply-templates select="." mode="jaljessa"><xsl:with-param name="kaikki" select="true()"/></xsl:apply-templates></xsl:variable>
      <xsl:if test="string($syyt) != ''">
        <dt><xsl:value-of select="$sana-jaljessa"/></dt>
        <dd>
          <xsl:for-each select="exsl:node-set($syyt)/syy">
            <xsl:if test="position() &gt; 1"><br/></xsl:if>
            <xsl:call-template name="isolla"><xsl:with-param name="teksti" select="."/></xsl:call-template>
          </xsl:for-each>
        </dd>
      </xsl:if>
      <xsl:if test="$oma-katsaus/p:seuraavaAskel">
        <dt><xsl:value-of select="$sana-seuraavaksi"/></dt>
        <dd>
          <xsl:for-each select="$oma-katsaus/p:seuraavaAskel">
            <xsl:sort select="@maaraaika"/>
            <xsl:if test="position() &gt; 1"><br/></xsl:if>
            <xsl:call-template name="seuraava-askel"/>
          </xsl:for-each>
        </dd>
      </xsl:if>
    </dl>
    <xsl:for-each select="$oma-katsaus/p:arvio"><p><xsl:value-of select="."/></p></xsl:for-each>
    <xsl:call-template name="osapuolten-vastaukset"/>
  </xsl:template>

  <!-- Osapuolten valinnat ja summat kahdelta vuodelta; sanalliset vastaukset ovat liitteessä. -->
  <xsl:template name="osapuolten-vastaukset">
    <xsl:variable name="mittarit" select="p:mittarikooste[@taso = 'osapuoli'][@laji != 'teksti']"/>
    <xsl:if test="$mittarit">
      <table class="wide keep">
        <caption><xsl:call-template name="vastaustaulukon-nimi"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$sana-mittari"/></th>
            <xsl:if test="$edellinen-kooste"><th scope="col" class="numeric"><xsl:value-of select="$edellinen-kooste/@vuosi"/></th></xsl:if>
            <th scope="col" class="numeric"><xsl:value-of select="$vuosi"/></th>
            <xsl:if test="$mittarit[@kylla]"><th scope="col" class="bars"/></xsl:if>
            <xsl:if test="$edellinen-kooste">
              <th scope="col" class="numeric"><xsl:value-of select="$sana-muutos"/></th>
              <th scope="col" class="numeric"><xsl:value-of select="$sana-molempina-vuosina"/></th>
            </xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$mittarit">
            <xsl:variable name="edellinen" select="$edellinen-kooste/p:toimenpidekooste/p:mittarikooste[@mittari = current()/@mittari]"/>
            <!-- Muutos on samojen osapuolten kuin luku. -->
            <xsl:variable name="kunnat" select="p:ryhmakooste[@ryhma = 'kunnat'][not(@summa)]"/>
            <xsl:variable name="vertailu" select="$kunnat | self::*[not($kunnat)]"/>
            <tr>
              <th scope="row"><xsl:apply-templates select="." mode="luvun-nimi"/></th>
              <xsl:if test="$edellinen-kooste">
                <td class="numeric">
                  <xsl:apply-templates select="$edellinen" mode="tulos-lyhyesti"/>
                  <xsl:if test="not($edellinen)">–</xsl:if>
                </td>
              </xsl:if>
              <td class="numeric"><xsl:apply-templates select="." mode="tulos-lyhyesti"/></td>
              <xsl:if test="$mittarit[@kylla]"><td><xsl:if test="@kylla"><xsl:value-of select="concat(@kylla, ' ', @odotettu, ' -')"/></xsl:if></td></xsl:if>
              <xsl:if test="$edellinen-kooste">
                <td class="numeric">
                  <xsl:if test="$vertailu/@muutos">
                    <xsl:call-template name="muutos">
                      <xsl:with-param name="arvo" select="$vertailu/@muutos"/>
                      <xsl:with-param name="yksikko" select="@yksikko"/>
                    </xsl:call-template>
                  </xsl:if>
                  <xsl:if test="not($vertailu/@muutos)">–</xsl:if>
                </td>
                <td class="numeric">
                  <xsl:value-of select="$vertailu/@verrattavia"/>
                  <xsl:if test="not($vertailu/@verrattavia)">–</xsl:if>
                </td>
              </xsl:if>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="muutosehdotukset">
    <xsl:choose>
      <xsl:when test="$muutokset">
        <p class="keep-with-next"><xsl:call-template name="muutosehdotukset-johdanto"/></p>
        <xsl:call-template name="ehdotukset"><xsl:with-param name="taso" select="3"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="$sana-ei-ehdotuksia"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Vain puuttuvat, hylätyt ja myöhässä tulleet nimetään. -->
  <xsl:template name="vastaajat">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'vastaajat'"/></xsl:call-template>
    <p>
      <xsl:call-template name="vastanneet-lause"/>
      <xsl:text> </xsl:text>
      <xsl:call-template name="maaraaika-lause"/>
      <xsl:if test="$kooste/p:osapuolitilanne[@myohassa]">
        <xsl:text> </xsl:text>
        <xsl:call-template name="myohassa-vastanneet-lause"/>
      </xsl:if>
    </p>
    <h3><xsl:value-of select="$sana-laskutapa"/></h3>
    <ul><xsl:call-template name="laskutapa"/></ul>
  </xsl:template>
</xsl:stylesheet>
