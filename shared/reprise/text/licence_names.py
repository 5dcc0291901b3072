"""
What the parts of Creative Commons names are called, by language, and the jurisdictions of ports.

In a phrase, ``-`` stands for any separator or none (``non-commercial`` also reads NonCommercial
and Non Commercial). Capitals and accents do not matter. The words are those of the translated
deeds; older and newer deeds differ in some languages, so several stand side by side.
"""

from __future__ import annotations

BY = """
attribution|namensnennung|reconocimiento|atribución|atribuição|attribuzione|naamsvermelding|
erkännande|navngivelse|kreditering|nimeä|uznanie-autorstwa|uveďte-původ|uveďte-autora|atıf|
alıntı|с-указанием-авторства|атрибуция|із-зазначенням-авторства|αναφορά-δημιουργού|αναφορά|
atribuire|nevezd-meg!?|نسب-المصنف|نسب|ייחוס|انتساب|ارجاع|署名|姓名标示|姓名標示|表示|저작자표시|
atribusi|ghi-công|reconeixement|аттрибуция
"""

NC = """
non-?commercial-use|non-commercial|no-commercial-use|nicht-kommerziell(?:e-nutzung)?|
keine-kommerzielle-nutzung|pas-d['’]?utilisation-commerciale|non-commerciale?|
utilisation-non-commerciale|no-comercial|não-comercial|uso-não-comercial|niet-commercieel|
icke-kommersiell|ikke-kommerciel|ikke-kommersiell|ei-kaupallinen|użycie-niekomercyjne|
neužívejte-komerčně|neužívejte-dílo-komerčně|gayri-ticari|ticari-olmayan|
некоммерческое-использование|некоммерческая|некомерційна|некомерційне-використання|
μη-εμπορική-χρήση|ne-comercial|ne-add-el!?|غير-التجاري|غير-تجاري|שימוש-לא-מסחרי|לא-מסחרי|
غير-تجاری|غیر-تجاری|非商业性使用|非商业性|非商业|非商業性|非商業|非営利|비영리|non-komersial|
phi-thương-mại|no-comercial
"""

ND = """
no-derivative-works|no-derivatives|no-derivs|keine-bearbeitung(?:en)?|pas-de-modifications?|
pas-d['’]œuvre-dérivée|sin-obras?-derivadas?|sin-derivad[ao]s|sem-derivações|sem-derivados|
sem-obras-derivadas|non-opere-derivate|geen-afgeleide-werken|inga-bearbetningar|
ingen-bearbejdelse|ingen-bearbeidelse|ei-muutoksia|ei-jälkiperäisiä-teoksia|
bez-utworów-zależnych|nezpracovávejte|nezasahujte-do-díla|türetilemez|без-производных-произведений|
без-производных|без-похідних-творів|без-похідних|όχι-παράγωγα-έργα|όχι-παράγωγα|fără-derivate|
fără-modificări|ne-változtasd!?|منع-الاشتقاق|ללא-יצירות-נגזרות|איסור-יצירות-נגזרות|
بدون-اشتقاق|غیر-اشتقاقی|禁止演绎|禁止改作|改変禁止|변경금지|tanpa-turunan|không-phái-sinh|
sense-obra-derivada
"""

SA = """
share-alike|weitergabe-unter-gleichen-bedingungen|partage-dans-les-mêmes-conditions|
partage-à-l['’]identique|compartir-igual|compartilha-igual|partilha-igual|
partilha-nos-mesmos-termos|condividi-allo-stesso-modo|gelijk-delen|dela-lika|
del-på-samme-vilkår|jaa-samoin|na-tych-samych-warunkach|zachovejte-licenci|
aynı-lisansla-paylaş|с-сохранением-условий|на-тех-же-условиях|
поширення-на-тих-самих-умовах|παρόμοια-διανομή|distribuire-în-condiții-identice|
partajare-în-condiții-identice|így-add-tovább!?|الترخيص-بالمثل|المشاركة-بالمثل|שיתוף-זהה|
همانند-پخش|相同方式共享|相同方式分享|継承|동일조건변경허락|berbagi-serupa|chia-sẻ-tương-tự
"""

COMMONS = """
creative-commons|クリエイティブ・?コモンズ|크리에이티브-커먼즈|知识共享|創用-cc|创作共用|
المشاع-الإبداعي|کریتیو-کامنز|кріейтів-коммонс|криэйтив-коммонс|क्रिएटिव-कॉमन्स
"""

