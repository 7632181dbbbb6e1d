<?xml version="1.0" encoding="UTF-8"?>
<!--
  Seurannan suomenkieliset sanat ja lauseet. Lauseessa on aina tekijä ja tekeminen, ja sen luvut ovat kymmeneen asti
  sanoja (lukusanat.xsl). Taulukoissa, kaavioissa ja tunnusluvuissa luvut ovat numeroita.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns:exsl="http://exslt.org/common" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p exsl">

  <xsl:include href="lukusanat.xsl"/>

  <!--
    Mittarin luku samaan tarkkuuteen kuin mittarin muut luvut. Prosenttimerkki seuraa lukua; muu yksikkö on otsikossa, koska
    sen sanamuoto riippuu luvusta.
  -->
  <xsl:template name="arvo">
    <xsl:param name="arvo"/>
    <xsl:param name="merkki" select="true()"/>
    <xsl:variable name="mittari" select="ancestor-or-self::p:mittarikooste"/>
    <xsl:call-template name="luku">
      <xsl:with-param name="arvo" select="$arvo"/>
      <xsl:with-param name="desimaali" select="$mittari/@yksikko = '%' or contains(concat($mittari/@pienin, $mittari/@suurin), '.')"/>
    </xsl:call-template>
    <xsl:if test="$merkki and $mittari/@yksikko = '%'">&#160;%</xsl:if>
  </xsl:template>

  <!-- +3, −2, ennallaan -->
  <xsl:template name="muutos">
    <xsl:param name="arvo"/>
    <xsl:param name="yksikko"/>
    <xsl:choose>
      <xsl:when test="number($arvo) = 0">ennallaan</xsl:when>
      <xsl:otherwise>
        <xsl:if test="$arvo &gt; 0">+</xsl:if>
        <xsl:call-template name="luku"><xsl:with-param name="arvo" select="$arvo"/></xsl:call-template>
        <xsl:if test="$yksikko = '%'">&#160;%-yks.</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Yksikkö otsikon perään: " (kertaa)" -->
  <xsl:template name="yksikko-otsikkoon">
    <xsl:if test="@yksikko and @yksikko != '%'"><xsl:value-of select="concat(' (', @yksikko, ')')"/></xsl:if>
  </xsl:template>

  <!-- Toimenpiteen tila: merkki ja sana, sana yksin -->
  <xsl:template name="tila">
    <xsl:param name="tila"/>
    <xsl:choose>
      <xsl:when test="$tila = 'toteutunut'">●&#160;toteutunut</xsl:when>
      <xsl:when test="$tila = 'kaynnissa'">→&#160;käynnissä</xsl:when>
      <xsl:when test="$tila = 'eiAloitettu'">○&#160;ei&#160;aloitettu</xsl:when>
      <xsl:when test="$tila = 'keskeytynyt'">×&#160;keskeytynyt</xsl:when>
      <xsl:when test="$tila = 'eiKoske'">□&#160;ei&#160;koske</xsl:when>
      <xsl:otherwise>–&#160;ei&#160;raportoitu</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tila-sanana">
    <xsl:param name="tila"/>
    <xsl:variable name="tila-merkkeineen">
      <xsl:call-template name="tila"><xsl:with-param name="tila" select="$tila"/></xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="substring-after($tila-merkkeineen, '&#160;')"/>
  </xsl:template>

  <xsl:variable name="tilojen-jarjestys" select="'|toteutunut|kaynnissa|eiAloitettu|keskeytynyt|eiKoske|eiRaportoitu|'"/>

  <!-- Osapuolen vastausten tilanne -->
  <xsl:template name="vastaustilanne">
    <xsl:choose>
      <xsl:when test="@tila = 'hyvaksytty'">hyväksytty</xsl:when>
      <xsl:when test="@tila = 'huomautuksin'">hyväksytty huomautuksin</xsl:when>
      <xsl:when test="@tila = 'hylatty'">hylätty virheiden vuoksi</xsl:when>
      <xsl:otherwise>ei raportoitu</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Yksi vastaus -->
  <xsl:template match="p:osapuolenvastaus" mode="vastaus">
    <xsl:choose>
      <xsl:when test="@vastaus = 'kylla'">kyllä</xsl:when>
      <xsl:when test="@vastaus = 'ei'">ei</xsl:when>
      <xsl:when test="@vastaus = 'tehty'">
        <xsl:text>tehty</xsl:text>
        <xsl:if test="@paivays">
          <xsl:text> </xsl:text>
          <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="@paivays"/></xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:when test="@vastaus = 'eiTehty'">ei tehty</xsl:when>
      <xsl:when test="@vastaus = 'kesken'">kesken</xsl:when>
      <xsl:when test="@vastaus = 'arvo'">
        <xsl:call-template name="arvo">
          <xsl:with-param name="arvo" select="@arvo"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@vastaus = 'teksti'"><xsl:value-of select="@teksti"/></xsl:when>
      <xsl:when test="@vastaus = 'eiKoske'"><xsl:value-of select="concat('ei koske: ', @teksti)"/></xsl:when>
      <xsl:otherwise>ei raportoitu</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Tavoite ja sen toteutuminen: "saavutettu", "alle tavoitteen" -->
  <xsl:template name="tavoitteen-tila">
    <xsl:choose>
      <xsl:when test="@tavoite = 'saavutettu'">tavoite saavutettu</xsl:when>
      <xsl:when test="@tavoite = 'alle'">alle tavoitteen</xsl:when>
      <xsl:when test="@tavoite = 'yli'">yli tavoitteen</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Otsikot -->
  <xsl:template name="seurannan-otsikko">
    <xsl:param name="loppu" select="'seuranta'"/>
    <xsl:call-template name="muoto-isolla">
      <xsl:with-param name="muodot" select="$suunnitelma/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
    </xsl:call-template>
    <xsl:value-of select="concat(' ', $loppu, ' vuodelta ', $vuosi)"/>
  </xsl:template>

  <xsl:template name="seurantaraportin-otsikko">
    <xsl:call-template name="seurannan-otsikko"><xsl:with-param name="loppu" select="'seurantaraportti'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="osapuolen-seurannan-otsikko">
    <xsl:call-template name="osapuolen"/>
    <xsl:value-of select="concat(' seurantaraportti ', $vuosi)"/>
  </xsl:template>

  <xsl:template name="osapuolen-vastaukset-otsikko">
    <xsl:call-template name="osapuolen"/>
    <xsl:text> vastaukset</xsl:text>
  </xsl:template>

  <xsl:variable name="sana-suunnitelma" select="'koko suunnitelma'"/>
  <xsl:variable name="sana-muutosehdotukset" select="'Suunnitelmaan ehdotetut muutokset'"/>
  <xsl:variable name="sana-seurannan-tulokset" select="'Seurannan tulokset'"/>
  <xsl:variable name="sana-vastaukset-seurantaan" select="concat('Osapuolten vastaukset vuoden ', $vuosi, ' seurantaan')"/>
  <xsl:variable name="sana-yhteenveto" select="'Yhteenveto'"/>
  <xsl:variable name="sana-tilat" select="'Toimenpiteiden tila osapuolittain'"/>
  <xsl:variable name="sana-toimenpiteet-ja-mittarit" select="'Toimenpiteet ja mittarit'"/>
  <xsl:variable name="sana-vastaukset" select="'Osapuolten vastaukset toimenpiteittäin'"/>
  <xsl:variable name="sana-vastaajat" select="'Vastaajat'"/>
  <xsl:variable name="sana-huomautukset" select="'Huomautukset'"/>
  <xsl:variable name="sana-tavoitteiden-toteutuminen" select="'Tavoitteiden toteutuminen'"/>
  <xsl:variable name="sana-tilojen-maarat" select="'Toimenpiteiden tila: kuinka monella osapuolella'"/>
  <xsl:variable name="sana-toimenpide" select="'Toimenpide'"/>
  <xsl:variable name="sana-osapuolten-mittarit" select="'Osapuolten mittarit'"/>
  <xsl:variable name="sana-seurannan-kysymykset" select="'Seurannan omat kysymykset'"/>
  <xsl:variable name="sana-tila" select="'Tila'"/>
  <xsl:variable name="sana-osapuolia" select="'Osapuolia'"/>
  <xsl:variable name="sana-alueen-mittarit" select="'Alueen yhteiset mittarit'"/>
  <xsl:variable name="sana-vuosi" select="'Vuosi'"/>
  <xsl:variable name="sana-kesken" select="'kesken'"/>
  <xsl:variable name="sana-ei-koske" select="'ei koske'"/>
  <xsl:variable name="sana-ei-raportoitu" select="'ei raportoitu'"/>
  <xsl:variable name="sana-raportoitu" select="'raportoitu'"/>
  <xsl:variable name="sana-arvo" select="'Arvo'"/>
  <xsl:variable name="sana-tavoite-vahintaan" select="'Tavoite vähintään'"/>
  <xsl:variable name="sana-tavoite-enintaan" select="'Tavoite enintään'"/>
  <xsl:variable name="sana-kehitys" select="'Kehitys: '"/>
  <xsl:variable name="sana-osuudet" select="'osuudet, %'"/>
  <xsl:variable name="sana-vastuuhenkilot" select="'Vastuuhenkilöt'"/>
  <xsl:variable name="sana-huomautus" select="'Huomautus'"/>
  <xsl:variable name="sana-ei-kysyta" select="'ei kysytä'"/>
  <xsl:variable name="sana-tilanne" select="'Tilanne'"/>
  <xsl:variable name="sana-paivays" select="'Päiväys'"/>
  <xsl:variable name="sana-vastaaja" select="'Vastaaja'"/>
  <xsl:variable name="sana-ehdotetut-muutokset" select="'Osapuolten ehdottamat muutokset'"/>
  <xsl:variable name="sana-muutoksen-kohde" select="'Mitä muutos koskee'"/>
  <xsl:variable name="sana-ehdotus" select="'Ehdotus'"/>
  <xsl:variable name="sana-ei-ehdotuksia" select="'Suunnitelmaan ei ole ehdotettu muutoksia.'"/>
  <xsl:variable name="sana-ei-muutettavaa-tiedoksi" select="concat('tiedoksi, että vuoden ', $vuosi, ' seurannassa suunnitelmaan ei ole ehdotettu muutoksia')"/>
  <xsl:variable name="sana-avoimet-asiat" select="'Avoimet asiat'"/>
  <xsl:variable name="sana-toimenpiteet" select="'Toimenpiteet'"/>
  <xsl:variable name="sana-tilat-ja-vastuuhenkilot" select="'Toimenpiteiden tila ja vastuuhenkilöt'"/>
  <xsl:variable name="sana-kaikki-osapuolet" select="'Kaikki osapuolet'"/>
  <xsl:variable name="sana-mittarit" select="'Mittarit'"/>

  <!-- Sarakkeet, joissa on tilojen määriä -->
  <xsl:variable name="sana-sarake-toteutunut" select="'Toteutunut'"/>
  <xsl:variable name="sana-sarake-kaynnissa" select="'Käynnissä'"/>
  <xsl:variable name="sana-sarake-ei-aloitettu" select="'Ei aloitettu'"/>
  <xsl:variable name="sana-sarake-keskeytynyt" select="'Keskeytynyt'"/>
  <xsl:variable name="sana-sarake-ei-koske" select="'Ei koske'"/>
  <xsl:variable name="sana-sarake-ei-raportoitu" select="'Ei raportoitu'"/>

  <!-- Taulukoiden nimet: toimenpiteen jälkeen, josta riittää numero, koska sen nimi on otsikossa -->
  <xsl:variable name="sana-taulukko-tila" select="': tila'"/>
  <xsl:variable name="sana-taulukko-alueen-mittarit" select="': alueen yhteiset mittarit'"/>
  <xsl:variable name="sana-taulukko-alueen-kysymykset" select="': alueen yhteiset kysymykset'"/>
  <xsl:variable name="sana-taulukko-alueen-osuudet" select="': alueen yhteiset osuudet'"/>
  <xsl:variable name="sana-taulukko-tila-ja-vastaukset" select="': tila, vastuuhenkilöt ja vastaukset'"/>
  <xsl:variable name="sana-taulukko-sanalliset" select="': sanalliset vastaukset'"/>
  <xsl:variable name="sana-taulukko-muut" select="': muut vastaukset'"/>
  <xsl:variable name="sana-taulukko-vastaukset" select="', vastaukset'"/>

  <xsl:template name="lyhyt-nimi">
    <xsl:value-of select="concat('Toimenpide&#160;', $suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]/@numero)"/>
  </xsl:template>

  <xsl:template name="tilataulukon-nimi">
    <xsl:param name="toimenpiteet"/>
    <xsl:value-of select="concat('Toimenpiteiden tila osapuolittain vuonna ', $vuosi)"/>
    <xsl:if test="count($toimenpiteet) &lt; count($kooste/p:toimenpidekooste)">
      <xsl:value-of select="concat(', toimenpiteet ', $suunnitelman-toimenpiteet[@tunnus = $toimenpiteet[1]/@toimenpide]/@numero, '–', $suunnitelman-toimenpiteet[@tunnus = $toimenpiteet[last()]/@toimenpide]/@numero)"/>
    </xsl:if>
  </xsl:template>

  <!-- Avaimen polku alusta asti: muuten sitä etsittäisiin koko aineistosta. -->
  <xsl:key name="osapuoli" match="/p:aineisto/p:osapuolet/p:osapuoli" use="@tunnus"/>

  <!-- Kuinka moni vastasi, ja keneltä vastaus puuttuu -->
  <xsl:template name="vastanneet-lause">
    <xsl:variable name="kaikki" select="$kooste/@osapuolia"/>
    <xsl:variable name="vastanneita" select="$kooste/@vastanneita"/>
    <xsl:choose>
      <xsl:when test="$kaikki = 1 and $vastanneita = 1"><xsl:value-of select="concat('Sopimuksen ainoa osapuoli on vastannut vuoden ', $vuosi, ' seurantaan.')"/></xsl:when>
      <xsl:when test="$vastanneita = 0"><xsl:value-of select="concat('Yksikään sopimuksen osapuoli ei ole vastannut vuoden ', $vuosi, ' seurantaan.')"/></xsl:when>
      <xsl:when test="$vastanneita = $kaikki">
        <xsl:text>Sopimuksen kaikki </xsl:text>
        <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="$kaikki"/></xsl:call-template>
        <xsl:value-of select="concat(' ovat vastanneet vuoden ', $vuosi, ' seurantaan.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>Sopimuksen </xsl:text>
        <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="$kaikki"/><xsl:with-param name="sija" select="'elatiivi'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$vastanneita"/></xsl:call-template>
        <xsl:value-of select="concat(' on vastannut vuoden ', $vuosi, ' seurantaan.')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="vastaamatta-lause">
      <xsl:with-param name="ketka" select="$kooste/p:osapuolitilanne[@tila = 'puuttuu']"/>
      <xsl:with-param name="alku" select="' Vastaus puuttuu '"/>
      <xsl:with-param name="sija" select="'ablatiivi'"/>
    </xsl:call-template>
    <xsl:call-template name="vastaamatta-lause">
      <xsl:with-param name="ketka" select="$kooste/p:osapuolitilanne[@tila = 'hylatty']"/>
      <xsl:with-param name="alku" select="' Virheiden vuoksi mukana eivät ole '"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
      <xsl:with-param name="loppu" select="' vastaukset'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Muutama osapuoli nimetään lauseessa, jos rekisterissä on muoto; useammasta kerrotaan määrä ja luetellaan nimet. -->
  <xsl:variable name="nimettavia" select="3"/>

  <xsl:template name="vastaamatta-lause">
    <xsl:param name="ketka"/>
    <xsl:param name="alku"/>
    <xsl:param name="sija"/>
    <xsl:param name="loppu"/>
    <xsl:variable name="nimet" select="key('osapuoli', $ketka/@osapuoli)/p:nimimuodot"/>
    <xsl:variable name="muodot" select="$nimet/*[local-name() = $sija]"/>
    <xsl:variable name="lauseeseen" select="count($nimet) &lt;= $nimettavia and count($muodot) = count($nimet)"/>
    <xsl:if test="$ketka">
      <xsl:value-of select="$alku"/>
      <xsl:if test="$lauseeseen">
        <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="$muodot"/></xsl:call-template>
        <xsl:value-of select="$loppu"/>
      </xsl:if>
      <xsl:if test="not($lauseeseen)">
        <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="count($ketka)"/><xsl:with-param name="sija" select="$sija"/></xsl:call-template>
        <xsl:value-of select="concat($loppu, ': ')"/>
        <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="$nimet/p:nominatiivi"/></xsl:call-template>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="maaraaika-lause">
    <xsl:if test="$kooste/@maaraaika">
      <xsl:text>Vastausten määräaika oli </xsl:text>
      <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="$kooste/@maaraaika"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ei-raportoitu-lause">Puuttuva vastaus ei ole kielteinen vastaus: sen kohdalla lukee ”ei raportoitu”, eikä sitä lasketa mukaan muihin lukuihin.</xsl:template>

  <xsl:template name="seurannan-kysymykset-lause">Näitä kysytään vain seurannassa: ne eivät ole suunnitelman mittareita.</xsl:template>

  <!--
    "Toimenpide on toteutunut kolmella ja käynnissä 18 osapuolella; yksi ei ole aloittanut ja yksi on keskeyttänyt. Yksi
    osapuoli ei ole raportoinut tilaa."
  -->
  <xsl:template match="p:toimenpidekooste" mode="lause">
    <xsl:variable name="kesken-tai-valmis" select="@toteutunut + @kaynnissa &gt; 0"/>
    <xsl:variable name="aloittamatta-tai-seis" select="@eiAloitettu + @keskeytynyt &gt; 0"/>
    <xsl:if test="$kesken-tai-valmis"><xsl:call-template name="toteutus-lause"/></xsl:if>
    <xsl:if test="$kesken-tai-valmis and $aloittamatta-tai-seis"><xsl:text>; </xsl:text></xsl:if>
    <xsl:if test="$aloittamatta-tai-seis">
      <xsl:variable name="lause">
        <xsl:call-template name="esteet-lause"><xsl:with-param name="jatkaa" select="$kesken-tai-valmis"/></xsl:call-template>
      </xsl:variable>
      <xsl:if test="$kesken-tai-valmis"><xsl:value-of select="$lause"/></xsl:if>
      <xsl:if test="not($kesken-tai-valmis)"><xsl:call-template name="isolla"><xsl:with-param name="teksti" select="$lause"/></xsl:call-template></xsl:if>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="not($kesken-tai-valmis or $aloittamatta-tai-seis)">Yksikään osapuoli ei ole raportoinut tilaa.</xsl:when>
      <xsl:otherwise>
        <xsl:text>.</xsl:text>
        <xsl:if test="@eiRaportoitu &gt; 0">
          <xsl:text> </xsl:text>
          <xsl:call-template name="osapuolta-isolla"><xsl:with-param name="maara" select="@eiRaportoitu"/></xsl:call-template>
          <xsl:text> ei ole raportoinut tilaa.</xsl:text>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@eiKoske &gt; 0">
      <xsl:text> Toimenpide ei koske </xsl:text>
      <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="@eiKoske"/><xsl:with-param name="sija" select="'partitiivi'"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="osapuolta-isolla">
    <xsl:param name="maara"/>
    <xsl:call-template name="isolla">
      <xsl:with-param name="teksti"><xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="$maara"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- "toteutunut kolmella ja käynnissä 18 osapuolella", "toteutunut 17 osapuolella ja käynnissä neljällä": numerolla on aina sana -->
  <xsl:template name="toteutus-lause">
    <xsl:variable name="kumpikin" select="@toteutunut &gt; 0 and @kaynnissa &gt; 0"/>
    <xsl:text>Toimenpide on </xsl:text>
    <xsl:if test="@toteutunut &gt; 0">
      <xsl:text>toteutunut </xsl:text>
      <xsl:call-template name="tekija">
        <xsl:with-param name="maara" select="@toteutunut"/>
        <xsl:with-param name="sija" select="'adessiivi'"/>
        <xsl:with-param name="jatkaa" select="$kumpikin and not(@toteutunut &gt; 10)"/>
      </xsl:call-template>
      <xsl:if test="$kumpikin"> ja </xsl:if>
    </xsl:if>
    <xsl:if test="@kaynnissa &gt; 0">
      <xsl:text>käynnissä </xsl:text>
      <xsl:call-template name="tekija">
        <xsl:with-param name="maara" select="@kaynnissa"/>
        <xsl:with-param name="sija" select="'adessiivi'"/>
        <xsl:with-param name="jatkaa" select="@toteutunut &gt; 10 and not(@kaynnissa &gt; 10)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- "yksi ei ole aloittanut ja yksi on keskeyttänyt"; lauseen alussa "kaksi osapuolta ei ole aloittanut toimenpidettä ja yksi on keskeyttänyt sen" -->
  <xsl:template name="esteet-lause">
    <xsl:param name="jatkaa"/>
    <xsl:if test="@eiAloitettu &gt; 0">
      <xsl:call-template name="tekija"><xsl:with-param name="maara" select="@eiAloitettu"/><xsl:with-param name="jatkaa" select="$jatkaa"/></xsl:call-template>
      <xsl:text> ei ole aloittanut</xsl:text>
      <xsl:if test="not($jatkaa)"> toimenpidettä</xsl:if>
      <xsl:if test="@keskeytynyt &gt; 0"> ja </xsl:if>
    </xsl:if>
    <xsl:if test="@keskeytynyt &gt; 0">
      <xsl:call-template name="tekija"><xsl:with-param name="maara" select="@keskeytynyt"/><xsl:with-param name="jatkaa" select="$jatkaa or @eiAloitettu &gt; 0"/></xsl:call-template>
      <xsl:text> on keskeyttänyt</xsl:text>
      <xsl:choose>
        <xsl:when test="$jatkaa"/>
        <xsl:when test="@eiAloitettu &gt; 0"> sen</xsl:when>
        <xsl:otherwise> toimenpiteen</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- "kolme osapuolta", ja kun osapuolista on jo puhe, "kolme" -->
  <xsl:template name="tekija">
    <xsl:param name="maara"/>
    <xsl:param name="sija" select="'nominatiivi'"/>
    <xsl:param name="jatkaa"/>
    <xsl:choose>
      <xsl:when test="$jatkaa"><xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$maara"/><xsl:with-param name="sija" select="$sija"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="$maara"/><xsl:with-param name="sija" select="$sija"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- " Toteuttaneita osapuolia on kolme enemmän kuin vuonna 2026." -->
  <xsl:template name="toteutuneiden-muutos">
    <xsl:variable name="tama" select="@toteutunut"/>
    <xsl:variable name="ennen" select="$edellinen-kooste/p:toimenpidekooste[@toimenpide = current()/@toimenpide]/@toteutunut"/>
    <xsl:if test="$ennen and $tama + $ennen &gt; 0">
      <xsl:text> Toteuttaneita osapuolia on </xsl:text>
      <xsl:call-template name="enemman-tai-vahemman"><xsl:with-param name="ero" select="$tama - $ennen"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- "kolme enemmän kuin vuonna 2026" -->
  <xsl:template name="enemman-tai-vahemman">
    <xsl:param name="ero"/>
    <xsl:choose>
      <xsl:when test="$ero = 0">yhtä monta kuin</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="translate($ero, '-', '')"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="$ero &gt; 0"> enemmän kuin</xsl:when>
          <xsl:otherwise> vähemmän kuin</xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' vuonna ', $edellinen-kooste/@vuosi)"/>
  </xsl:template>

  <!-- Osapuolten vastaukset yhteen mittariin: "”Kyllä” vastasi 12 osapuolta ja ”ei” viisi. Vastaus puuttuu kolmelta osapuolelta." -->
  <xsl:template match="p:mittarikooste" mode="lause">
    <xsl:call-template name="vastauksia-lause"/>
    <xsl:if test="@eiKoske &gt; 0">
      <xsl:text> Kysymys ei koske </xsl:text>
      <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="@eiKoske"/><xsl:with-param name="sija" select="'partitiivi'"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </xsl:if>
    <xsl:if test="@eiRaportoitu &gt; 0">
      <xsl:text> Vastaus puuttuu </xsl:text>
      <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="@eiRaportoitu"/><xsl:with-param name="sija" select="'ablatiivi'"/></xsl:call-template>
      <xsl:text>.</xsl:text>
    </xsl:if>
    <xsl:if test="@mediaani">
      <xsl:text> </xsl:text>
      <xsl:call-template name="tunnusluvut"/>
    </xsl:if>
    <xsl:if test="@tavoitteessa">
      <xsl:text> </xsl:text>
      <xsl:call-template name="tavoitteessa-lause"/>
    </xsl:if>
    <xsl:call-template name="muutos-lause"/>
  </xsl:template>

  <xsl:template name="vastauksia-lause">
    <xsl:variable name="valinnat">
      <xsl:choose>
        <xsl:when test="@laji = 'kyllaEi'">
          <v sana="kyllä" maara="{@kylla}" xmlns=""/>
          <v sana="ei" maara="{@ei}" xmlns=""/>
        </xsl:when>
        <xsl:when test="@laji = 'tehtyEiTehty'">
          <v sana="tehty" maara="{@kylla}" xmlns=""/>
          <v sana="kesken" maara="{@kesken}" xmlns=""/>
          <v sana="ei tehty" maara="{@ei}" xmlns=""/>
        </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="valitut" select="exsl:node-set($valinnat)/v[@maara &gt; 0]"/>
    <xsl:choose>
      <xsl:when test="@vastanneita - @eiKoske = 0">Yksikään osapuoli ei vastannut kysymykseen.</xsl:when>
      <xsl:when test="$valitut"><xsl:call-template name="valinnat-lause"><xsl:with-param name="valitut" select="$valitut"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:text>Kysymykseen vastasi </xsl:text>
        <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="@vastanneita - @eiKoske"/></xsl:call-template>
        <xsl:text>.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "”Tehty” vastasi kaksi osapuolta, ”kesken” yksi ja ”ei tehty” yksi." -->
  <xsl:template name="valinnat-lause">
    <xsl:param name="valitut"/>
    <xsl:variable name="osat">
      <xsl:for-each select="$valitut">
        <osa xmlns="">
          <xsl:if test="position() = 1">
            <xsl:text>”</xsl:text>
            <xsl:call-template name="isolla"><xsl:with-param name="teksti" select="@sana"/></xsl:call-template>
            <xsl:text>” vastasi </xsl:text>
          </xsl:if>
          <xsl:if test="position() &gt; 1"><xsl:value-of select="concat('”', @sana, '” ')"/></xsl:if>
          <xsl:call-template name="tekija"><xsl:with-param name="maara" select="@maara"/><xsl:with-param name="jatkaa" select="position() &gt; 1"/></xsl:call-template>
        </osa>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="exsl:node-set($osat)/osa"/></xsl:call-template>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- "Lukujen mediaani on 3, pienin luku 0, suurin 5 ja summa 60." -->
  <xsl:template name="tunnusluvut">
    <xsl:text>Lukujen mediaani on </xsl:text>
    <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@mediaani"/></xsl:call-template>
    <xsl:text>, pienin luku </xsl:text>
    <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@pienin"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="@summa">, </xsl:when>
      <xsl:otherwise> ja </xsl:otherwise>
    </xsl:choose>
    <xsl:text>suurin </xsl:text>
    <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@suurin"/></xsl:call-template>
    <xsl:if test="@summa">
      <xsl:text> ja summa </xsl:text>
      <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@summa"/></xsl:call-template>
    </xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- "Luvun ilmoitti kuusi osapuolta; tavoitteen (2–3 kertaa vuodessa) saavutti niistä kolme (50 %)." -->
  <xsl:template name="tavoitteessa-lause">
    <xsl:variable name="tavoite"><xsl:apply-templates select="." mode="tavoite"/></xsl:variable>
    <xsl:text>Luvun ilmoitti </xsl:text>
    <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="@arvoja"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="@arvoja = 1 and @tavoitteessa = 1"><xsl:value-of select="concat(' ja saavutti tavoitteen (', $tavoite, ').')"/></xsl:when>
      <xsl:when test="@arvoja = 1"><xsl:value-of select="concat('; se ei saavuttanut tavoitetta (', $tavoite, ').')"/></xsl:when>
      <xsl:when test="@tavoitteessa = 0"><xsl:value-of select="concat('; tavoitetta (', $tavoite, ') ei saavuttanut niistä yksikään.')"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('; tavoitteen (', $tavoite, ') saavutti niistä ')"/>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="@tavoitteessa"/></xsl:call-template>
        <xsl:text> (</xsl:text>
        <xsl:call-template name="luku"><xsl:with-param name="arvo" select="@tavoiteosuus"/></xsl:call-template>
        <xsl:text>&#160;%).</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    Alueen mittarilla luku on yksi. Jos suunnitelma antaa lauseen: "Ryhmä kokoontui kolme kertaa (tavoite 2–3).", muuten
    kysymyksen jälkeen "Tavoite (2–3 kertaa vuodessa) saavutettiin; luku on 3."
  -->
  <xsl:template name="alueen-tavoite-lause">
    <xsl:variable name="vastaus" select="p:osapuolenvastaus"/>
    <xsl:variable name="mittari" select="$suunnitelman-mittarit[@tunnus = current()/@mittari]"/>
    <xsl:choose>
      <xsl:when test="$mittari/p:tulos">
        <xsl:call-template name="tulos-lause">
          <xsl:with-param name="mittari" select="$mittari"/>
          <xsl:with-param name="arvo" select="$vastaus/@arvo"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$mittari/p:kysymys" mode="teksti"/>
        <xsl:text> Tavoite (</xsl:text>
        <xsl:apply-templates select="." mode="tavoite"/>
        <xsl:text>) </xsl:text>
        <xsl:choose>
          <xsl:when test="$vastaus/@tavoite = 'saavutettu'">saavutettiin</xsl:when>
          <xsl:when test="$vastaus/@tavoite = 'alle'">alittui</xsl:when>
          <xsl:otherwise>ylittyi</xsl:otherwise>
        </xsl:choose>
        <xsl:text>; luku on </xsl:text>
        <xsl:apply-templates select="$vastaus" mode="vastaus"/>
        <xsl:text>.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tulos-lause">
    <xsl:param name="mittari"/>
    <xsl:param name="arvo"/>
    <xsl:choose>
      <xsl:when test="$arvo = 0"><xsl:value-of select="$mittari/p:tulos/@nolla"/></xsl:when>
      <xsl:when test="$arvo = 1"><xsl:value-of select="$mittari/p:tulos/@yksi"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($mittari/p:tulos, ' ')"/>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$arvo"/></xsl:call-template>
        <xsl:value-of select="concat(' ', $mittari/@yksikko)"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text> (tavoite </xsl:text>
    <xsl:for-each select="$mittari"><xsl:call-template name="tavoiterajat"/></xsl:for-each>
    <xsl:text>).</xsl:text>
  </xsl:template>

  <xsl:template name="myonteinen">
    <xsl:choose>
      <xsl:when test="@laji = 'kyllaEi'">kyllä</xsl:when>
      <xsl:otherwise>tehty</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="kielteinen">
    <xsl:choose>
      <xsl:when test="@laji = 'kyllaEi'">ei</xsl:when>
      <xsl:otherwise>ei tehty</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    " ”Kyllä”-vastauksia on kaksi enemmän kuin vuonna 2026 niillä 18 osapuolella, jotka vastasivat molempina vuosina."
    Lukumäärillä verrataan summia. Osuuksilla ja mittausarvoilla ei ole summaa, joten muutoskin on mediaani.
  -->
  <xsl:template name="muutos-lause">
    <xsl:if test="@muutos">
      <xsl:choose>
        <xsl:when test="@laji = 'osuus' or @laji = 'mittausarvo'"><xsl:call-template name="mediaanin-muutos"/></xsl:when>
        <xsl:when test="@laji = 'lukumaara'"><xsl:call-template name="summan-muutos"/></xsl:when>
        <xsl:otherwise>
          <xsl:text> ”</xsl:text>
          <xsl:call-template name="isolla"><xsl:with-param name="teksti"><xsl:call-template name="myonteinen"/></xsl:with-param></xsl:call-template>
          <xsl:text>”-vastauksia on </xsl:text>
          <xsl:call-template name="enemman-tai-vahemman"><xsl:with-param name="ero" select="@muutos"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="verrattavat"/>
      <xsl:text>.</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="mediaanin-muutos">
    <xsl:value-of select="concat(' Osapuolten muutosten mediaani vuodesta ', $edellinen-kooste/@vuosi, ' on ')"/>
    <xsl:choose>
      <xsl:when test="@muutos = 0">nolla</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="muutos"><xsl:with-param name="arvo" select="@muutos"/></xsl:call-template>
        <xsl:if test="@yksikko = '%'"> prosenttiyksikköä</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="summan-muutos">
    <xsl:text> Summa on </xsl:text>
    <xsl:choose>
      <xsl:when test="@muutos = 0">sama kuin</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="translate(@muutos, '-', '')"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="@muutos &gt; 0"> suurempi kuin</xsl:when>
          <xsl:otherwise> pienempi kuin</xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' vuonna ', $edellinen-kooste/@vuosi)"/>
  </xsl:template>

  <!-- " niillä 18 osapuolella, jotka vastasivat molempina vuosina" -->
  <xsl:template name="verrattavat">
    <xsl:choose>
      <xsl:when test="@verrattavia = 1"> sillä osapuolella, joka vastasi molempina vuosina</xsl:when>
      <xsl:otherwise>
        <xsl:text> niillä </xsl:text>
        <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="@verrattavia"/><xsl:with-param name="sija" select="'adessiivi'"/></xsl:call-template>
        <xsl:text>, jotka vastasivat molempina vuosina</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Kuinka moni vastasi minäkin vuonna, kaavion nimessä: summat eivät kerro sitä. " Vastanneita 2026: 4, 2027: 3." -->
  <xsl:template name="trendin-vastaukset">
    <xsl:text> Vastanneita </xsl:text>
    <xsl:for-each select="p:trendi">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="concat(@vuosi, ': ', @vastanneita)"/>
    </xsl:for-each>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- Mitä trendin luku on -->
  <xsl:template name="trendin-nimi">
    <xsl:choose>
      <xsl:when test="@taso = 'alue' and @yksikko"><xsl:value-of select="@yksikko"/></xsl:when>
      <xsl:when test="@laji = 'kyllaEi'">Kyllä-vastauksia</xsl:when>
      <xsl:when test="@laji = 'tehtyEiTehty'">Tehty-vastauksia</xsl:when>
      <xsl:when test="@laji = 'lukumaara'">
        <xsl:text>Yhteensä</xsl:text>
        <xsl:if test="@yksikko"><xsl:value-of select="concat(', ', @yksikko)"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>Mediaani</xsl:text>
        <xsl:if test="@yksikko"><xsl:value-of select="concat(', ', @yksikko)"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Päätöslause: merkitään tiedoksi ja, kun osapuolella on ehdotuksia, esitetään muutokset. -->
  <xsl:template name="seurannan-paatos">
    <xsl:param name="verbi" select="'merkitä '"/>
    <xsl:value-of select="$verbi"/>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$suunnitelma/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
    </xsl:call-template>
    <xsl:value-of select="concat(' seurantaraportin vuodelta ', $vuosi, ' tiedoksi')"/>
    <xsl:choose>
      <xsl:when test="count($omat-ehdotukset) = 1"> ja esittää muille osapuolille, että suunnitelmaan tehdään seuraava muutos:</xsl:when>
      <xsl:when test="$omat-ehdotukset"> ja esittää muille osapuolille, että suunnitelmaan tehdään seuraavat muutokset:</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "Osapuolet ovat ehdottaneet suunnitelmaan viisi muutosta, joista kaksi on Joutsan kunnan. …" -->
  <xsl:template name="ehdotukset-lause">
    <xsl:variable name="kaikkia" select="count($kooste/p:muutosehdotus)"/>
    <xsl:variable name="omia" select="count($omat-ehdotukset)"/>
    <xsl:text>Osapuolet ovat ehdottaneet suunnitelmaan </xsl:text>
    <xsl:choose>
      <xsl:when test="$kaikkia = 1">yhden muutoksen</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$kaikkia"/></xsl:call-template>
        <xsl:text> muutosta</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$omia = $kaikkia">
      <xsl:text>, kaikki </xsl:text>
      <xsl:call-template name="osapuolen"/>
    </xsl:if>
    <xsl:if test="$omia &gt; 0 and $omia != $kaikkia">
      <xsl:text>, joista </xsl:text>
      <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$omia"/></xsl:call-template>
      <xsl:text> on </xsl:text>
      <xsl:call-template name="osapuolen"/>
    </xsl:if>
    <xsl:if test="$omia = 0"><xsl:value-of select="concat(', ', $osapuoli/p:nimimuodot/p:nominatiivi, ' ei yhtään')"/></xsl:if>
    <xsl:text>. Kaikki ehdotukset ovat seurantaraportissa.</xsl:text>
  </xsl:template>

  <!-- Osapuoli, jolta ei ole hyväksyttyjä vastauksia -->
  <xsl:template name="osapuoli-ei-vastannut-lause">
    <xsl:value-of select="$osapuoli/p:nimimuodot/p:nominatiivi"/>
    <xsl:choose>
      <xsl:when test="$oma-tilanne/@tila = 'hylatty'"><xsl:value-of select="concat(' on vastannut vuoden ', $vuosi, ' seurantaan, mutta vastauksia ei voitu hyväksyä virheiden vuoksi. Ne näkyvät raporteissa merkintänä ”ei raportoitu”.')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(' ei ole vastannut vuoden ', $vuosi, ' seurantaan.')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="osapuoli-vastasi-lause">
    <xsl:value-of select="concat($osapuoli/p:nimimuodot/p:nominatiivi, ' on vastannut vuoden ', $vuosi, ' seurantaan')"/>
    <xsl:if test="$oma-tilanne/@paivays">
      <xsl:text> </xsl:text>
      <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="$oma-tilanne/@paivays"/></xsl:call-template>
    </xsl:if>
    <xsl:text>.</xsl:text>
    <xsl:if test="$oma-tilanne/@vastaaja"><xsl:value-of select="concat(' Vastaajana oli ', $oma-tilanne/@vastaaja, '.')"/></xsl:if>
  </xsl:template>

  <!-- Muutokset edellisestä vuodesta: "… – toteutunut (2026: käynnissä)" -->
  <xsl:template name="muutokset-otsikko"><xsl:value-of select="concat('Muutokset vuodesta ', $edellinen-kooste/@vuosi)"/></xsl:template>

  <xsl:template name="ei-muutoksia-lause"><xsl:value-of select="concat('Tilat, luvut ja valinnat ovat samat kuin vuonna ', $edellinen-kooste/@vuosi, '.')"/></xsl:template>

  <xsl:template name="ennen-sanana">
    <xsl:param name="sana"/>
    <xsl:value-of select="concat(' (', $edellinen-kooste/@vuosi, ': ', $sana, ')')"/>
  </xsl:template>

  <xsl:template name="edellinen-vastaus">
    <xsl:choose>
      <xsl:when test="@edellinen = 'kylla'">kyllä</xsl:when>
      <xsl:when test="@edellinen = 'ei'">ei</xsl:when>
      <xsl:when test="@edellinen = 'tehty'">tehty</xsl:when>
      <xsl:when test="@edellinen = 'eiTehty'">ei tehty</xsl:when>
      <xsl:when test="@edellinen = 'kesken'">kesken</xsl:when>
      <xsl:when test="@edellinen = 'arvo'">
        <xsl:call-template name="arvo">
          <xsl:with-param name="arvo" select="@edellinenArvo"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@edellinen = 'teksti'">raportoitu</xsl:when>
      <xsl:when test="@edellinen = 'eiKoske'">ei koske</xsl:when>
      <xsl:otherwise>ei raportoitu</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="oma-vastaus-otsikko">Oma vastaus</xsl:template>

  <!-- Avoimet asiat -->
  <xsl:template name="avoinna-johdanto">
    <xsl:param name="maara"/>
    <xsl:choose>
      <xsl:when test="$maara = 0">Kaikkiin kysymyksiin on vastattu, eikä yhtään toimenpidettä ole aloittamatta tai keskeytynyt.</xsl:when>
      <xsl:when test="$maara = 1">Avoinna on yksi asia:</xsl:when>
      <xsl:otherwise>
        <xsl:text>Avoinna on </xsl:text>
        <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$maara"/></xsl:call-template>
        <xsl:text> asiaa:</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:osapuolentila" mode="avoin">
    <xsl:for-each select="$suunnitelman-toimenpiteet[@tunnus = current()/../@toimenpide]"><xsl:call-template name="toimenpiteen-nimi"/></xsl:for-each>
    <xsl:choose>
      <xsl:when test="@tila = 'eiRaportoitu'"> – tilaa ei ole raportoitu</xsl:when>
      <xsl:when test="@tila = 'keskeytynyt'"> – keskeytynyt</xsl:when>
      <xsl:otherwise> – ei aloitettu</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:osapuolenvastaus" mode="avoin">
    <xsl:text>Vastaamatta: </xsl:text>
    <xsl:apply-templates select="$suunnitelman-mittarit[@tunnus = current()/../@mittari]/p:kysymys" mode="teksti"/>
  </xsl:template>

  <!-- Vertailu alueeseen: mitä muut vastasivat -->
  <xsl:template match="p:mittarikooste" mode="alue">
    <xsl:choose>
      <xsl:when test="@taso = 'alue'">raportoidaan koko alueelta</xsl:when>
      <xsl:when test="@laji = 'kyllaEi'"><xsl:value-of select="concat('kyllä&#160;', @kylla, ', ei&#160;', @ei)"/></xsl:when>
      <xsl:when test="@laji = 'tehtyEiTehty'"><xsl:value-of select="concat('tehty&#160;', @kylla, ', kesken&#160;', @kesken, ', ei&#160;tehty&#160;', @ei)"/></xsl:when>
      <xsl:when test="@mediaani">
        <xsl:text>mediaani </xsl:text>
        <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@mediaani"/></xsl:call-template>
        <xsl:text>, vaihtelu </xsl:text>
        <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@pienin"/><xsl:with-param name="merkki" select="false()"/></xsl:call-template>
        <xsl:text>–</xsl:text>
        <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="@suurin"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('vastauksia&#160;', @vastanneita - @eiKoske)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@taso != 'alue' and @eiKoske &gt; 0"><xsl:value-of select="concat(', ei&#160;koske&#160;', @eiKoske)"/></xsl:if>
    <xsl:if test="@taso != 'alue' and @eiRaportoitu &gt; 0"><xsl:value-of select="concat(', ei&#160;raportoitu&#160;', @eiRaportoitu)"/></xsl:if>
  </xsl:template>

  <!-- Toimenpiteen tila alueella lyhyesti: "toteutunut 5, käynnissä 12, ei raportoitu 3" -->
  <xsl:template match="p:toimenpidekooste" mode="alue">
    <xsl:variable name="osat">
      <xsl:for-each select="@toteutunut | @kaynnissa | @eiAloitettu | @keskeytynyt | @eiKoske | @eiRaportoitu">
        <xsl:sort select="string-length(substring-before($tilojen-jarjestys, concat('|', local-name(), '|')))" data-type="number"/>
        <xsl:if test=". &gt; 0">
          <osa xmlns="">
            <xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="local-name()"/></xsl:call-template>
            <xsl:value-of select="concat('&#160;', .)"/>
          </osa>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="nimet">
      <xsl:with-param name="solmut" select="exsl:node-set($osat)/osa"/>
      <xsl:with-param name="viimeinen" select="', '"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
