"""Danish."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="da",
    gate="bragt|publicer|udgivet|offentliggj|trykt|tilladelse|licens|oversat|oversætt|"
    "oprindelig|rettigheder|gengiv|genoptryk|genudgiv|foto|billede|kilde|optrykt|"
    "samtykke|blev første|eftertryk|version|bearbejd|først|via |samarbejde|via|hentet",
    text="artikel|artiklen|tekst|teksten|indlæg|indlægget|klumme|klummen|interview|"
    "interviewet|essay|reportage|kronik|kronikken|blogindlæg|blogindlægget|leder|"
    "kommentar|historie|historien|anmeldelse|analyse|analysen|debatindlæg|debatindlægget|"
    "opslag|opslaget|nyhed",
    this="denne|dette|den her|det her|ovenstående|følgende|nærværende|nedenstående",
    pub="bragt|publiceret|udgivet|offentliggjort|trykt|udkom|postet|udgivelse|publicering|"
    "stod|skrevet til|kommer|blev vist|anvendt|bruges|findes|udgivelsen|vist",
    first="oprindeligt|oprindelig|først|tidligere|første gang|for første gang|i første omgang|også",
    rep="genudgivet|genoptrykt|genoptryk|gengivet|gengives|republiceret|bringes her|bringes|"
    "genbrugt|genpubliceret|optrykt|krydspubliceret|genpubliceres|republiceres|"
    "genudgives|taget fra|hentet|eftertrykt|gengives her|hentet fra|genbringes|"
    "vi bringer|lånt fra",
    firstpub="førstegang udgivet|oprindelig udgivelse|første gang bragt",
    piece="undersøgelse|kapitel|rapport|tale|bog|serie|digt|uddrag|version|materiale|video|"
    "pressemeddelelse|indhold",
    it="den|det",
    grant="tilladelse|samtykke|accept|godkendelse",
    with_="med|efter",
    perm="i samarbejde med|efter aftale med|med tak til|venligst udlånt|efter aftale|"
    "med venlig tilladelse|med venlig tilladelse fra|som led i et samarbejde med",
    contributed="stillet til rådighed",
    written="skrevet af|forfattet af|forfatter",
    person="forfatteren|forfatterens|forfatterne|skribenten|rettighedshaver|rettighedshaveren|"
    "ophavsmanden|forfatter",
    at="i|på|hos",
    by="af",
    from_="fra",
    outlet="blog|bloggen|hjemmeside|hjemmesiden|website|site|avis|avisen|tidsskrift|"
    "tidsskriftet|magasin|magasinet|portal|portalen|side|siden|nyhedsbrev|nyhedsbrevet|"
    "ugeavisen|dagbladet|mediet|netavisen|forlag|forlaget|redaktionen|bogen|netmediet|"
    "platformen|nyhedsbureauet|ugebladet|månedsbladet|kvartalsskriftet|podcasten|radio",
    issue="nummer|udgave|nr|nummeret",
    transl="oversat|oversættelse|oversætter|dansk oversættelse|oversættelsen",
    derived="tidligere version|en version|bearbejdet version|forkortet version|bygger på|"
    "baseret på|bearbejdelse af|redigeret version|opdateret version|er en bearbejdet|"
    "uddrag af|uddrag fra|omarbejdet version|inspireret af|bearbejdet udgave|"
    "forkortet udgave",
    original="originalartikel|den oprindelige artikel|den originale artikel|originalen|"
    "originaltekst|oprindelige artikel|originale artikel|det originale indlæg",
    read="læs originalen|læs den originale artikel|læs den oprindelige artikel|"
    "læs hele artiklen på|læs originalartiklen|læs artiklen på|kan læses her",
    source="kilde|kilder|via",
    reserved="alle rettigheder forbeholdes|alle rettigheder|må ikke|rettigheder forbeholdt|"
    "ophavsretligt beskyttet|beskyttet af ophavsret|beskyttet af lov om ophavsret",
    forbid="forbudt|ikke tilladt|ulovlig",
    without="uden",
    only="kun|alene|skriftlig|forudgående|udelukkende",
    offer="må gerne|frit|gratis|du må|i må|er velkommen til|velkommen til|det er tilladt|"
    "må frit|kan frit",
    thanks="takker|vi takker|tak til",
    use="genudgive|publicere|dele|bruge|kopiere|kopiering|spredning|anvendelse|gengivelse|"
    "gengive|viderebringe|eftertryk|citere|deles|kopieres|bruges|gengives|bringe|"
    "distribution|udgive|videregives",
    under="under|i henhold til",
    licence="licens|licensen|creative commons|cc",
    licensed="licenseret|licensieret|tilgængelig under|udgivet under|tilgængeligt under",
    content="denne hjemmeside|dette website|indholdet|vores artikler|alt indhold|alle tekster|"
    "dette værk|indhold på|denne side",
    except_="medmindre andet|hvor andet ikke|hvis ikke andet",
    photo="foto|fotos|billede|billeder|fotograf|illustration|fotokredit|pressefoto|arkivfoto|"
    "forsidefoto",
    here="her|på denne side|nedenfor",
    ours="vores|vi|min|mit|vor",
    label="note|red|redaktionens note|redaktionens bemærkning|bemærk|anm|noter|"
    "redaktionel note|om artiklen|redaktionen|nb",
    language="engelsk|tysk|fransk|svensk|norsk|dansk|spansk",
    link="og|i|for|af|the|of|and|på",
    month="januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    "jan|feb|apr|jun|jul|aug|sept|okt|nov|dec|mandag|tirsdag|onsdag|torsdag|fredag|"
    "lørdag|søndag|foråret|sommeren|efteråret|vinteren",
    and_="og|eller|men|samt",
    the="en|et|den|det|de",
    glue="er|blev|har|været|var|også|venlig|udtrykkelig|nu|som|med|let|redigeret|forkortet|at|"
    "kan|og|vores|dens|bliver|på",
    for_="for|til",
    partner="partner|*partner|kolleger|venner|søsteravis",
    small_titles=True,
)
