<?xml version="1.0" encoding="UTF-8"?>
<!-- Suunnitelma, liitteenä kaikkien osapuolten päätöksissä. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="p">

  <xsl:include href="yhteiset.xsl"/>
  <xsl:include href="luvut.xsl"/>

  <xsl:variable name="lukujen-runko">
    <luku id="tausta" nimi="{$sana-suunnitelman-tausta}" xmlns=""/>
    <xsl:if test="$suunnitelma/p:lainsaadanto">
      <luku id="lainsaadanto" nimi="{$sana-lainsaadanto}" xmlns=""/>
    </xsl:if>
    <xsl:if test="$suunnitelma/p:periaatteet">
      <luku id="periaatteet" nimi="{$sana-yhteistyon-periaatteet}" xmlns=""/>
    </xsl:if>
    <xsl:if test="$suunnitelma/p:tavoitteet">
      <luku id="tavoitteet" nimi="{$sana-sopimuksen-tavoitteet}" xmlns=""/>
    </xsl:if>
    <luku id="toimenpiteet" nimi="{$sana-toimenpiteet-vastuutahot-ja-seuranta}" xmlns="">
      <xsl:for-each select="$suunnitelma/p:toimenpiteet/p:toimenpide">
        <luku id="toimenpide-{@numero}">
          <xsl:attribute name="nimi"><xsl:apply-templates select="." mode="nimi"/></xsl:attribute>
        </luku>
      </xsl:for-each>
    </luku>
    <xsl:if test="$suunnitelma/p:rajapinnat">
      <luku id="rajapinnat" nimi="{$sana-yhdyspintojen-rakenteet}" xmlns="">
        <xsl:for-each select="$suunnitelma/p:rajapinnat/p:rajapinta">
          <luku id="rajapinta-{@tunnus}">
            <xsl:attribute name="nimi"><xsl:apply-templates select="." mode="nimi"/></xsl:attribute>
          </luku>
        </xsl:for-each>
      </luku>
    </xsl:if>
    <xsl:if test="$suunnitelma/p:hyvaksynta or $suunnitelma/p:paivitys or $suunnitelma/p:tyoryhma">
      <luku id="hyvaksynta" nimi="{$sana-hyvaksynta-ja-paivitys}" xmlns=""/>
    </xsl:if>
  </xsl:variable>

  <xsl:template match="p:toimenpide" mode="nimi">
    <xsl:call-template name="toimenpiteen-nimi"/>
  </xsl:template>

  <xsl:template match="p:rajapinta" mode="nimi">
    <xsl:number count="p:rajapinta" format="a"/>
    <xsl:value-of select="concat(')&#160;', p:nimi)"/>
  </xsl:template>

  <xsl:variable name="otsikko">
    <xsl:call-template name="muoto-isolla">
      <xsl:with-param name="muodot" select="$suunnitelma/p:nimimuodot"/>
      <xsl:with-param name="sija" select="'nominatiivi'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:template match="/">
    <xsl:if test="not($suunnitelma)">
      <xsl:call-template name="virhe-puuttuu">
        <xsl:with-param name="elementti" select="'suunnitelma'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="sivu">
      <xsl:with-param name="otsikko" select="string($otsikko)"/>
      <xsl:with-param name="luvuilla" select="true()"/>
      <xsl:with-param name="asiakirja" select="$suunnitelma"/>
      <xsl:with-param name="laatija" select="$hanke/p:nimi"/>
      <xsl:with-param name="aiheet">
        <xsl:call-template name="nimet">
          <xsl:with-param name="solmut" select="$suunnitelma/p:rajapinnat/p:rajapinta/p:nimi"/>
          <xsl:with-param name="viimeinen" select="', '"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="sisalto">
        <h1><xsl:value-of select="$otsikko"/></h1>
        <xsl:call-template name="kausi"/>
        <xsl:call-template name="sisallys"/>
        <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'tausta'"/></xsl:call-template>
        <xsl:apply-templates select="$suunnitelma/p:tausta/*" mode="lohko"/>
        <xsl:apply-templates select="$suunnitelma/p:lainsaadanto" mode="luku"/>
        <xsl:apply-templates select="$suunnitelma/p:periaatteet" mode="luku"/>
        <xsl:apply-templates select="$suunnitelma/p:tavoitteet" mode="luku"/>
        <xsl:apply-templates select="$suunnitelma/p:toimenpiteet" mode="luku"/>
        <xsl:apply-templates select="$suunnitelma/p:rajapinnat" mode="luku"/>
        <xsl:call-template name="hyvaksynta"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="kausi">
    <xsl:if test="$suunnitelma/@kausiAlkaa and $suunnitelma/@kausiPaattyy">
      <p class="lead">
        <xsl:value-of select="$sana-valtuustokausi"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Lainsäädäntö: säädös kerran, sen pykälät allekkain -->
  <xsl:template match="p:lainsaadanto" mode="luku">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'lainsaadanto'"/></xsl:call-template>
    <xsl:call-template name="saadostaulukko"><xsl:with-param name="nimi" select="$sana-saadokset"/></xsl:call-template>
    <xsl:for-each select="p:muutSaadokset">
      <xsl:call-template name="saadostaulukko"><xsl:with-param name="nimi" select="$sana-muut-saadokset"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="saadostaulukko">
    <xsl:param name="nimi"/>
    <xsl:apply-templates select="p:johdanto/*" mode="lohko"/>
    <table>
      <caption><xsl:value-of select="$nimi"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-saados-ja-pykalat"/></th>
          <th scope="col"><xsl:value-of select="$sana-sisalto"/></th>
        </tr>
      </thead>
      <xsl:apply-templates select="p:saados" mode="luku"/>
    </table>
  </xsl:template>

  <!-- Säädös, jossa on monta kohtaa, on niiden yläpuolella, koska nimet ovat pitkiä; muu on kohtansa rivillä. -->
  <xsl:template match="p:saados" mode="luku">
    <tbody>
      <tr>
        <th scope="rowgroup" colspan="2"><xsl:call-template name="saadoksen-nimi"/></th>
      </tr>
      <xsl:for-each select="p:pykalaviite">
        <tr>
          <th scope="row"><xsl:call-template name="pykalat"/></th>
          <td><xsl:apply-templates mode="teksti"/></td>
        </tr>
      </xsl:for-each>
    </tbody>
  </xsl:template>

  <xsl:template match="p:saados[count(p:pykalaviite) &lt; 2]" mode="luku">
    <tbody>
      <tr>
        <th scope="row">
          <xsl:call-template name="saadoksen-nimi"/>
          <xsl:text>, </xsl:text>
          <xsl:for-each select="p:pykalaviite"><xsl:call-template name="pykalat"/></xsl:for-each>
          <xsl:if test="not(p:pykalaviite)"><xsl:value-of select="$sana-koko-saados"/></xsl:if>
        </th>
        <td><xsl:apply-templates select="p:pykalaviite/node()" mode="teksti"/></td>
      </tr>
    </tbody>
  </xsl:template>

  <xsl:template name="saadoksen-nimi">
    <xsl:apply-templates select="p:nimi" mode="teksti"/>
    <xsl:value-of select="concat(' ', @numero)"/>
    <xsl:if test="@voimaan">
      <xsl:value-of select="$sana-voimaan"/>
      <xsl:call-template name="paivays">
        <xsl:with-param name="pvm" select="@voimaan"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="pykalat">
    <xsl:choose>
      <xsl:when test="@pykalat">
        <xsl:call-template name="pykala">
          <xsl:with-param name="numero" select="@pykalat"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$sana-koko-saados"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Tavoitteet sopimuksesta, lähtökohtineen -->
  <xsl:template match="p:tavoitteet" mode="luku">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'tavoitteet'"/></xsl:call-template>
    <xsl:apply-templates select="p:johdanto/*" mode="lohko"/>
    <xsl:for-each select="$sopimus/p:tavoitekokonaisuus">
      <h3><xsl:apply-templates select="." mode="nimi"/></h3>
      <dl>
        <xsl:for-each select="p:tavoite">
          <xsl:call-template name="numeroitu-tavoite">
            <xsl:with-param name="sisalto">
              <xsl:apply-templates select="p:kuvaus/*[position() &lt; last() or not(self::p:kappale)]" mode="lohko"/>
              <!-- Päämäärä jatkaa lähtökohdan kappaletta. -->
              <p>
                <xsl:apply-templates select="p:kuvaus/p:kappale[not(following-sibling::*)]/node()" mode="teksti"/>
                <xsl:text> </xsl:text>
                <xsl:apply-templates select="p:paamaara/node()" mode="teksti"/>
              </p>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </dl>
    </xsl:for-each>
    <xsl:apply-templates select="p:osio" mode="lohko"/>
  </xsl:template>

  <!-- Toimenpiteet -->
  <xsl:template match="p:toimenpiteet" mode="luku">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'toimenpiteet'"/></xsl:call-template>
    <xsl:apply-templates select="p:johdanto/*" mode="lohko"/>
    <xsl:apply-templates select="p:toimenpide" mode="luku"/>
  </xsl:template>

  <xsl:template match="p:toimenpide" mode="luku">
    <h3 id="toimenpide-{@numero}"><xsl:apply-templates select="." mode="nimi"/></h3>
    <xsl:variable name="alku" select="p:kuvaus/*[1][self::p:kappale]"/>
    <p>
      <span class="label"><xsl:value-of select="concat($sana-kuvaus, ':')"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="$alku/node()" mode="teksti"/>
    </p>
    <xsl:apply-templates select="p:kuvaus/*[position() &gt; count($alku)]" mode="lohko">
      <xsl:with-param name="taso" select="5"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="p:vastuutahot" mode="luku"/>
    <xsl:apply-templates select="p:mittarit" mode="luku"/>
  </xsl:template>

  <!-- Yksi taho on nimikkeensä rivillä, useampi luettelona. -->
  <xsl:template match="p:vastuutahot" mode="luku">
    <xsl:variable name="yksi" select="p:vastuutaho[last() = 1]"/>
    <p>
      <span class="label"><xsl:value-of select="concat($sana-vastuutahot, ':')"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="$yksi/node()" mode="teksti"/>
    </p>
    <xsl:if test="not($yksi)">
      <ul>
        <xsl:for-each select="p:vastuutaho">
          <li><xsl:apply-templates mode="teksti"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- Suunnitelman mittarit. Kuka mihinkin vastaa, on seurannan asia; nimetystä mittarista myös se, millainen vastaus on. -->
  <xsl:template match="p:mittarit" mode="luku">
    <xsl:variable name="vastauksia" select="boolean(p:mittari[not(p:nimi)])"/>
    <xsl:variable name="tavoitteita" select="boolean(p:mittari/p:tavoitearvo)"/>
    <xsl:variable name="lahteita" select="boolean(p:mittari/p:lahde)"/>
    <table>
      <caption><xsl:call-template name="mittaritaulukon-nimi"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-mittari"/></th>
          <xsl:if test="$vastauksia">
            <th scope="col"><xsl:value-of select="$sana-vastaus"/></th>
          </xsl:if>
          <xsl:if test="$tavoitteita">
            <th scope="col"><xsl:value-of select="$sana-tavoite"/></th>
          </xsl:if>
          <xsl:if test="$lahteita">
            <th scope="col"><xsl:value-of select="$sana-lahde"/></th>
          </xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="p:mittari">
          <tr>
            <th scope="row"><xsl:apply-templates select="p:nimi | p:kysymys[not(../p:nimi)]" mode="teksti"/></th>
            <xsl:if test="$vastauksia">
              <td>
                <xsl:if test="not(p:nimi)"><xsl:call-template name="mittarin-laji"/></xsl:if>
              </td>
            </xsl:if>
            <xsl:if test="$tavoitteita">
              <td>
                <xsl:if test="p:tavoitearvo"><xsl:call-template name="tavoitearvo"/></xsl:if>
              </td>
            </xsl:if>
            <xsl:if test="$lahteita">
              <td><xsl:apply-templates select="p:lahde" mode="teksti"/></td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Yhdyspinnat ja niiden verkostot -->
  <xsl:template match="p:rajapinnat" mode="luku">
    <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'rajapinnat'"/></xsl:call-template>
    <xsl:apply-templates select="p:johdanto/*" mode="lohko"/>
    <xsl:apply-templates select="p:rajapinta" mode="luku"/>
  </xsl:template>

  <xsl:template match="p:rajapinta" mode="luku">
    <h3 id="rajapinta-{@tunnus}"><xsl:apply-templates select="." mode="nimi"/></h3>
    <xsl:apply-templates select="p:kuvaus/* | p:tehtavat/*" mode="lohko">
      <xsl:with-param name="taso" select="4"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="p:verkosto | p:osio" mode="lohko">
      <xsl:with-param name="taso" select="4"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="p:verkosto" mode="lohko">
    <h4><em><xsl:apply-templates select="p:nimi" mode="teksti"/></em></h4>
    <xsl:apply-templates select="p:kuvaus/*" mode="lohko">
      <xsl:with-param name="taso" select="5"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="p:jasenet | p:koollekutsuja | p:kokoontuminen" mode="nimetty"/>
    <xsl:apply-templates select="p:aluejako" mode="luku"/>
    <xsl:apply-templates select="p:osio" mode="lohko">
      <xsl:with-param name="taso" select="5"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Alueet: määrä- ja kuntasarake vain, kun jollakin alueella on sellainen tieto -->
  <xsl:template match="p:aluejako" mode="luku">
    <xsl:variable name="lukuja" select="boolean(p:verkostoalue/p:luku)"/>
    <xsl:variable name="kuntia" select="boolean(p:verkostoalue[@osapuolet or p:muuKunta])"/>
    <xsl:apply-templates select="p:johdanto/*" mode="lohko">
      <xsl:with-param name="taso" select="5"/>
    </xsl:apply-templates>
    <table>
      <caption><xsl:call-template name="aluetaulukon-nimi"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$sana-alue"/></th>
          <xsl:if test="$lukuja">
            <th scope="col"><xsl:value-of select="$sana-maara"/></th>
          </xsl:if>
          <xsl:if test="$kuntia">
            <th scope="col"><xsl:value-of select="$sana-kunnat"/></th>
          </xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="p:verkostoalue">
          <tr>
            <th scope="row"><xsl:apply-templates select="p:nimi" mode="teksti"/></th>
            <xsl:if test="$lukuja">
              <td>
                <xsl:if test="p:luku"><xsl:value-of select="concat(p:luku, '&#160;', p:luku/@yksikko)"/></xsl:if>
              </td>
            </xsl:if>
            <xsl:if test="$kuntia">
              <td><xsl:call-template name="alueen-kunnat"/></td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="alueen-kunnat">
    <xsl:variable name="lista" select="concat(' ', normalize-space(@osapuolet), ' ')"/>
    <xsl:call-template name="nimet">
      <xsl:with-param name="solmut" select="$osapuolet[contains($lista, concat(' ', @tunnus, ' '))
          or contains($lista, concat(' ', @laji, ' ')) or contains($lista, ' kaikki ')
          or (contains($lista, ' kunnat ') and (@laji = 'kunta' or @laji = 'kaupunki'))]/p:paikka/p:nominatiivi | p:muuKunta"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="hyvaksynta">
    <xsl:if test="$luvut[@id = 'hyvaksynta']">
      <xsl:call-template name="luvun-otsikko"><xsl:with-param name="id" select="'hyvaksynta'"/></xsl:call-template>
      <xsl:apply-templates select="$suunnitelma/p:hyvaksynta/*" mode="lohko"/>
      <xsl:apply-templates select="$suunnitelma/p:tyoryhma" mode="luku"/>
      <xsl:apply-templates select="$suunnitelma/p:paivitys/*" mode="lohko"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
