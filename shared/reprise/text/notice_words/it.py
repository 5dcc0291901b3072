"""Italian."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="it",
    gate="pubblic|ripubblic|apparso|apparsa|riprodo|riprodu|permesso|autorizzazione|"
    "concessione|licenza|tradu|original|diritti|riservat|cortesia|foto|immagin|fonte|"
    "proviene|tratto|tratta|uscito|crediti|versione|adattat|consenso|ripreso|basato|"
    "essere il primo|riprend|partner|collaborazione|via|dispos|fornit|cedut|redatt|"
    "realizzat|comparso|comparsa|prodott|estratto|ospit",
    text="articolo|post|testo|pezzo|intervista|saggio|editoriale|reportage|contributo|"
    "commento|analisi|recensione|racconto|rubrica|inchiesta|pubblicazione|opinione|"
    "notizia|contenuto|intervento|approfondimento|riflessione|servizio|cronaca|lettera",
    this="questo|questa|questi|queste|quest|il presente|la presente|presente|il seguente|"
    "la seguente",
    pub="pubblicato|pubblicata|pubblicati|pubblicate|apparso|apparsa|apparsi|uscito|uscita|"
    "postato|stampato|diffuso|pubblichiamo|pubblicazione|proviene|compare|appare|usato|"
    "utilizzato|scritto per|comparso|proposto|redatto|realizzato|realizzata|prodotto|"
    "prodotta|comparsa|andato in onda|scritto|edito|edita|ospitato|ospitata|uscì|apparve",
    first="originariamente|originalmente|in origine|per la prima volta|inizialmente|"
    "precedentemente|prima|per primo|in precedenza|già|per prima",
    rep="ripubblicato|ripubblicata|ripubblicati|ripubblichiamo|ripreso|ripresa|riprodotto|"
    "riprodotta|riprodotti|riproduciamo|ripubblicazione|riproduzione|ristampato|ristampa|"
    "tratto da|tratto|tratta da|tratto dal|tratto dalla|tratta dal|crosspost|repost|"
    "ripostato|riproposto|riprendiamo|estratto da|riprende|riprendiamo da|si riprende|"
    "riprendiamo qui|proponiamo|riproponiamo|ripreso da|riprodotto da|estratto dal|"
    "copiato da|ospitiamo|rilanciamo|ripubblica|viene ripreso|condividiamo|"
    "ripubblicato da",
    firstpub="prima pubblicazione|pubblicazione originale",
    feed="proviene da|sembra essere il primo su|è apparso per primo su|"
    "è stato pubblicato per primo su",
    piece="studio|capitolo|rapporto|lavoro|discorso|libro|poesia|storia|estratto|versione|"
    "materiale|video|comunicato|brano",
    it="esso|essa",
    grant="permesso|autorizzazione|concessione|consenso|licenza d'uso",
    with_="con",
    perm="per gentile concessione di|per gentile concessione|per concessione di|"
    "in accordo con|in collaborazione con|su gentile concessione|su concessione|"
    "con gentile concessione|in partnership con|su autorizzazione|su licenza|"
    "dietro autorizzazione|per concessione|previa autorizzazione|"
    "nell'ambito di una collaborazione con|grazie a una collaborazione con|"
    "in virtù di un accordo con|per accordo con|con il permesso|con l'autorizzazione|"
    "con il consenso|per gentile autorizzazione|in partenariato con|con permesso|"
    "con autorizzazione|dietro permesso",
    courtesy="cortesia di|per cortesia di|gentilmente concesso da|courtesy",
    contributed="gentilmente concesso|gentilmente fornito|gentilmente concesso da|"
    "gentilmente fornito da|messo a disposizione da|messo a disposizione|fornito da|"
    "ceduto da|gentilmente messo a disposizione|inviato da|gentilmente concessa",
    written="scritto da|a cura di|a firma di|firmato da|scritta da",
    person="autore|autrice|autori|dell'autore|dell'autrice|avente diritto",
    at="su|sul|sulla|sullo|sull|in|nel|nella|nello|nell|sui|sulle|presso|sul sito",
    by="da|dal|dalla|dallo|dall|dai|dagli|dalle",
    of="di|del|della|dello|dell|dei|degli|delle|d|de",
    outlet="sito|blog|rivista|giornale|quotidiano|magazine|portale|settimanale|mensile|testata|"
    "pagina|pagine|newsletter|piattaforma|sito web|editore|casa editrice|redazione|libro|"
    "agenzia|sezione|inserto|volume|bimestrale|trimestrale|emittente|podcast|collettivo|"
    "notiziario|testata online|web magazine|periodico|blogger|agenzia di stampa",
    issue="numero|edizione|n|fascicolo|edizione cartacea",
    transl="tradotto|tradotta|traduzione|traduttore|traduttrice|traduzione italiana",
    derived="versione precedente|una versione|una prima versione|versione ridotta|"
    "versione aggiornata|adattato da|adattamento|adattato|adattata|basato su|basata su|"
    "ispirato a|versione modificata|versione estesa|deriva da|rielaborazione|"
    "versione rivista|basato sul|versione abbreviata",
    original="articolo originale|testo originale|versione originale|l'originale|post originale|"
    "fonte originale|originale",
    read="leggi l'originale|leggi l'articolo originale|leggere l'articolo originale|"
    "leggi qui l'originale|qui l'originale|qui l'articolo originale|leggi l'articolo su|"
    "si può leggere qui|leggibile qui|leggi la versione originale|"
    "leggi l'articolo completo su",
    source="fonte|fonti|via|visto su|preso da|fonte originale",
    reserved="tutti i diritti riservati|diritti riservati|riproduzione riservata|"
    "tutti i diritti sono riservati|è vietata|vietata la riproduzione|è vietato|"
    "non può essere riprodotto|non possono essere",
    forbid="vietata|vietato|non consentita|non autorizzata|severamente|proibita",
    without="senza|salvo",
    only="solo|soltanto|esclusivamente|previa|scritta|preventiva|esplicita",
    offer="può essere ripubblicato|possono essere ripubblicati|liberamente|gratuitamente|"
    "sentitevi liberi|sei libero|siete liberi|è consentita|è permessa|è consentito|"
    "puoi ripubblicare|potete ripubblicare|può essere riprodotto|"
    "possono essere riprodotti|si può riprodurre|riproduzione consentita|"
    "consentita la riproduzione|vuoi ripubblicare|invitiamo|purché|puoi condividere",
    thanks="ringraziamo|si ringrazia|grazie a",
    use="ripubblicare|riprodurre|condividere|utilizzare|copiare|diffondere|riproduzione|"
    "diffusione|ripubblicazione|utilizzo|uso|riutilizzo|copia|distribuzione|riprodotto|"
    "ripubblicato|riprodotti|ripubblicati|duplicazione",
    terms="accetti|termini e condizioni|accettate",
    under="sotto|secondo|con licenza|ai sensi",
    licence="licenza|licenze|creative commons|cc",
    licensed="sotto licenza|rilasciato|rilasciata|distribuito con licenza|distribuito|"
    "concesso in licenza|è rilasciato|disponibile con licenza|è distribuito|"
    "sono rilasciati|sono distribuiti|sono pubblicati",
    content="questo sito|questo blog|i contenuti|il contenuto|i nostri contenuti|quest'opera|"
    "i testi|tutti i contenuti|tutti i testi|i nostri articoli|contenuti di questo|"
    "questa opera",
    except_="salvo diversa|ove non diversamente|eccetto dove|se non diversamente|salvo dove|"
    "salvo diverse",
    photo="foto|immagine|immagini|fotografia|fotografie|crediti|credito|illustrazione|"
    "immagine di copertina|credit|crediti foto|foto di|copertina|foto di copertina|"
    "credits|illustrazioni|fotogramma|mappa|grafico|vignetta|disegno",
    here="qui|su questo sito|in questo blog|di seguito",
    ours="nostro|nostra|nostri|nostre|noi|mio|mia",
    label="nota|nota della redazione|ndr|n d r|nota dell'editore|nota redazionale|avviso|"
    "nota bene|nota del redattore|nota del direttore|avvertenza|nota dell'autore",
    language="inglese|francese|tedesco|spagnolo|russo|arabo|portoghese|italiano|spagnola|turco|"
    "polacco|ucraino",
    link="di|del|della|dello|dei|degli|delle|da|e|il|la|lo|l|the|of|and|in|d|dell",
    month="gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|"
    "novembre|dicembre|gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|lunedì|martedì|"
    "mercoledì|giovedì|venerdì|sabato|domenica|primavera|estate|autunno|inverno|anno",
    where="dove",
    and_="e|ed|o|ma",
    the="il|lo|la|i|gli|le|l|un|uno|una|al|alla",
    glue="è|stato|stata|sono|stati|viene|vengono|si|ha|anche|qui|che|suo|sua|gentile|cortese|"
    "con|leggermente|editato|nella sua|integralmente|era|fu|dal titolo|titolo|versione|"
    "italiana|poi|c",
    for_="per",
    aided="editato da|illustrato da|rivisto da",
    partner="partner|colleghi|amici|testata partner|media partner",
    small_titles=True,
)
