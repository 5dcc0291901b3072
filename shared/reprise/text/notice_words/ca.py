"""Catalan."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="ca",
    gate="publica|apareg|reproduï|republic|permís|autoritzaci|llicència|tradu|original|"
    "reservats|cortesia|foto|imatge|font|drets|extret|versió|via |font:|gentilesa|via|"
    "traduï|reprodu",
    text="article|text|post|entrada|reportatge|columna|entrevista|assaig|crònica|editorial|"
    "anàlisi|tribuna|relat|opinió|notícia|apunt|peça",
    this="aquest|aquesta|aquests|el present|la present|el següent",
    pub="publicat|publicada|aparegut|apareguda|publicà|va aparèixer|va ser publicat|"
    "publicats|prové|imprès|publicació|difós|es va publicar|apareix|va publicar",
    first="originalment|per primera vegada|primer|inicialment|prèviament|anteriorment|"
    "originàriament|abans|per primer cop|ja",
    rep="republicat|republicada|reproduït|reproduïda|reproduïm|republiquem|reproducció|"
    "republicació|reimprès|extret de|es reprodueix|es reprodueix aquí|reproduït de|"
    "manllevat de|recollim|es republica",
    firstpub="primera publicació|publicació original",
    it="ell",
    grant="permís|autorització|consentiment",
    with_="amb",
    perm="per cortesia de|amb la col·laboració de|amb l'autorització|gentilesa de|"
    "en col·laboració amb|amb permís|amb el permís|amb autorització|per gentilesa de|"
    "amb el consentiment|gràcies a un acord amb|en el marc d'un acord amb",
    courtesy="cortesia de|cortesia",
    written="escrit per|escrita per|autor|autora",
    person="autor|autora|autors",
    at="a|al|en",
    by="per|pel",
    of="de|del|d|dels",
    outlet="blog|bloc|web|revista|diari|portal|pàgina|mitjà|setmanari|butlletí|editorial|"
    "redacció|llibre|agència|plataforma|lloc web",
    issue="número|edició",
    transl="traduït|traduïda|traducció|traductor|traductora",
    derived="versió anterior|una versió|adaptat de|adaptació|basat en|basada en|versió reduïda|"
    "extracte de",
    original="article original|text original|versió original|l'original|font original|original",
    read="llegiu l'original|llegiu l'article original|llegir l'original|es pot llegir aquí|"
    "llegeix l'article original",
    source="font|fonts|via",
    reserved="tots els drets reservats|drets reservats|prohibida la reproducció|queda prohibida",
    forbid="prohibida|prohibit|no està permesa|no es permet",
    without="sense",
    only="només|prèvia|expressa|per escrit|escrita",
    offer="podeu|lliurement|gratuïtament|es permet|es pot reproduir|pots republicar",
    use="republicar|reproduir|compartir|difondre|utilitzar|copiar|reproducció|distribució|ús",
    under="sota|segons|amb llicència",
    licence="llicència|creative commons|cc",
    licensed="sota llicència|subjecte a|està sota|llicenciat",
    content="aquest web|aquest lloc|el contingut|els continguts|tots els textos|aquesta obra|"
    "els nostres articles",
    except_="llevat que|si no s'indica|excepte",
    photo="foto|fotos|imatge|fotografia|crèdits|il·lustració",
    here="aquí|en aquest web",
    ours="nostre|nostra|nostres|el meu|meva",
    label="nota|nota de la redacció|nota de l'editor|avís",
    language="anglès|castellà|francès|alemany|català",
    link="de|del|la|el|els|les|i|en|d|l|the|of|and",
    month="gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre|any",
    and_="i|o|però",
    the="el|la|els|les|l|un|una",
    glue="fou|ha|estat|es|és|va|ser|ha estat|aquí|també|que|seu|seva|amable|lleugerament|"
    "editat|amb|gentil|s|hi|són",
    for_="per a",
    small_titles=True,
)
