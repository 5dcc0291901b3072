"""Spanish."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="es",
    gate="public|reproduc|reproduz|republic|permiso|autorizaci|licencia|traduc|original|"
    "reservados|cortes|foto|imagen|fuente|compartid|procede|cedid|reimpre|crédito|"
    "adaptad|versión|basad|aparec|tomado|alianza|producid|difund|gentileza|vía|cortesía|"
    "apareci|aparece|salió|entrada|elaborad|retomad|compart|colabor|publica|copyright|"
    "aliad|socio",
    text="artículo|texto|post|entrada|reportaje|columna|entrevista|ensayo|nota|crónica|"
    "editorial|análisis|tribuna|publicación|relato|opinión|noticia|contenido|reseña|"
    "trabajo|pieza|investigación|carta|historia",
    this="este|esta|estos|estas|el presente|la presente|el siguiente|la siguiente|presente",
    pub="publicado|publicada|publicados|publicadas|publicó|aparecido|aparecida|apareció|"
    "posteado|impreso|difundido|emitido|publicamos|aparece|procede|proviene|publicación|"
    "publicaron|salió|salido|compartido|compartida|utilizado|usado|pertenece|"
    "escrito para|se encuentra|producido|producida|elaborado|elaborada|realizado|"
    "realizada|vio la luz|salió a la luz|fue escrito para|fue publicado|fue publicada|"
    "distribuido|distribuida|escrito|hecho|aparecía|aparecieron|aparecidos|emitida|"
    "divulgado|divulgada|cubierto",
    first="originalmente|por primera vez|primero|inicialmente|previamente|anteriormente|"
    "en su origen|originariamente|antes|en primer lugar|primeramente|ya",
    rep="republicado|republicada|republicamos|reproducido|reproducida|reproducimos|reproduce|"
    "republica|republicación|reproducción|reimpreso|reimpresa|reimpresión|reposteado|"
    "repost|reeditado|tomado de|tomado|extraído de|extraído|extraída de|republicados|"
    "reproducen|crosspost|retomado de|retomado|sindicado|se republica|se reproduce|"
    "se retoma|retomamos|retomada de|compartimos|lo reproducimos|la reproducimos|"
    "reproducción autorizada|tomada de|copiado de|recogido de|rescatado de|replicado de|"
    "replicamos|replicado|se replica",
    firstpub="primera publicación|publicación original",
    feed="aparece primero en|apareció primero en|se publicó primero en",
    piece="estudio|capítulo|informe|trabajo|discurso|libro|poema|historia|investigación|serie|"
    "extracto|versión|material|pieza|video|vídeo|comunicado",
    it="ella",
    grant="permiso|autorización|consentimiento|permisos",
    with_="con|bajo",
    perm="por cortesía de|en acuerdo con|en colaboración con|con la amable autorización|"
    "en alianza con|gracias a la cortesía de|cedido por|por gentileza de|gentileza de|"
    "con autorización|gracias a una alianza con|gracias a un acuerdo con|"
    "en virtud de un acuerdo con|mediante acuerdo con|como parte de una alianza con|"
    "por acuerdo con|con su permiso|con su autorización|con el permiso|con permiso|"
    "con la autorización|con licencia de|autorizado por|previa autorización de|"
    "con autorización de|en el marco de una alianza con|en el marco de un acuerdo con|"
    "gracias a la gentileza de|en asociación con|gracias a un convenio con|"
    "en convenio con",
    courtesy="cortesía de|cortesía|por cortesía de|por cortesía|por gentileza de",
    contributed="amablemente cedido|cedido amablemente|cedido|cedido por|cedida por|"
    "cedido para su publicación|facilitado por|proporcionado por|facilitada por|"
    "enviado por|gentilmente cedido|compartido por",
    written="escrito por|redactado por|autor|autora|escrita por",
    person="autor|autora|autores|su autor|su autora|sus autores|titular|titulares",
    at="en|a través de|desde",
    by="por",
    of="de|del|d",
    from_="a partir de",
    outlet="blog|sitio|sitio web|web|revista|periódico|diario|portal|página|página web|medio|"
    "semanario|newsletter|boletín|plataforma|publicación|medios|editorial|editora|"
    "redacción|libro|agencia|semanal|suplemento|medio digital|sección|bitácora|emisora|"
    "podcast|canal|colectivo|agencia de noticias|quincenal|trimestral|rotativo",
    issue="edición|número|ejemplar|nº|núm|edición impresa",
    transl="traducido|traducida|traducción|traducimos|traducido del inglés|traductor|traductora|"
    "traduce",
    derived="versión anterior|una versión|versión previa|adaptado de|adaptación|adaptado|"
    "adaptada|basado en|basada en|versión editada|versión abreviada|versión reducida|"
    "inspirado en|derivado de|versión ampliada|una primera versión|versión actualizada|"
    "versión resumida|extracto de|fragmento de",
    original="artículo original|texto original|versión original|el original|post original|"
    "fuente original|publicación original|nota original|original en|entrada original|"
    "original",
    read="lea el original|leer el original|lee el original|lea el artículo original|"
    "leer el artículo original|lee el artículo original|ver el original|ver original|"
    "puede leer el original|puedes leer el original|puedes leer el artículo original|"
    "puede leerse aquí|puede leerse en|puede leer el artículo original|"
    "consultar el original",
    source="fuente|fuentes|fuente original|vía|tomado de|visto en",
    reserved="todos los derechos reservados|derechos reservados|reservados todos los derechos|"
    "prohibida su reproducción|prohibida la reproducción|queda prohibida|queda prohibido|"
    "prohibida",
    forbid="prohibida|prohibido|prohíbe|no está permitida|no se permite|estrictamente|"
    "no autorizada|requiere|se prohíbe",
    without="sin|salvo",
    only="solo|sólo|únicamente|previa|previo|expresa|por escrito|exclusivamente|escrita",
    offer="puede republicar|puedes republicar|pueden republicar|puede reproducir|"
    "puedes reproducir|libremente|gratuitamente|gratis|siéntase libre|siéntete libre|"
    "se permite|se autoriza|pueden reproducirse|puede reproducirse|puede ser reproducido|"
    "pueden ser reproducidos|está permitida|le invitamos|te invitamos|invitamos a|"
    "puede ser republicado|permitida la reproducción|quieres republicar|desea republicar|"
    "puede compartir|puedes compartir|siempre que|siempre y cuando|somos libres",
    thanks="agradecemos a|agradecemos|gracias a|damos las gracias a",
    use="republicar|reproducir|compartir|difundir|usar|utilizar|copiar|reproducción|"
    "distribución|difusión|republicación|reproducirse|reproducido|reutilizar|"
    "reutilización|copia|uso|redistribuir|comunicación pública",
    terms="usted acepta|términos y condiciones|al publicar|aceptas",
    under="bajo|según|con licencia",
    licence="licencia|licencias|creative commons|cc",
    licensed="bajo licencia|está bajo|se distribuye bajo|licenciado|disponible bajo|"
    "publicado bajo licencia|licenciada|se publica bajo|están bajo|se encuentra bajo",
    content="este sitio|esta web|el contenido|los contenidos|nuestros contenidos|"
    "todo el contenido|todos los contenidos|nuestros artículos|esta obra|este blog|"
    "los textos|todos los textos|esta página|este portal",
    except_="salvo que se indique|excepto donde|a menos que|salvo indicación|salvo donde|"
    "salvo mención|excepto cuando",
    photo="foto|fotos|imagen|imágenes|fotografía|fotografías|crédito de la foto|créditos|"
    "ilustración|imagen de portada|imagen destacada|foto de portada|fotos de|crédito|"
    "gráfico|ilustraciones|captura|mapa|infografía|fotograma|caricatura|dibujo|viñeta",
    here="aquí|en este sitio|en esta web|a continuación|en este blog",
    ours="nuestro|nuestra|nuestros|nuestras|nosotros|mi|esta revista|este diario|este medio",
    label="nota|nota del editor|nota de la redacción|nota de redacción|n de la r|"
    "nota editorial|aviso|nota de la editora|aclaración|advertencia|nota aclaratoria|"
    "créditos|n del e|nota del autor|sobre este artículo|ndlr",
    language="inglés|francés|alemán|portugués|italiano|ruso|árabe|español|castellano|catalán|"
    "polaco|turco|ucraniano|neerlandés|gallego|euskera|chino|japonés",
    link="de|del|la|el|los|las|y|e|en|the|of|and",
    month="enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|"
    "noviembre|diciembre|ene|feb|abr|ago|sept|oct|nov|dic|lunes|martes|miércoles|jueves|"
    "viernes|sábado|domingo|primavera|verano|otoño|invierno|año",
    where="donde",
    and_="y|e|o|u|pero",
    the="el|la|los|las|un|una|lo|al",
    glue="fue|ha|sido|se|es|son|fueron|han|está|aquí|también|que|su|sus|expreso|amable|debido|"
    "ligeramente|editado|íntegramente|y|gentil|gentilmente|titulado|como|autorizada|"
    "gracias|mismo|misma|ese|esta|le|nos|integro|íntegro|integra|se ha|este|aparecido|"
    "aparecida|una|un|autor|forma|parte",
    for_="para",
    aided="editado por|editada por|ilustrado por|ilustrada por|revisado por|corregido por|"
    "con información de",
    partner="aliado|aliados|aliada|medio aliado|medio asociado|compañeros|amigos|colegas|socio|"
    "socios|revista hermana|medio hermano",
    small_titles=True,
)
