"""Hungarian."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="hu",
    gate="megjelen|közöl|közlés|publikál|engedély|hozzájárulás|licenc|fordít|eredetileg|"
    "jogfenntart|jog fenntartva|forrás|fotó|kép|átvé|átvett|utánközl|először|másodközl|"
    "szívesség|jóváhagy|változat|cikk|átvétel|hozzájárul|eredeti|átvesz",
    text="cikk|írás|szöveg|bejegyzés|poszt|interjú|esszé|riport|tanulmány|publicisztika|"
    "kritika|elemzés|vélemény|anyag|cikkünk|blogbejegyzés|tudósítás|recenzió|összefoglaló",
    this="ez|ezt|jelen|alábbi|az alábbi|a fenti|fenti|e|a jelen|következő|a következő",
    pub="megjelent|jelent meg|jelent|megjelenése|közölt|közölte|publikált|publikálta|"
    "publikálták|közöljük|megjelenik|jelenik meg|publikálva|megjelenés|készült|közzétett|"
    "közzétéve|meg",
    first="eredetileg|először|korábban|első alkalommal|elsőként|eredeti|eredetiben",
    rep="újraközölt|újraközöljük|utánközlés|másodközlés|átvett|átvéve|átvétel|újraközlés|"
    "utánközlésre|újra közöljük|átvettük|újranyomás|újraközölve|átvétele|átvesszük|"
    "változatlan formában közöljük",
    firstpub="első közlés|első megjelenés|eredeti megjelenés|eredeti közlés|első megjelenése|"
    "eredeti megjelenési hely",
    piece="fejezet|jelentés|beszéd|könyv|sorozat|vers|részlet|változat|videó|közlemény|tartalom",
    grant="engedély|engedélyt|hozzájárulás|hozzájárulását",
    perm="engedélyével|hozzájárulásával|szíves engedélyével|jóváhagyásával|beleegyezésével|"
    "együttműködésben|szívességéből|jóvoltából|szíves hozzájárulásával|együttműködésben a",
    written="írta|szerző|szerzője",
    person="szerző|szerzők|a szerző|jogtulajdonos|kiadó|szerkesztőség|szerkesztő",
    outlet="blogon|oldalon|oldalán|portálon|lapban|folyóiratban|magazinban|hetilapban|"
    "napilapban|honlapon|honlapján|hasábjain|weboldalon|weboldalán|című|számában|"
    "felületén|kiadásában|blogján|portál|folyóirat|magazin|lap|hetilap|blog|oldal|kiadó|"
    "szerkesztősége|szerkesztőség|hírportálon|hírlevelében|könyvben|hírügynökség|"
    "felületen|című lapban",
    issue="szám|száma|számában|évfolyam|lapszám|lapszámában",
    transl="fordítás|fordította|fordítása|magyarra|fordító",
    derived="korábbi változata|rövidített változata|szerkesztett változata|alapján|alapul|"
    "átdolgozott változata|bővített változata|átdolgozása|részlet a|frissített változata|"
    "módosított változata",
    original="eredeti cikk|az eredeti|eredeti szöveg|eredeti írás|eredeti bejegyzés|"
    "az eredeti cikk|eredeti forrás",
    read="itt olvasható|olvassa el az eredeti|olvasd el az eredeti|az eredeti itt|"
    "az eredeti cikk itt|eredetiben itt|elolvasható itt",
    source="forrás|források|eredeti forrás",
    reserved="minden jog fenntartva|jogfenntartás|minden jogot fenntartunk|jogok fenntartva",
    forbid="tilos|tiltott|nem megengedett|tiltja|nem engedélyezett",
    without="nélkül",
    only="csak|kizárólag|írásos|előzetes|írásbeli",
    offer="szabadon|ingyen|ingyenesen|nyugodtan|szabad|feltéve|engedélyezett",
    use="átvehető|közölhető|terjeszthető|terjesztése|másolása|felhasználása|közlése|"
    "sokszorosítása|átvétele|másolható|megosztható|felhasználható|utánközölhető|"
    "publikálható|másolni|terjeszteni|újraközölni|felhasználni",
    under="alatt",
    licence="licenc*|creative commons|cc",
    licensed="licencelt|licenc alatt|licencű|licenc alá|licenc hatálya",
    content="az oldal tartalma|a tartalom|cikkeink|minden tartalom|ez a mű|az oldalon|tartalmai|"
    "a honlap tartalma|a weboldal tartalma",
    except_="ha másként nem|hacsak másképp|kivéve",
    photo="fotó|fotók|kép|képek|illusztráció|borítókép|képforrás|fénykép|nyitókép|"
    "a kép forrása|kép forrása|kiemelt kép|címlapkép",
    here="itt|ezen az oldalon|alább",
    ours="lapunk|oldalunk|oldalunkon|lapunkban|blogunkon|mi|nálunk|magazinunk|saját|"
    "folyóiratunk|hírlevelünkben|magazinunkban|portálunkon|hasábjainkon|honlapunkon",
    label="megjegyzés|a szerkesztő megjegyzése|szerkesztői megjegyzés|a szerk|szerk|figyelem|"
    "jegyzet",
    language="angolból|németből|franciából|angol|német",
    link="és|the|of|and",
    month="január*|február*|március*|április*|május*|június*|július*|augusztus*|szeptember*|"
    "október*|november*|december*|hétfőn|kedden|szerdán|csütörtökön|pénteken|szombaton|"
    "vasárnap|év",
    and_="és|vagy|de|valamint",
    the="a|az|egy",
    glue="volt|van|is|most|mint|amely|aki|szíves|írásos|enyhén|szerkesztett|rövidített|címmel|"
    "című|n|en|on|ön|ban|ben|meg|kerül|került|s|nyelven|eredeti",
    bare=True,
    small_titles=True,
)
