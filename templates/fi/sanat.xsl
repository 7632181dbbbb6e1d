<?xml version="1.0" encoding="UTF-8"?>
<!--
  Suomenkieliset sanat ja lauseet. Taivutusmuodot tulevat aina rekisteristä, sopimuksesta, suunnitelmasta tai
  tiedostosta lajit.xml; tässä ei muodosteta muotoja.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:variable name="sana-ja" select="' ja '"/>
  <xsl:variable name="sana-poytakirjanote" select="'Pöytäkirjanote'"/>
  <xsl:variable name="sana-esimerkkiaineisto" select="'Esimerkki – ei osapuolten hyväksymä teksti'"/>
  <xsl:variable name="sana-versio" select="'versio&#160;'"/>
  <xsl:variable name="sana-puhelin" select="'puhelin '"/>

  <!-- Sopimuksen ja suunnitelman tila sivun päässä -->
  <xsl:template match="@tila[. = 'luonnos']" mode="nimi">luonnos</xsl:template>
  <xsl:template match="@tila[. = 'ehdotus']" mode="nimi">ehdotus</xsl:template>
  <xsl:template match="@tila[. = 'hyvaksytty']" mode="nimi">hyväksytty</xsl:template>

  <xsl:variable name="sana-sisallys" select="'Sisällys'"/>

  <xsl:variable name="pienet" select="'abcdefghijklmnopqrstuvwxyzåäöéüšž'"/>
  <xsl:variable name="isot" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜŠŽ'"/>
  <xsl:variable name="sana-julkinen" select="'julkinen'"/>
  <xsl:variable name="sana-salassa" select="'salassa pidettävä'"/>
  <xsl:variable name="sana-salassa-alku" select="'Salassa pidettävä: '"/>
  <xsl:variable name="sana-osittain-salassa" select="'osittain salassa pidettävä'"/>
  <xsl:variable name="sana-tiedoksi" select="'Tiedoksi'"/>

  <!-- Osion tai koko pykälän salassapito säännöksineen -->
  <xsl:template name="salassa-peruste">
    <xsl:value-of select="concat($sana-salassa-alku, @salassapitoperuste)"/>
  </xsl:template>

  <!-- Virheet -->
  <xsl:template name="virhe-kieli">
    <xsl:call-template name="virhe">
      <xsl:with-param name="tunnus" select="$aineisto/@osapuoli"/>
      <xsl:with-param name="teksti" select="concat('paperille ei ole tekstejä kielellä ”', $aineisto/@kieli, '”')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Päätösehdotuksen osien nimet, kun osapuoli ei ole antanut omaansa -->
  <xsl:template name="osan-nimi">
    <xsl:param name="laji"/>
    <xsl:choose>
      <xsl:when test="$laji = 'valmistelija'">Valmistelija</xsl:when>
      <xsl:when test="$laji = 'selostus'">Selostus asiasta</xsl:when>
      <xsl:when test="$laji = 'toimivalta'">Toimivalta</xsl:when>
      <xsl:when test="$laji = 'esittelija'">Esittelijä</xsl:when>
      <xsl:when test="$laji = 'paatosehdotus'">Päätösehdotus</xsl:when>
      <xsl:when test="$laji = 'paatos'">Päätös</xsl:when>
      <xsl:when test="$laji = 'liitteet'">Liitteet</xsl:when>
      <xsl:when test="$laji = 'muutoksenhaku'">Muutoksenhaku</xsl:when>
      <xsl:when test="$laji = 'jakelu'">Jakelu</xsl:when>
      <xsl:when test="$laji = 'lisatiedot'">Lisätietoja antaa</xsl:when>
      <xsl:when test="$laji = 'aikaisempiKasittely'">Aikaisempi käsittely</xsl:when>
      <xsl:when test="$laji = 'vaikutukset'">Vaikutusten arviointi</xsl:when>
      <xsl:when test="$laji = 'kasittely'">Käsittely</xsl:when>
      <xsl:when test="$laji = 'eriavaMielipide'">Eriävä mielipide</xsl:when>
      <xsl:when test="$laji = 'oheismateriaali'">Oheismateriaali</xsl:when>
      <xsl:when test="$laji = 'taytantoonpano'">Täytäntöönpano</xsl:when>
      <xsl:when test="$laji = 'julkisuus'">Julkisuus</xsl:when>
      <xsl:when test="$laji = 'nahtavillaolo'">Nähtävänäpito</xsl:when>
      <xsl:when test="$laji = 'oikeaksiTodistaminen'">Otteen oikeaksi todistaa</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Päätösehdotuksen kokous ja liitteet -->
  <xsl:variable name="sana-toimielin" select="'Toimielin'"/>
  <xsl:variable name="sana-kokouspaikka" select="'Kokouspaikka'"/>
  <xsl:variable name="sana-kokouspaiva" select="'Kokouspäivä'"/>
  <xsl:variable name="sana-pykala" select="'Pykälä'"/>
  <xsl:variable name="sana-paatos" select="'Päätös'"/>

  <xsl:template name="liitteen-numero">
    <xsl:text>Liite&#160;</xsl:text>
    <xsl:value-of select="@numero"/>
    <xsl:if test="not(@numero)"><xsl:value-of select="count(preceding-sibling::p:liite) + 1"/></xsl:if>
    <xsl:text>: </xsl:text>
  </xsl:template>

  <!-- Asian otsikko: "… yhteistyösopimuksen hyväksyminen" -->
  <xsl:template name="asian-otsikko">
    <xsl:choose>
      <xsl:when test="$aihe = 'seuranta'"><xsl:call-template name="seurannan-otsikko"/></xsl:when>
      <xsl:when test="$aihe = 'neuvottelut'">Hyvinvointialueen ja kuntien neuvottelut yhteistyöstä</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="muoto-isolla">
          <xsl:with-param name="muodot" select="$asiakirja/p:nimimuodot"/>
          <xsl:with-param name="sija" select="'genetiivi'"/>
        </xsl:call-template>
        <xsl:choose>
          <xsl:when test="$aihe = 'muutos'"> muuttaminen</xsl:when>
          <xsl:otherwise> hyväksyminen</xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Mihin vaikutuksia on arvioitu -->
  <xsl:template name="vaikutuksen-nimi">
    <xsl:choose>
      <xsl:when test="@laji = 'talous'">Vaikutukset talouteen</xsl:when>
      <xsl:when test="@laji = 'henkilosto'">Vaikutukset henkilöstöön</xsl:when>
      <xsl:when test="@laji = 'lapset'">Vaikutukset lapsiin ja nuoriin</xsl:when>
      <xsl:when test="@laji = 'hyvinvointi'">Vaikutukset hyvinvointiin ja terveyteen</xsl:when>
      <xsl:when test="@laji = 'ilmasto'">Vaikutukset ilmastoon ja ympäristöön</xsl:when>
      <xsl:otherwise>Vaikutukset yrityksiin</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Suunnitelman muutoksista, joita osapuolet ovat ehdottaneet seurannassa -->
  <xsl:template name="muutos-johdanto">
    <xsl:choose>
      <xsl:when test="$kooste/p:muutosehdotus">
        <xsl:value-of select="concat('Osapuolet ovat ehdottaneet vuoden ', $vuosi, ' seurannassa seuraavia muutoksia.')"/>
        <xsl:if test="$suunnitelman-muutokset"> Kukin suunnitelman muutos tulee voimaan, kun kaikki osapuolet ovat hyväksyneet sen.</xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('Vuoden ', $vuosi, ' seurannassa suunnitelmaan ei ole ehdotettu muutoksia.')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="selostuksen-otsikko">
    <xsl:text>Selostus </xsl:text>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$sopimus/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'elatiivi'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Toimielin lauseen alussa: "Kunnanhallitus" -->
  <xsl:template name="hallitus-alussa">
    <xsl:call-template name="muoto-isolla">
      <xsl:with-param name="muodot" select="$hallitus"/>
      <xsl:with-param name="sija" select="'nominatiivi'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "Joutsan kunnan puolesta" -->
  <xsl:template name="puolesta">
    <xsl:call-template name="osapuolen"/>
    <xsl:text> puolesta</xsl:text>
  </xsl:template>

  <xsl:template name="paattajalle">
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$paattava-toimielin"/>
      <xsl:with-param name="sija" select="'allatiivi'"/>
      <xsl:with-param name="lyhyt" select="true()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "strategisen yhteistyösopimuksen liitteen mukaisena" -->
  <xsl:template name="asiakirja-liitteen-mukaisena">
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$asiakirja/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
    </xsl:call-template>
    <xsl:call-template name="hyvaksymistapa"/>
  </xsl:template>

  <!-- "liitteen mukaisena", tai mitä sopimus sanoo: "yhteistyörakenteiden ja toimintatapojen periaatteiksi" -->
  <xsl:template name="hyvaksymistapa">
    <xsl:choose>
      <xsl:when test="$aihe = 'sopimus' and $sopimus/p:hyvaksymistapa"><xsl:value-of select="concat(' ', $sopimus/p:hyvaksymistapa)"/></xsl:when>
      <xsl:otherwise> liitteen mukaisena</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "valtuustolle, että se Joutsan kunnan puolesta hyväksyy … liitteen mukaisena". Seurannan ja neuvottelujen merkitseminen tiedoksi ei
    ole päätös osapuolen puolesta. -->
  <xsl:template name="esitys-paattajalle">
    <xsl:call-template name="paattajalle"/>
    <xsl:text>, että se </xsl:text>
    <xsl:choose>
      <xsl:when test="$aihe = 'seuranta'"><xsl:call-template name="seurannan-paatos"><xsl:with-param name="verbi" select="'merkitsee '"/></xsl:call-template></xsl:when>
      <xsl:when test="$aihe = 'neuvottelut'">merkitsee <xsl:value-of select="$sana-neuvottelut-tiedoksi"/></xsl:when>
      <xsl:when test="$ei-muutettavaa">merkitsee <xsl:value-of select="$sana-ei-muutettavaa-tiedoksi"/></xsl:when>
      <xsl:when test="$aihe = 'muutos' and not($suunnitelman-muutokset)"><xsl:call-template name="seurannan-muutokset-paatoksena"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="puolesta"/>
        <xsl:text> hyväksyy </xsl:text>
        <xsl:call-template name="hyvaksyttava"/>
        <xsl:if test="$aihe = 'muutos' and $seurannan-muutokset">
          <xsl:text> ja </xsl:text>
          <xsl:call-template name="seurannan-muutokset-paatoksena"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Mitä hyväksytään: asiakirja, tai siihen ehdotetut muutokset, jotka luetellaan -->
  <xsl:template name="hyvaksyttava">
    <xsl:choose>
      <xsl:when test="$aihe = 'muutos'">
        <xsl:call-template name="muoto">
          <xsl:with-param name="muodot" select="$asiakirja/p:nimimuodot"/>
          <xsl:with-param name="sija" select="'genetiivi'"/>
        </xsl:call-template>
        <xsl:call-template name="muutokset-selostuksen-mukaisina"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="asiakirja-liitteen-mukaisena"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Päätösehdotuksen alku: "Kunnanhallitus päättää Joutsan kunnan puolesta". Esitys päättäjälle ja merkitseminen tiedoksi eivät ole
    päätöksiä osapuolen puolesta. -->
  <xsl:template name="paatoslauseen-alku">
    <xsl:call-template name="muoto-isolla">
      <xsl:with-param name="muodot" select="$oma-toimielin"/>
      <xsl:with-param name="sija" select="'nominatiivi'"/>
    </xsl:call-template>
    <xsl:text> päättää</xsl:text>
    <xsl:if test="$paattaa and not($aihe = 'seuranta' or $aihe = 'neuvottelut' or $ei-muutettavaa or $omin-kohdin)">
      <xsl:text> </xsl:text>
      <xsl:call-template name="puolesta"/>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="sana-neuvottelut-tiedoksi" select="'tiedoksi hyvinvointialueesta annetun lain (611/2021) 14&#160;§:n mukaiset neuvottelut'"/>

  <!-- Mitä asiassa päätetään: "hyväksyä … liitteen mukaisena" -->
  <xsl:template name="paatoslauseen-sisalto">
    <xsl:choose>
      <xsl:when test="not($paattaa)">
        <xsl:text>esittää </xsl:text>
        <xsl:call-template name="esitys-paattajalle"/>
      </xsl:when>
      <xsl:when test="$aihe = 'seuranta'"><xsl:call-template name="seurannan-paatos"/></xsl:when>
      <xsl:when test="$aihe = 'neuvottelut'">merkitä <xsl:value-of select="$sana-neuvottelut-tiedoksi"/></xsl:when>
      <xsl:when test="$ei-muutettavaa">merkitä <xsl:value-of select="$sana-ei-muutettavaa-tiedoksi"/></xsl:when>
      <xsl:when test="$aihe = 'muutos' and not($suunnitelman-muutokset)"><xsl:call-template name="seurannan-muutokset-paatoksena"/></xsl:when>
      <xsl:otherwise>
        <xsl:text>hyväksyä </xsl:text>
        <xsl:call-template name="hyvaksyttava"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Toimenpiteistä vastaavat viranhaltijat: nimetään tehtävät, ei henkilöitä. -->
  <xsl:variable name="sana-nimeta-vastaavat" select="'nimetä suunnitelman toimenpiteistä vastaavat viranhaltijat seuraavasti:'"/>
  <xsl:variable name="sana-vastaavat" select="'Toimenpiteistä vastaavat viranhaltijat'"/>
  <xsl:variable name="sana-vastaava" select="'Vastaava'"/>
  <xsl:variable name="sana-varalla" select="'Varalla'"/>

  <xsl:variable name="sana-voimaantulo" select="'Voimaantulo'"/>

  <!-- "Sopimus tulee voimaan 1.1.2026, kun osapuolten valtuustot ovat hyväksyneet sen." Myöhemmin liittyvälle se on jo voimassa. -->
  <xsl:template name="voimaantulo">
    <xsl:variable name="voimassa" select="number(translate($kokous/@paivays, '-', '')) &gt; number(translate($sopimus/@alkaa, '-', ''))"/>
    <xsl:choose>
      <xsl:when test="$voimassa">Sopimus on tullut voimaan </xsl:when>
      <xsl:otherwise>Sopimus tulee voimaan </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="paivays">
      <xsl:with-param name="pvm" select="$sopimus/@alkaa"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$voimassa"/>
      <xsl:when test="$hanke/p:paattajat/p:paattaja[@aihe = 'sopimus']">, kun osapuolet ovat hyväksyneet sen</xsl:when>
      <xsl:otherwise>, kun osapuolten valtuustot ovat hyväksyneet sen</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$sopimus/@paattyy">
      <xsl:if test="not($voimassa)">,</xsl:if>
      <xsl:text> ja on voimassa </xsl:text>
      <xsl:call-template name="paivays">
        <xsl:with-param name="pvm" select="$sopimus/@paattyy"/>
      </xsl:call-template>
      <xsl:text> saakka</xsl:text>
    </xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <xsl:template name="hallituksen-oma-esitys">
    <xsl:call-template name="hallitus-alussa"/>
    <xsl:text> päättää </xsl:text>
    <xsl:apply-templates mode="teksti"/>
    <xsl:call-template name="piste"><xsl:with-param name="teksti" select="."/></xsl:call-template>
  </xsl:template>

  <!-- Valtuuston asiassa: "Kunnanhallituksen esitys" ja mitä hallitus esittää -->
  <xsl:template name="hallituksen-esitys-otsikko">
    <xsl:call-template name="muoto-isolla">
      <xsl:with-param name="muodot" select="$hallitus"/>
      <xsl:with-param name="sija" select="'genetiivi'"/>
    </xsl:call-template>
    <xsl:text> esitys</xsl:text>
  </xsl:template>

  <!-- Muutoksenhaku -->
  <xsl:template name="muutoksenhakuohjeen-nimi">
    <xsl:choose>
      <xsl:when test="$oikaisuvaatimus">Oikaisuvaatimusohje</xsl:when>
      <xsl:when test="$valitus">Valitusosoitus</xsl:when>
      <xsl:otherwise>Ilmoitus muutoksenhakukiellosta</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Lain nimi ja numero: "kuntalaki 410/2015". Nimi on säädösluettelossa, jos hankkeella on se. -->
  <xsl:template name="laki">
    <xsl:param name="numero"/>
    <xsl:variable name="nimi" select="$aineisto/p:saadokset/p:saadostieto[@numero = $numero]/p:saadosnimi[@kieli = 'fi'][1]"/>
    <xsl:choose>
      <xsl:when test="$nimi"><xsl:value-of select="concat(translate(substring($nimi, 1, 1), $isot, $pienet), substring($nimi, 2))"/></xsl:when>
      <xsl:when test="$numero = '410/2015'">kuntalaki</xsl:when>
      <xsl:when test="$numero = '611/2021'">laki hyvinvointialueesta</xsl:when>
      <xsl:when test="$numero = '434/2003'">hallintolaki</xsl:when>
      <xsl:when test="$numero = '808/2019'">laki oikeudenkäynnistä hallintoasioissa</xsl:when>
      <xsl:when test="$numero = '1455/2015'">tuomioistuinmaksulaki</xsl:when>
      <xsl:otherwise>laki</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('&#160;', $numero)"/>
  </xsl:template>

  <!-- Säännös kunnan ja maakunnan liiton laissa tai hyvinvointialueen omassa: "kuntalaki 410/2015, 136 §" -->
  <xsl:template name="saannos">
    <xsl:param name="kunta"/>
    <xsl:param name="alue"/>
    <xsl:choose>
      <xsl:when test="$laji = 'hyvinvointialue'">
        <xsl:call-template name="laki"><xsl:with-param name="numero" select="'611/2021'"/></xsl:call-template>
        <xsl:value-of select="concat(', ', $alue, '&#160;§')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="laki"><xsl:with-param name="numero" select="'410/2015'"/></xsl:call-template>
        <xsl:value-of select="concat(', ', $kunta, '&#160;§')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="muutoksenhaku-eiMuutoksenhakua">
    <xsl:text>Päätökseen ei saa hakea muutosta, koska se koskee vain valmistelua</xsl:text>
    <xsl:if test="$paattaa and not($jai-auki)"> tai täytäntöönpanoa</xsl:if>
    <xsl:text> (</xsl:text>
    <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="136"/><xsl:with-param name="alue" select="141"/></xsl:call-template>
    <xsl:text>).</xsl:text>
  </xsl:template>

  <!-- Osa kohdista voi olla valmistelua, vaikka muista toimielin päättää itse. -->
  <xsl:template name="muutoksenhaku-oikaisuvaatimus">
    <xsl:choose>
      <xsl:when test="$osittain">
        <xsl:text>Päätökseen ei saa hakea muutosta siltä osin kuin se koskee vain valmistelua tai täytäntöönpanoa (</xsl:text>
        <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="136"/><xsl:with-param name="alue" select="141"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="count($lopulliset-numerot) = 1">). Päätöksen kohtaan </xsl:when>
          <xsl:otherwise>). Päätöksen kohtiin </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="$lopulliset-numerot"/></xsl:call-template>
        <xsl:text> tyytymätön voi tehdä </xsl:text>
      </xsl:when>
      <xsl:otherwise>Päätökseen tyytymätön voi tehdä </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="muoto">
      <xsl:with-param name="muodot" select="$oma-toimielin"/>
      <xsl:with-param name="sija" select="'allatiivi'"/>
    </xsl:call-template>
    <xsl:text> oikaisuvaatimuksen 14&#160;päivän kuluessa päätöksen tiedoksisaannista (</xsl:text>
    <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="'134 ja 138'"/><xsl:with-param name="alue" select="'139 ja 143'"/></xsl:call-template>
    <xsl:text>). </xsl:text>
    <xsl:call-template name="tiedoksisaanti"/>
    <xsl:text> Oikaisuvaatimusohje liitetään päätökseen.</xsl:text>
  </xsl:template>

  <!-- Milloin määräaika alkaa: kuntalaki 140 §, laki hyvinvointialueesta 145 § -->
  <xsl:template name="tiedoksisaanti">
    <xsl:choose>
      <xsl:when test="$laji = 'hyvinvointialue'">Hyvinvointialueen jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa (145&#160;§).</xsl:when>
      <xsl:when test="$laji = 'maakunnanLiitto'">Jäsenkunnan ja sen jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa (140&#160;§).</xsl:when>
      <xsl:otherwise>Kunnan jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa (140&#160;§).</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="muutoksenhaku-valitus">
    <xsl:text>Päätökseen haetaan muutosta </xsl:text>
    <xsl:choose>
      <xsl:when test="$laji = 'hyvinvointialue'">aluevalituksella</xsl:when>
      <xsl:otherwise>kunnallisvalituksella</xsl:otherwise>
    </xsl:choose>
    <xsl:text> hallinto-oikeudelta 30&#160;päivän kuluessa päätöksen tiedoksisaannista (</xsl:text>
    <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="'135 ja 138'"/><xsl:with-param name="alue" select="'140 ja 143'"/></xsl:call-template>
    <xsl:text>). </xsl:text>
    <xsl:call-template name="tiedoksisaanti"/>
    <xsl:text> Valitusosoitus liitetään päätökseen.</xsl:text>
  </xsl:template>

  <!-- Kenelle ote annetaan, kun kokous ei kerro muuta -->
  <xsl:variable name="sana-muut-osapuolet" select="'muut sopimuksen osapuolet'"/>
  <xsl:variable name="sana-muut-neuvottelijat" select="'muut neuvottelujen osapuolet'"/>

  <!-- Mistä osapuoli vastaa suunnitelmassa -->
  <xsl:variable name="sana-vastuut" select="'Vastuut toimenpiteittäin'"/>

  <xsl:template name="vastuut-johdanto">
    <xsl:param name="maara"/>
    <xsl:text>Suunnitelman toimenpiteissä </xsl:text>
    <xsl:call-template name="osapuolen">
      <xsl:with-param name="sija" select="'partitiivi'"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$maara = 1"> koskee seuraava vastuu:</xsl:when>
      <xsl:otherwise> koskevat seuraavat vastuut:</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Sopimus -->
  <xsl:variable name="sana-sopimuksen-osapuolet" select="'Sopimuksen osapuolet'"/>
  <xsl:variable name="sana-tausta" select="'Tausta'"/>
  <xsl:variable name="sana-sopimuksen-tarkoitus" select="'Sopimuksen tarkoitus'"/>
  <xsl:variable name="sana-yhteiset-tavoitteet" select="'Yhteiset tavoitteet'"/>
  <xsl:variable name="sana-yhteistyon-periaatteet" select="'Yhteistyön periaatteet'"/>
  <xsl:variable name="sana-yhteistyon-rakenteet" select="'Yhteistyön rakenteet'"/>
  <xsl:variable name="sana-seuranta" select="'Seuranta'"/>
  <xsl:variable name="sana-neuvottelut-ja-valmistelu" select="'Neuvottelut ja valmistelu'"/>
  <xsl:variable name="sana-voimassaolo-ja-muuttaminen" select="'Voimassaolo ja muuttaminen'"/>
  <xsl:variable name="sana-allekirjoitukset" select="'Allekirjoitukset'"/>
  <xsl:variable name="sana-osapuolet-johdanto" select="'Tämän sopimuksen osapuolet ovat:'"/>
  <xsl:variable name="sana-tyoryhma" select="'Työryhmä'"/>
  <xsl:variable name="sana-osapuoli" select="'Osapuoli'"/>
  <xsl:variable name="sana-osapuolten-allekirjoitukset" select="'Osapuolten päätökset ja allekirjoitukset'"/>
  <xsl:variable name="sana-ei-hyvaksytty" select="', ei hyväksytty'"/>
  <xsl:variable name="sana-allekirjoituspaiva" select="'Päivä'"/>
  <xsl:variable name="sana-allekirjoitus" select="'Allekirjoitus ja nimenselvennys'"/>

  <!-- "Tavoitekokonaisuus 1: Osallisuus ja yhteisöllisyys" -->
  <xsl:template match="p:tavoitekokonaisuus" mode="nimi">
    <xsl:value-of select="concat('Tavoitekokonaisuus&#160;', count(preceding-sibling::p:tavoitekokonaisuus) + 1, ': ')"/>
    <xsl:apply-templates select="p:otsikko" mode="teksti"/>
  </xsl:template>

  <xsl:template name="neuvottelut-lause">
    <xsl:text>Neuvotteluista säädetään </xsl:text>
    <xsl:apply-templates select="$sopimus/p:neuvottelut/p:saadosviite" mode="teksti"/>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <xsl:template match="p:koollekutsuja" mode="nimike">Koollekutsuja</xsl:template>
  <xsl:template match="p:osallistujat" mode="nimike">Osallistujat</xsl:template>
  <xsl:template match="p:jasenet" mode="nimike">Jäsenet</xsl:template>
  <xsl:template match="p:kokoontuminen" mode="nimike">Kokoontuminen</xsl:template>

  <!-- Suunnitelma -->
  <xsl:variable name="sana-valtuustokausi" select="concat('Valtuustokausi ', $suunnitelma/@kausiAlkaa, '–', $suunnitelma/@kausiPaattyy)"/>
  <xsl:variable name="sana-suunnitelman-tausta" select="'Suunnitelman tausta ja tarkoitus'"/>
  <xsl:variable name="sana-lainsaadanto" select="'Yhdyspintoja määrittävä lainsäädäntö'"/>
  <xsl:variable name="sana-sopimuksen-tavoitteet" select="'Yhteistyösopimuksen tavoitteet'"/>
  <xsl:variable name="sana-toimenpiteet-vastuutahot-ja-seuranta" select="'Toimenpiteet, vastuutahot ja seuranta'"/>
  <xsl:variable name="sana-yhdyspintojen-rakenteet" select="'Yhdyspintojen yhteistyön rakenteet'"/>
  <xsl:variable name="sana-hyvaksynta-ja-paivitys" select="'Hyväksyntä ja päivitys'"/>
  <xsl:variable name="sana-saadokset" select="'Yhdyspintoja määrittävät säädökset'"/>
  <xsl:variable name="sana-muut-saadokset" select="'Muut säännökset ja sisällöt, joita suunnitelman luettelossa ei ole'"/>
  <xsl:variable name="sana-saados-ja-pykalat" select="'Säädös ja pykälät'"/>
  <xsl:variable name="sana-sisalto" select="'Sisältö'"/>
  <xsl:variable name="sana-koko-saados" select="'koko säädös'"/>
  <xsl:variable name="sana-voimaan" select="', voimaan '"/>
  <xsl:variable name="sana-kuvaus" select="'Kuvaus'"/>
  <xsl:variable name="sana-vastuutahot" select="'Vastuutahot'"/>
  <xsl:variable name="sana-alue" select="'Alue'"/>
  <xsl:variable name="sana-maara" select="'Määrä'"/>
  <xsl:variable name="sana-kunnat" select="'Kunnat'"/>

  <xsl:template name="toimenpiteen-nimi">
    <xsl:value-of select="concat('Toimenpide&#160;', @numero, ': ', p:nimi)"/>
  </xsl:template>

  <xsl:template name="mittaritaulukon-nimi"><xsl:value-of select="concat('Seuranta: toimenpiteen ', ../@numero, ' mittarit')"/></xsl:template>

  <xsl:template name="aluetaulukon-nimi"><xsl:value-of select="concat('Alueet: ', ../p:nimi)"/></xsl:template>

  <!-- Mittarit suunnitelmassa ja seurannassa -->
  <xsl:variable name="sana-mittari" select="'Mittari'"/>
  <xsl:variable name="sana-vastaus" select="'Vastaus'"/>
  <xsl:variable name="sana-tavoite" select="'Tavoite'"/>
  <xsl:variable name="sana-raportoija" select="'Raportoija'"/>
  <xsl:variable name="sana-lahde" select="'Lähde'"/>

  <!-- Mittarin vastaus sanoina -->
  <xsl:template name="mittarin-laji">
    <xsl:choose>
      <xsl:when test="@laji = 'kyllaEi'">kyllä tai ei</xsl:when>
      <xsl:when test="@laji = 'tehtyEiTehty'">tehty tai ei tehty</xsl:when>
      <xsl:when test="@laji = 'lukumaara'">lukumäärä</xsl:when>
      <xsl:when test="@laji = 'osuus'">osuus</xsl:when>
      <xsl:when test="@laji = 'mittausarvo'">mittausarvo</xsl:when>
      <xsl:otherwise>sanallinen arvio</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@yksikko and not(p:tavoitearvo)"><xsl:value-of select="concat(' (', @yksikko, ')')"/></xsl:if>
  </xsl:template>

  <!-- "2–3", "vähintään 50" -->
  <xsl:template name="tavoiterajat">
    <xsl:variable name="ala" select="translate(p:tavoitearvo/@alaraja, '.', ',')"/>
    <xsl:variable name="yla" select="translate(p:tavoitearvo/@ylaraja, '.', ',')"/>
    <xsl:choose>
      <xsl:when test="$ala = $yla"><xsl:value-of select="$ala"/></xsl:when>
      <xsl:when test="$yla = ''">vähintään <xsl:value-of select="$ala"/></xsl:when>
      <xsl:when test="$ala = ''">enintään <xsl:value-of select="$yla"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($ala, '–', $yla)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "2–3 kertaa vuodessa" -->
  <xsl:template name="tavoitearvo">
    <xsl:call-template name="tavoiterajat"/>
    <xsl:if test="@yksikko"><xsl:value-of select="concat('&#160;', @yksikko)"/></xsl:if>
    <xsl:choose>
      <xsl:when test="p:tavoitearvo/@jakso = 'vuosi'"> vuodessa</xsl:when>
      <xsl:when test="p:tavoitearvo/@jakso = 'kausi'"> valtuustokaudessa</xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
