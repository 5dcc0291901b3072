"""Romanian."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="ro",
    gate="publicat|apărut|apare|reprodu|republic|preluat|permisiun|acord|licen|tradu|original|"
    "inițial|drepturi|foto|imagin|sursa|surs|amabilit|autoriza|curtoazi|rezervat|"
    "interzis|aparut|initial|version|versiun|via |acordul|permisiune|tradus|traducere|"
    "parteneriat|via|cu acord|difuzat",
    text="articol|articolul|articolului|text|textul|postare|postarea|interviu|interviul|eseu|"
    "eseul|material|materialul|reportaj|reportajul|editorial|editorialul|cronică|cronica|"
    "analiză|analiza|opinie|știre|știrea|poveste|povestea|comentariul|relatarea",
    this="acest|această|aceasta|acesta|acestui|prezentul|prezenta|următorul|următoarea|aceste|"
    "de mai jos",
    pub="publicat|publicată|publicate|apărut|apărută|apare|apărea|postat|tipărit|difuzat|"
    "publicare|publicăm|a apărut|provine|scris pentru|folosit|distribuit",
    first="inițial|pentru prima dată|prima dată|original|mai întâi|anterior|iniţial|"
    "în original|pentru prima oară|întâi|în premieră|prima oară|deja",
    rep="republicat|republicată|reprodus|reprodusă|preluat|preluată|reproducem|republicăm|"
    "preluare|republicare|reproducere|retipărit|preluăm|extras din|preluat de pe|"
    "preluat din|reprodus din|preluată de pe|preluată din|preluat de la",
    firstpub="prima publicare|prima apariție",
    feed="apare prima dată în|a apărut mai întâi în",
    piece="studiu|studiul|capitol|capitolul|raport|raportul|discurs|carte|cartea|serie|poezia|"
    "fragment|fragmentul|versiunea|video|conținutul",
    it="el|ea",
    grant="permisiunea|acordul|autorizația|permisiune|acord|consimțământul|autorizarea",
    with_="cu",
    perm="prin amabilitatea|prin bunăvoința|în colaborare cu|în parteneriat cu|prin curtoazia|"
    "cu acordul|cu permisiunea|cu acceptul|cu îngăduința|în baza unui parteneriat cu|"
    "în baza unui acord cu|cu amabilitatea",
    written="scris de|semnat de|autor|semnat|redactat de",
    person="autorului|autoarei|autorilor|deținătorului",
    at="în|pe|la|prin",
    by="de|de către",
    of="al|a|ai|ale",
    from_="din|de pe|de la",
    outlet="blog|blogul|blogului|site|site ul|siteul|revista|revistei|ziarul|ziarului|portalul|"
    "portalului|pagina|paginile|publicația|publicației|cotidianul|săptămânalul|editura|"
    "editurii|redacția|redacției|platforma|platformei|agenția|agenției|newsletterul|"
    "cartea|ul|radio|postul|buletinul|gazeta|lunarul|trimestrialul",
    issue="numărul|ediția|nr|număr",
    transl="tradus|tradusă|traducere|traducerea|traducător|traducere din",
    derived="o versiune|versiune anterioară|versiune prescurtată|adaptat după|adaptare|bazat pe|"
    "bazată pe|adaptat|versiune actualizată|inspirat din|fragment din|versiune extinsă",
    original="articolul original|textul original|versiunea originală|originalul|"
    "postarea originală|sursa originală|articolului original",
    read="citiți originalul|citește originalul|citește articolul original|"
    "citiți articolul original|poate fi citit aici|poate fi citit integral aici|"
    "citește integral pe|citește tot articolul pe|articolul original aici",
    source="sursa|sursă|surse|sursa originală|via",
    reserved="toate drepturile rezervate|drepturi rezervate|toate drepturile|nu poate fi|"
    "nu pot fi|reproducerea integrală|orice reproducere",
    forbid="interzisă|interzis|este interzisă|strict|nu este permisă|interzice",
    without="fără",
    only="doar|numai|prealabil|scris|exclusiv|prealabilă",
    offer="puteți prelua|poate fi preluat|pot fi preluate|liber|gratuit|în mod liber|"
    "puteți republica|este permisă|este permis|pot fi reproduse|poate fi republicat|"
    "vă încurajăm|în limita a",
    use="prelua|republica|reproduce|distribui|copia|folosi|reproducerea|copierea|"
    "distribuirea|preluarea|utilizarea|republicarea|utiliza|multiplicarea|difuzarea",
    under="sub|conform|în baza",
    licence="licență|licența|licenței|licenţă|licenţa|creative commons|cc",
    licensed="licențiat|sub licența|sub licență|disponibil sub|disponibile sub|este licențiat|"
    "publicat sub licență|licențiate",
    content="acest site|conținutul|conținutul acestui|articolele noastre|toate textele|"
    "această operă|întregul conținut|textele de pe",
    except_="dacă nu se specifică|cu excepția|dacă nu este|exceptând",
    photo="foto|fotografie|fotografii|imagine|imagini|credit foto|ilustrație|sursa foto|"
    "fotografia|sursă foto|imaginea",
    here="aici|pe acest site|mai jos",
    ours="nostru|noastră|noi|noastre|noștri|meu",
    label="notă|nota|nota redacției|n r|nota redacţiei|notă redacțională|nota bene|precizare|"
    "notă de redacție",
    language="engleză|franceză|germană|italiană|rusă|spaniolă|limba",
    link="de|din|la|a|al|și|şi|the|of|and|ale|lui",
    month="ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|"
    "noiembrie|decembrie|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|anul",
    and_="și|şi|sau|dar|iar",
    the="un|o",
    glue="a|fost|este|au|sunt|aici|și|care|amabila|bunul|expres|scrisul|ușor|editat|"
    "prescurtat|ca|ul|se|limba|integral|titlul|cu titlul|în|acum|fi",
    for_="pentru",
    partner="partenerul|partenerii|partener|colegii|prietenii",
    small_titles=True,
)