UNPORTED = (
    "unported|nicht-portiert|non-transposé|no-portada|não-adaptada|non-portata|непортированная"
)
GENERIC = "generic|générique|genérica|genérico|generico|generisch|一般|yleinen|generisk"
INTERNATIONAL = """
internationaal|internationale?|international|internacional|internazionale|internasjonal|
internationell|międzynarodowe|mezinárodní|uluslararası|milletlerarası|международная|міжнародна|
διεθνές|internațional|nemzetközi|kansainvälinen|دولي|بین‌-?المللی|בינלאומי|国际|國際|国際|국제|
internasional|quốc-tế|अंतरराष्ट्रीय
"""

LICENCE = """
licen[cs]ed?|licen[cs]es|lizenz(?:en)?|licencia|licença|licenza|licentie|licens(?:en)?|
lisens(?:en)?|lisenssi(?:llä|n)?|lisansı?|licencj[aiąę]|licencí|лицензи[яеию]й?|ліцензі[яїєю]ю?|
άδειας?|licență|licența|licenci?a|licenc|رخصة|ترخيص|רישיון|רשיון|مجوز|پروانه|许可协议|许可证|许可|
授权条款|授權條款|协议|條款|条款|ライセンス|라이선스|이용허락|लाइसेंस|lisensi|giấy-phép|llicència
"""
"""The word for licence; it carries no meaning of its own in a licence's name."""

FILLERS = """
the|a|an|under|public|publique|pública|pubblica|öffentliche|deed|legal-code|terms|of|version|
versie|versión|versão|versione|verzia|wersja|wersji|версия|версії|der|die|das|einer|eine|unter|la|el|
le|les|une?|sous|bajo|sob|con|uma?|een|onder|de|în|na|v|на|под|по
"""

JURISDICTIONS = {
    "ar": "argentina",
    "at": "austria|österreich",
    "au": "australia",
    "az": "azerbaijan",
    "be": "belgium|belgique|belgië",
    "br": "brazil|brasil",
    "ca": "canada",
    "ch": "switzerland|schweiz|suisse",
    "cl": "chile",
    "cn": "china-mainland|中国大陆",
    "co": "colombia",
    "cr": "costa-rica",
    "cz": "czech-republic|česká-republika|česko",
    "de": "germany|deutschland",
    "dk": "denmark|danmark",
    "ec": "ecuador",
    "ee": "estonia|eesti",
    "eg": "egypt",
    "es": "spain|españa",
    "fi": "finland|suomi",
    "fr": "france",
    "ge": "georgia",
    "gr": "greece|ελλάδα",
    "gt": "guatemala",
    "hk": "hong-kong|香港",
    "hr": "croatia|hrvatska",
    "hu": "hungary|magyarország",
    "ie": "ireland",
    "igo": "igo|intergovernmental-organi[sz]ations?",
    "il": "israel|ישראל",
    "in": "india",
    "it": "italy|italia",
    "jp": "japan|日本",
    "kr": "korea|대한민국",
    "lu": "luxembourg",
    "mt": "malta",
    "mx": "mexico|méxico",
    "my": "malaysia",
    "nl": "netherlands|nederland",
    "no": "norway|norge",
    "nz": "new-zealand",
    "pe": "peru|perú",
    "ph": "philippines",
    "pl": "poland|polska",
    "pr": "puerto-rico",
    "pt": "portugal",
    "ro": "romania|românia",
    "rs": "serbia",
    "scotland": "(?:uk:?-)?scotland",
    "se": "sweden|sverige",
    "sg": "singapore",
    "si": "slovenia|slovenija",
    "th": "thailand",
    "tw": "taiwan|台灣|臺灣",
    "ug": "uganda",
    "uk": "(?:uk:?-)?england-(?:and|&)-wales",
    "us": "united-states",
    "ve": "venezuela",
    "vn": "vietnam",
    "za": "south-africa",
}
"""Ports of Creative Commons 1.0 to 3.0, by the code in their address."""

PUBLIC_DOMAIN = """
public-domain|gemeinfrei|domaine-public|dominio-público|domínio-público|pubblico-dominio|
publiek-domein|domena-publiczna|domenie-publicznej|общественное-достояние|суспільне-надбання|
κοινό-κτήμα|domeniu-public|kamu-malı|közkincs|volné-dílo|公有领域|公有領域|パブリックドメイン|퍼블릭-도메인|
الملكية-العامة|המלל-הציבורי|domain-publik|đối-tượng-công-cộng
"""
