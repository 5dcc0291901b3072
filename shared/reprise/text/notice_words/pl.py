"""Polish."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="pl",
    gate="opublikowa|ukaza|publikac|publikow|przedruk|zgod|licencj|tłumacz|oryginaln|pierwotn|"
    "zastrzeżon|zdjęci|fot|źródł|pochodzi|rozpowszechn|zezwoleni|kopiowan|pozwolen|"
    "ilustrac|wersj|przekład|uprzejmoś|przeklejon|pojawi|za zgod|dzięki|źród|przeło|"
    "udostępn|współprac|partner|pierwodruk|przejęt|za:|via",
    text="artykuł|tekst|wpis|wywiad|felieton|esej|reportaż|komentarz|materiał|post|rozmowa|"
    "recenzja|analiza|opowiadanie|artykułu|tekstu|publikacja|relacja|informacja|notka",
    this="ten|ta|to|te|niniejszy|niniejsza|niniejsze|poniższy|poniższa|powyższy|powyższa|"
    "poniższe|następujący|tego|niniejszego",
    pub="opublikowany|opublikowana|opublikowane|opublikowano|ukazał się|ukazała się|"
    "ukazało się|ukazał|ukazała|się ukazał|się ukazała|publikowany|wydrukowany|"
    "zamieszczony|zamieszczono|publikacja|pochodzi|publikujemy|pojawił się|pojawiła się|"
    "pojawił|się pojawił|wykorzystano|zamieszczona|napisany dla|powstał dla|udostępniono",
    first="pierwotnie|po raz pierwszy|oryginalnie|najpierw|wcześniej|pierwszy raz|uprzednio|także",
    rep="przedruk|przedrukowany|przedrukowano|przedrukowujemy|przedruku|"
    "ponownie opublikowany|republikacja|republikowany|przedrukowane|przedrukowana|"
    "przeklejone|reprodukowane|ponowna publikacja|publikujemy ponownie|przedruk z|"
    "przejęty|przejęto|zaczerpnięto|zaczerpnięty|przytaczamy|przedrukowane z|pobrano z|"
    "pobrane z|reprodukujemy|przejęte z",
    firstpub="pierwodruk|pierwsza publikacja|pierwotna publikacja|pierwotnie opublikowano",
    feed="pochodzi z serwisu|pojawił się pierwszy raz w|pojawił się poraz pierwszy w",
    piece="badanie|rozdział|raport|przemówienie|książka|seria|wiersz|fragment|wersja|film|"
    "komunikat|treść|praca",
    it="on|ona|ono",
    grant="zgoda|pozwolenie|zezwolenie|zgody|pozwolenia|zezwolenia|zgodą|pozwoleniem|zezwoleniem",
    with_="za",
    perm="we współpracy z|dzięki uprzejmości|za uprzejmą zgodą|za zgodą|za pozwoleniem|"
    "za zezwoleniem|za zgoda|dzięki zgodzie|na mocy porozumienia z|w ramach współpracy z|"
    "w ramach partnerstwa z|w porozumieniu z|za pisemną zgodą",
    courtesy="dzięki uprzejmości",
    contributed="udostępniony przez autora|udostępniony przez|udostępniona przez|"
    "udostępnione przez|przekazany przez|użyczony przez|nieodpłatnie udostępniony",
    written="napisany przez|autor|autorka|autorstwa|napisała|napisał",
    person="autora|autorki|autorów|właściciela praw|twórcy|autorek",
    at="w|we|na|na łamach|na portalu|na stronie|na blogu|w serwisie|u|poprzez",
    by="przez",
    of="od|za",
    from_="z|ze",
    outlet="blog|blogu|portal|portalu|serwis|serwisu|serwisie|gazeta|gazecie|czasopismo|"
    "czasopiśmie|tygodnik|tygodniku|miesięcznik|miesięczniku|dziennik|dzienniku|magazyn|"
    "magazynie|strona|stronie|stronach|łamach|pismo|piśmie|kwartalnik|kwartalniku|"
    "redakcja|redakcji|wydawca|wydawcy|wydawnictwo|wydawnictwa|portalem|tygodnika|"
    "miesięcznika|gazety|czasopisma|agencja|agencji|książce|platformie|newsletterze|"
    "witrynie|magazynu|pisma|tygodnikiem|dziennika|radia|radio|kwartalnika|biuletyn|"
    "biuletynie|biuletynu|portalowi|stowarzyszenie|rozgłośnia|dwutygodnik|dwutygodniku|"
    "dwumiesięcznik|dwumiesięczniku|zin|zinie",
    issue="numer|numerze|nr|wydanie|wydaniu|numeru",
    transl="tłumaczenie|przetłumaczony|przetłumaczył|przetłumaczyła|przełożył|przełożyła|"
    "przekład|tłum|przetłumaczono|tłumaczył|tłumaczyła|tłumacz",
    derived="wcześniejsza wersja|pierwsza wersja|wersja artykułu|skrócona wersja|oparty na|"
    "oparta na|na podstawie|adaptacja|zmieniona wersja|rozszerzona wersja|"
    "zaktualizowana wersja|poprawiona wersja|fragment książki|inspirowany",
    original="oryginalny artykuł|oryginał|wersja oryginalna|oryginalny tekst|tekst oryginalny|"
    "artykuł oryginalny|oryginalnego artykułu|oryginalny wpis",
    read="przeczytaj oryginał|czytaj oryginał|oryginał można przeczytać|"
    "przeczytaj oryginalny artykuł|czytaj całość na|można przeczytać tutaj|"
    "czytaj oryginalny artykuł|dostępny tutaj",
    source="źródło|źródła|via",
    reserved="wszelkie prawa zastrzeżone|prawa zastrzeżone|wszystkie prawa zastrzeżone|"
    "dalsze rozpowszechnianie|nie może być|nie mogą być|materiał chroniony|"
    "chroniony prawem autorskim|dalsze wykorzystanie|chronione prawem autorskim",
    forbid="zabronione|zabroniona|zabronionym|zakaz|zabrania się|wzbronione|niedozwolone|zabrania",
    without="bez",
    only="tylko|wyłącznie|pisemnej|uprzedniej|jedynie|pisemną|uprzednią",
    offer="można swobodnie|swobodnie|bezpłatnie|za darmo|zachęcamy do|zapraszamy do|możesz|"
    "możecie|dozwolone|można przedrukować|można publikować|wolno|zezwala się|"
    "pod warunkiem",
    thanks="dziękujemy",
    use="przedrukować|kopiować|rozpowszechniać|rozpowszechnianie|kopiowanie|powielanie|"
    "wykorzystywanie|wykorzystanie|udostępniać|udostępnianie|publikować|republikować|"
    "przedruki|cytować|kopiowania|rozpowszechniania|przedrukowywanie|przedrukowywać|"
    "publikowanie|udostępniania",
    under="na licencji|na zasadach|na warunkach",
    licence="licencja|licencji|licencją|licencje|creative commons|cc",
    licensed="dostępny na licencji|dostępne na licencji|udostępniany na licencji|licencjonowany|"
    "objęte licencją|dostępna na licencji|udostępniane na licencji|są dostępne na|"
    "jest dostępny na|jest dostępna na|udostępniono na",
    content="ta strona|treści|treść strony|nasze teksty|nasze artykuły|wszystkie teksty|"
    "ten utwór|zawartość|o ile nie|treści na|wszystkie treści|utwór",
    except_="jeśli nie zaznaczono|o ile nie|chyba że|z wyjątkiem",
    photo="zdjęcie|zdjęcia|fot|foto|fotografia|ilustracja|źródło zdjęcia|autor zdjęcia|"
    "ilustracje|grafika|zdjęcie główne|fotografie|mapa|rysunek|infografika|kadr|wykres",
    here="tutaj|tu|poniżej|na tej stronie",
    ours="nasz|naszej|naszym|naszych|nasze|nami|my|mój|moim|naszego",
    label="uwaga|od redakcji|red|nota|adnotacja|przypis redakcji|nota redakcyjna|przyp red|"
    "informacja|redakcja",
    language="angielskiego|niemieckiego|francuskiego|rosyjskiego|hiszpańskiego|włoskiego|"
    "ukraińskiego|polski",
    link="i|w|z|na|the|of|and|dla|o",
    month="stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|"
    "listopada|grudnia|styczeń|luty|styczniu|lutym|marcu|kwietniu|maju|czerwcu|lipcu|"
    "sierpniu|wrześniu|październiku|listopadzie|grudniu|roku|poniedziałek|wtorek|środa|"
    "czwartek|piątek|sobota|niedziela|r",
    and_="i|oraz|lub|a|ale",
    the="jeden",
    glue="został|została|zostało|jest|był|była|są|uprzejmą|też|również|który|która|teraz|się|"
    "jako|oraz|lekko|zredagowany|skrócony|redakcji|internetowym|internetowej|on|go|można|"
    "naszą|angielskim|język|języka|z języka|pod tytułem",
    for_="dla",
    partner="partner|partnera|partnerem|partnerów|kolegów|przyjaciół|partnerski portal",
    small_titles=True,
)
