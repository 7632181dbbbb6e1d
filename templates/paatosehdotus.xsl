<?xml version="1.0" encoding="UTF-8"?>
<!-- Päätösehdotus: sopimus hallituksessa ja valtuustossa, suunnitelma ja sen seuranta hallituksessa. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="seuranta.xsl"/>

  <!-- Asiakirja, jota päätös koskee -->
  <xsl:variable name="asiakirja" select="$sopimus[$aihe = 'sopimus'] | $suunnitelma[$aihe = 'suunnitelma' or $aihe = 'seuranta']"/>

  <xsl:variable name="asia">
    <xsl:choose>
      <xsl:when test="$kokous/p:otsikko"><xsl:value-of select="$kokous/p:otsikko"/></xsl:when>
      <xsl:when test="$aihe = 'seuranta'">
        <xsl:call-template name="seurannan-otsikko"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="asian-otsikko">
          <xsl:with-param name="asiakirja" select="$asiakirja"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="nimi" select="$osapuoli/p:nimimuodot/p:nominatiivi"/>

  <xsl:template match="/">
    <xsl:if test="not($asiakirja)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="mika" select="$aihe"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$aihe = 'seuranta'">
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

  <xsl:template name="paiva-ja-pykala">
    <xsl:param name="kokous"/>
    <dt><xsl:value-of select="$sana-kokouspaiva"/></dt>
    <dd>
      <xsl:choose>
        <xsl:when test="$kokous/@paivays">
          <xsl:call-template name="paivays">
            <xsl:with-param name="pvm" select="$kokous/@paivays"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="tayttoviiva"/></xsl:otherwise>
      </xsl:choose>
    </dd>
    <dt><xsl:value-of select="$sana-pykala"/></dt>
    <dd>
      <xsl:choose>
        <xsl:when test="$kokous/@pykala">
          <xsl:call-template name="pykala">
            <xsl:with-param name="numero" select="$kokous/@pykala"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="tayttoviiva"/></xsl:otherwise>
      </xsl:choose>
    </dd>
  </xsl:template>

  <!-- Osat osapuolen järjestyksessä ja nimillä; mainitsematta jääneet sen jälkeen tavallisessa järjestyksessä -->
  <xsl:template name="osat">
    <xsl:for-each select="$osapuoli/p:asettelu/p:osa">
      <xsl:call-template name="yksi-osa">
        <xsl:with-param name="osa" select="@laji"/>
        <xsl:with-param name="otsikko" select="@otsikko"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="loput-osat">
      <xsl:with-param name="jono" select="'selostus toimivalta esittelija paatosehdotus paatos liitteet muutoksenhaku jakelu valmistelija '"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="loput-osat">
    <xsl:param name="jono"/>
    <xsl:variable name="osa" select="substring-before($jono, ' ')"/>
    <xsl:if test="$osa != ''">
      <xsl:if test="not($osapuoli/p:asettelu/p:osa[@laji = $osa])">
        <xsl:call-template name="yksi-osa">
          <xsl:with-param name="osa" select="$osa"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="loput-osat">
        <xsl:with-param name="jono" select="substring-after($jono, ' ')"/>
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
    <xsl:if test="string($sisalto) != ''">
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
      <xsl:when test="$osa = 'selostus' and $aihe = 'seuranta'"><xsl:call-template name="seurannan-selostus"/></xsl:when>
      <xsl:when test="$osa = 'selostus'"><xsl:call-template name="selostus"/></xsl:when>
      <xsl:when test="$osa = 'toimivalta'"><xsl:call-template name="toimivalta"/></xsl:when>
      <xsl:when test="$osa = 'esittelija'"><xsl:call-template name="esittelija"/></xsl:when>
      <xsl:when test="$osa = 'paatosehdotus'"><xsl:call-template name="paatosehdotus"/></xsl:when>
      <xsl:when test="$osa = 'paatos'"><xsl:call-template name="paatos"/></xsl:when>
      <xsl:when test="$osa = 'liitteet'"><xsl:call-template name="liitteet"/></xsl:when>
      <xsl:when test="$osa = 'muutoksenhaku'"><xsl:call-template name="muutoksenhaku"/></xsl:when>
      <xsl:when test="$osa = 'jakelu'"><xsl:call-template name="jakelu"/></xsl:when>
      <xsl:when test="$osa = 'valmistelija'"><xsl:call-template name="valmistelija"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Selostus asiasta -->
  <xsl:template name="selostus">
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
    <xsl:call-template name="avoimet"/>
    <xsl:if test="$kooste/p:muutosehdotus">
      <h3><xsl:value-of select="$sana-muutosehdotukset"/></h3>
      <p><xsl:call-template name="ehdotukset-lause"/></p>
    </xsl:if>
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
      <p class="keep-with-next"><xsl:call-template name="vastuut-johdanto"/></p>
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
    <xsl:if test="$osapuoli/p:toimivalta">
      <p><xsl:apply-templates select="$osapuoli/p:toimivalta/node()" mode="teksti"/></p>
    </xsl:if>
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
    <xsl:variable name="hallituksen-kokous" select="$kokoukset[@toimielin = 'hallitus']"/>
    <xsl:call-template name="osa">
      <xsl:with-param name="otsikko">
        <xsl:call-template name="hallituksen-esitys-otsikko"/>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <p><xsl:call-template name="hallituksen-esitys"/></p>
        <dl class="compact">
          <xsl:call-template name="paiva-ja-pykala">
            <xsl:with-param name="kokous" select="$hallituksen-kokous"/>
          </xsl:call-template>
          <xsl:if test="$hallituksen-kokous/p:paatos">
            <dt><xsl:value-of select="$sana-paatos"/></dt>
            <dd><xsl:apply-templates select="$hallituksen-kokous/p:paatos/node()" mode="teksti"/></dd>
          </xsl:if>
        </dl>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Onko kokouksella koko päätösehdotus, ja nimetäänkö suunnitelman toimenpiteistä vastaavat -->
  <xsl:variable name="omin-kohdin" select="$kokous/@paatoskohdat = 'omat'"/>
  <xsl:variable name="nimetaan-vastaavat" select="$aihe = 'suunnitelma' and not($omin-kohdin)"/>

  <!-- Päätösehdotus: asian oma päätös, asiakirjan ja kokouksen muut kohdat. Yksi kohta on lause, useampi numeroitu luettelo. -->
  <xsl:template name="paatosehdotus">
    <xsl:if test="($omin-kohdin and not($kokous/p:paatoskohta))
        or not($aihe = 'sopimus' or ($toimielin = 'hallitus' and ($aihe = 'suunnitelma' or $aihe = 'seuranta')))">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="mika" select="$sana-puuttuva-paatoslause"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="ydin">
      <xsl:if test="not($omin-kohdin)"><xsl:call-template name="paatoslauseen-sisalto"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="muut"><xsl:call-template name="muut-paatoskohdat"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$omin-kohdin and count($kokous/p:paatoskohta) = 1">
        <p id="paatoslause">
          <xsl:call-template name="paatoslauseen-alku"/>
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="$kokous/p:paatoskohta/node()" mode="teksti"/>
          <xsl:text>.</xsl:text>
        </p>
      </xsl:when>
      <xsl:when test="string($muut) = ''">
        <p id="paatoslause">
          <xsl:if test="$omat-ehdotukset[$aihe = 'seuranta']">
            <xsl:attribute name="class">keep-with-next</xsl:attribute>
          </xsl:if>
          <xsl:call-template name="paatoslauseen-alku"/>
          <xsl:value-of select="concat(' ', $ydin)"/>
          <xsl:if test="not($aihe = 'seuranta' and $omat-ehdotukset)">.</xsl:if>
        </p>
        <xsl:call-template name="ehdotetut-muutokset"/>
      </xsl:when>
      <xsl:otherwise>
        <p id="paatoslause" class="keep-with-next"><xsl:call-template name="paatoslauseen-alku"/></p>
        <ol type="1" class="compact">
          <xsl:if test="string($ydin) != ''">
            <li>
              <p><xsl:value-of select="$ydin"/></p>
              <xsl:call-template name="ehdotetut-muutokset"/>
            </li>
          </xsl:if>
          <xsl:copy-of select="$muut"/>
        </ol>
        <xsl:call-template name="vastaavat"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ehdotetut-muutokset">
    <xsl:if test="$aihe = 'seuranta' and $omat-ehdotukset">
      <ul><xsl:apply-templates select="$omat-ehdotukset" mode="kohta"/></ul>
    </xsl:if>
  </xsl:template>

  <!-- Hallituksen asiakirjassa ovat kaikkien osapuolten yhteiset kohdat, kokouksessa sen omat. Suunnitelmasta nimetään lopuksi vastaavat. -->
  <xsl:template name="muut-paatoskohdat">
    <xsl:if test="$toimielin = 'hallitus' and not($omin-kohdin)">
      <xsl:for-each select="$asiakirja[$aihe != 'seuranta']/p:perusteluHallitus/p:paatoskohta">
        <xsl:variable name="koskee"><xsl:call-template name="koskee"/></xsl:variable>
        <xsl:if test="$koskee = '1'"><xsl:apply-templates select="." mode="kohta"/></xsl:if>
      </xsl:for-each>
    </xsl:if>
    <xsl:apply-templates select="$kokous/p:paatoskohta" mode="kohta"/>
    <xsl:if test="$nimetaan-vastaavat">
      <li><p><xsl:value-of select="$sana-nimeta-vastaavat"/></p></li>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:paatoskohta" mode="kohta">
    <li><p><xsl:apply-templates mode="teksti"/></p></li>
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

  <xsl:template name="paatos">
    <xsl:if test="$kokous/p:paatos">
      <p><xsl:apply-templates select="$kokous/p:paatos/node()" mode="teksti"/></p>
    </xsl:if>
  </xsl:template>

  <!-- Kokouksen liitteet; kun niitä ei ole kerrottu, asiakirja, josta päätetään, tai seurannan raportit -->
  <xsl:template name="liitteet">
    <ul class="compact">
      <xsl:for-each select="$kokous/p:liite">
        <li>
          <xsl:if test="@numero"><xsl:call-template name="liitteen-numero"/></xsl:if>
          <xsl:apply-templates mode="teksti"/>
        </li>
      </xsl:for-each>
      <xsl:if test="not($kokous/p:liite) and $aihe = 'seuranta'">
        <li><xsl:call-template name="seurantaraportin-otsikko"/></li>
        <li><xsl:call-template name="osapuolen-seurannan-otsikko"/></li>
      </xsl:if>
      <xsl:if test="not($kokous/p:liite or $aihe = 'seuranta')">
        <li>
          <xsl:call-template name="muoto-isolla">
            <xsl:with-param name="muodot" select="$asiakirja/p:nimimuodot"/>
            <xsl:with-param name="sija" select="'nominatiivi'"/>
          </xsl:call-template>
        </li>
      </xsl:if>
    </ul>
  </xsl:template>

  <!-- Kokous voi kertoa muutoksenhaun; muuten se seuraa asiasta, toimielimestä ja osapuolen lajista. -->
  <xsl:template name="muutoksenhaku">
    <xsl:variable name="keino" select="$kokous/p:muutoksenhaku"/>
    <p>
      <xsl:choose>
        <xsl:when test="$keino = 'aluevalitus' or (not($keino) and $toimielin = 'valtuusto' and $laji = 'hyvinvointialue')">
          <xsl:call-template name="muutoksenhaku-aluevalitus"/>
        </xsl:when>
        <xsl:when test="$keino = 'kunnallisvalitus' or (not($keino) and $toimielin = 'valtuusto')">
          <xsl:call-template name="muutoksenhaku-kunnallisvalitus"/>
        </xsl:when>
        <xsl:when test="$keino = 'oikaisuvaatimus' or not($keino or $aihe = 'sopimus' or $aihe = 'seuranta')">
          <xsl:call-template name="muutoksenhaku-oikaisuvaatimus"/>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="muutoksenhaku-eiMuutoksenhakua"/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template name="jakelu">
    <xsl:choose>
      <xsl:when test="$kokous/p:jakelu">
        <ul class="compact">
          <xsl:for-each select="$kokous/p:jakelu">
            <li><xsl:apply-templates mode="teksti"/></li>
          </xsl:for-each>
        </ul>
      </xsl:when>
      <!-- Hallitus ei lähetä otetta omalle valtuustolleen. -->
      <xsl:when test="$aihe = 'sopimus' and $toimielin = 'hallitus'"/>
      <xsl:otherwise>
        <p><xsl:value-of select="$sana-jakelu-muille"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="valmistelija">
    <xsl:for-each select="$kokous/p:valmistelija">
      <p>
        <xsl:value-of select="p:nimi"/>
        <xsl:if test="p:tehtava"><xsl:value-of select="concat(', ', p:tehtava)"/></xsl:if>
        <xsl:if test="p:organisaatio"><xsl:value-of select="concat(', ', p:organisaatio)"/></xsl:if>
      </p>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
