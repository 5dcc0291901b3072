"""Portuguese."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="pt",
    gate="public|reproduz|reproduç|republic|permiss|autoriza|licen|tradu|original|direitos|"
    "cortesia|foto|imagem|fonte|crédito|veicul|extraíd|adaptad|retirad|baseado|versão|"
    "aparec|cedid|gentilment|produz|parceria|apareceu|aparece|gentil|via|saiu|elaborad|"
    "distribu|escrit|compartilh|colabora|parceir",
    text="artigo|texto|post|postagem|matéria|coluna|entrevista|ensaio|reportagem|crônica|"
    "crónica|editorial|análise|notícia|publicação|relato|opinião|conteúdo|resenha|"
    "trabalho|peça|investigação",
    this="este|esta|esse|essa|estes|estas|o presente|a presente|o seguinte|a seguinte|presente",
    pub="publicado|publicada|publicados|publicadas|publicou|apareceu|aparecido|postado|"
    "postada|impresso|veiculado|veiculada|saiu|divulgado|divulgada|aparece|publicamos|"
    "publicação|usado|utilizado|compartilhado|escrito para|proveniente|publicaram|"
    "partilhado|disponibilizado|produzido|produzida|elaborado|elaborada|realizado|"
    "realizada|distribuído|distribuída|foi ao ar|veio a público|escrito|feito|feita|"
    "lançado|lançada|exibido|exibida|surgiu|produzidas",
    first="originalmente|primeiro|pela primeira vez|inicialmente|anteriormente|previamente|"
    "originariamente|primeiramente|em primeira mão|antes|já|em primeiro|primeiro na|"
    "em sua origem|à época",
    rep="republicado|republicada|republicamos|reproduzido|reproduzida|reproduzimos|"
    "republicação|reprodução|reimpresso|reproduz|republica|repost|extraído de|extraído|"
    "retirado de|retirado do|retirada de|crosspost|republicados|reproduzidos|repostado|"
    "transcrito de|transcrito|republicado de|republicada de|republicado do|"
    "republicado da|reproduzido de|reproduzido do|reproduzido da|copiado de|replicado de|"
    "replicado|se reproduz|tirado de|tirado do",
    firstpub="primeira publicação|publicação original",
    feed="aparece primeiro em|apareceu primeiro em",
    piece="estudo|capítulo|relatório|trabalho|discurso|livro|poema|história|investigação|série|"
    "trecho|versão|material|peça|vídeo|comunicado",
    it="ele|ela",
    grant="permissão|autorização|consentimento|anuência",
    with_="com|mediante|sob|com a|com o|com as",
    perm="por cortesia de|em parceria com|em colaboração com|gentilmente|"
    "com a devida autorização|por gentileza de|gentilmente cedido por|"
    "gentilmente cedida por|em acordo com|com permissão|com autorização|"
    "por meio de parceria com|graças a uma parceria com|em parceria de conteúdo com|"
    "como parte de uma parceria com|no âmbito de uma parceria com|por acordo com|"
    "mediante acordo com|em associação com|com a permissão|com a autorização",
    courtesy="cortesia de|cortesia da|cortesia do|cortesia",
    contributed="gentilmente cedido|cedido gentilmente|cedido|cedido por|cedida por|cedida|"
    "enviado por|fornecido por|cedido pela|cedido pelo|gentilmente cedida|"
    "gentilmente enviado|gentilmente fornecido|gentilmente compartilhado",
    written="escrito por|redigido por|de autoria de|escrita por",
    person="autor|autora|autores|seu autor|sua autora|detentor dos direitos",
    at="em|no|na|nos|nas|através de|pelo site|no site",
    by="por|pelo|pela|pelos|pelas",
    of="de|do|da|dos|das",
    from_="a partir de",
    outlet="blog|site|sítio|website|revista|jornal|portal|página|veículo|newsletter|boletim|"
    "plataforma|semanário|editora|redação|livro|agência|web|seção|caderno|suplemento|"
    "diário|blogue|blogues|emissora|podcast|canal|coletivo|agência de notícias|mensário|"
    "gazeta|site parceiro|projeto|semanal",
    issue="edição|número|nº|edição impressa|exemplar",
    transl="traduzido|traduzida|tradução|traduzimos|tradutor|tradutora",
    derived="versão anterior|uma versão|versão prévia|adaptado de|adaptado do|adaptada de|"
    "adaptação|adaptado|baseado em|baseada em|baseado no|versão editada|versão resumida|"
    "inspirado em|derivado de|versão ampliada|versão atualizada|trecho de",
    original="artigo original|texto original|versão original|o original|post original|"
    "fonte original|publicação original|matéria original|original",
    read="leia o original|leia o artigo original|ler o original|ler o artigo original|"
    "leia a matéria original|veja o original|confira o original|"
    "confira o artigo original|leia a versão original|pode ser lido aqui|"
    "pode ser lido em|leia no original|acesse o original|ler artigo original",
    source="fonte|fontes|fonte original|via|visto em|extraído do site",
    reserved="todos os direitos reservados|direitos reservados|proibida a reprodução|é proibida|"
    "proibida|é vedada|não pode ser",
    forbid="proibida|proibido|não é permitida|não autorizada|vedada|estritamente|"
    "expressamente proibida",
    without="sem|salvo",
    only="somente|apenas|prévia|prévio|por escrito|expressa|exclusivamente",
    offer="pode republicar|podem republicar|pode ser republicado|podem ser republicados|"
    "pode reproduzir|livremente|gratuitamente|de graça|sinta se à vontade|"
    "fique à vontade|é permitida|permitida a reprodução|pode ser reproduzido|"
    "podem ser reproduzidos|convidamos|autorizamos|republique|autorizada a reprodução|"
    "desde que|está autorizada|quer republicar|liberado para|você pode",
    thanks="agradecemos a|agradecemos ao|agradecemos à|agradecemos",
    use="republicar|reproduzir|compartilhar|partilhar|divulgar|usar|utilizar|copiar|"
    "reprodução|distribuição|divulgação|republicação|reproduzido|reutilizar|cópia|uso|"
    "republicado|nossos textos|nossas reportagens|redistribuir|redistribuição|"
    "reproduzidos",
    terms="você concorda|termos de uso|ao publicar",
    under="sob|segundo|nos termos",
    licence="licença|licenças|creative commons|cc",
    licensed="sob licença|está sob|licenciado|licenciada|disponível sob|está licenciado|"
    "está licenciada|disponibilizado sob|são licenciados|licenciado sob",
    content="este site|este blog|todo o conteúdo|nosso conteúdo|nossos conteúdos|os conteúdos|"
    "esta obra|os textos|todos os textos|este portal|conteúdo deste|este trabalho|"
    "textos deste|o conteúdo deste|o conteúdo do site",
    except_="exceto onde|salvo indicação|a menos que|exceto quando|salvo quando|salvo disposição",
    photo="foto|fotos|imagem|imagens|fotografia|fotografias|crédito da foto|créditos|"
    "ilustração|imagem de capa|imagem destacada|foto de capa|crédito|crédito da imagem|"
    "imagem destaque|captura|mapa|infográfico|gráfico|charge|desenho",
    here="aqui|neste site|neste blog|abaixo|neste espaço",
    ours="nosso|nossa|nossos|nossas|nós|meu|minha",
    label="nota|nota do editor|nota da redação|nota da edição|observação|obs|aviso|n da r|"
    "nota editorial|nota do tradutor|créditos|nota da editora|sobre este artigo|"
    "nota de redação",
    language="inglês|francês|alemão|espanhol|italiano|russo|português|polonês|turco|árabe|"
    "ucraniano|chinês|japonês",
    link="de|do|da|dos|das|e|o|a|em|the|of|and",
    month="janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|"
    "dezembro|jan|fev|mar|abr|ago|set|out|nov|dez|segunda|terça|quarta|quinta|sexta|"
    "sábado|domingo|ano",
    where="onde",
    and_="e|ou|mas",
    the="o|a|os|as|um|uma|ao",
    glue="foi|é|são|sendo|foram|tem|sido|se|aqui|também|que|seu|sua|expressa|devida|gentil|"
    "levemente|editado|integralmente|está|intitulado|como|leves|alterações",
    for_="para|para o|para a",
    aided="editado por|editada por|ilustrado por|revisado por|edição de|revisão de",
    partner="parceiro|parceiros|parceira|parceiras|colegas|amigos|site parceiro|aliado",
    small_titles=True,
)
