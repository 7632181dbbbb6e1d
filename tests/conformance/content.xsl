<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a paper must hold, read from the data that its template was given (pykala build … emit data) and not from the
  template. One line an expectation: "once" or "holds", a tab, the text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:pykala:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="data" select="/p:aineisto"/>
  <xsl:variable name="party" select="$data/p:osapuolet/p:osapuoli[@tunnus = $data/@osapuoli]"/>
  <xsl:variable name="template" select="$data/p:hanke/p:paperit/p:paperi[@tunnus = $data/@paperi]/@pohja"/>
  <xsl:variable name="subject"
      select="$data/p:sopimus[$data/@aihe = 'sopimus'] | $data/p:suunnitelma[$data/@aihe = 'suunnitelma']"/>
  <xsl:variable name="meeting" select="$data/p:kokoukset/p:kokous[@osapuoli = $data/@osapuoli
      and @aihe = $data/@aihe and @toimielin = $data/@toimielin and string(@elin) = string($data/@elin)
      and (not($data/@vuosi) or @vuosi = $data/@vuosi)][last()]"/>
  <xsl:variable name="summary" select="$data/p:seurantakooste[@vuosi = $data/@vuosi]"/>

  <!-- The body's name: the party's own, else the register's, else the kind's. -->
  <xsl:variable name="bodies" select="$party/*[local-name() = $data/@toimielin]
      | $data/p:osapuolet/p:lajit/p:osapuolilaji[@laji = $party/@laji]/*[local-name() = $data/@toimielin]
      | $data/p:lajit/p:osapuolilaji[@laji = $party/@laji]/*[local-name() = $data/@toimielin]"/>
  <xsl:variable name="body" select="($party/*[local-name() = $data/@toimielin] | $party/p:toimielin[@tunnus = $data/@elin]
      | $bodies[not($party/*[local-name() = $data/@toimielin])][1])/p:nominatiivi"/>

  <xsl:template match="/">
    <xsl:apply-templates select="$party/p:nimimuodot/p:nominatiivi" mode="holds"/>
    <xsl:apply-templates select="$summary[$template != 'muutoksenhaku']"/>
    <xsl:choose>
      <xsl:when test="$template = 'paatosehdotus'"><xsl:call-template name="decision"/></xsl:when>
      <xsl:when test="$template = 'muutoksenhaku'">
        <xsl:apply-templates select="$meeting/@paivays | $meeting/p:poytakirja/@nahtavilla" mode="date"/>
      </xsl:when>
      <xsl:when test="$template = 'selostus'">
        <xsl:apply-templates select="$data/p:sopimus/p:selostus"/>
      </xsl:when>
      <xsl:when test="not($summary)"><xsl:call-template name="attachment"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="decision">
    <xsl:call-template name="expect">
      <xsl:with-param name="count" select="'once'"/>
      <xsl:with-param name="text">
        <xsl:value-of select="translate(substring($body, 1, 1), 'abcdefghijklmnopqrstuvwxyzåäö', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ')"/>
        <xsl:value-of select="concat(substring($body, 2), ' päättää')"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="$subject and not($meeting/@paatoskohdat = 'omat')">
      <xsl:call-template name="expect">
        <xsl:with-param name="text" select="concat($party/p:nimimuodot/p:genetiivi, ' puolesta')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="$subject/p:perusteluHallitus"/>
    <xsl:apply-templates select="$meeting/@paivays" mode="date"/>
    <xsl:if test="$meeting/@pykala">
      <xsl:call-template name="expect">
        <xsl:with-param name="text" select="concat($meeting/@pykala, ' §')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="$meeting/@diaarinumero | $meeting/p:kokouspaikka | $meeting/p:otsikko
        | $meeting/p:valmistelija/p:nimi | $meeting/p:liite | $meeting/p:jakelu" mode="holds"/>
    <xsl:apply-templates select="$meeting/p:esittelija/p:nimi | $meeting/p:paatos[not(*)]" mode="once"/>
    <!-- Every row that minutes fill in -->
    <xsl:apply-templates select="$meeting/p:paatos[*] | $meeting/p:selostus"/>
    <xsl:apply-templates select="$meeting/p:lisatiedot/p:puhelin | $meeting/p:lisatiedot/p:sahkoposti | $meeting/p:kasittely//*[not(*)] | $meeting/p:eriavaMielipide/p:perustelu
        | $meeting/p:oheismateriaali | $meeting/p:taytantoonpano | $meeting/p:paatoskohta
        | $meeting//p:osio/@salassapitoperuste" mode="holds"/>
    <xsl:apply-templates select="$data/p:kokoukset/p:kokous[@osapuoli = $data/@osapuoli and @aihe = $data/@aihe and @toimielin = $data/@toimielin
        and @tulos]/@paivays" mode="date"/>
    <xsl:if test="$data/@aihe = 'sopimus'">
      <xsl:apply-templates select="$data/p:sopimus/p:hyvaksymistapa" mode="holds"/>
      <xsl:apply-templates select="$data/p:sopimus/@alkaa" mode="date"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="attachment">
    <xsl:apply-templates select="$subject"/>
    <xsl:apply-templates select="$subject/@alkaa | $subject/@paattyy" mode="date"/>
    <xsl:if test="$subject/p:tavoitteet"><xsl:apply-templates select="$data/p:sopimus/p:tavoitekokonaisuus"/></xsl:if>
    <xsl:if test="$template = 'sopimus'">
      <xsl:apply-templates select="$data/p:osapuolet/p:osapuoli[@sopimuksessa]/p:nimimuodot/p:nominatiivi" mode="holds"/>
    </xsl:if>
  </xsl:template>

  <!-- Follow-up: each of its papers says something else of the same answers. -->
  <xsl:template match="p:seurantakooste">
    <xsl:if test="@esimerkki = 'true'">
      <xsl:call-template name="expect"><xsl:with-param name="text" select="'Esimerkki – ei osapuolten hyväksymä teksti'"/></xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$template = 'seuranta-alue'"><xsl:call-template name="region"/></xsl:when>
      <xsl:when test="$template = 'seuranta-liite'"><xsl:call-template name="appendix"/></xsl:when>
      <xsl:when test="$template = 'seuranta-osapuoli'"><xsl:call-template name="own-report"/></xsl:when>
      <xsl:when test="$data/@aihe = 'muutos'"><xsl:apply-templates select="p:muutosehdotus/*" mode="holds"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="@maaraaika" mode="date"/>
        <xsl:apply-templates select="p:toimenpidekooste" mode="name"/>
        <xsl:apply-templates select="p:muutosehdotus[@osapuoli = $party/@tunnus]/p:ehdotettuTeksti" mode="holds"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The region's report: measures with what was promised and has come of it, all parties, figures, proposals, the coordinator's words -->
  <xsl:template name="region">
    <xsl:apply-templates select="@maaraaika" mode="date"/>
    <xsl:apply-templates select="p:osapuolitilanne/@osapuoli | p:toimenpidekooste | p:toimenpidekooste/p:mittarikooste[@taso = 'osapuoli'][@laji != 'teksti']" mode="name"/>
    <xsl:apply-templates select="$data/p:suunnitelma/p:toimenpiteet/p:toimenpide[@tunnus = $summary/p:toimenpidekooste/@toimenpide]/p:lupaus
        | p:muutosehdotus/* | p:vuosikatsaus//*[not(*)]" mode="holds"/>
    <xsl:for-each select="p:toimenpidekooste/p:mittarikooste">
      <xsl:apply-templates select="p:trendi/@arvo[../../@laji = 'osuus'][../../@taso = 'alue'] | @summa[../@taso = 'osapuoli']" mode="number"/>
      <xsl:if test="@taso = 'osapuoli' and @kylla">
        <xsl:call-template name="expect"><xsl:with-param name="text" select="concat(@kylla, '/', @odotettu)"/></xsl:call-template>
      </xsl:if>
      <!-- What hasn't been done is said in the plan's words. -->
      <xsl:for-each select="p:osapuolenvastaus[../@taso = 'alue'][@vastaus = 'ei' or @vastaus = 'eiTehty' or @vastaus = 'kesken']">
        <xsl:apply-templates select="$data/p:suunnitelma/p:toimenpiteet/p:toimenpide/*/p:mittari[@tunnus = current()/../@mittari]/p:sanat/@*[local-name() = current()/@vastaus]" mode="holds"/>
        <xsl:apply-templates select="../@maaraaika[current()/@maaraaikaOhi]" mode="date"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Its appendix: whatever parties have said in words, who answered and when -->
  <xsl:template name="appendix">
    <xsl:apply-templates select="p:toimenpidekooste | p:osapuolitilanne[@paivays][@tila != 'hylatty']/@osapuoli" mode="name"/>
    <xsl:apply-templates select="p:osapuolitilanne[@tila != 'hylatty']/@paivays" mode="date"/>
    <xsl:apply-templates select="p:huomautus | p:toimenpidekooste/p:osapuolentila/*
        | p:toimenpidekooste/p:mittarikooste/p:osapuolenvastaus/@teksti" mode="holds"/>
    <xsl:apply-templates select="p:toimenpidekooste/p:mittarikooste/p:osapuolenvastaus/@huomautus[not(../../@taso = 'alue' and ../../@laji = 'osuus')]" mode="holds"/>
  </xsl:template>

  <!-- A party's own report, of what it has answered; the population's figures are the region's -->
  <xsl:template name="own-report">
    <xsl:apply-templates select="p:huomautus[@osapuoli = $party/@tunnus] | p:muutosehdotus[@osapuoli = $party/@tunnus]/p:ehdotettuTeksti" mode="holds"/>
    <xsl:if test="p:osapuolitilanne[@osapuoli = $party/@tunnus][@tila = 'hyvaksytty' or @tila = 'huomautuksin']">
      <xsl:apply-templates select="p:osapuolitilanne[@osapuoli = $party/@tunnus]/@paivays" mode="date"/>
      <xsl:apply-templates select="p:toimenpidekooste" mode="name"/>
      <xsl:apply-templates select="p:toimenpidekooste/p:osapuolentila[@osapuoli = $party/@tunnus]/*" mode="holds"/>
      <xsl:apply-templates select="p:toimenpidekooste/p:mittarikooste/p:osapuolenvastaus[@osapuoli = $party/@tunnus][not(../@taso = 'alue' and ../@laji = 'osuus')]" mode="answer"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:osapuolenvastaus" mode="answer">
    <xsl:apply-templates select="@arvo" mode="number"/>
    <xsl:apply-templates select="@teksti" mode="holds"/>
    <xsl:apply-templates select="parent::*[@laji != 'teksti']" mode="name"/>
    <xsl:apply-templates select="@huomautus[../../@laji != 'teksti']" mode="holds"/>
    <xsl:apply-templates select="@paivays[../@vastaus = 'tehty']" mode="date"/>
    <xsl:if test="@vastaus = 'eiRaportoitu'">
      <xsl:call-template name="expect"><xsl:with-param name="text" select="'ei raportoitu'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Short names in tables: a municipality's place; what the plan calls a measure or an indicator -->
  <xsl:template match="@osapuoli" mode="name">
    <xsl:variable name="named" select="$data/p:osapuolet/p:osapuoli[@tunnus = current()]"/>
    <xsl:apply-templates select="($named[@laji = 'kunta' or @laji = 'kaupunki']/p:paikka/p:nominatiivi | $named[not(p:paikka) or not(@laji = 'kunta' or @laji = 'kaupunki')]/p:nimimuodot/p:nominatiivi)[1]" mode="holds"/>
  </xsl:template>
  <xsl:template match="p:toimenpidekooste" mode="name">
    <xsl:apply-templates select="$data/p:suunnitelma/p:toimenpiteet/p:toimenpide[@tunnus = current()/@toimenpide]/*[self::p:nimi or self::p:lyhytNimi][last()]" mode="holds"/>
  </xsl:template>
  <xsl:template match="p:mittarikooste" mode="name">
    <xsl:apply-templates select="$data/p:suunnitelma/p:toimenpiteet/p:toimenpide/*/p:mittari[@tunnus = current()/@mittari]/p:lyhytNimi" mode="holds"/>
  </xsl:template>

  <xsl:template match="@*" mode="number">
    <xsl:call-template name="expect"><xsl:with-param name="text" select="translate(., '.', ',')"/></xsl:call-template>
  </xsl:template>

  <!-- Everything that the document says, but for what other papers say of it. -->
  <xsl:template match="*"><xsl:apply-templates select="*"/></xsl:template>
  <xsl:template match="p:sopimus/p:selostus">
    <xsl:if test="$template = 'selostus'"><xsl:apply-templates select="*"/></xsl:if>
  </xsl:template>
  <xsl:template match="p:perusteluHallitus">
    <xsl:if test="$template = 'paatosehdotus'"><xsl:apply-templates select="*"/></xsl:if>
  </xsl:template>
  <xsl:template match="p:nimimuodot | p:kohta[p:luettelo]"/>
  <!-- The party has assessed the same effect itself. -->
  <xsl:template match="p:vaikutus">
    <xsl:if test="not(@laji = $data/p:kokoukset/p:kokous[@osapuoli = $data/@osapuoli and @aihe = $data/@aihe]/p:vaikutus/@laji)">
      <xsl:call-template name="for-parties"/>
    </xsl:if>
  </xsl:template>
  <!-- What the follow-up asks is not in the plan, nor how it asks for what the plan has a name for. -->
  <xsl:template match="p:seurantakysymykset | p:kysymys[../p:nimi]" priority="1"/>

  <xsl:template match="p:kappale | p:kohta | p:termi | p:selite | p:solu | p:kuvateksti | p:otsikko | p:nimi | p:paamaara
      | p:periaate | p:vastuutaho | p:jasenet | p:koollekutsuja | p:osallistujat | p:kokoontuminen | p:kysymys | p:lahde
      | p:tehtava | p:organisaatio | p:pykalaviite | p:muuKunta">
    <xsl:if test="not(.//p:rivinvaihto)">
      <xsl:apply-templates select="." mode="holds"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:saados">
    <xsl:apply-templates select="@numero" mode="holds"/>
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- Sections that are for some parties only: ids, kinds, "kunnat" or "kaikki". -->
  <xsl:template match="p:osio[@osapuolet]" name="for-parties">
    <xsl:variable name="names" select="concat(' ', normalize-space(@osapuolet), ' ')"/>
    <xsl:if test="not($party) or not(@osapuolet) or contains($names, ' kaikki ') or contains($names, concat(' ', $party/@tunnus, ' '))
        or contains($names, concat(' ', $party/@laji, ' '))
        or (contains($names, ' kunnat ') and ($party/@laji = 'kunta' or $party/@laji = 'kaupunki'))">
      <xsl:apply-templates select="*"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="date">
    <xsl:call-template name="expect">
      <xsl:with-param name="text"
          select="concat(number(substring(., 9, 2)), '.', number(substring(., 6, 2)), '.', substring(., 1, 4))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="node() | @*" mode="holds">
    <xsl:call-template name="expect">
      <xsl:with-param name="text" select="."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="node() | @*" mode="once">
    <xsl:call-template name="expect">
      <xsl:with-param name="count" select="'once'"/>
      <xsl:with-param name="text" select="."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="expect">
    <xsl:param name="count" select="'holds'"/>
    <xsl:param name="text"/>
    <xsl:if test="normalize-space($text) != ''">
      <xsl:value-of select="concat($count, '&#9;', normalize-space($text), '&#10;')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
