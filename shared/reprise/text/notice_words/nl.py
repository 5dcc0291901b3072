"""Dutch."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="nl",
    gate="verscheen|verschenen|gepubliceerd|publicatie|overgenomen|overname|toestemming|"
    "licentie|vertaald|vertaling|origin|oorspronkelijk|rechten voorbehouden|eerder|foto|"
    "beeld|bron|herpubl|herplaats|geplaatst|afkomstig|auteursrecht|republ|gebaseerd|"
    "bewerking|versie|stond|goedkeuring|nemen|partner|via|ter beschikking|"
    "geschreven voor|met dank|doorgeplaatst|via ",
    text="artikel|bericht|stuk|blog|blogpost|tekst|interview|column|essay|opinie|verhaal|post|"
    "opiniestuk|reportage|bijdrage|analyse|nieuwsbericht|recensie|opinieartikel|"
    "blogbericht|gastblog",
    this="dit|deze|onderstaand|onderstaande|bovenstaand|het onderstaande|het volgende|"
    "bijgaand|voorliggend",
    pub="verscheen|verschenen|gepubliceerd|geplaatst|gepost|afgedrukt|gedrukt|publicatie|"
    "uitgezonden|stond|komt|afkomstig|verschijnt|gebruikt|publiceerde|gedeeld|publiceren|"
    "geschreven voor",
    first="eerder|oorspronkelijk|eerst|voor het eerst|als eerste|origineel|in eerste instantie|"
    "aanvankelijk|reeds|al eerder|ook",
    rep="overgenomen|overname|herpublicatie|gerepubliceerd|herplaatst|heruitgave|herdruk|"
    "opnieuw gepubliceerd|hergepubliceerd|nadruk|herdrukt|crosspost|repost|republicatie|"
    "doorgeplaatst|doorplaatsing|gereproduceerd|wederom gepubliceerd|wederpublicatie|"
    "nemen wij|wij nemen|overgenomen uit|overgenomen van|doorgeplaatst van|nemen we|"
    "we nemen|hernemen|wij publiceren hier|overname uit",
    firstpub="eerste publicatie|eerste verschijning|oorspronkelijke publicatie",
    feed="verscheen eerst op",
    piece="onderzoek|studie|hoofdstuk|rapport|toespraak|boek|serie|gedicht|fragment|versie|"
    "materiaal|video|persbericht|gesprek|preview|review|podcast",
    it="het|hij",
    grant="toestemming|goedkeuring|permissie|instemming",
    with_="met",
    perm="in samenwerking met|in overleg met|met medewerking van|met dank aan|met toestemming|"
    "in partnerschap met",
    courtesy="welwillend",
    contributed="beschikbaar gesteld|ter beschikking gesteld|aangeleverd door|"
    "ter beschikking gesteld door|beschikbaar gesteld door",
    written="geschreven door|auteur|van de hand van",
    person="auteur|auteurs|schrijver|schrijfster|rechthebbende|rechthebbenden|maker",
    at="op|in|bij|op de site|op de website",
    by="door",
    of="van",
    from_="uit|vanuit",
    outlet="blog|website|site|krant|magazine|tijdschrift|weekblad|dagblad|platform|pagina|"
    "nieuwsbrief|portaal|vakblad|nieuwssite|maandblad|uitgever|uitgeverij|redactie|boek|"
    "persbureau|webmagazine|weblog|opiniesite|opinieblad|homepage|bundel|*blad|*krant|"
    "*magazine|*blog|*tijdschrift|*site|omroep|zender|kwartaalblad|nieuwsdienst",
    issue="nummer|editie|uitgave|nr|papieren editie",
    transl="vertaald|vertaling|vertaler|vertaald uit het engels|nederlandse vertaling|vertaalde",
    derived="eerdere versie|een versie|bewerking van|bewerkte versie|ingekorte versie|"
    "gebaseerd op|een bewerking|aangepaste versie|uitgebreide versie|afgeleid van|"
    "verkorte versie|geactualiseerde versie|fragment uit|bewerkt|geïnspireerd op",
    original="oorspronkelijke artikel|originele artikel|origineel artikel|oorspronkelijk artikel|"
    "het origineel|originele bericht|originele tekst|originele versie|originele bron|"
    "oorspronkelijke versie|originele stuk",
    read="lees het originele artikel|lees het origineel|lees hier het origineel|"
    "lees hier het originele artikel|hier te lezen|het originele artikel lezen|"
    "is hier te vinden|bekijk het origineel|lees het oorspronkelijke artikel|"
    "lees het artikel op|hier het oorspronkelijke artikel",
    source="bron|bronnen|via|gevonden op",
    reserved="alle rechten voorbehouden|rechten voorbehouden|auteursrechtelijk beschermd|"
    "mag niet worden|mogen niet worden|niets uit deze|mag niets|overname verboden",
    forbid="verboden|niet toegestaan|is niet toegestaan|niet toegelaten|strafbaar",
    without="zonder",
    only="alleen|uitsluitend|voorafgaande|schriftelijke|enkel|slechts",
    offer="u mag|je mag|mag vrij|mogen vrij|vrij worden|gratis|kosteloos|voel je vrij|"
    "voel u vrij|vrij overnemen|is toegestaan|mag worden overgenomen|"
    "mogen worden overgenomen|mag overgenomen|vrij te gebruiken|staat het vrij|"
    "rechtenvrij|nodigen|mits|mag met bronvermelding|mag dit artikel|mag dit bericht",
    thanks="danken|wij danken|dank aan|met dank aan",
    use="overnemen|herpubliceren|delen|gebruiken|kopiëren|verspreiden|verspreiding|gebruik|"
    "reproductie|publiceren|verveelvoudigd|verveelvoudiging|hergebruik|hergebruiken|"
    "overgenomen|overname|openbaar gemaakt|openbaarmaking|kopie",
    terms="u gaat akkoord|gebruiksvoorwaarden|je gaat akkoord",
    under="onder|volgens",
    licence="licentie|licenties|creative commons|cc",
    licensed="gelicentieerd|valt onder|vallen onder|beschikbaar onder|is gelicenseerd|"
    "gepubliceerd onder|vrijgegeven onder",
    content="deze site|deze website|de inhoud|onze artikelen|alle teksten|onze inhoud|dit werk|"
    "alle inhoud|alle artikelen|de teksten|content op|deze blog",
    except_="tenzij anders|behalve waar|tenzij anders vermeld",
    photo="foto|foto's|beeld|afbeelding|afbeeldingen|beelden|fotograaf|fotografie|illustratie|"
    "omslagfoto|beeldcredits|credits|headerfoto|illustraties|fotocredits|"
    "uitgelichte afbeelding|hoofdfoto|foto s|kaart|tekening|grafiek|infographic|cartoon|"
    "schermafbeelding",
    here="hier|op deze site|op deze website|hieronder",
    ours="ons|onze|wij|we|mijn",
    label="noot|noot van de redactie|redactie|noot redactie|noot van de redacteur|let op|nb|"
    "opmerking|noot van de auteur|disclaimer|verantwoording|toelichting|naschrift|"
    "over dit artikel|redactionele noot",
    language="engels|engelse|frans|duits|duitse|spaans|nederlandse|italiaans|franse|russisch|"
    "turks|arabisch",
    link="de|het|van|en|der|den|the|of|and|voor|in|'t|t|aan",
    month="januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    "december|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec|maandag|dinsdag|woensdag|"
    "donderdag|vrijdag|zaterdag|zondag|voorjaar|zomer|najaar|herfst|winter",
    where="waar",
    and_="en|of|maar",
    the="de|het|een|'t",
    glue="is|werd|werden|wordt|worden|zijn|ook|hier|vriendelijke|uitdrukkelijke|schriftelijke|"
    "met|en|dat|die|licht|ingekort|bewerkt|aangepast|was|heeft|hebben|nu|als|voor|"
    "onder de titel|nieuws|integraal|opnieuw|kan",
    for_="voor",
    partner="partner|partners|*partner|collega's|vrienden|zusterblad|zustersite",
)
