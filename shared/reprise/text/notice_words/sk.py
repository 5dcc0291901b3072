"""Slovak."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="sk",
    gate="publik|vyšiel|vyšla|vyšlo|zverejn|pretla|prevzat|súhlas|povolen|licen|prelož|"
    "preklad|pôvodn|vyhraden|foto|zdroj|prvýkrát|po prvý|uverejn|láskav|šíreni|snímka|"
    "verzia",
    text="článok|text|príspevok|rozhovor|komentár|esej|reportáž|stĺpček|blog|recenzia|analýza|"
    "článku|textu|glosa|správa",
    this="tento|táto|toto|tieto|nasledujúci|uvedený",
    pub="publikovaný|publikovaná|publikované|vyšiel|vyšla|vyšlo|zverejnený|zverejnené|"
    "zverejnená|uverejnený|uverejnené|uverejnená|publikujeme|objavil sa|sa objavil|"
    "publikácia|pochádza|uverejňujeme",
    first="pôvodne|po prvýkrát|prvýkrát|najskôr|najprv|predtým|po prvý raz|už",
    rep="pretlačené|prevzaté|prevzatý|preberáme|znovu publikované|prevzali|pretlač|"
    "republikované|prevzatá|prevzaté z",
    firstpub="prvé vydanie|pôvodné zverejnenie",
    it="on|ona|ono",
    grant="súhlas|povolenie|súhlasom|povolením|dovolením|zvolením",
    with_="so|s",
    perm="v spolupráci s|s láskavým dovolením|s láskavým súhlasom|so súhlasom|s dovolením|"
    "s povolením",
    written="napísal|napísala|autor|autorka",
    person="autora|autorky|autorov",
    at="v|vo|na|na webe|na blogu",
    of="od",
    from_="z|zo",
    outlet="blog|blogu|web|webe|webu|portál|portáli|portálu|denník|denníku|časopis|časopise|"
    "časopisu|týždenník|týždenníku|týždenníka|magazín|magazíne|noviny|novinách|stránke|"
    "redakcie|vydavateľstva|agentúra|agentúry|servera|serveri|denníka",
    issue="číslo|čísle|vydanie|č",
    transl="preložil|preložila|preklad|preložené",
    derived="skoršia verzia|skrátená verzia|upravená verzia|na základe|vychádza z|staršia verzia",
    original="pôvodný článok|originál|pôvodný text|originálny článok|pôvodného článku",
    read="prečítajte si originál|prečítajte si pôvodný článok|originál nájdete",
    source="zdroj|zdroje",
    reserved="všetky práva vyhradené|práva vyhradené|nesmie byť|vyhradzuje si",
    forbid="zakázané|zakázaná|nedovolené",
    without="bez",
    only="iba|len|písomného|predchádzajúceho|výhradne",
    offer="môžete voľne|voľne|zadarmo|bezplatne|je dovolené",
    use="kopírovať|šíriť|šírenie|kopírovanie|zdieľať|použiť|publikovať|preberanie|"
    "rozmnožovanie|publikovanie",
    under="pod",
    licence="licencia|licenciou|licencie|creative commons|cc",
    licensed="licencované|dostupné pod|dostupný pod|šírené pod",
    content="tento web|obsah webu|obsah|naše články|všetky texty|toto dielo",
    except_="ak nie je uvedené|pokiaľ nie je",
    photo="foto|fotografia|snímka|obrázok|ilustrácia|ilustračné foto|titulná foto",
    here="tu|na tomto webe|nižšie",
    ours="náš|naše|našom|našej|my",
    label="poznámka|pozn|poznámka redakcie|pozn red",
    language="angličtiny|nemčiny|francúzštiny",
    link="a|v|z|na|the|of|and",
    month="januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|"
    "decembra|január|február|marec|apríl|máj|jún|júl|august|september|október|november|"
    "december|roku|marci",
    and_="a|alebo|ale",
    glue="bol|bola|bolo|je|sú|láskavým|tiež|ktorý|ktorá|teraz|ako|mierne|sa|internetovom|ho|"
    "so|písomným",
    for_="pre",
    small_titles=True,
)
