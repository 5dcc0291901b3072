"""French."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="fr",
    gate="publi|paru|parution|reproduit|reproduction|republi|repris|autorisation|permission|"
    "licence|licencié|traduit|traduction|initialement|origin|droits réservés|accord|"
    "photo|crédit|image|rediffus|apparu|aimable|source|illustration|adapté|tiré|version|"
    "partenaire|reprenons|relayé|relayons|mis à disposition|fourni|cédé|via|remerci|"
    "avec l'accord|courtoisie|parue|collaboration|emprunt|via |photogramme",
    text="article|billet|texte|tribune|reportage|post|chronique|entretien|interview|éditorial|"
    "enquête|analyse|point de vue|papier|essai|publication|contribution|dépêche|"
    "note de blog|édito|opinion|compte rendu|réflexion|lettre|carnet",
    this="cet|ce|cette|ces|le présent|la présente|le suivant|ledit|ci dessus|ci dessous",
    pub="publié|publiée|publiés|publiées|paru|parue|parus|parues|apparu|apparue|posté|postée|"
    "parait|mis en ligne|mise en ligne|diffusé|diffusée|imprimé|imprimée|parution|"
    "proposé|est issu|issu|issue|provient|vient|publication|a été écrit pour|écrit pour|"
    "utilisé|utilisée|édité|publions|apparait|sorti|sortie|est sorti|publiée en|écrit|"
    "livré|réalisé|produit|produite|tirés|réalisée|mis en ligne par|publia|hébergé|issus",
    first="initialement|originellement|à l'origine|d'abord|premièrement|en premier|auparavant|"
    "précédemment|pour la première fois|en premier lieu|originalement|préalablement|"
    "tout d'abord|déjà|en avant première|à l'époque|premier|première fois|d'abord publié",
    rep="republié|republiée|repris|reprise|reproduit|reproduite|reproduits|reproduction|"
    "republication|réédité|rediffusé|rediffusée|repost|republions|reproduisons|tiré|"
    "tirée|repostée|reposté|réédition|reproduisons ici|reprenons|reprenons ici|"
    "nous reprenons|nous republions|nous reproduisons|relayé|relayée|relayons|"
    "nous relayons|emprunté|reprend|republie|extrait|extraits",
    firstpub="première publication|première parution|publication originale|publication initiale|"
    "parution initiale",
    feed="est apparu en premier sur|apparu en premier sur",
    piece="étude|chapitre|document|communiqué|extrait|discours|contenu|dossier|poème|récit|"
    "histoire|travail|version|podcast|vidéo|texte",
    it="il|elle",
    grant="autorisation|permission|accord|consentement|autorisations",
    with_="avec",
    perm="gracieusement|en accord avec|en partenariat avec|avec l'aimable concours|"
    "avec nos remerciements à|avec l'aimable|sur autorisation|autorisé par|"
    "en collaboration avec|par autorisation|par permission|avec l'accord|"
    "avec l'autorisation|avec l'autorisation de|avec l'accord de|avec la permission|"
    "avec son accord|avec leur accord|dans le cadre d'un partenariat avec|"
    "grâce à un partenariat avec|dans le cadre de notre partenariat avec|"
    "avec l'aimable autorisation|avec l'aimable autorisation de|avec l'aimable permission",
    courtesy="courtoisie de|grâce à|gracieuseté de|avec l'aimable contribution de",
    contributed="aimablement fourni|aimablement transmis|aimablement communiqué|"
    "mis à disposition par|mis à notre disposition|gracieusement fourni|fourni par|"
    "transmis par|offert par|cédé par|communiqué par|nous a été transmis|confié par|"
    "gracieusement mis à disposition|gracieusement cédé",
    written="écrit par|rédigé par|signé|signé par|rédigée par|écrite par|signée par",
    person="auteur|auteure|autrice|auteurs|ayants droit|auteur·ice|leur auteur|son auteur|"
    "ayant droit",
    at="sur|dans|chez|au sein de|in",
    by="par",
    of="de|du|des|d'|d",
    from_="à partir de|depuis|à partir du",
    outlet="site|blog|blogue|magazine|journal|revue|quotidien|hebdomadaire|portail|site web|"
    "site internet|média|plateforme|page|pages|newsletter|lettre|mensuel|hebdo|colonnes|"
    "éditeur|éditions|rédaction|maison d'édition|recueil|livre|site d'information|agence|"
    "rubrique|site partenaire|trimestriel|fanzine|bimestriel|gazette|collectif|"
    "association|podcast|radio|station|chaîne|bulletin|webzine|média en ligne|"
    "média indépendant|média citoyen|carnet|carnets",
    issue="numéro|n°|n|édition|parution du|livraison",
    transl="traduit|traduite|traduction|traduits|traduit de l'anglais|traduction française|"
    "traductrice|traducteur",
    derived="version précédente|une première version|une version|version antérieure|"
    "version abrégée|version remaniée|version longue|version courte|adapté de|adapté|"
    "adaptée|adaptation|basé sur|basée sur|inspiré de|dérivé|s'inspire|d'après|"
    "s'appuie sur|version modifiée|version révisée|version actualisée|repose sur|"
    "version condensée|version raccourcie|une version raccourcie|version allégée",
    original="article original|texte original|version originale|l'original|billet original|"
    "source originale|article d'origine|original",
    read="lire l'article original|lire l'original|lisez l'article original|"
    "voir l'article original|consulter l'article original|retrouvez l'article original|"
    "lire l'article sur|retrouver l'article|article original ici|à lire ici|"
    "lire la version originale|lisez la version originale",
    source="source|sources|via|vu sur|lu sur|trouvé sur",
    reserved="tous droits réservés|droits réservés|droits de reproduction|tout droit réservé|"
    "droits de reproduction réservés|toute reproduction|ne peut être reproduit|"
    "ne peut être|ne peuvent être",
    forbid="interdit|interdite|interdits|interdites|strictement|soumise|soumis|non autorisée|"
    "prohibée|illicite",
    without="sans|sauf",
    only="uniquement|seulement|préalable|écrite|exclusivement|expresse|obligatoire",
    offer="vous pouvez|librement|gratuitement|n'hésitez pas|peut être librement|"
    "peuvent être librement|libre de droits|libres de droits|autorisés à|invités à|"
    "libre à vous|peut être reproduit|peut être republié|peuvent être republiés|"
    "peuvent être reproduits|vous êtes libres|vous êtes libre|souhaitez|invitons à|"
    "peut être repris|reproduction autorisée|reproduction libre|peuvent être repris|"
    "autorisons",
    thanks="remercions|nous remercions|merci à|remerciements à|grâce à l'autorisation",
    use="republier|reproduire|partager|reprendre|diffuser|utiliser|reproduction|diffusion|"
    "rediffusion|copie|utilisation|réutilisation|réutiliser|reproduit|republié|repris|"
    "reproduits|republiés|redistribuer|représentation",
    terms="vous acceptez|conditions générales|en publiant",
    under="sous|selon les termes|aux termes",
    licence="licence|licences|creative commons|cc",
    licensed="sous licence|mis à disposition|mise à disposition|mis à disposition selon|"
    "distribué sous|disponible sous|disponibles sous|publié sous licence|placé sous",
    content="ce site|le contenu|les contenus|nos articles|nos contenus|tous les textes|"
    "cette œuvre|cette oeuvre|les textes|l'ensemble des contenus|les articles de|ce blog|"
    "nos textes|tous nos articles|contenus du site",
    except_="sauf mention|sauf indication|sauf mentions|sauf exception",
    photo="photo|photos|crédit photo|image|images|crédits photo|illustration|illustrations|"
    "image de couverture|photographie|photographies|crédit image|image à la une|"
    "crédits photos|photo de une|visuel|crédit|crédits|photogramme|capture d'écran|"
    "dessin|infographie|carte|graphique|caricature",
    here="ici|ci dessous|sur ce site|sur ce blog|dans nos colonnes|dans ces colonnes",
    ours="notre|nos|nous|mon|ma|mes|je",
    label="note|ndlr|note de la rédaction|n d l r|note de l'éditeur|nota bene|nb|avertissement|"
    "mention|à noter|info|précision|remarque|n b|à propos de l'article",
    language="anglais|espagnol|allemand|italien|arabe|russe|portugais|français|anglaise|turc|"
    "néerlandais|polonais|ukrainien",
    link="de|du|des|la|le|les|l|et|d|à|en|the|of|and|aux|au",
    month="janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    "décembre|janv|févr|avr|juil|sept|oct|nov|déc|lundi|mardi|mercredi|jeudi|vendredi|"
    "samedi|dimanche|printemps|automne|hiver|année",
    where="où",
    and_="et|ou|puis|mais",
    the="le|la|les|l|un|une|des|leur",
    glue="a|été|est|ont|sont|aimable|gracieuse|y|en|se|s|aussi|avec|c|qui|que|ici|également|"
    "intégralement|par|puis|fut|initiale|exprès|expresse|édité|légèrement|modifié|"
    "écourté|initial|titre|sa|son|version|française",
    for_="pour",
    aided="édité par|éditée par|illustré par|relu par|mis en page par",
    partner="partenaire|partenaires|confrères|confrère|consœurs|amis|collègues|allié|alliés",
    small_titles=True,
)
