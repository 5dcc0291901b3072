"""Finnish."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="fi",
    gate="julkais|julkaist|ilmesty|luvalla|lisenssi|käänn|alun perin|alunperin|"
    "oikeudet pidätetään|suostumuksella|kuva|lähde|kopioi|lupa|luvan|jäljenn|valokuv|"
    "uudelleenjulka|versio|perustuu|lainattu|suomen|lainat|yhteistyö|via|uudelleen",
    text="artikkeli|kirjoitus|teksti|juttu|haastattelu|kolumni|essee|postaus|blogikirjoitus|"
    "blogiteksti|mielipidekirjoitus|reportaasi|pääkirjoitus|uutinen|arvostelu|analyysi|"
    "kommentti|blogipostaus",
    this="tämä|tämän|oheinen|seuraava|yllä oleva|nämä",
    pub="julkaistu|julkaistiin|ilmestyi|ilmestynyt|julkaissut|julkaisi|painettu|julkaisu|"
    "postattu|julkaistaan|kirjoitettu|käytetty|lähetetty",
    first="alun perin|alunperin|ensimmäisen kerran|ensin|ensimmäiseksi|aiemmin|aikaisemmin|"
    "ensimmäistä kertaa|ensi kerran",
    rep="julkaistu uudelleen|julkaistaan uudelleen|uudelleenjulkaistu|uudelleenjulkaisu|"
    "uudelleenjulkaistaan|julkaistaan tässä|lainattu|ristiinjulkaistu|uusintajulkaisu|"
    "jaettu|uudelleen|poimittu|lainaus",
    firstpub="ensijulkaistu|ensijulkaisu|alkuperäinen julkaisu",
    feed="julkaistiin ensimmäisen kerran",
    piece="tutkimus|luku|raportti|puhe|kirja|sarja|runo|ote|versio|materiaali|video|tiedote|"
    "sisältö",
    it="se",
    grant="lupa|suostumus",
    perm="luvalla|suostumuksella|yhteistyössä|ystävällisellä luvalla|hyväksynnällä|luvan antanut",
    written="kirjoittanut|kirjoittaja|kirjoittajana",
    person="kirjoittajan|tekijän|kirjoittajien|oikeudenomistajan|oikeudenhaltijan|toimittajan",
    of="alkaen",
    outlet="blogissa|sivustolla|lehdessä|verkkosivuilla|sivuilla|verkkolehdessä|"
    "aikakauslehdessä|sanomalehdessä|julkaisussa|verkkojulkaisussa|sivulla|"
    "uutiskirjeessä|palvelussa|portaalissa|lehden|blogi|lehti|sivusto|kustantajan|"
    "toimituksen|verkkosivustolla|verkkosivulla|kirjassa|uutissivustolla|alustalla|"
    "aikakauslehden|sanomalehden|sivuston|verkkomediassa",
    issue="numerossa|numero|painos",
    transl="käännös|kääntänyt|suomennos|suomentanut|käännetty|suomennettu|kääntäjä",
    derived="aiempi versio|aikaisempi versio|perustuu|mukautettu|muokattu versio|"
    "lyhennetty versio|pohjautuu|päivitetty versio|ote kirjasta|muokattu|"
    "laajennettu versio",
    original="alkuperäinen artikkeli|alkuperäinen teksti|alkuperäinen kirjoitus|"
    "alkuperäisen artikkelin|alkuperäinen juttu|alkuperäisjulkaisu",
    read="lue alkuperäinen|lue alkuperäinen artikkeli|voit lukea alkuperäisen|"
    "luettavissa täällä|lue koko juttu",
    source="lähde|lähteet|alkuperäinen lähde",
    reserved="kaikki oikeudet pidätetään|oikeudet pidätetään|ei saa",
    forbid="kielletty|kielletään|luvaton|sallittu vain",
    without="ilman",
    only="vain|ainoastaan|kirjallinen|kirjallista|etukäteistä",
    offer="saa vapaasti|vapaasti|ilmaiseksi|voit|saat|on sallittua|saa julkaista|saa jakaa|"
    "vapaa julkaistavaksi",
    use="julkaista uudelleen|jakaa|käyttää|kopioida|kopiointi|levittäminen|jakaminen|käyttö|"
    "jäljentäminen|levittää|lainata|julkaiseminen|lainaaminen|edelleenjulkaisu|jäljentää|"
    "uudelleenkäyttö",
    under="alla",
    licence="lisenssi*|creative commons|cc",
    licensed="lisensoitu|lisensoitua|lisensoidaan|lisenssillä|on lisensoitu",
    content="tämä sivusto|sivuston sisältö|sisältömme|kaikki sisältö|tämä teos|tämän sivuston|"
    "sisältö on|tällä sivustolla",
    except_="ellei toisin|jollei toisin|jos ei toisin",
    photo="kuva|kuvat|valokuva|kuvaaja|kuvalähde|kuvitus|kansikuva|valokuvat|pääkuva|kuvituskuva",
    here="täällä|tässä|tällä sivustolla|alla",
    ours="meidän|verkkosivuillamme|blogissamme|lehdessämme|sivustollamme|me|oma|minun|omassa|"
    "uutiskirjeessämme|sivuillamme|julkaisussamme|portaalissamme",
    label="huom|huomautus|toimituksen huomautus|huomio|toimitus|toimituksen kommentti",
    language="englannista|englanniksi|ruotsista|saksasta|suomeksi|ranskasta",
    link="ja|the|of|and",
    month="tammikuu*|helmikuu*|maaliskuu*|huhtikuu*|toukokuu*|kesäkuu*|heinäkuu*|elokuu*|"
    "syyskuu*|lokakuu*|marraskuu*|joulukuu*|vuonna|maanantai*|tiistai*|keskiviikko*|"
    "torstai*|perjantai*|lauantai*|sunnuntai*|keväällä|kesällä|syksyllä|talvella",
    and_="ja|tai|mutta|sekä",
    the="eräs",
    glue="on|oli|myös|nyt|joka|hieman|toimitettu|kevyesti|ystävällisellä|erityisellä|luvalla|"
    "mukaan|toimituksen|lyhennetty|ja|lisenssin|ehdoilla",
    bare=True,
    small_titles=True,
)
