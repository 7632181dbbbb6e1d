<?xml version="1.0" encoding="UTF-8"?>
<!--
  Toimenpiteen vuoden tulos suunnitelman sanoin: mitä luvattiin, mitä saatiin aikaan ja kuka on jäljessä. Tulokseen kuuluvat alueen mittarit,
  joilla on suunnitelmassa sanat tai tulos lauseena, ja osapuolten mittarit, joiden määrällä on sanat. Merkki kertoo luvatun tuloksen: saavutettu, osin saavutettu, ei saavutettu, ei raportoitu.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns:exsl="http://exslt.org/common" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p exsl">

  <xsl:include href="fi/tulokset.xsl"/>

  <xsl:variable name="tulosmittarit" select="$suunnitelman-mittarit[p:tulos or p:sanat[../@taso = 'alue' or @alku or @loppu]]"/>

  <!-- Kuinka monta alueen valintaa kerrotaan sanoin; useammasta kerrotaan määrä ja puutteet. -->
  <xsl:variable name="sanoin-kerrottavia" select="2"/>

  <!-- Tuloksen osat: osa (taso, laji, arvo = 3 saavutettu, 2 osin, 1 ei saavutettu, 0 ei raportoitu; tyhjä, kun sitä ei arvioida) -->
  <xsl:template match="p:toimenpidekooste" mode="tuloksen-osat">
    <xsl:for-each select="p:mittarikooste[@mittari = $tulosmittarit/@tunnus]">
      <osa taso="{@taso}" laji="{@laji}" xmlns="">
        <xsl:attribute name="arvo"><xsl:apply-templates select="." mode="arvio"/></xsl:attribute>
        <xsl:apply-templates select="." mode="tulos"/>
      </osa>
    </xsl:for-each>
  </xsl:template>

  <!-- Miten luvattu tulos saavutettiin -->
  <xsl:template match="p:mittarikooste" mode="arvio"/>

  <xsl:template match="p:mittarikooste[@laji = 'kyllaEi' or @laji = 'tehtyEiTehty']" mode="arvio">
    <xsl:choose>
      <xsl:when test="@taso = 'alue' and @kylla = 0 and substring(@maaraaika, 1, 4) &gt; ../../@vuosi"/>
      <xsl:when test="@vastanneita = @eiKoske">0</xsl:when>
      <xsl:when test="@kylla = @odotettu - @eiKoske">3</xsl:when>
      <xsl:when test="@kylla &gt; 0 or @kesken &gt; 0">2</xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:mittarikooste[@taso = 'alue'][@alaraja or @ylaraja]" mode="arvio">
    <xsl:choose>
      <xsl:when test="p:osapuolenvastaus/@tavoite = 'alle'">1</xsl:when>
      <xsl:when test="p:osapuolenvastaus/@tavoite">3</xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Merkki ja tulos yhdellä rivillä suunnitelman sanoin, tai tilat lauseena, jos suunnitelma ei anna sanoja -->
  <xsl:template match="p:toimenpidekooste" mode="merkki-ja-tulos">
    <xsl:variable name="runko"><xsl:apply-templates select="." mode="tuloksen-osat"/></xsl:variable>
    <xsl:variable name="osat" select="exsl:node-set($runko)/osa"/>
    <xsl:call-template name="ratkaiseva-merkki"><xsl:with-param name="osat" select="$osat"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="$osat"><xsl:call-template name="tulosrivi"><xsl:with-param name="osat" select="$osat"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="lause"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Alueen tulokset ratkaisevat; jollei niitä ole, osapuolten. -->
  <xsl:template name="ratkaiseva-merkki">
    <xsl:param name="osat"/>
    <xsl:variable name="arvioidut" select="$osat[@arvo != '']"/>
    <xsl:variable name="ratkaisevat" select="$arvioidut[@taso = 'alue'] | $arvioidut[not($arvioidut[@taso = 'alue'])]"/>
    <xsl:if test="$ratkaisevat">
      <xsl:call-template name="tuloksen-merkki">
        <xsl:with-param name="arvo">
          <xsl:choose>
            <xsl:when test="not($ratkaisevat[@arvo != 3])">3</xsl:when>
            <xsl:when test="not($ratkaisevat[@arvo != 0])">0</xsl:when>
            <xsl:when test="$ratkaisevat[@arvo = 3 or @arvo = 2]">2</xsl:when>
            <xsl:otherwise>1</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Merkki, jonka sana kuullaan -->
  <xsl:template name="merkki">
    <xsl:param name="merkki"/>
    <xsl:param name="sana"/>
    <span class="symbol" title="{$sana}"><xsl:value-of select="$merkki"/></span>
  </xsl:template>

  <!-- Tulos yhdellä rivillä: "työryhmä toimii · selvitys valmis 28.4.2027, neljä kuukautta myöhässä · edustaja 16/22 kunnalla" -->
  <xsl:template name="tulosrivi">
    <xsl:param name="osat"/>
    <xsl:variable name="valinnat" select="$osat[@taso = 'alue'][@laji = 'kyllaEi' or @laji = 'tehtyEiTehty']"/>
    <xsl:variable name="maarana" select="count($valinnat) &gt; $sanoin-kerrottavia"/>
    <xsl:variable name="muut" select="$osat[not($maarana and @taso = 'alue' and (@laji = 'kyllaEi' or @laji = 'tehtyEiTehty'))]"/>
    <xsl:if test="$maarana">
      <xsl:value-of select="concat(count($valinnat[@arvo = 3]), '/', count($valinnat))"/>
      <xsl:for-each select="$valinnat[@arvo != 3]">
        <xsl:choose>
          <xsl:when test="position() = 1">; </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
        <strong><xsl:copy-of select="node()"/></strong>
      </xsl:for-each>
      <xsl:if test="$muut"> · </xsl:if>
    </xsl:if>
    <xsl:for-each select="$muut">
      <xsl:if test="position() &gt; 1"> · </xsl:if>
      <xsl:copy-of select="node()"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Edellisen vuoden tulos lyhyesti: luvut, ja alueen valinnoista ne, jotka ovat muuttuneet -->
  <xsl:template match="p:toimenpidekooste" mode="edellinen-tulos">
    <xsl:param name="tama"/>
    <xsl:variable name="osat">
      <xsl:for-each select="p:mittarikooste[@mittari = $tulosmittarit/@tunnus]">
        <xsl:variable name="nyt" select="$tama/p:mittarikooste[@mittari = current()/@mittari]"/>
        <xsl:if test="@taso = 'osapuoli' or @summa or count($tama/p:mittarikooste[@taso = 'alue'][@kylla][@mittari = $tulosmittarit/@tunnus]) &gt; $sanoin-kerrottavia
            or p:osapuolenvastaus/@vastaus != $nyt/p:osapuolenvastaus/@vastaus">
          <osa taso="{@taso}" laji="{@laji}" xmlns="">
            <xsl:attribute name="arvo"><xsl:apply-templates select="." mode="arvio"/></xsl:attribute>
            <xsl:apply-templates select="." mode="tulos-lyhyesti"/>
          </osa>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="kerrotut" select="exsl:node-set($osat)/osa"/>
    <xsl:variable name="valinnat" select="$kerrotut[@taso = 'alue'][@laji = 'kyllaEi' or @laji = 'tehtyEiTehty']"/>
    <xsl:choose>
      <xsl:when test="count($valinnat) &gt; $sanoin-kerrottavia"><xsl:value-of select="concat(count($valinnat[@arvo = 3]), '/', count($valinnat))"/></xsl:when>
      <xsl:when test="$kerrotut">
        <xsl:for-each select="$kerrotut">
          <xsl:if test="position() &gt; 1"> · </xsl:if>
          <xsl:copy-of select="node()"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="p:mittarikooste[@mittari = $tulosmittarit/@tunnus]"><xsl:value-of select="$sana-ennallaan"/></xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Yhden mittarin tulos sanoin -->
  <xsl:template match="p:mittarikooste[@taso = 'alue']" mode="tulos">
    <xsl:variable name="sanat" select="$tulosmittarit[@tunnus = current()/@mittari]/p:sanat"/>
    <xsl:for-each select="p:osapuolenvastaus">
      <xsl:variable name="tulos" select="$tulosmittarit[@tunnus = current()/../@mittari]/p:tulos"/>
      <xsl:choose>
        <xsl:when test="@vastaus = 'arvo' and $tulos">
          <xsl:call-template name="tulos-lause"><xsl:with-param name="tulos" select="$tulos"/></xsl:call-template>
          <xsl:if test="@tavoite = 'alle'"><xsl:call-template name="alle-tavoitteen"/></xsl:if>
        </xsl:when>
        <xsl:when test="@vastaus = 'arvo'"><xsl:apply-templates select=".." mode="maara"/></xsl:when>
        <xsl:when test="@vastaus = 'eiRaportoitu'"><xsl:call-template name="tulos-raportoimatta"/></xsl:when>
        <xsl:otherwise>
          <xsl:variable name="sana" select="$sanat/@*[local-name() = current()/@vastaus]"/>
          <xsl:value-of select="$sana"/>
          <xsl:if test="not($sana)"><xsl:apply-templates select=".." mode="lyhyt"/>: <xsl:apply-templates select="." mode="vastaus"/></xsl:if>
          <xsl:apply-templates select="." mode="milloin"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p:mittarikooste[@taso = 'osapuoli']" mode="tulos">
    <xsl:apply-templates select="." mode="maara"/>
  </xsl:template>

  <!-- Määrä sanoineen: "edustaja 16/22 kunnalla", "105 asiaa aloitettu ennalta", "1 kokousta (alle tavoitteen)" -->
  <xsl:template match="p:mittarikooste" mode="maara">
    <xsl:variable name="sanat" select="$tulosmittarit[@tunnus = current()/@mittari]/p:sanat"/>
    <xsl:if test="$sanat/@alku"><xsl:value-of select="concat($sanat/@alku, ' ')"/></xsl:if>
    <xsl:apply-templates select="." mode="tulos-lyhyesti"/>
    <xsl:if test="$sanat/@loppu"><xsl:value-of select="concat(' ', $sanat/@loppu)"/></xsl:if>
  </xsl:template>

  <xsl:template match="p:mittarikooste" mode="tulos-lyhyesti">
    <xsl:choose>
      <xsl:when test="@taso = 'alue' and @kylla"><xsl:apply-templates select="." mode="tulos"/></xsl:when>
      <xsl:when test="@kylla"><xsl:value-of select="concat(@kylla, '/', @odotettu)"/></xsl:when>
      <xsl:when test="@summa">
        <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@summa"/></xsl:call-template>
        <xsl:if test="@taso = 'osapuoli'"><xsl:value-of select="concat('&#160;(', @arvoja, ')')"/></xsl:if>
      </xsl:when>
      <xsl:when test="@mediaani">
        <xsl:variable name="kunnat" select="p:ryhmakooste[@ryhma = 'kunnat']/@mediaani"/>
        <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="$kunnat | @mediaani[not($kunnat)]"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@taso = 'alue' and p:osapuolenvastaus/@tavoite = 'alle'"><xsl:call-template name="alle-tavoitteen"/></xsl:if>
  </xsl:template>

  <!-- " 28.4.2027, neljä kuukautta myöhässä", " 6.–7.10.2027", ", määräaika oli 31.12.2026" -->
  <xsl:template match="p:osapuolenvastaus" mode="milloin">
    <xsl:if test="@paivays">
      <xsl:text> </xsl:text>
      <xsl:call-template name="ajankohta"/>
    </xsl:if>
    <xsl:if test="@myohassaPaivia">
      <xsl:text>, </xsl:text>
      <strong><xsl:call-template name="myohassa-sanoin"><xsl:with-param name="paivia" select="@myohassaPaivia"/></xsl:call-template></strong>
    </xsl:if>
    <xsl:if test="@maaraaikaOhi">
      <xsl:text>, </xsl:text>
      <strong><xsl:call-template name="maaraaika-oli"/></strong>
    </xsl:if>
  </xsl:template>

  <!-- Päivä tai päivät, joista ensimmäisen kuukausi ja vuosi jäävät pois, kun ne ovat samat -->
  <xsl:template name="ajankohta">
    <xsl:choose>
      <xsl:when test="not(@asti) or @asti = @paivays"/>
      <xsl:when test="substring(@asti, 1, 7) = substring(@paivays, 1, 7)"><xsl:value-of select="concat(number(substring(@paivays, 9, 2)), '.–')"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="@paivays"/></xsl:call-template>
        <xsl:text>–</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="concat(@asti, substring(@paivays, 1, 10 * not(@asti)))"/></xsl:call-template>
  </xsl:template>

  <!-- Kuka on jäljessä: tila, ja kielteinen vastaus mittariin; ensimmäisellä sivulla vain tulokseen kuuluviin. Syy kutakin kohti -->
  <xsl:template match="p:toimenpidekooste" mode="jaljessa">
    <xsl:param name="kaikki" select="false()"/>
    <xsl:for-each select="p:mittarikooste[@taso = 'alue'][@mittari = $tulosmittarit/@tunnus]">
      <xsl:variable name="arvio"><xsl:apply-templates select="." mode="arvio"/></xsl:variable>
      <xsl:if test="$arvio != '' and $arvio != 3"><syy xmlns=""><xsl:apply-templates select="." mode="tulos"/></syy></xsl:if>
    </xsl:for-each>
    <xsl:call-template name="jaljessa-syy">
      <xsl:with-param name="syy" select="$sana-keskeytynyt"/>
      <xsl:with-param name="ketka" select="p:osapuolentila[@tila = 'keskeytynyt']"/>
    </xsl:call-template>
    <xsl:call-template name="jaljessa-syy">
      <xsl:with-param name="syy" select="$sana-ei-aloitettu"/>
      <xsl:with-param name="ketka" select="p:osapuolentila[@tila = 'eiAloitettu']"/>
    </xsl:call-template>
    <xsl:if test="$kaikki">
      <xsl:call-template name="jaljessa-syy">
        <xsl:with-param name="syy" select="$sana-tila-raportoimatta"/>
        <xsl:with-param name="ketka" select="p:osapuolentila[@tila = 'eiRaportoitu']"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="p:mittarikooste[@taso = 'osapuoli'][$kaikki or @mittari = $tulosmittarit/@tunnus]">
      <xsl:variable name="sanat" select="key('mittari', @mittari)/p:sanat"/>
      <xsl:variable name="kooste" select="."/>
      <xsl:for-each select="$sanat/@ei | $sanat/@eiTehty | $sanat/@kesken">
        <xsl:call-template name="jaljessa-syy">
          <xsl:with-param name="syy" select="."/>
          <xsl:with-param name="ketka" select="$kooste/p:osapuolenvastaus[@vastaus = local-name(current())]"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="jaljessa-syy">
    <xsl:param name="syy"/>
    <xsl:param name="ketka"/>
    <xsl:if test="$ketka">
      <syy xmlns="">
        <xsl:value-of select="concat($syy, ': ')"/>
        <xsl:call-template name="ketka"><xsl:with-param name="ketka" select="$ketka"/></xsl:call-template>
      </syy>
    </xsl:if>
  </xsl:template>

  <!-- Osapuolet lyhyillä nimillään, tai kuinka monta niitä on -->
  <xsl:template name="ketka">
    <xsl:param name="ketka"/>
    <xsl:choose>
      <xsl:when test="count($ketka) &lt;= $lueteltavia">
        <xsl:for-each select="$ketka">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:apply-templates select="@osapuoli" mode="lyhyt"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="count($ketka)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="lueteltavia" select="8"/>

  <xsl:template match="@osapuoli" mode="lyhyt">
    <xsl:variable name="oma" select="key('osapuoli', .)"/>
    <xsl:value-of select="($oma/p:paikka[$oma/@laji = 'kunta' or $oma/@laji = 'kaupunki']/p:nominatiivi | $oma[not(p:paikka) or not(@laji = 'kunta' or @laji = 'kaupunki')]/p:nimimuodot/p:nominatiivi)[1]"/>
  </xsl:template>
</xsl:stylesheet>
