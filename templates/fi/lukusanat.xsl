<?xml version="1.0" encoding="UTF-8"?>
<!-- Luvut ja lukusanat: leipätekstissä luvut yhdestä kymmeneen kirjoitetaan sanoin ja suuremmat numeroin. Taulukoissa luvut ovat numeroita. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="exsl">

  <xsl:variable name="lukusanat-runko">
    <l n="1" nominatiivi="yksi" genetiivi="yhden" partitiivi="yhtä" elatiivi="yhdestä" adessiivi="yhdellä" ablatiivi="yhdeltä" xmlns=""/>
    <l n="2" nominatiivi="kaksi" genetiivi="kahden" partitiivi="kahta" elatiivi="kahdesta" adessiivi="kahdella" ablatiivi="kahdelta" xmlns=""/>
    <l n="3" nominatiivi="kolme" genetiivi="kolmen" partitiivi="kolmea" elatiivi="kolmesta" adessiivi="kolmella" ablatiivi="kolmelta" xmlns=""/>
    <l n="4" nominatiivi="neljä" genetiivi="neljän" partitiivi="neljää" elatiivi="neljästä" adessiivi="neljällä" ablatiivi="neljältä" xmlns=""/>
    <l n="5" nominatiivi="viisi" genetiivi="viiden" partitiivi="viittä" elatiivi="viidestä" adessiivi="viidellä" ablatiivi="viideltä" xmlns=""/>
    <l n="6" nominatiivi="kuusi" genetiivi="kuuden" partitiivi="kuutta" elatiivi="kuudesta" adessiivi="kuudella" ablatiivi="kuudelta" xmlns=""/>
    <l n="7" nominatiivi="seitsemän" genetiivi="seitsemän" partitiivi="seitsemää" elatiivi="seitsemästä" adessiivi="seitsemällä" ablatiivi="seitsemältä" xmlns=""/>
    <l n="8" nominatiivi="kahdeksan" genetiivi="kahdeksan" partitiivi="kahdeksaa" elatiivi="kahdeksasta" adessiivi="kahdeksalla" ablatiivi="kahdeksalta" xmlns=""/>
    <l n="9" nominatiivi="yhdeksän" genetiivi="yhdeksän" partitiivi="yhdeksää" elatiivi="yhdeksästä" adessiivi="yhdeksällä" ablatiivi="yhdeksältä" xmlns=""/>
    <l n="10" nominatiivi="kymmenen" genetiivi="kymmenen" partitiivi="kymmentä" elatiivi="kymmenestä" adessiivi="kymmenellä" ablatiivi="kymmeneltä" xmlns=""/>
  </xsl:variable>
  <xsl:variable name="lukusanat" select="exsl:node-set($lukusanat-runko)/l"/>

  <xsl:decimal-format name="fi" decimal-separator="," grouping-separator="&#160;" minus-sign="&#8722;"/>

  <!-- 1234.5 → 1 234,5; desimaali = vähintään yksi: 59 → 59,0 -->
  <xsl:template name="luku">
    <xsl:param name="arvo"/>
    <xsl:param name="desimaali" select="false()"/>
    <xsl:choose>
      <xsl:when test="$desimaali"><xsl:value-of select="format-number($arvo, '#&#160;##0,0##', 'fi')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($arvo, '#&#160;##0,###', 'fi')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 3 → kolme, kolmella; 18 → 18 -->
  <xsl:template name="lukusana">
    <xsl:param name="maara"/>
    <xsl:param name="sija" select="'nominatiivi'"/>
    <xsl:variable name="sana" select="$lukusanat[$maara &lt;= 10][@n = $maara]/@*[local-name() = $sija]"/>
    <xsl:value-of select="$sana"/>
    <xsl:if test="not($sana)"><xsl:call-template name="luku"><xsl:with-param name="arvo" select="$maara"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- yksi osapuoli, viisi osapuolta, 18 osapuolta; muissa sijoissa kolmella osapuolella, kahta osapuolta -->
  <xsl:template name="osapuolta">
    <xsl:param name="maara"/>
    <xsl:param name="sija" select="'nominatiivi'"/>
    <xsl:call-template name="lukusana">
      <xsl:with-param name="maara" select="$maara"/>
      <xsl:with-param name="sija" select="$sija"/>
    </xsl:call-template>
    <!-- Numero ja sana pysyvät samalla rivillä; kaksi sanaa saa erota. -->
    <xsl:choose>
      <xsl:when test="$maara &gt; 10">&#160;</xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$sija = 'genetiivi'">osapuolen</xsl:when>
      <xsl:when test="$sija = 'elatiivi'">osapuolesta</xsl:when>
      <xsl:when test="$sija = 'adessiivi'">osapuolella</xsl:when>
      <xsl:when test="$sija = 'ablatiivi'">osapuolelta</xsl:when>
      <xsl:when test="$sija = 'nominatiivi' and $maara = 1">osapuoli</xsl:when>
      <xsl:otherwise>osapuolta</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
