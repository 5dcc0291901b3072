"""Croatian."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="hr",
    gate="objavljen|objavio|objava|prenes|prenos|dopušten|dozvol|licenc|prijevod|preve|izvorn|"
    "prvobitno|prava pridržana|foto|izvor|prvi put|pretisk|suglasnos|zadržana|odobren|"
    "fotografij|ljubazno|verzij|preuz|dopušt|izvorno|suglasn",
    text="članak|tekst|intervju|kolumna|esej|reportaža|komentar|post|osvrt|analiza|priča|"
    "vijest|razgovor|članka|teksta",
    this="ovaj|ova|ovo|ovi|sljedeći|navedeni",
    pub="objavljen|objavljena|objavljeno|izašao|izašla|pojavio se|pojavio|objavio|tiskan|"
    "objava|objavljujemo|objavljuje|se pojavio",
    first="izvorno|prvotno|prvobitno|prvi put|najprije|prethodno|originalno|ranije",
    rep="preneseno|prenesen|prenosimo|pretiskano|pretisak|ponovno objavljen|"
    "ponovno objavljeno|ponovno objavljujemo|preuzeto|preuzet|preuzimamo|preneseni|"
    "ponovno objavljena|preuzeto s|preuzeto iz|prenosi se|preneseno s|preneseno iz",
    firstpub="prva objava|prvotna objava",
    it="on|ona|ono",
    grant="dopuštenje|dopuštenjem|dozvola|dozvolom|suglasnost|odobrenje|odobrenjem|suglasnošću",
    with_="uz|s|sa",
    perm="uz dopuštenje|uz dozvolu|uz ljubazno dopuštenje|u suradnji s|ljubaznošću|"
    "uz suglasnost|uz odobrenje|s dopuštenjem|uz dopuštenje autora|uz ljubaznu suglasnost",
    written="napisao|napisala|autor|autorica|piše",
    person="autora|autorice|autorima",
    at="u|na|na portalu|na stranici",
    by="od",
    of="od",
    from_="s|sa|iz",
    outlet="portal|portalu|portala|blog|blogu|stranica|stranici|časopis|časopisu|časopisa|"
    "novine|novinama|tjednik|tjedniku|tjednika|dnevnik|dnevniku|magazin|magazinu|list|"
    "listu|lista|izdavač|izdavača|uredništva|agencija|knjizi|webu",
    issue="broj|broju|izdanje",
    transl="prijevod|preveo|prevela|prevedeno|prevoditelj",
    derived="ranija verzija|skraćena verzija|temelji se na|na temelju|prilagođena verzija|"
    "temeljen na",
    original="izvorni članak|original|originalni članak|izvornik|izvornog članka|izvorni tekst|"
    "originalni tekst",
    read="pročitajte original|pročitajte izvorni članak|original možete pročitati|"
    "izvorni članak možete pročitati",
    source="izvor|izvori",
    reserved="sva prava pridržana|prava pridržana|sva prava zadržana|ne smije se",
    forbid="zabranjeno|zabranjena|nije dopušteno|nije dozvoljeno",
    without="bez",
    only="samo|isključivo|pismenog|prethodnog|pisanog",
    offer="slobodno|besplatno|možete slobodno|dopušteno je",
    use="prenositi|kopirati|kopiranje|prenošenje|umnožavanje|korištenje|objavljivati|"
    "distribucija|objavljivanje|preuzimanje",
    under="pod",
    licence="licenca|licencom|licence|licencijom|creative commons|cc",
    licensed="licenciran|licencirano|dostupno pod|dostupan pod",
    content="ova stranica|sadržaj|sav sadržaj|naši članci|ovo djelo|svi tekstovi",
    except_="osim ako|ako nije drugačije",
    photo="foto|fotografija|fotografije|slika|ilustracija|naslovna fotografija",
    here="ovdje|na ovoj stranici",
    ours="naš|našem|naše|mi|našoj",
    label="napomena|napomena uredništva|bilješka|nap ur",
    language="engleskog|njemačkog|francuskog",
    link="i|u|na|the|of|and",
    month="siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|"
    "studenog|studenoga|prosinca|januara|februara|marta|aprila|maja|juna|jula|avgusta|"
    "septembra|oktobra|novembra|decembra|godine",
    and_="i|ili|ali",
    glue="je|su|bio|bila|ljubazno|također|koji|koja|sada|kao|blago|se|uz|pisano|ga|"
    "internetskom|možete",
    for_="za",
    small_titles=True,
)
