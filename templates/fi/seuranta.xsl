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

  <!-- Toimenpiteen tila: merkki, jonka sana kuullaan; sana yksin -->
  <xsl:template name="tila">
    <xsl:param name="tila"/>
    <xsl:call-template name="merkki">
      <xsl:with-param name="merkki">
        <xsl:choose>
          <xsl:when test="$tila = 'toteutunut'">●</xsl:when>
          <xsl:when test="$tila = 'kaynnissa'">→</xsl:when>
          <xsl:when test="$tila = 'eiAloitettu'">○</xsl:when>
          <xsl:when test="$tila = 'keskeytynyt'">×</xsl:when>
          <xsl:when test="$tila = 'eiKysytty'">□</xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="sana"><xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="$tila"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tila-sanana">
    <xsl:param name="tila"/>
    <xsl:choose>
      <xsl:when test="$tila = 'toteutunut'">toteutunut</xsl:when>
      <xsl:when test="$tila = 'kaynnissa'">käynnissä</xsl:when>
      <xsl:when test="$tila = 'eiAloitettu'">ei aloitettu</xsl:when>
      <xsl:when test="$tila = 'keskeytynyt'">keskeytynyt</xsl:when>
      <xsl:when test="$tila = 'eiKysytty'">ei kysytty</xsl:when>
      <xsl:otherwise>ei raportoitu</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tilojen-selite">
    <xsl:text>Merkki kertoo toimenpiteen tilan: ● toteutunut, → käynnissä, ○ ei aloitettu, × keskeytynyt, □ ei kysytty, – ei raportoitu.</xsl:text>
    <xsl:if test="$osapuolten-luvut"> Lukujen kohdalla – on puuttuva vastaus ja □ kysymys, joka ei koske osapuolta tai jota siltä ei kysytty.</xsl:if>
  </xsl:template>

  <xsl:template name="merkki-ei-koske">
    <xsl:call-template name="merkki"><xsl:with-param name="merkki">□</xsl:with-param><xsl:with-param name="sana">ei koske</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:variable name="tilojen-jarjestys" select="'|toteutunut|kaynnissa|eiAloitettu|keskeytynyt|eiKysytty|eiRaportoitu|'"/>

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

  <!-- Liite, jossa ovat sanalliset vastaukset -->
  <xsl:template name="seurantaliitteen-otsikko">
    <xsl:call-template name="seurannan-otsikko"><xsl:with-param name="loppu" select="'seurantaraportin liite: osapuolten vastaukset'"/></xsl:call-template>
  </xsl:template>

  <xsl:variable name="sana-muutosehdotukset" select="'Ehdotetut muutokset'"/>
  <xsl:variable name="sana-seurannan-tulokset" select="'Seurannan tulokset alueella'"/>
  <xsl:variable name="sana-osapuolet-ja-toimenpiteet" select="'Osapuolet ja toimenpiteet'"/>
  <xsl:variable name="sana-vaesto" select="'Väestön kokemus'"/>
  <xsl:variable name="sana-vaeston-luvut" select="'Osuus väestöstä, prosenttia'"/>
  <xsl:variable name="sana-toimenpiteet" select="'Toimenpiteet'"/>
  <xsl:variable name="sana-vastaajat" select="'Vastaajat ja laskutapa'"/>
  <xsl:variable name="sana-laskutapa" select="'Miten luvut on laskettu'"/>
  <xsl:variable name="sana-vaatii-huomiota" select="'Vaatii huomiota'"/>
  <xsl:variable name="sana-paatettava" select="'Päätettävä'"/>
  <xsl:variable name="sana-edistyi" select="'Edistyi'"/>
  <xsl:variable name="sana-heikkeni" select="'Heikkeni tai laski'"/>
  <xsl:variable name="sana-jai-auki" select="'Jäi auki'"/>
  <xsl:variable name="sana-toimenpide" select="'Toimenpide'"/>
  <xsl:variable name="sana-lupaus" select="'Mitä luvattiin'"/>
  <xsl:variable name="sana-tulos" select="'Tulos '"/>
  <xsl:variable name="sana-tila" select="'Tila'"/>
  <xsl:variable name="sana-jaljessa" select="'Jäljessä'"/>
  <xsl:variable name="sana-seuraavaksi" select="'Seuraavaksi'"/>
  <xsl:variable name="sana-muutos" select="'Muutos'"/>
  <xsl:variable name="sana-molempina-vuosina" select="'Vastasi molempina vuosina'"/>
  <xsl:variable name="sana-alueella" select="'Alueella'"/>
  <xsl:variable name="sana-seurannan-asia" select="'Asia'"/>
  <xsl:variable name="sana-huomautus" select="'Huomautus'"/>
  <xsl:variable name="sana-huomautukset" select="'Huomautukset'"/>
  <xsl:variable name="sana-koko-seurannasta" select="'Huomautukset koko seurannasta'"/>
  <xsl:variable name="sana-vastuuhenkilot" select="'Vastuuhenkilöt'"/>
  <xsl:variable name="sana-ei-raportoitu" select="'ei raportoitu'"/>
  <xsl:variable name="sana-ennallaan" select="'ennallaan'"/>
  <xsl:variable name="sana-muuttui" select="'muuttui'"/>
  <xsl:variable name="sana-nykyinen-teksti" select="'Nykyinen teksti'"/>
  <xsl:variable name="sana-ehdotettu-teksti" select="'Ehdotettu teksti'"/>
  <xsl:variable name="sana-perustelut" select="'Perustelut: '"/>
  <xsl:variable name="sana-ei-ehdotuksia" select="'Muutoksia ei ole ehdotettu.'"/>
  <xsl:variable name="sana-ei-muutettavaa-tiedoksi" select="concat('tiedoksi, että vuoden ', $vuosi, ' seurannassa suunnitelmaan ei ole ehdotettu muutoksia')"/>
  <xsl:variable name="sana-sanalliset" select="'Sanalliset vastaukset'"/>
  <xsl:variable name="sana-vastaukset-luettelo" select="'Vastanneet'"/>

  <!-- Taulukoiden nimet -->
  <xsl:template name="tulostaulukon-nimi"><xsl:value-of select="concat('Toimenpiteiden tulokset vuonna ', $vuosi)"/></xsl:template>

  <xsl:template name="vastaustaulukon-nimi">
    <xsl:apply-templates select="." mode="lyhyt"/>
    <xsl:text>: osapuolten vastaukset</xsl:text>
  </xsl:template>

  <xsl:template name="oma-taulukko"><xsl:value-of select="concat('Vastaukset vuonna ', $vuosi)"/></xsl:template>

  <!-- "Tila: 1 Asuminen" -->
  <xsl:template name="tila-rivin-nimi"><xsl:apply-templates select=".." mode="lyhyt"/>, tila</xsl:template>

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

  <!--
    "Toimenpide on toteutunut kolmella ja käynnissä 18 osapuolella; yksi ei ole aloittanut ja yksi on keskeyttänyt. Yksi
    osapuoli ei ole raportoinut tilaa."
  -->
  <xsl:template match="p:toimenpidekooste" mode="lause">
    <xsl:variable name="kesken-tai-valmis" select="@toteutunut + @kaynnissa &gt; 0"/>
    <xsl:variable name="aloittamatta-tai-seis" select="@eiAloitettu + @keskeytynyt &gt; 0"/>
    <xsl:variable name="tilan-raportoija" select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]/@tilanRaportoija"/>
    <xsl:if test="$tilan-raportoija">
      <xsl:value-of select="concat('Alueen tilasta raportoi ', key('osapuoli', $tilan-raportoija)/p:nimimuodot/p:nominatiivi, ': ')"/>
      <xsl:call-template name="tila-sanana"><xsl:with-param name="tila" select="@tila"/></xsl:call-template>
      <xsl:text>. </xsl:text>
    </xsl:if>
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
    <xsl:if test="@eiKysytty &gt; 0">
      <xsl:text> Tilaa ei kysytty </xsl:text>
      <xsl:call-template name="osapuolta"><xsl:with-param name="maara" select="@eiKysytty"/><xsl:with-param name="sija" select="'ablatiivi'"/></xsl:call-template>
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

  <!-- "Viidestä toimenpiteestä yksi (Valmiusharjoitus) on toteutunut kokonaan, neljä etenee." Aloittamatta ja keskeytynyt kerrotaan, jos sellaisia on. -->
  <xsl:template name="toteutuneet-lause">
    <xsl:variable name="kaikki" select="count($kooste/p:toimenpidekooste)"/>
    <xsl:variable name="toteutui" select="count($kooste/p:toimenpidekooste[@tila = 'toteutunut'])"/>
    <xsl:variable name="etenee" select="count($kooste/p:toimenpidekooste[@tila = 'kaynnissa'])"/>
    <xsl:variable name="aloittamatta" select="count($kooste/p:toimenpidekooste[@tila = 'eiAloitettu'])"/>
    <xsl:variable name="keskeytyi" select="count($kooste/p:toimenpidekooste[@tila = 'keskeytynyt'])"/>
    <xsl:variable name="tuntematon" select="$kaikki - $toteutui - $etenee - $aloittamatta - $keskeytyi"/>
    <xsl:call-template name="isolla">
      <xsl:with-param name="teksti"><xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$kaikki"/><xsl:with-param name="sija" select="'elatiivi'"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
    <xsl:text> toimenpiteestä </xsl:text>
    <xsl:variable name="osat">
      <xsl:if test="$toteutui &gt; 0">
        <osa xmlns="">
          <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$toteutui"/></xsl:call-template>
          <xsl:if test="$toteutui &lt; 3">
            <xsl:text> (</xsl:text>
            <xsl:for-each select="$kooste/p:toimenpidekooste[@tila = 'toteutunut']">
              <xsl:if test="position() &gt; 1"> ja </xsl:if>
              <xsl:apply-templates select="." mode="lyhyt-nimi"/>
            </xsl:for-each>
            <xsl:text>)</xsl:text>
          </xsl:if>
          <xsl:text> on toteutunut kokonaan</xsl:text>
        </osa>
      </xsl:if>
      <xsl:if test="$toteutui = 0"><osa xmlns="">mikään ei ole vielä toteutunut kokonaan</osa></xsl:if>
      <xsl:if test="$etenee &gt; 0"><osa xmlns=""><xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$etenee"/></xsl:call-template> etenee</osa></xsl:if>
      <xsl:if test="$aloittamatta &gt; 0"><osa xmlns=""><xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$aloittamatta"/></xsl:call-template> ei ole alkanut</osa></xsl:if>
      <xsl:if test="$keskeytyi &gt; 0"><osa xmlns=""><xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$keskeytyi"/></xsl:call-template> on keskeytynyt</osa></xsl:if>
      <xsl:if test="$tuntematon &gt; 0"><osa xmlns=""><xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$tuntematon"/><xsl:with-param name="sija" select="'elatiivi'"/></xsl:call-template> ei ole raportoitu</osa></xsl:if>
    </xsl:variable>
    <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="exsl:node-set($osat)/osa"/><xsl:with-param name="viimeinen" select="', '"/></xsl:call-template>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- "Väestö: luottamus terveyspalveluihin 64,3 % (+1,6), … Suluissa on muutos vuodesta 2026 prosenttiyksikköinä." -->
  <xsl:template name="vaesto-lause">
    <strong>Väestö:</strong>
    <xsl:text> </xsl:text>
    <xsl:for-each select="$vaeston-mittarit">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:variable name="nimi"><xsl:apply-templates select="." mode="lyhyt"/></xsl:variable>
      <xsl:value-of select="concat(translate(substring($nimi, 1, 1), $isot, $pienet), substring($nimi, 2), ' ')"/>
      <xsl:apply-templates select="p:osapuolenvastaus" mode="vastaus"/>
      <xsl:for-each select="p:osapuolenvastaus[@muutos]">
        <xsl:text> (</xsl:text>
        <xsl:call-template name="muutos"><xsl:with-param name="arvo" select="@muutos"/></xsl:call-template>
        <xsl:text>)</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:text>.</xsl:text>
    <xsl:if test="$vaeston-mittarit/p:osapuolenvastaus/@muutos"> Suluissa on muutos edellisestä seurannasta prosenttiyksikköinä.</xsl:if>
  </xsl:template>

  <xsl:template name="vaesto-johdanto">Väestön luvut kuvaavat, mihin toimenpiteillä pyritään. Yksi toimenpide ei selitä niiden muutosta.</xsl:template>

  <xsl:template name="vaesto-selite">
    <xsl:text>Sarakkeen vuosi on seurantavuosi; tilastovuosi on lähteen perässä.</xsl:text>
    <xsl:if test="$vaeston-mittarit/p:osapuolenvastaus/@muutos"> Muutos on prosenttiyksikköinä edellisestä seurannasta.</xsl:if>
    <xsl:choose>
      <xsl:when test="count($vaeston-mittarit[1]/p:trendi) = 2"> Kuviossa ontto piste on edellinen vuosi ja täysi piste tämä vuosi.</xsl:when>
      <xsl:when test="count($vaeston-mittarit[1]/p:trendi) &gt; 2"> Kuviossa on kaikki vuodet järjestyksessä, viimeinen pisteenä.</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "Kuusi muutosehdotusta suunnitelmaan ja yksi seurannan kysymyksiin (luku 4)." -->
  <xsl:template name="ehdotuksia-lause">
    <xsl:choose>
      <xsl:when test="not($muutokset)"><xsl:value-of select="concat('Raportin merkitseminen tiedoksi. ', $sana-ei-ehdotuksia)"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="isolla">
          <xsl:with-param name="teksti"><xsl:call-template name="ehdotusten-maara"/></xsl:with-param>
        </xsl:call-template>
        <xsl:text> (</xsl:text>
        <a href="#muutosehdotukset"><xsl:value-of select="concat('luku&#160;', count($luvut[@id = 'muutosehdotukset']/preceding-sibling::luku) + 1)"/></a>
        <xsl:text>). Jokainen osapuoli käsittelee </xsl:text>
        <xsl:choose>
          <xsl:when test="count($muutokset) = 1">sen</xsl:when>
          <xsl:otherwise>ne</xsl:otherwise>
        </xsl:choose>
        <xsl:text> suunnitelman muuttamista koskevassa asiassa.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "kuusi muutosehdotusta suunnitelmaan ja yksi seurannan kysymyksiin" -->
  <xsl:template name="ehdotusten-maara">
    <xsl:variable name="ensin" select="count($suunnitelman-muutokset)"/>
    <xsl:variable name="sitten" select="count($seurannan-muutokset)"/>
    <xsl:variable name="maara" select="$ensin + $sitten * ($ensin = 0)"/>
    <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$maara"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$maara = 1"> muutosehdotus</xsl:when>
      <xsl:otherwise> muutosehdotusta</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$ensin &gt; 0"> suunnitelmaan</xsl:if>
    <xsl:if test="$ensin &gt; 0 and $sitten &gt; 0">
      <xsl:text> ja </xsl:text>
      <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="$sitten"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$sitten &gt; 0"> seurannan kysymyksiin</xsl:if>
  </xsl:template>

  <xsl:template name="muutosehdotukset-johdanto">
    <xsl:text>Jokainen osapuoli käsittelee </xsl:text>
    <xsl:choose>
      <xsl:when test="count($muutokset) = 1">ehdotuksen</xsl:when>
      <xsl:otherwise>ehdotukset</xsl:otherwise>
    </xsl:choose>
    <xsl:text> suunnitelman muuttamista koskevassa asiassa.</xsl:text>
    <xsl:if test="$suunnitelman-muutokset"> Kukin suunnitelman muutos tulee voimaan, kun kaikki osapuolet ovat hyväksyneet sen.</xsl:if>
  </xsl:template>

  <!-- "Määräajan jälkeen vastasi: Uurainen." -->
  <xsl:template name="myohassa-vastanneet-lause">
    <xsl:text>Määräajan jälkeen vastasi: </xsl:text>
    <xsl:call-template name="ketka"><xsl:with-param name="ketka" select="$kooste/p:osapuolitilanne[@myohassa]"/></xsl:call-template>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <xsl:template name="myohassa-merkinta"> (määräajan jälkeen)</xsl:template>

  <!-- "Vastuuhenkilöt: kunnanjohtaja ja rakennustarkastaja" -->
  <xsl:template name="vastuuhenkilot-lause">
    <xsl:choose>
      <xsl:when test="count(p:vastuuhenkilo) = 1">Vastuuhenkilö: </xsl:when>
      <xsl:otherwise>Vastuuhenkilöt: </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="p:vastuuhenkilo"/></xsl:call-template>
  </xsl:template>

  <!-- "30.6.2028 mennessä: Sovitaan jakamisen väline." -->
  <xsl:template name="seuraava-askel">
    <xsl:if test="@maaraaika">
      <xsl:call-template name="paivays"><xsl:with-param name="pvm" select="@maaraaika"/></xsl:call-template>
      <xsl:text> mennessä: </xsl:text>
    </xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- Mikä luku rivillä on -->
  <xsl:template match="p:mittarikooste" mode="luvun-nimi">
    <xsl:choose>
      <xsl:when test="@laji = 'kyllaEi'"><xsl:apply-templates select="." mode="lyhyt"/> – kyllä</xsl:when>
      <xsl:when test="@laji = 'tehtyEiTehty'"><xsl:apply-templates select="." mode="lyhyt"/> – tehty</xsl:when>
      <xsl:when test="@laji = 'lukumaara'"><xsl:apply-templates select="." mode="lyhyt-ja-yksikko"/> – yhteensä</xsl:when>
      <xsl:when test="p:ryhmakooste[@ryhma = 'kunnat']"><xsl:apply-templates select="." mode="lyhyt-ja-yksikko"/> – kuntien mediaani</xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="lyhyt-ja-yksikko"/> – mediaani</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="laskutapa">
    <li>Puuttuva vastaus ei ole kielteinen vastaus eikä nolla. Tila ja luku lasketaan vain vastauksista.</li>
    <li>Suhdeluvussa, kuten ”3/4”, ensimmäinen luku on myöntävien vastausten määrä ja toinen niiden osapuolten määrä, joilta kysyttiin, myös vastaamatta jättäneiden ja niiden, joita kysymys ei koske. Palkin merkki on niiden osapuolten määrä, joilta kysyttiin.</li>
    <li>Yhteenlasketun luvun perässä on suluissa, kuinka moni osapuoli ilmoitti luvun.</li>
    <xsl:if test="$edellinen-kooste">
      <li>Muutos lasketaan vain niistä osapuolista, jotka vastasivat molempina vuosina; niiden määrä on muutoksen vieressä. Mediaanin muutos on osapuolten muutosten mediaani.</li>
    </xsl:if>
    <xsl:if test="$kooste/p:toimenpidekooste/p:mittarikooste/p:ryhmakooste">
      <li>Mediaani lasketaan kunnista: hyvinvointialue ja maakunnan liitto eivät ole siinä.</li>
    </xsl:if>
    <li>Luvut saa koordinaattorilta myös taulukkona, josta näkyy, mistä vastauksesta kukin luku on.</li>
  </xsl:template>

  <!-- "merkitä Suunnitelman seurantaraportin vuodelta 2027 tiedoksi" -->
  <xsl:template name="seurannan-paatos">
    <xsl:param name="verbi" select="'merkitä '"/>
    <xsl:value-of select="$verbi"/>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$suunnitelma/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
    </xsl:call-template>
    <xsl:value-of select="concat(' seurantaraportin vuodelta ', $vuosi, ' tiedoksi')"/>
  </xsl:template>

  <!-- Toinen kohta, kun osapuoli on ehdottanut muutoksia; ne luetellaan. -->
  <xsl:template name="omat-ehdotukset-paatoksena">
    <xsl:choose>
      <xsl:when test="count($omat-ehdotukset) = 1">esittää muille osapuolille seuraavaa muutosta, josta päätetään erillisenä asiana:</xsl:when>
      <xsl:otherwise>esittää muille osapuolille seuraavia muutoksia, joista päätetään erillisenä asiana:</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Toinen kohta, kun osapuolella on avoimia asioita tai sen vastaukset puuttuvat -->
  <xsl:template name="avoimet-paatoksena">
    <xsl:choose>
      <xsl:when test="$vastasi">kehottaa viranhaltijoita hoitamaan seurannassa avoimiksi jääneet asiat</xsl:when>
      <xsl:otherwise>kehottaa viranhaltijoita toimittamaan puuttuvat vastaukset viipymättä</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "puoltaa muutosta 7, joka koskee vain seurannan kysymyksiä" -->
  <xsl:template name="seurannan-muutokset-paatoksena">
    <xsl:variable name="ensimmainen" select="count($suunnitelman-muutokset) + 1"/>
    <xsl:variable name="viimeinen" select="count($muutokset)"/>
    <xsl:choose>
      <xsl:when test="$ensimmainen = $viimeinen"><xsl:value-of select="concat('puoltaa muutosta ', $ensimmainen, ', joka koskee vain seurannan kysymyksiä')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('puoltaa muutoksia ', $ensimmainen, '–', $viimeinen, ', jotka koskevat vain seurannan kysymyksiä')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- " muutokset 1–6 selostuksen mukaisina" -->
  <xsl:template name="muutokset-selostuksen-mukaisina">
    <xsl:variable name="maara" select="count($suunnitelman-muutokset)"/>
    <xsl:choose>
      <xsl:when test="count($muutokset) = 1"> muutoksen selostuksen mukaisena</xsl:when>
      <xsl:when test="$maara = 1"> muutoksen 1 selostuksen mukaisena</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(' muutokset 1–', $maara, ' selostuksen mukaisina')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Mitä ehdotus koskee: "Tietopohja" -->
  <xsl:template match="p:muutosehdotus" mode="kohde">
    <xsl:variable name="toimenpide" select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]"/>
    <xsl:choose>
      <xsl:when test="$toimenpide"><xsl:apply-templates select="$toimenpide/*[self::p:nimi or self::p:lyhytNimi][last()]" mode="teksti"/></xsl:when>
      <xsl:when test="@kohde = 'seuranta'">Seurannan kysymykset</xsl:when>
      <xsl:otherwise>Koko suunnitelma</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "– (lisäys toimenpiteen 3 kuvaukseen)" -->
  <xsl:template name="lisays">
    <xsl:variable name="toimenpide" select="$suunnitelman-toimenpiteet[@tunnus = current()/@toimenpide]"/>
    <xsl:choose>
      <xsl:when test="$toimenpide"><xsl:value-of select="concat('– (lisäys toimenpiteen ', $toimenpide/@numero, ' kuvaukseen)')"/></xsl:when>
      <xsl:otherwise>– (lisäys)</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Muutos 3: Tietopohja (Keski-Suomen hyvinvointialue)" -->
  <xsl:template name="ehdotuksen-nimi">
    <xsl:param name="numero"/>
    <xsl:value-of select="concat('Muutos&#160;', $numero, ': ')"/>
    <xsl:apply-templates select="." mode="kohde"/>
    <xsl:value-of select="concat(' (', key('osapuoli', @osapuoli)/p:nimimuodot/p:nominatiivi, ')')"/>
  </xsl:template>

  <!-- Osapuolen kolme riviä -->
  <xsl:template name="ei-edistynyt-lause">
    <xsl:choose>
      <xsl:when test="not($vastasi)">Vastauksia ei ole.</xsl:when>
      <xsl:when test="not($edellinen-kooste)">Ensimmäinen seurantavuosi: vertailuvuotta ei ole.</xsl:when>
      <xsl:when test="not($edellinen-kooste/p:osapuolitilanne[@osapuoli = $oma-tunnus])">Osapuolen ensimmäinen seurantavuosi: vertailuvuotta ei ole.</xsl:when>
      <xsl:when test="not($omat-vastaukset[@edellinen != 'eiRaportoitu'])"><xsl:value-of select="concat('Muutosta ei voi kertoa, koska vuoden ', $edellinen-kooste/@vuosi, ' vastaukset puuttuvat.')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('Ei muutosta parempaan vuodesta ', $edellinen-kooste/@vuosi, '.')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="vastaukset-puuttuvat-lause">Kaikki vastaukset puuttuvat.</xsl:template>

  <xsl:template name="ei-avointa-lause">Ei mitään. Kaikkeen on vastattu, mikään ei ole aloittamatta eikä mikään jäänyt tavoitteesta.</xsl:template>

  <xsl:template name="avoin-tila">
    <xsl:choose>
      <xsl:when test="@tila = 'eiRaportoitu'">: tilaa ei ole raportoitu</xsl:when>
      <xsl:when test="@tila = 'keskeytynyt'">: keskeytynyt</xsl:when>
      <xsl:when test="@tila = 'eiAloitettu'">: ei aloitettu</xsl:when>
      <xsl:otherwise> ilman vastuuhenkilöä</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="paatettava-lause">
    <xsl:choose>
      <xsl:when test="not($muutokset)">Raportin merkitseminen tiedoksi.</xsl:when>
      <xsl:otherwise>
        <xsl:text>Raportin merkitseminen tiedoksi; erillisenä asiana </xsl:text>
        <xsl:call-template name="ehdotusten-maara"/>
        <xsl:choose>
          <xsl:when test="not($omat-ehdotukset)"/>
          <xsl:when test="count($muutokset) = 1">, osapuolen oma</xsl:when>
          <xsl:when test="count($muutokset) = count($omat-ehdotukset)">, kaikki osapuolen omia</xsl:when>
          <xsl:otherwise>
            <xsl:text>; kaikista ehdotuksista </xsl:text>
            <xsl:call-template name="lukusana"><xsl:with-param name="maara" select="count($omat-ehdotukset)"/></xsl:call-template>
            <xsl:text> on osapuolen oma</xsl:text>
            <xsl:if test="count($omat-ehdotukset) &gt; 1">a</xsl:if>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text>.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
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

  <!-- Edellisen vuoden vastaus -->
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
      <xsl:when test="@edellinen = 'eiKoske'">ei koske</xsl:when>
      <xsl:when test="@edellinen">ei raportoitu</xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Vertailu alueeseen: mitä muut vastasivat -->
  <xsl:template match="p:mittarikooste" mode="alue">
    <xsl:choose>
      <xsl:when test="@taso = 'alue'">raportoidaan koko alueelta</xsl:when>
      <xsl:when test="@laji = 'kyllaEi'"><xsl:value-of select="concat('kyllä&#160;', @kylla, ', ei&#160;', @ei)"/></xsl:when>
      <xsl:when test="@laji = 'tehtyEiTehty'">
        <xsl:value-of select="concat('tehty&#160;', @kylla)"/>
        <xsl:if test="@kesken &gt; 0"><xsl:value-of select="concat(', kesken&#160;', @kesken)"/></xsl:if>
        <xsl:if test="@ei &gt; 0"><xsl:value-of select="concat(', ei&#160;tehty&#160;', @ei)"/></xsl:if>
      </xsl:when>
      <xsl:when test="@mediaani">
        <!-- Yhden osapuolen ryhmällä ei ole mediaania: sille kerrotaan kuntien. -->
        <xsl:variable name="ryhma" select="p:ryhmakooste[@ryhma = $laji][@arvoja &gt; 1] | p:ryhmakooste[@ryhma = 'kunnat'][not(../p:ryhmakooste[@ryhma = $laji]/@arvoja &gt; 1)]"/>
        <xsl:variable name="luvut" select="$ryhma | self::*[not($ryhma)]"/>
        <xsl:choose>
          <xsl:when test="$luvut/@arvoja = 1">yksi vastaus: </xsl:when>
          <xsl:when test="$ryhma/@ryhma = 'kunnat'">kuntien mediaani </xsl:when>
          <xsl:otherwise>mediaani </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="$luvut/@mediaani"/></xsl:call-template>
        <xsl:if test="$luvut/@pienin != $luvut/@suurin">
          <xsl:text>, vaihtelu </xsl:text>
          <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="$luvut/@pienin"/><xsl:with-param name="merkki" select="false()"/></xsl:call-template>
          <xsl:text>–</xsl:text>
          <xsl:call-template name="arvo"><xsl:with-param name="arvo" select="$luvut/@suurin"/></xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('vastauksia&#160;', @vastanneita - @eiKoske)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@taso != 'alue' and @eiKoske &gt; 0"><xsl:value-of select="concat(', ei&#160;koske&#160;', @eiKoske)"/></xsl:if>
    <xsl:if test="@taso != 'alue' and @eiRaportoitu &gt; 0"><xsl:value-of select="concat(', ei&#160;raportoitu&#160;', @eiRaportoitu)"/></xsl:if>
  </xsl:template>

  <!-- Toimenpiteen tila alueella lyhyesti: "toteutunut 5, käynnissä 12, ei raportoitu 3" -->
  <xsl:template match="p:toimenpidekooste" mode="alue">
    <xsl:variable name="osat">
      <xsl:for-each select="@toteutunut | @kaynnissa | @eiAloitettu | @keskeytynyt | @eiKysytty | @eiRaportoitu">
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
