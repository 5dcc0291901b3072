"""German."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="de",
    gate="veröffentlich|erschien|publizier|nachdruck|genehmigung|erlaubnis|lizenz|abdruck|"
    "übernahme|übernommen|übersetz|ursprünglich|original|zustimmung|rechte vorbehalten|"
    "vervielfältig|foto|bild|quelle|stammt|crosspost|gastbeitrag|weiterverwend|entnommen|"
    "einverständnis|abgeleitet|basiert|fassung|lizenzier|verfügung gestellt|aus dem|"
    "wir übernehmen|nachzulesen|entstammt|gesendet|übernehmen|verlinkt|via|dank an|"
    "freigabe|copyright|via |aus:",
    text="artikel|beitrag|text|post|blogpost|blogbeitrag|essay|interview|kommentar|bericht|"
    "eintrag|story|gastbeitrag|aufsatz|kolumne|blogeintrag|reportage|meldung|"
    "gastkommentar|gastartikel|rezension|analyse|artikels|beitrags|beitrages|textes|"
    "fachartikel|leitartikel|blogartikel|gespräch|recherche|glosse|podcast",
    this="dieser|diese|dieses|diesen|diesem|der vorliegende|die vorliegende|das vorliegende|"
    "vorliegender|vorliegende|folgender|der folgende|das folgende|das nachfolgende|"
    "der nachfolgende|vorstehender|der obige|nachfolgender",
    pub="veröffentlicht|erschien|erschienen|publiziert|abgedruckt|gepostet|gedruckt|"
    "veröffentlichung|ausgestrahlt|stammt|gestellt|erscheint|publikation|verwendet|"
    "verwendung|publizierte|veröffentlichte|online gegangen|zu lesen|gesendet|"
    "geschrieben für|online erschienen|entstammt|entstanden|produziert|herausgebracht|"
    "erstellt|ausgestrahlt worden|zu finden|herausgegeben|verbreitet",
    first="ursprünglich|zuerst|zunächst|erstmals|zuvor|früher|bereits|zum ersten mal|erstmalig|"
    "vorab|original|im original|schon|vorher|seinerzeit|damals|anderswo",
    rep="nachdruck|nachgedruckt|wiederveröffentlicht|wiederveröffentlichung|"
    "zweitveröffentlichung|zweitveröffentlicht|übernommen|übernahme|wiederabdruck|"
    "erneut veröffentlicht|wieder veröffentlicht|neu veröffentlicht|abdruck|republiziert|"
    "republikation|crosspost|cross post|weiterveröffentlicht|zweitverwertung|"
    "zweitpublikation|entnommen|wiedergegeben|wiedergabe|nachveröffentlicht|repost|"
    "wir übernehmen|übernehmen wir|übernehmen diesen|übernehmen den|übernehmen hier|"
    "wir dokumentieren|dokumentieren wir|wir veröffentlichen hier|wir spiegeln|"
    "gespiegelt|gespiegelt von|nachdruck aus|weitergegeben|abgedruckt aus|nachdruck von|"
    "ein nachdruck|eine übernahme|übernommen aus|übernommen von",
    firstpub="erstveröffentlichung|erstveröffentlicht|erstabdruck|erstpublikation|ersterscheinung|"
    "erstmals veröffentlicht",
    piece="studie|arbeit|kapitel|rede|serie|gedicht|auszug|version|fassung|inhalt|material|"
    "buch|video|bericht|vortrag",
    it="er|sie|es",
    grant="genehmigung|erlaubnis|zustimmung|einwilligung|einverständnis|freigabe",
    with_="mit",
    perm="in absprache mit|im einvernehmen mit|in kooperation mit|abdruckgenehmigung|"
    "mit freundlicher unterstützung|dank freundlicher genehmigung|mit genehmigung|"
    "in zusammenarbeit mit|in partnerschaft mit|im rahmen einer kooperation mit|"
    "nach absprache mit|mit dank an",
    contributed="zur verfügung gestellt|freundlicherweise zur verfügung gestellt|"
    "freundlicherweise überlassen|überlassen|bereitgestellt|"
    "zur veröffentlichung überlassen|zur verfügung",
    written="geschrieben von|verfasst von|autor|autorin|geschrieben|verfasst",
    person="autors|autorin|autoren|verfassers|verfasserin|rechteinhaber|rechteinhabers|urhebers|"
    "urheberin|seiner|ihrer",
    at="auf|in|im|bei|beim|am|an|über|auf der seite|auf der website|auf den seiten",
    by="durch",
    of="von|vom|des",
    from_="aus|aus der|aus dem",
    outlet="blog|website|webseite|magazin|zeitung|zeitschrift|wochenzeitung|tageszeitung|portal|"
    "onlineportal|seite|onlinemagazin|newsletter|plattform|homepage|internetseite|"
    "fachzeitschrift|nachrichtenportal|buch|band|verlag|verlags|verlages|redaktion|"
    "herausgeber|weblog|nachrichtenagentur|journal|blogs|magazins|onlinezeitung|"
    "monatszeitschrift|wochenmagazin|rubrik|sammelband|agentur|firmenblog|*magazin|"
    "*magazins|*zeitung|*zeitschrift|*blog|*portal|*blatt|sender|radiosender|rundfunk|"
    "rundbrief|infodienst|informationsdienst|pressedienst|nachrichtendienst|medium|"
    "podcasts|vierteljahresschrift|monatsschrift|quartalsschrift",
    issue="ausgabe|heft|nummer|nr|jahrgang|printausgabe|druckausgabe",
    transl="übersetzt|übersetzung|aus dem englischen|aus dem französischen|aus dem spanischen|"
    "aus dem russischen|aus dem italienischen|übersetzte|deutsche übersetzung|übertragen|"
    "übersetzer|übersetzerin|aus dem amerikanischen|aus dem türkischen|"
    "aus dem arabischen|aus dem niederländischen|aus dem polnischen|"
    "aus dem portugiesischen|aus dem ukrainischen|aus dem griechischen|übersetzen|"
    "ins deutsche übertragen|deutsch von|ist eine übersetzung|eine übersetzung",
    derived="frühere version|frühere fassung|eine version|eine fassung|gekürzte fassung|"
    "gekürzte version|überarbeitete fassung|überarbeitete version|abgeleitet|basiert auf|"
    "beruht auf|bearbeitete fassung|leicht veränderte fassung|adaptiert|"
    "erweiterte fassung|aktualisierte fassung|auszug aus|in anlehnung an|langfassung|"
    "kurzfassung|in einer früheren version|vorabdruck",
    original="originalartikel|originalbeitrag|originaltext|original artikel|originalversion|"
    "das original|originalpost|originalfassung|englische originalfassung|"
    "originalveröffentlichung|ursprünglicher beitrag|ursprünglichen artikel|"
    "originalquelle",
    read="hier im original|im original lesen|zum originalartikel|zum original|"
    "zum originalbeitrag|lesen sie den originalartikel|finden sie hier|findet sich hier|"
    "hier nachzulesen|nachzulesen",
    source="quelle|quellen|originalquelle|via",
    reserved="alle rechte vorbehalten|rechte vorbehalten|alle rechte",
    forbid="verboten|untersagt|nicht gestattet|nicht erlaubt|unzulässig|nicht zulässig|strafbar|"
    "bedarf|bedürfen",
    without="ohne|nicht ohne",
    only="nur|ausschließlich|vorheriger|vorherige|schriftlicher|schriftliche|schriftlichen",
    offer="darf frei|dürfen frei|darf gerne|dürfen gerne|kann frei|können frei|kostenlos|"
    "kostenfrei|dürfen sie|können sie|frei verwendet|gerne|honorarfrei|abdruck frei|"
    "abdruck honorarfrei|frei zur|frei nutzen|darf unter|dürfen unter|steht frei|"
    "darf weiterverbreitet|dürfen weiterverbreitet",
    ask="um genehmigung|genehmigung erfragen|abdruckrechte",
    thanks="danken|wir danken|dank an|unser dank gilt|dank geht an|bedanken uns bei|"
    "herzlichen dank an|vielen dank an|mit dank an",
    use="weiterverwendet|weiterverwendung|nachgedruckt werden|übernommen werden|verbreitung|"
    "vervielfältigung|verbreitet|vervielfältigt|weiterverbreitet|weiterverbreitung|"
    "nutzung|kopieren|nachdrucken|übernehmen|teilen|verwenden|weitergabe|weitergegeben|"
    "wiederveröffentlichen|veröffentlichen|verbreiten|vervielfältigen|reproduktion|"
    "speicherung|verwertung|genutzt|nutzen",
    terms="sie stimmen|nutzungsbedingungen|datenschutzerklärung|sie willigen",
    under="unter|unter der|unter einer|gemäß",
    licence="lizenz|lizenzen|cc lizenz|creative commons|cc",
    licensed="lizenziert|steht unter|stehen unter|verfügbar unter|lizensiert",
    content="inhalte|diese website|dieser website|dieser seite|diese seite|unsere inhalte|"
    "unsere texte|unsere artikel|alle texte|alle inhalte|alle artikel|dieses werk|"
    "dieser internetseite|die texte|die inhalte|der inhalt",
    except_="sofern nicht anders|soweit nicht anders|wenn nicht anders|falls nicht anders|"
    "außer wo|sofern nicht|soweit nicht",
    photo="foto|fotos|bild|bilder|titelbild|beitragsbild|bildnachweis|fotocredit|fotograf|"
    "aufmacherbild|abbildung|abbildungen|illustration|grafik|symbolbild|bildquelle|"
    "bildrechte|bildcredit|titelfoto|headerbild|fotonachweis|bildmaterial|vorschaubild|"
    "aufmacherfoto|screenshot|karte|zeichnung|karikatur|videostill",
    here="hier|an dieser stelle|auf dieser seite|auf dieser website|unten|oben",
    ours="unser|unsere|unserem|unserer|unseren|wir|uns|mein|meinem|ich|unseres",
    label="hinweis|anmerkung der redaktion|anm d red|anmerkung|red|hinweis der redaktion|"
    "redaktioneller hinweis|anm|transparenzhinweis|offenlegung|notiz|info|zum text|"
    "zu diesem text|hinweis zum text|ps|update|disclaimer",
    language="englischen|französischen|spanischen|russischen|italienischen|deutsche|englisch|"
    "amerikanischen|türkischen|arabischen|niederländischen|polnischen|portugiesischen|"
    "ukrainischen|griechischen|englischer|französisch|spanisch|italienisch|englische|"
    "russisch|polnisch|türkisch|arabisch|niederländisch|portugiesisch",
    link="und|der|die|das|des|am|im|of|the|and|de|zum|zur",
    month="januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|"
    "dezember|jan|feb|mrz|apr|jun|jul|aug|sep|okt|nov|dez|montag|dienstag|mittwoch|"
    "donnerstag|freitag|samstag|sonntag|frühjahr|sommer|herbst|winter|jahr|jahre",
    where="wo",
    and_="und|oder|sowie",
    the="der|die|das|den|dem|ein|eine|einem|einer|eines",
    glue="wurde|wurden|ist|sind|worden|wird|werden|war|auch|freundlicher|freundliche|"
    "freundlichen|ausdrücklicher|als|ursprünglichen|leicht|gekürzt|gekürzter|gekürzte|"
    "bearbeitet|redaktionell|online|erneut|nun|jetzt|hat|haben|zum|zur|dank|er|es|dort|"
    "mit freundlichem|unverändert|weiter|leicht gekürzt|sie|kann|können|"
    "freundlicherweise|uns|allen|folgenden|wir|gleichnamigen|damaligen|seinem|ihrem|"
    "hiermit|also|vollständig|wörtlich",
    for_="für|im auftrag von",
    aided="redigiert von|bearbeitet von|illustriert von|redaktion von|lektoriert von",
    partner="*partner|partner|partnern|*partnern|partners|*partners|kollegen|kolleginnen|freunde|"
    "freunden|schwesterportal|partnerportal|partnermedium|schwesterzeitung",
    nouns=True,
)
