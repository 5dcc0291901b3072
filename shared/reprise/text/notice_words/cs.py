"""Czech."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="cs",
    gate="publik|vyšel|vyšla|vyšlo|zveřejn|přetis|převzat|svolen|souhlas|licen|přelož|překlad|"
    "původn|vyhrazen|foto|zdroj|poprvé|povolen|otišt|pochází|přetišt|laskav|šíření|"
    "rozmnož|snímek|obrázek|verze|autorizac|převz|přet|licenc|partner|via",
    text="článek|text|příspěvek|rozhovor|komentář|esej|reportáž|sloupek|blog|post|recenze|"
    "analýza|článku|textu|fejeton|úvodník|zpráva|blogpost|glosa",
    this="tento|tato|toto|tyto|následující|uvedený|předkládaný|výše uvedený|níže uvedený",
    pub="publikován|publikována|publikováno|publikovaný|vyšel|vyšla|vyšlo|zveřejněn|"
    "zveřejněna|zveřejněno|zveřejněný|otištěn|otištěna|otištěno|uveřejněn|uveřejněno|"
    "uveřejněna|publikujeme|objevil se|objevil|publikace|pochází|napsán pro|zveřejňujeme|"
    "se objevil|použito|otištěný",
    first="původně|poprvé|nejprve|dříve|nejdříve|prvně|předtím|již|také",
    rep="přetištěno|přetištěn|přetisk|převzato|převzat|převzatý|převzali|přebíráme|"
    "znovu publikováno|přetiskujeme|republikováno|převzatá|přetištěna|přetištění|"
    "převzato z|přejato|převzaté|převzali jsme|otiskujeme|znovu otištěno|přetisk z|"
    "citováno z",
    firstpub="první vydání|původní zveřejnění|první publikace",
    feed="pochází z webu|pochází z",
    piece="studie|kapitola|kniha|projev|seriál|báseň|úryvek|verze|materiál|video|obsah|práce",
    it="on|ona|ono",
    grant="svolení|souhlas|povolení|svolením|souhlasem|povolením",
    with_="s|se",
    perm="ve spolupráci s|s laskavým svolením|s laskavým souhlasem|díky laskavosti|"
    "po dohodě s|se svolením|se souhlasem|s povolením|v rámci spolupráce s",
    written="napsal|napsala|autor|autorka",
    person="autora|autorky|autorů|držitele práv|nositele práv",
    at="v|ve|na|na webu|na serveru|na blogu|na stránkách|v deníku|u|prostřednictvím",
    of="od",
    from_="z|ze",
    outlet="blog|blogu|web|webu|server|serveru|portál|portálu|deník|deníku|časopis|časopise|"
    "časopisu|týdeník|týdeníku|magazín|magazínu|noviny|novinách|stránky|stránkách|"
    "měsíčník|měsíčníku|revue|redakce|vydavatele|nakladatelství|agentura|agentury|"
    "webových|internetových|platformě|knize|webových stránkách|rozhlas|rádio|čtvrtletník|"
    "čtvrtletníku|zpravodaj|zpravodaji|platformy",
    issue="číslo|čísle|č|vydání|ročník",
    transl="přeložil|přeložila|překlad|přeloženo|přeložen|přel|překladatel",
    derived="dřívější verze|starší verze|zkrácená verze|upravená verze|založen na|založeno na|"
    "na základě|adaptace|podle článku|vychází z|rozšířená verze|úryvek z|"
    "aktualizovaná verze",
    original="původní článek|originální článek|originál|původní text|originální text|"
    "původního článku|původní verze|původní příspěvek",
    read="přečtěte si originál|čtěte originál|přečtěte si původní článek|originál najdete|"
    "původní článek si můžete přečíst|celý článek na|najdete zde",
    source="zdroj|zdroje|pramen",
    reserved="všechna práva vyhrazena|práva vyhrazena|veškerá práva vyhrazena|nesmí být|"
    "publikování nebo|jakékoli užití|jakékoliv užití|chráněno autorským",
    forbid="zakázáno|zakázané|zakázána|nedovoleno|zapovězeno|zakazuje",
    without="bez",
    only="pouze|jen|jedině|písemného|předchozího|výhradně|výslovného",
    offer="můžete volně|volně|zdarma|bezplatně|smíte|můžete|je dovoleno|je povoleno|lze volně|"
    "neváhejte",
    thanks="děkujeme",
    use="přetisknout|kopírovat|šířit|šíření|kopírování|sdílet|použít|publikovat|přebírat|"
    "rozmnožování|reprodukce|přebírání|užití|publikování|převzetí|rozmnožovat|"
    "republikovat",
    under="pod|za podmínek",
    licence="licence|licencí|licenci|creative commons|cc",
    licensed="licencován|licencováno|podléhá licenci|dostupný pod|je dostupný pod|pod licencí|"
    "šířen pod|dostupné pod|zveřejněno pod",
    content="tento web|obsah webu|obsah těchto|naše články|všechny texty|toto dílo|obsah tohoto|"
    "veškerý obsah|texty jsou",
    except_="není li uvedeno jinak|pokud není uvedeno|kromě",
    photo="foto|fotografie|snímek|obrázek|ilustrace|autor fotografie|zdroj foto|"
    "ilustrační foto|titulní foto|foto zdroj|úvodní foto",
    here="zde|tady|na tomto webu|níže",
    ours="náš|naše|našem|našeho|našich|my|můj|mém",
    label="poznámka|pozn|pozn red|poznámka redakce|upozornění|redakční poznámka",
    language="angličtiny|němčiny|francouzštiny|ruštiny|španělštiny",
    link="a|v|z|na|the|of|and|pro|o",
    month="ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|"
    "leden|únor|březen|duben|květen|červen|červenec|srpen|říjen|listopad|prosinec|lednu|"
    "únoru|březnu|dubnu|květnu|červnu|červenci|srpnu|říjnu|roce|pondělí|úterý|středa|"
    "čtvrtek|pátek|sobota|neděle",
    and_="a|nebo|ale|i",
    the="jeden",
    glue="byl|byla|bylo|je|jsou|laskavým|také|který|která|nyní|jako|mírně|upraven|zkrácen|"
    "redakčně|internetovém|jej|ho|můžete|výslovným|pod názvem|internetové|české",
    for_="pro",
    partner="partner|partnera|partneři|partnerem|kolegů|kolegové",
    small_titles=True,
)
