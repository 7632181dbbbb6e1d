<?xml version="1.0" encoding="UTF-8"?>
<!-- Asian pykälä yhdessä toimielimessä: päätösehdotus ennen kokousta, pöytäkirjanote sen jälkeen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns:exsl="http://exslt.org/common" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="p exsl xhtml">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="seuranta.xsl"/>
  <xsl:include href="paattaja.xsl"/>
  <xsl:include href="poytakirja.xsl"/>

  <!-- Salassa pidettävät osiot niissä selostuksissa, joista paperi tehdään -->
  <xsl:variable name="salaiset-osiot" select="($kokous/p:selostus | $sopimus[$aihe = 'neuvottelut']/p:selostus
      | $asiakirja[$aihe = 'sopimus' or $aihe = 'suunnitelma']/p:perusteluHallitus
      | $asiakirja[($aihe = 'sopimus' or $aihe = 'suunnitelma') and not(p:perusteluHallitus)]/*[self::p:tausta or self::p:tarkoitus])//p:osio[@julkisuus = 'salassa']"/>

  <xsl:variable name="nimi" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>

  <xsl:template match="/">
    <xsl:if test="not($asiakirja)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="$aihe"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$aihe = 'seuranta' or $aihe = 'muutos'">
      <xsl:call-template name="tarkista-kooste"/>
    </xsl:if>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="concat($asia, ' – ', $nimi, ', ', $oma-toimielin/p:nominatiivi)"/>
      <xsl:with-param name="laatija" select="$nimi"/>
      <xsl:with-param name="aiheet">
        <xsl:call-template name="nimet">
          <xsl:with-param name="solmut" select="$asiakirja/p:nimimuodot/p:lyhyt/p:nominatiivi | $nimi"/>
          <xsl:with-param name="viimeinen" select="', '"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$asia"/></h1>
        <xsl:call-template name="kokoustiedot"/>
        <xsl:call-template name="osat"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Toimielin, päivä, paikka ja pykälä. Kokous tarvitsee päivän ja pykälän: tuntemattomalle on viiva. -->
  <xsl:template name="kokoustiedot">
    <dl class="compact">
      <dt><xsl:value-of select="$sana-toimielin"/></dt>
      <dd>
        <xsl:call-template name="muoto-isolla">
          <xsl:with-param name="muodot" select="$oma-toimielin"/>
          <xsl:with-param name="sija" select="'nominatiivi'"/>
        </xsl:call-template>
      </dd>
      <xsl:call-template name="paiva-ja-pykala">
        <xsl:with-param name="kokous" select="$kokous"/>
      </xsl:call-template>
      <xsl:if test="$kokous/p:kokouspaikka">
        <dt><xsl:value-of select="$sana-kokouspaikka"/></dt>
        <dd><xsl:value-of select="$kokous/p:kokouspaikka"/></dd>
      </xsl:if>
    </dl>
  </xsl:template>

  <!-- Osat tavallisessa järjestyksessä. Ensimmäisen osapuolen mainitseman osan kohdalla tulevat kaikki sen mainitsemat, sen
    järjestyksessä ja nimillä. jono = osat, jotka ovat jäljellä; mainitut = onko mainitut jo tehty. -->
  <xsl:template name="osat">
    <xsl:param name="jono" select="'valmistelija lisatiedot aikaisempiKasittely selostus vaikutukset toimivalta esittelija paatosehdotus kasittely paatos eriavaMielipide liitteet oheismateriaali muutoksenhaku taytantoonpano jakelu nahtavillaolo julkisuus oikeaksiTodistaminen '"/>
    <xsl:param name="mainitut" select="false()"/>
    <xsl:variable name="osa" select="substring-before($jono, ' ')"/>
    <xsl:variable name="on-mainittu" select="$osapuoli/p:asettelu/p:osa[@laji = $osa]"/>
    <xsl:if test="$on-mainittu and not($mainitut)">
      <xsl:for-each select="$osapuoli/p:asettelu/p:osa">
        <xsl:call-template name="yksi-osa">
          <xsl:with-param name="osa" select="@laji"/>
          <xsl:with-param name="otsikko" select="@otsikko"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="not($on-mainittu)">
      <xsl:call-template name="yksi-osa">
        <xsl:with-param name="osa" select="$osa"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="substring-after($jono, ' ') != ''">
      <xsl:call-template name="osat">
        <xsl:with-param name="jono" select="substring-after($jono, ' ')"/>
        <xsl:with-param name="mainitut" select="$mainitut or boolean($on-mainittu)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Osa sivuotsikkoineen, jos siinä on jotakin -->
  <xsl:template name="yksi-osa">
    <xsl:param name="osa"/>
    <xsl:param name="otsikko"/>
    <xsl:if test="$osa = 'paatosehdotus' and $toimielin = 'valtuusto'">
      <xsl:call-template name="hallituksen-esitys-osa"/>
    </xsl:if>
    <xsl:variable name="sisalto">
      <xsl:call-template name="osan-sisalto">
        <xsl:with-param name="osa" select="$osa"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="string($sisalto) != '' or exsl:node-set($sisalto)//xhtml:span">
      <xsl:call-template name="osa">
        <xsl:with-param name="otsikko">
          <xsl:value-of select="$otsikko"/>
          <xsl:if test="string($otsikko) = ''">
            <xsl:call-template name="osan-nimi">
              <xsl:with-param name="laji" select="$osa"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:with-param>
        <xsl:with-param name="sisalto" select="$sisalto"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="osan-sisalto">
    <xsl:param name="osa"/>
    <xsl:choose>
      <xsl:when test="$osa = 'selostus'"><xsl:call-template name="selostus"/></xsl:when>
      <xsl:when test="$osa = 'toimivalta'"><xsl:call-template name="toimivalta"/></xsl:when>
      <xsl:when test="$osa = 'esittelija'"><xsl:call-template name="esittelija"/></xsl:when>
      <xsl:when test="$osa = 'paatosehdotus'"><xsl:call-template name="paatosehdotus"/></xsl:when>
      <xsl:when test="$osa = 'liitteet'"><xsl:call-template name="liitteet"/></xsl:when>
      <xsl:when test="$osa = 'muutoksenhaku'"><xsl:call-template name="muutoksenhaku"/></xsl:when>
      <xsl:when test="$osa = 'jakelu'"><xsl:call-template name="jakelu"/></xsl:when>
      <xsl:when test="$osa = 'valmistelija'"><xsl:apply-templates select="$kokous/p:valmistelija" mode="henkilo"/></xsl:when>
      <xsl:when test="$osa = 'lisatiedot'"><xsl:call-template name="lisatiedot"/></xsl:when>
      <xsl:when test="$osa = 'vaikutukset'"><xsl:call-template name="vaikutukset"/></xsl:when>
      <xsl:when test="$osa = 'oheismateriaali'"><xsl:call-template name="oheismateriaali"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="poytakirjan-osa">
          <xsl:with-param name="osa" select="$osa"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Päätöksestä käy ilmi, keneltä saa lisätietoja (hallintolaki 434/2003, 44 §). -->
  <xsl:template name="lisatiedot">
    <xsl:apply-templates select="$kokous/p:lisatiedot" mode="henkilo"/>
    <xsl:if test="$pidetty and not($kokous/p:lisatiedot)"><p><xsl:call-template name="tayttoviiva"/></p></xsl:if>
  </xsl:template>

  <!-- Selostus asiasta: mitä kaikille kerrotaan, sitten kokouksen oma lisä -->
  <xsl:template name="selostus">
    <xsl:choose>
      <xsl:when test="$aihe = 'seuranta'"><xsl:call-template name="seurannan-selostus"/></xsl:when>
      <xsl:when test="$aihe = 'muutos'"><xsl:call-template name="muutoksen-selostus"/></xsl:when>
      <xsl:when test="$aihe = 'neuvottelut'"><xsl:call-template name="neuvottelujen-selostus"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="asiakirjan-selostus"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="$kokous/p:selostus/p:osio" mode="lohko"/>
  </xsl:template>

  <xsl:template name="neuvottelujen-selostus">
    <xsl:if test="not($sopimus/p:selostus)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'selostus'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="$sopimus/p:selostus/p:osio" mode="lohko"/>
  </xsl:template>

  <xsl:template name="asiakirjan-selostus">
    <xsl:apply-templates select="$asiakirja/p:perusteluHallitus/p:osio" mode="lohko"/>
    <xsl:if test="not($asiakirja/p:perusteluHallitus)">
      <xsl:apply-templates select="$asiakirja/p:tausta/* | $asiakirja/p:tarkoitus/*" mode="lohko"/>
    </xsl:if>
    <!-- Yksi osapuoli ei päätä voimaantulosta: se kuuluu selostukseen. -->
    <xsl:if test="$aihe = 'sopimus' and $sopimus/@alkaa">
      <h3><xsl:value-of select="$sana-voimaantulo"/></h3>
      <p><xsl:call-template name="voimaantulo"/></p>
    </xsl:if>
    <xsl:if test="$aihe = 'suunnitelma'">
      <xsl:call-template name="vastuut"/>
    </xsl:if>
  </xsl:template>

  <!-- Muutosehdotukset osapuolittain -->
  <xsl:template name="muutoksen-selostus">
    <p><xsl:call-template name="muutos-johdanto"/></p>
    <xsl:call-template name="ehdotukset"><xsl:with-param name="taso" select="3"/></xsl:call-template>
  </xsl:template>

  <!-- Arvioidut vaikutukset: kokouksen arvio korvaa hallituksen arvion, ja se yhteisen, samasta näkökulmasta. -->
  <xsl:variable name="omat-arviot" select="$kokous/p:vaikutus
      | $hallituksen-kokous[$toimielin = 'valtuusto'][not(@julkisuus = 'salassa')]/p:vaikutus[not(@laji = $kokous/p:vaikutus/@laji)]"/>

  <xsl:template name="vaikutukset">
    <xsl:variable name="arviot">
      <xsl:for-each select="$omat-arviot | $asiakirja[$aihe = 'sopimus' or $aihe = 'suunnitelma']/p:perusteluHallitus/p:vaikutus[not(@laji = $omat-arviot/@laji)]">
        <xsl:sort select="string-length(substring-before(' talous henkilosto lapset hyvinvointi ilmasto yritykset ', concat(' ', @laji, ' ')))" data-type="number"/>
        <xsl:variable name="koskee"><xsl:call-template name="koskee"/></xsl:variable>
        <xsl:if test="$koskee = '1' or parent::p:kokous">
          <section>
            <h3><xsl:call-template name="vaikutuksen-nimi"/></h3>
            <xsl:apply-templates mode="lohko"/>
          </section>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <!-- Saman näkökulman arviot ovat yhden otsikon alla. -->
    <xsl:for-each select="exsl:node-set($arviot)/xhtml:section">
      <xsl:copy-of select="xhtml:h3[not(. = ../preceding-sibling::*[1]/xhtml:h3)] | *[not(self::xhtml:h3)]"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Seurannan selostus: alueen tulokset, omat vastaukset ja avoimet asiat, muutosehdotukset -->
  <xsl:template name="seurannan-selostus">
    <p>
      <xsl:call-template name="vastanneet-lause"/>
      <xsl:text> </xsl:text>
      <xsl:call-template name="maaraaika-lause"/>
    </p>
    <h3><xsl:value-of select="$sana-seurannan-tulokset"/></h3>
    <xsl:call-template name="toimenpiteet-sanoina"/>
    <h3><xsl:call-template name="osapuolen-vastaukset-otsikko"/></h3>
    <p><xsl:call-template name="osapuoli-vastasi"/></p>
    <xsl:call-template name="kolme-rivia"/>
  </xsl:template>

  <!-- Vastuut luetellaan, jollei perustelussa ole osiota, joka on kirjoitettu juuri tällaiselle osapuolelle. -->
  <xsl:template name="vastuut">
    <xsl:variable name="kerrottu">
      <xsl:for-each select="$suunnitelma/p:perusteluHallitus/p:osio[@osapuolet]">
        <xsl:call-template name="koskee"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="kohdat">
      <xsl:apply-templates select="$suunnitelma/p:toimenpiteet/p:toimenpide" mode="vastuut"/>
    </xsl:variable>
    <xsl:if test="string($kerrottu) = '' and string($kohdat) != ''">
      <h3><xsl:value-of select="$sana-vastuut"/></h3>
      <p class="keep-with-next">
        <xsl:call-template name="vastuut-johdanto">
          <xsl:with-param name="maara" select="count(exsl:node-set($kohdat)/xhtml:dd/xhtml:p)"/>
        </xsl:call-template>
      </p>
      <dl>
        <xsl:copy-of select="$kohdat"/>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:toimenpide" mode="vastuut">
    <xsl:variable name="tahot">
      <xsl:apply-templates select="p:vastuutahot/p:vastuutaho" mode="vastuut"/>
    </xsl:variable>
    <xsl:if test="string($tahot) != ''">
      <dt><xsl:call-template name="toimenpiteen-nimi"/></dt>
      <dd><xsl:copy-of select="$tahot"/></dd>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:vastuutaho" mode="vastuut">
    <xsl:variable name="koskee">
      <xsl:call-template name="koskee"/>
    </xsl:variable>
    <xsl:if test="$koskee = '1'">
      <p><xsl:apply-templates mode="teksti"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="toimivalta">
    <xsl:for-each select="$osapuoli/p:toimivalta[(not(@aihe) or @aihe = $aihe)
        and (not(@toimielin) or (@toimielin = $toimielin and string(@elin) = $elin))]">
      <p><xsl:apply-templates mode="teksti"/></p>
    </xsl:for-each>
  </xsl:template>

  <!-- Hallituksessa esittelee johtaja; nimi kirjoitetaan viivalle, jos sitä ei tunneta. -->
  <xsl:template name="esittelija">
    <xsl:choose>
      <xsl:when test="$kokous/p:esittelija">
        <p>
          <xsl:call-template name="isolla">
            <xsl:with-param name="teksti" select="normalize-space(concat($kokous/p:esittelija/p:tehtava, ' ', $kokous/p:esittelija/p:nimi))"/>
          </xsl:call-template>
        </p>
      </xsl:when>
      <xsl:when test="$toimielin = 'hallitus'">
        <p>
          <xsl:call-template name="muoto-isolla">
            <xsl:with-param name="muodot" select="$johtaja"/>
            <xsl:with-param name="sija" select="'nominatiivi'"/>
          </xsl:call-template>
          <xsl:text> </xsl:text>
          <xsl:call-template name="tayttoviiva"/>
        </p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Hallituksen esitys valtuuston asiassa -->
  <xsl:template name="hallituksen-esitys-osa">
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko">
        <xsl:call-template name="hallituksen-esitys-otsikko"/>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <!-- Tavallinen esitys on sama kuin päätösehdotus. -->
        <xsl:for-each select="$hallituksen-kokous[not(@julkisuus = 'salassa')]/p:paatoskohta[../@paatoskohdat = 'omat' or @korvaa = 'hyvaksyminen']">
          <p><xsl:call-template name="hallituksen-oma-esitys"/></p>
        </xsl:for-each>
        <dl class="compact">
          <xsl:call-template name="paiva-ja-pykala">
            <xsl:with-param name="kokous" select="$hallituksen-kokous"/>
          </xsl:call-template>
          <xsl:if test="$hallituksen-kokous/p:paatos">
            <dt><xsl:value-of select="$sana-paatos"/></dt>
            <dd><xsl:apply-templates select="$hallituksen-kokous" mode="paatos"/></dd>
          </xsl:if>
        </dl>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Nimeääkö osapuoli suunnitelman toimenpiteistä vastaavat -->
  <xsl:variable name="vastaavat-koskee">
    <xsl:for-each select="$suunnitelma/p:toimenpiteet[@vastaavat]">
      <xsl:call-template name="koskee"><xsl:with-param name="lista" select="concat(' ', normalize-space(@vastaavat), ' ')"/></xsl:call-template>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="nimetaan-vastaavat" select="$aihe = 'suunnitelma' and $toimielin != 'valtuusto' and $paattaa and $vastaavat-koskee = '1'
      and not($omin-kohdin or $kokous/p:paatoskohta[@korvaa = 'vastaavat'])"/>

  <!-- Päätösehdotus: asian oma päätös, asiakirjan ja kokouksen muut kohdat, suunnitelmasta lopuksi vastaavat. Yksi kohta on lause,
    useampi numeroitu luettelo. -->
  <xsl:template name="paatosehdotus">
    <xsl:if test="$omin-kohdin and not($kokous/p:paatoskohta)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'paatoskohta'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="maara" select="count(exsl:node-set($kohdat)/kohta)"/>
    <xsl:choose>
      <xsl:when test="$maara = 1 and not($nimetaan-vastaavat)">
        <xsl:call-template name="paatoslause">
          <xsl:with-param name="teksti"><xsl:apply-templates select="exsl:node-set($kohdat)/kohta" mode="sisalto"/></xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <p id="paatoslause" class="keep-with-next"><xsl:call-template name="paatoslauseen-alku"/></p>
        <ol type="1" class="compact">
          <xsl:apply-templates select="exsl:node-set($kohdat)/kohta" mode="luettelo"/>
          <xsl:if test="$nimetaan-vastaavat">
            <li><xsl:value-of select="$sana-nimeta-vastaavat"/></li>
          </xsl:if>
        </ol>
        <xsl:call-template name="vastaavat"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Luettelon viimeisen kohdan perässä on piste, jollei taulukko jatka sitä. -->
  <xsl:template match="kohta" mode="luettelo">
    <li>
      <xsl:apply-templates select="." mode="sisalto"/>
      <xsl:if test="position() = last() and not($nimetaan-vastaavat or @name = 'omat-ehdotukset')"><xsl:call-template name="piste"><xsl:with-param name="teksti" select="string(.)"/></xsl:call-template></xsl:if>
    </li>
  </xsl:template>

  <!-- Tyhjä kohta on asian oma päätös. -->
  <xsl:template match="kohta" mode="sisalto">
    <xsl:choose>
      <xsl:when test="@name = 'omat-ehdotukset'">
        <xsl:call-template name="omat-ehdotukset-paatoksena"/>
        <ul>
          <xsl:for-each select="$omat-ehdotukset">
            <li><xsl:call-template name="isolla"><xsl:with-param name="teksti"><xsl:apply-templates select="." mode="kohde"/></xsl:with-param></xsl:call-template><xsl:value-of select="concat(': ', p:ehdotettuTeksti)"/></li>
          </xsl:for-each>
        </ul>
      </xsl:when>
      <xsl:when test="@name = 'avoimet'"><xsl:call-template name="avoimet-paatoksena"/></xsl:when>
      <xsl:when test="@name = 'seurannan-muutokset'"><xsl:call-template name="seurannan-muutokset-paatoksena"/></xsl:when>
      <xsl:when test="node()"><xsl:copy-of select="node()"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="paatoslauseen-sisalto"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Kunnanhallitus päättää …." -->
  <xsl:template name="paatoslause">
    <xsl:param name="teksti"/>
    <p id="paatoslause">
      <xsl:call-template name="paatoslauseen-alku"/>
      <xsl:text> </xsl:text>
      <xsl:copy-of select="$teksti"/>
      <xsl:call-template name="piste"><xsl:with-param name="teksti" select="string($teksti)"/></xsl:call-template>
    </p>
  </xsl:template>

  <!-- Jokaiselle toimenpiteelle rivi, jolle vastaava ja hänen varansa kirjoitetaan -->
  <xsl:template name="vastaavat">
    <xsl:if test="$nimetaan-vastaavat">
      <table>
        <caption><xsl:value-of select="$sana-vastaavat"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$sana-toimenpide"/></th>
            <th scope="col"><xsl:value-of select="$sana-vastaava"/></th>
            <th scope="col"><xsl:value-of select="$sana-varalla"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$suunnitelma/p:toimenpiteet/p:toimenpide">
            <tr>
              <th scope="row"><xsl:value-of select="concat(@numero, '.&#160;', p:nimi)"/></th>
              <td><xsl:call-template name="tayttoviiva"/></td>
              <td><xsl:call-template name="tayttoviiva"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- Kokouksen liitteet; kun niitä ei ole kerrottu, asiakirja, josta päätetään, tai seurannan raportit. Viimeisenä ohje muutoksenhakuun. -->
  <xsl:template name="liitteet">
    <xsl:variable name="liitteet">
      <xsl:for-each select="$kokous/p:liite">
        <li>
          <xsl:call-template name="liitteen-numero"/>
          <xsl:apply-templates mode="teksti"/>
        </li>
      </xsl:for-each>
      <xsl:if test="not($kokous/p:liite)"><xsl:call-template name="tavalliset-liitteet"/></xsl:if>
      <xsl:if test="$valitus or $oikaisuvaatimus">
        <li><xsl:call-template name="muutoksenhakuohjeen-nimi"/></li>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="string($liitteet) != ''">
      <ul class="compact"><xsl:copy-of select="$liitteet"/></ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tavalliset-liitteet">
    <xsl:choose>
      <xsl:when test="$aihe = 'seuranta'">
        <li><xsl:call-template name="seurantaraportin-otsikko"/></li>
        <li><xsl:call-template name="osapuolen-seurannan-otsikko"/></li>
      </xsl:when>
      <xsl:when test="$aihe = 'muutos'">
        <li><xsl:call-template name="seurantaraportin-otsikko"/></li>
      </xsl:when>
      <xsl:when test="$aihe != 'neuvottelut'">
        <li>
          <xsl:call-template name="muoto-isolla">
            <xsl:with-param name="muodot" select="$asiakirja/p:nimimuodot"/>
            <xsl:with-param name="sija" select="'nominatiivi'"/>
          </xsl:call-template>
        </li>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="oheismateriaali">
    <xsl:if test="$kokous/p:oheismateriaali">
      <ul class="compact">
        <xsl:for-each select="$kokous/p:oheismateriaali">
          <li><xsl:apply-templates mode="teksti"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="muutoksenhaku">
    <p>
      <xsl:choose>
        <xsl:when test="$valitus"><xsl:call-template name="muutoksenhaku-valitus"/></xsl:when>
        <xsl:when test="$oikaisuvaatimus"><xsl:call-template name="muutoksenhaku-oikaisuvaatimus"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="muutoksenhaku-eiMuutoksenhakua"/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <!-- Hallitus ei lähetä otetta omalle valtuustolleen, eikä asia lähde muillekaan, ennen kuin se on päätetty. -->
  <xsl:template name="jakelu">
    <xsl:choose>
      <xsl:when test="$kokous/p:jakelu">
        <xsl:call-template name="saajat">
          <xsl:with-param name="saajat" select="$kokous/p:jakelu[not(@laji = 'tiedoksi')]"/>
          <xsl:with-param name="johdanto" select="$sana-poytakirjanote"/>
        </xsl:call-template>
        <xsl:call-template name="saajat">
          <xsl:with-param name="saajat" select="$kokous/p:jakelu[@laji = 'tiedoksi']"/>
          <xsl:with-param name="johdanto" select="$sana-tiedoksi"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$paattaa and not($jai-auki)">
        <p>
          <xsl:value-of select="concat($sana-poytakirjanote, ': ')"/>
          <xsl:choose>
            <xsl:when test="$aihe = 'neuvottelut'"><xsl:value-of select="$sana-muut-neuvottelijat"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$sana-muut-osapuolet"/></xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="saajat">
    <xsl:param name="saajat"/>
    <xsl:param name="johdanto"/>
    <xsl:choose>
      <xsl:when test="count($saajat) = 1">
        <p>
          <xsl:value-of select="concat($johdanto, ': ')"/>
          <xsl:apply-templates select="$saajat/node()" mode="teksti"/>
        </p>
      </xsl:when>
      <xsl:when test="$saajat">
        <p class="keep-with-next"><xsl:value-of select="concat($johdanto, ':')"/></p>
        <ul class="compact">
          <xsl:for-each select="$saajat">
            <li><xsl:apply-templates mode="teksti"/></li>
          </xsl:for-each>
        </ul>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
