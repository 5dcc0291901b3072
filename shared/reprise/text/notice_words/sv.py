"""Swedish."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="sv",
    gate="publicera|publicerad|publicering|tillstånd|tillåtelse|licens|översatt|översättning|"
    "ursprung|rättigheter|medgivande|omtryck|återpublic|återgiven|foto|bild|källa|"
    "publicerats|först i|införd|ingick|dök först|kopiering|version|bygger|texten har|"
    "via |översätt|samarbete|hämtad|via|särtryck|återge|återpubl|tidigare",
    text="artikel|artikeln|text|texten|inlägg|inlägget|krönika|krönikan|intervju|intervjun|"
    "essä|essän|reportage|reportaget|debattartikel|debattartikeln|post|blogginlägg|"
    "blogginlägget|ledare|ledaren|kommentar|berättelse|recension|analys|insändare|"
    "publicering|nyhet",
    this="denna|denne|detta|den här|det här|ovanstående|följande|föreliggande|nedanstående",
    pub="publicerad|publicerades|publicerat|publicerats|publiceras|publicering|infördes|"
    "införd|tryckt|trycktes|stod|ingick|postades|skrevs för|skriven för|använd|används|"
    "kommer|dök upp|dök|upp|visades|fanns",
    first="ursprungligen|först|tidigare|för första gången|från början|först gången|även",
    rep="återpublicerad|återpubliceras|återpublicerades|återpublicering|omtryck|återgiven|"
    "återges|återgivande|ompublicerad|publiceras på nytt|publiceras här|nytryck|"
    "korspublicerad|hämtad|hämtat|republicerad|repost|hämtad från|hämtad ur|hämtat från|"
    "hämtat ur|återges här|återutgiven|vi återpublicerar|återpublicerar|"
    "vi publicerar här|särtryck ur|lånad från|lånat från",
    firstpub="förstapublicerad|förstapublicerades|ursprunglig publicering|först publicerad|"
    "först publicerades|första publicering",
    feed="dök först upp på",
    piece="studie|kapitel|rapport|tal|bok|serie|dikt|utdrag|version|material|video|"
    "pressmeddelande|innehåll|bearbetning",
    it="den|det",
    grant="tillstånd|tillåtelse|medgivande|godkännande|lov|samtycke",
    with_="med|efter",
    perm="i samarbete med|med tack till|i samråd med|genom tillmötesgående|"
    "med benäget tillstånd|med vederbörligt tillstånd|efter överenskommelse med|"
    "enligt överenskommelse med|tack vare ett samarbete med|"
    "inom ramen för ett samarbete med",
    contributed="ställts till förfogande",
    written="skriven av|författad av|skribent|författare",
    person="författaren|författarens|författarna|skribenten|skribentens|upphovsmannen|"
    "upphovspersonen|upphovsrättsinnehavaren|författare",
    at="i|på|hos|vid",
    by="av",
    from_="från|ur",
    outlet="blogg|bloggen|webbplats|webbplatsen|sajt|sajten|tidning|tidningen|tidskrift|"
    "tidskriften|magasin|magasinet|portal|portalen|sida|sidan|nyhetsbrev|nyhetsbrevet|"
    "hemsida|hemsidan|veckotidningen|dagstidningen|förlag|förlaget|redaktionen|boken|"
    "nyhetsbyrån|plattformen|utgivaren|podden|radio|månadstidningen|kvartalstidskriften",
    issue="nummer|utgåva|nr|numret|upplaga",
    transl="översatt|översättning|översättare|översatts|översättningen|svensk översättning",
    derived="tidigare version|en version|bearbetning av|bearbetad version|förkortad version|"
    "bygger på|baserad på|omarbetad version|uppdaterad version|en bearbetad|baseras på|"
    "utdrag ur|utdrag från|reviderad version|inspirerad av",
    original="originalartikel|originalartikeln|ursprungliga artikeln|originalet|originaltext|"
    "originaltexten|ursprungsartikeln|originalinlägget|originalversionen",
    read="läs originalet|läs originalartikeln|läs hela artikeln på|läs originalartikel|"
    "läs den ursprungliga artikeln|läs artikeln på|finns att läsa här|kan läsas här",
    source="källa|källor|via",
    reserved="alla rättigheter förbehållna|alla rättigheter|med ensamrätt|får inte|får ej|"
    "skyddat av upphovsrätt|upphovsrättsskyddat|upphovsrättsskyddad|kopiering förbjuden",
    forbid="förbjuden|förbjudet|förbjuds|inte tillåtet|ej tillåtet|otillåten",
    without="utan",
    only="endast|bara|skriftligt|föregående|skriftlig",
    offer="får fritt|fritt|gratis|du får|ni får|gärna|får gärna|är fri att|välkommen att|"
    "välkomna att|det är tillåtet|kostnadsfritt|får publiceras|så länge",
    thanks="tackar|vi tackar|tack till",
    use="återpublicera|publicera|dela|använda|kopiera|sprida|kopiering|spridning|användning|"
    "mångfaldiga|återge|citera|kopieras|spridas|delas|användas|återpubliceras|återges|"
    "mångfaldigas|återanvänd",
    under="under|enligt",
    licence="licens|licensen|creative commons|cc|licenser",
    licensed="licensierad|licensierat|tillgänglig under|publicerat under|är licensierat|"
    "är licensierad|tillgängligt under|licensieras",
    content="den här webbplatsen|denna webbplats|innehållet|denna sajt|våra artiklar|"
    "allt innehåll|alla texter|detta verk|innehåll på|den här sajten",
    except_="om inget annat|om ej annat|där inget annat|om inte annat",
    photo="foto|bild|bilder|foton|fotograf|illustration|omslagsbild|bildkälla|fotografi|"
    "bildtext|arkivbild",
    here="här|på denna sida|nedan",
    ours="vår|vårt|våra|vi|min|mitt",
    label="not|anm|redaktionens anmärkning|redaktionens kommentar|obs|fotnot|"
    "redaktionell anmärkning|redaktionen|fakta|om texten",
    language="engelska|engelskan|tyska|franska|svenska|norska|danska|spanska",
    link="och|i|för|av|the|of|and|på",
    month="januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    "december|jan|feb|apr|jun|jul|aug|sept|okt|nov|dec|måndag|tisdag|onsdag|torsdag|"
    "fredag|lördag|söndag|våren|sommaren|hösten|vintern",
    and_="och|eller|men|samt",
    the="en|ett|den|det",
    glue="är|blev|har|var|också|vänligt|benäget|uttryckligt|även|nu|som|med|något|redigerad|"
    "lätt|förkortad|publicerad|en|den|att|kan|vänlig|och|på|ursprungliga|skriftligen",
    for_="för|åt",
    partner="partner|*partner|kollegor|vänner|systertidning",
    small_titles=True,
)
