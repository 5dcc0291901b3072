"""Norwegian."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="no",
    gate="publiser|utgitt|trykket|tillatelse|lisens|oversatt|oversett|opprinnelig|rettigheter|"
    "gjengi|gjengitt|opptrykk|foto|bilde|kilde|samtykke|sto først|dukket først|"
    "offentliggjort|trykt|først|versjon|bearbeid|løyve|opphavleg|republis|via |samarbeid|"
    "via|hentet|sto |stod|trykk|publisert",
    text="artikkel|artikkelen|tekst|teksten|innlegg|innlegget|kronikk|kronikken|intervju|"
    "intervjuet|essay|essayet|reportasje|reportasjen|kommentar|kommentaren|blogginnlegg|"
    "blogginnlegget|leder|lederen|sak|saken|anmeldelse|analyse|analysen|debattinnlegg|"
    "debattinnlegget|post|nyhet",
    this="denne|dette|den her|ovenstående|følgende|foreliggende|nedenstående",
    pub="publisert|utgitt|trykket|trykt|offentliggjort|postet|publiseres|publisering|sto|"
    "stod|kom|dukket opp|dukket|opp|skrevet for|hentes|brukt|vist|på trykk|sto på trykk|"
    "stod på trykk|gikk",
    first="opprinnelig|først|tidligere|første gang|for første gang|opphavleg|også|fyrst",
    rep="republisert|gjengitt|gjengis|gjenpublisert|opptrykk|republiseres|publiseres her|"
    "republisering|gjenutgitt|ettertrykk|krysspublisert|gjengjeve|hentet|gjenbrukt|"
    "gjengis her|gjentrykt|hentet fra|gjenpubliseres|vi gjengir|lånt fra|trykkes her",
    firstpub="førstegangspublisert|først publisert|opprinnelig publisering",
    feed="dukket først opp på",
    piece="studie|kapittel|rapport|tale|bok|serie|dikt|utdrag|versjon|materiale|video|"
    "pressemelding|innhold",
    it="den|det",
    grant="tillatelse|samtykke|godkjenning|løyve",
    with_="med|etter",
    perm="i samarbeid med|etter avtale med|med takk til|gjengitt med|med vennlig tillatelse|"
    "med vennlig tillatelse fra|som del av et samarbeid med|med løyve|etter avtale",
    contributed="stilt til rådighet|stilt til disposisjon",
    written="skrevet av|forfattet av|forfatter",
    person="forfatteren|forfatterens|forfatterne|skribenten|rettighetshaver|rettighetshaveren|"
    "opphavsmannen|forfatter",
    at="i|på|hos",
    by="av",
    from_="fra",
    outlet="blogg|bloggen|nettside|nettsiden|nettsted|nettstedet|avis|avisen|avisa|tidsskrift|"
    "tidsskriftet|magasin|magasinet|portal|portalen|side|siden|sidene|nyhetsbrev|"
    "nyhetsbrevet|nettavisen|dagsavisen|forlag|forlaget|redaksjonen|boken|boka|"
    "nettmagasinet|plattformen|nyhetsbyrået|utgiver|ukeavisen|månedsbladet|podkasten|"
    "radio|bladet|kvartalstidsskriftet",
    issue="nummer|utgave|nr|nummeret|papirutgaven",
    transl="oversatt|oversettelse|oversetter|norsk oversettelse|oversettelsen|omsett",
    derived="tidligere versjon|en versjon|bearbeidet versjon|forkortet versjon|bygger på|"
    "basert på|bearbeidelse av|redigert versjon|oppdatert versjon|utdrag fra|"
    "omarbeidet versjon|inspirert av|forkortet utgave|bearbeidet utgave",
    original="originalartikkel|originalartikkelen|den opprinnelige artikkelen|originalen|"
    "originaltekst|den originale artikkelen|originalinnlegget|opprinnelige artikkelen",
    read="les originalen|les originalartikkelen|les den opprinnelige artikkelen|"
    "les hele artikkelen på|les den originale artikkelen|les artikkelen på|les saken på|"
    "kan leses her",
    source="kilde|kilder|kjelde|via",
    reserved="alle rettigheter forbeholdt|alle rettigheter|kan ikke|må ikke|"
    "rettigheter forbeholdt|opphavsrettslig beskyttet|beskyttet etter åndsverkloven|"
    "vernet av åndsverkloven",
    forbid="forbudt|ikke tillatt|ulovlig|ikkje tillate",
    without="uten|utan",
    only="kun|bare|skriftlig|forutgående|utelukkende",
    offer="kan fritt|fritt|gratis|du kan|dere kan|gjerne|velkommen til|det er tillatt|"
    "må gjerne|står fritt",
    thanks="takker|vi takker|takk til",
    use="republisere|publisere|dele|bruke|kopiere|kopiering|spredning|bruk|gjengivelse|"
    "gjengi|viderepublisere|ettertrykk|sitere|deles|kopieres|brukes|distribusjon|"
    "videreformidling",
    under="under|i henhold til",
    licence="lisens|lisensen|creative commons|cc",
    licensed="lisensiert|tilgjengelig under|publisert under|utgitt under",
    content="denne nettsiden|dette nettstedet|innholdet|våre artikler|alt innhold|alle tekster|"
    "dette verket|innhold på",
    except_="med mindre annet|hvor annet ikke|der ikke annet|om ikke annet",
    photo="foto|bilde|bilder|fotograf|illustrasjon|fotokreditering|pressefoto|arkivfoto|"
    "illustrasjonsfoto|toppbilde",
    here="her|på denne siden|nedenfor",
    ours="vår|vårt|våre|vi|min|mitt",
    label="merk|merknad|redaksjonen|redaksjonens merknad|red anm|anm|note|red|"
    "redaksjonell merknad|om teksten|nb",
    language="engelsk|tysk|fransk|svensk|dansk|norsk|spansk",
    link="og|i|for|av|the|of|and|på",
    month="januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "jan|feb|apr|jun|jul|aug|sept|okt|nov|des|mandag|tirsdag|onsdag|torsdag|fredag|"
    "lørdag|søndag|våren|sommeren|høsten|vinteren",
    and_="og|eller|men|samt",
    the="en|et|ei|den|det|de",
    glue="er|ble|blei|har|vært|var|også|vennlig|uttrykkelig|nå|som|med|lett|redigert|"
    "forkortet|at|kan|og|på|vart|blir|en",
    for_="for|til",
    partner="partner|*partner|kolleger|venner|søsteravis",
    small_titles=True,
)
