<?xml version="1.0" encoding="UTF-8"?>
<!--
  Oikaisuvaatimusohjeen ja valitusosoituksen suomenkieliset lauseet. Kunta: kuntalaki 410/2015, 134–143 §; kuntayhtymänä maakunnan
  liitto samoin; hyvinvointialue: laki hyvinvointialueesta 611/2021, 139–148 §. Määräajan laskeminen: laki 150/1930.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:variable name="sana-asia" select="'Asia'"/>
  <xsl:variable name="sana-nahtavilla" select="'Pöytäkirja nähtävänä alkaen'"/>
  <xsl:variable name="sana-muutoksenhakukeino" select="'Muutoksenhakukeino'"/>
  <xsl:variable name="sana-kuka-saa-hakea" select="'Kuka saa hakea muutosta'"/>
  <xsl:variable name="sana-maaraaika" select="'Määräaika'"/>
  <xsl:variable name="sana-viranomainen" select="'Mihin oikaisuvaatimus toimitetaan'"/>
  <xsl:variable name="sana-valitusviranomainen" select="'Mihin valitus toimitetaan'"/>
  <xsl:variable name="sana-muoto-ja-sisalto" select="'Muoto ja sisältö'"/>
  <xsl:variable name="sana-valitusperusteet" select="'Valitusperusteet'"/>
  <xsl:variable name="sana-oikeudenkayntimaksu" select="'Oikeudenkäyntimaksu'"/>
  <xsl:variable name="sana-poytakirjan-pyytaminen" select="'Mistä pöytäkirjaa voi pyytää'"/>
  <xsl:variable name="sana-postiosoite" select="'Postiosoite'"/>
  <xsl:variable name="sana-kayntiosoite" select="'Käyntiosoite'"/>
  <xsl:variable name="sana-sahkoposti" select="'Sähköposti'"/>
  <xsl:variable name="sana-verkko-osoite" select="'Verkko-osoite'"/>
  <xsl:variable name="sana-puhelinnumero" select="'Puhelin'"/>
  <xsl:variable name="sana-aukioloaika" select="'Aukioloaika'"/>

  <xsl:variable name="on-alue" select="$laji = 'hyvinvointialue'"/>

  <xsl:template name="oikaisuvaatimus-keinona">
    <xsl:if test="$osittain">
      <p>
        <xsl:choose>
          <xsl:when test="count($lopulliset-numerot) = 1">Tämä ohje koskee päätöksen kohtaa </xsl:when>
          <xsl:otherwise>Tämä ohje koskee päätöksen kohtia </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="nimet"><xsl:with-param name="solmut" select="$lopulliset-numerot"/></xsl:call-template>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
    <p>
      <xsl:text>Päätökseen haetaan muutosta kirjallisella oikaisuvaatimuksella (</xsl:text>
      <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="134"/><xsl:with-param name="alue" select="139"/></xsl:call-template>
      <xsl:text>). Päätöksestä ei saa valittaa hallinto-oikeuteen, ennen kuin oikaisuvaatimus on ratkaistu.</xsl:text>
    </p>
  </xsl:template>

  <xsl:template name="valitus-keinona">
    <p>
      <xsl:choose>
        <xsl:when test="$on-alue">Päätökseen haetaan muutosta aluevalituksella (</xsl:when>
        <xsl:otherwise>Päätökseen haetaan muutosta kunnallisvalituksella (</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="135"/><xsl:with-param name="alue" select="140"/></xsl:call-template>
      <xsl:text>).</xsl:text>
    </p>
  </xsl:template>

  <xsl:template name="kuka-saa-hakea">
    <p class="keep-with-next">
      <xsl:text>Muutosta saa hakea (</xsl:text>
      <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="137"/><xsl:with-param name="alue" select="142"/></xsl:call-template>
      <xsl:text>)</xsl:text>
    </p>
    <ul class="compact">
      <li>se, johon päätös on kohdistettu tai jonka oikeuteen, velvollisuuteen tai etuun päätös välittömästi vaikuttaa (asianosainen)</li>
      <xsl:choose>
        <xsl:when test="$on-alue"><li>hyvinvointialueen jäsen, myös hyvinvointialueen alueella oleva kunta.</li></xsl:when>
        <xsl:when test="$laji = 'maakunnanLiitto'">
          <li>liiton jäsenkunta</li>
          <li>jäsenkunnan jäsen.</li>
        </xsl:when>
        <xsl:otherwise><li>kunnan jäsen.</li></xsl:otherwise>
      </xsl:choose>
    </ul>
  </xsl:template>

  <!-- Määräaika, mistä se alkaa ja miten se lasketaan -->
  <xsl:template name="maaraaika">
    <p>
      <xsl:choose>
        <xsl:when test="$valitus">Valitus on tehtävä 30&#160;päivän kuluessa päätöksen tiedoksisaannista (</xsl:when>
        <xsl:otherwise>Oikaisuvaatimus on tehtävä 14&#160;päivän kuluessa päätöksen tiedoksisaannista (</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="138"/><xsl:with-param name="alue" select="143"/></xsl:call-template>
      <xsl:text>). Tiedoksisaantipäivää ei lueta määräaikaan.</xsl:text>
    </p>
    <p>
      <xsl:call-template name="tiedoksisaanti"/>
      <xsl:text> Asianosaisen katsotaan saaneen päätöksestä tiedon seitsemäntenä päivänä siitä, kun kirje lähetettiin, jollei muuta näytetä; viranomaisen tietoon asia on tullut kuitenkin kirjeen saapumispäivänä (</xsl:text>
      <xsl:call-template name="laki"><xsl:with-param name="numero" select="'434/2003'"/></xsl:call-template>
      <xsl:text>, 59&#160;§).</xsl:text>
    </p>
    <p>
      <xsl:text>Jos määräajan viimeinen päivä on pyhäpäivä, itsenäisyyspäivä, vapunpäivä, joulu- tai juhannusaatto tai arkilauantai, määräaika jatkuu seuraavaan arkipäivään (laki&#160;150/1930, 5&#160;§). </xsl:text>
      <xsl:choose>
        <xsl:when test="$valitus">Valituksen</xsl:when>
        <xsl:otherwise>Oikaisuvaatimuksen</xsl:otherwise>
      </xsl:choose>
      <xsl:text> on oltava perillä viimeisenä päivänä ennen aukioloajan päättymistä. Lähettäjä vastaa siitä, että se tulee ajoissa perille.</xsl:text>
    </p>
  </xsl:template>

  <xsl:template name="oikaisuvaatimuksen-sisalto">
    <p class="keep-with-next">
      <xsl:text>Oikaisuvaatimus tehdään kirjallisesti. Siinä on ilmoitettava (</xsl:text>
      <xsl:call-template name="laki"><xsl:with-param name="numero" select="'434/2003'"/></xsl:call-template>
      <xsl:text>, 49&#160;d&#160;§)</xsl:text>
    </p>
    <ul class="compact">
      <li>päätös, johon vaaditaan oikaisua</li>
      <li>millaista oikaisua vaaditaan</li>
      <li>millä perusteilla oikaisua vaaditaan.</li>
    </ul>
  </xsl:template>

  <xsl:template name="valitusperusteet">
    <p class="keep-with-next">
      <xsl:text>Valituksen saa tehdä sillä perusteella, että (</xsl:text>
      <xsl:call-template name="saannos"><xsl:with-param name="kunta" select="135"/><xsl:with-param name="alue" select="140"/></xsl:call-template>
      <xsl:text>)</xsl:text>
    </p>
    <ul class="compact">
      <li>päätös on syntynyt virheellisessä järjestyksessä</li>
      <li>päätöksen tehnyt viranomainen on ylittänyt toimivaltansa</li>
      <li>päätös on muuten lainvastainen.</li>
    </ul>
    <p>Perusteet on esitettävä ennen valitusajan päättymistä.</p>
  </xsl:template>

  <xsl:template name="valituksen-sisalto">
    <p class="keep-with-next">
      <xsl:text>Valitus tehdään kirjallisesti. Siinä on ilmoitettava (</xsl:text>
      <xsl:call-template name="laki"><xsl:with-param name="numero" select="'808/2019'"/></xsl:call-template>
      <xsl:text>, 15&#160;§)</xsl:text>
    </p>
    <ul class="compact">
      <li>päätös, johon haetaan muutosta</li>
      <li>miltä kohdin päätökseen haetaan muutosta ja mitä muutoksia siihen vaaditaan</li>
      <li>millä perusteilla muutoksia vaaditaan</li>
      <li>mihin valitusoikeus perustuu, jos päätös ei kohdistu valittajaan</li>
      <li>valittajan nimi ja yhteystiedot sekä prosessiosoite, johon oikeudenkäynnin asiakirjat voidaan lähettää.</li>
    </ul>
    <p class="keep-with-next">Valitukseen on liitettävä (16&#160;§)</p>
    <ul class="compact">
      <li>päätös valitusosoituksineen</li>
      <li>selvitys siitä, milloin valittaja on saanut päätöksestä tiedon</li>
      <li>asiakirjat, joihin valittaja vetoaa, jollei niitä ole jo toimitettu viranomaiselle.</li>
    </ul>
  </xsl:template>

  <xsl:template name="oikeudenkayntimaksu">
    <p>
      <xsl:value-of select="concat('Hallinto-oikeus perii muutoksenhakijalta oikeudenkäyntimaksun, ', $hallintoOikeus/@oikeudenkayntimaksu, '&#160;euroa. Maksua ei peritä, jos hallinto-oikeus muuttaa päätöstä muutoksenhakijan eduksi (')"/>
      <xsl:call-template name="laki"><xsl:with-param name="numero" select="'1455/2015'"/></xsl:call-template>
      <xsl:text>, 9&#160;§).</xsl:text>
    </p>
  </xsl:template>
</xsl:stylesheet>
