"""
What pages say around an article, language by language. Data only; ``boilerplate`` reads it.

One phrase to a line, lower case, without punctuation; accents, case and punctuation are folded on
both sides before comparing. ``phrase`` is a whole line, ``phrase*`` begins a short one. A phrase
belongs here only if no paragraph of an article would consist of it or begin a short line with it.
"""

from __future__ import annotations

SHARE = """
share | j aime | j aime ceci* | share this* | share article | share story | share post | share on* | share via* | share to* | share with* | share by*
sharing options | share options | share tools | share page | more sharing* | click to share* | tweet this* | post to*
follow | following | followed | unfollow | follow us* | follow on* | follow the author | like us* | like this* | join us on* | find us on* | connect with us* | add us on*
copy link* | copy url | copy the link | link copied* | copied to clipboard | copied | print this* | print article | print page
email this* | email article | email a link* | send to a friend | send this* | save article | save for later | save this* | save story
add to reading list | add to favorites | add to favourites | gift this* | gift article | give this article | open share*
bookmark this* | listen to this article | listen to article | text size | font size* | resize text | increase font size* | decrease font size*
clap | claps | like loading | pin it | recommend this* | republish this article | republish our articles* | reprints
add as preferred source* | prefer us on google | add us as a preferred source* | google preferred source*
teilen | artikel teilen | beitrag teilen | seite teilen | diesen artikel teilen | teilen auf* | teilen sie* | auf facebook teilen | auf twitter teilen
auf whatsapp teilen | per e mail* | per mail* | als e mail* | folgen sie uns* | folge uns* | folgen | link kopieren | link kopiert | drucken | artikel drucken | merken
auf die merkliste | merkliste | versenden | weiterempfehlen | artikel merken | artikel versenden | artikel anhoren | vorlesen | artikel vorlesen | schriftgrosse
partager | partager l article | partager cet article | partager sur* | partager via* | partager par* | suivez nous* | suivre | nous suivre* | retrouvez nous sur*
copier le lien | lien copie | imprimer | imprimer l article | envoyer par* | envoyer a un ami | offrir cet article | offrir l article | ajouter a vos favoris*
ajouter a mes favoris | lire plus tard | ecouter l article | taille du texte | reagir | enregistrer l article | sauvegarder
compartir | compartir en* | compartir por* | compartir via* | compartir articulo | compartir esta* | comparte* | siguenos* | seguinos* | sigue a*
copiar enlace | copiar el enlace | copiar link | enlace copiado | imprimir | imprimir articulo | enviar por* | guardar | guardar articulo | escuchar articulo
compartilhar | compartilhar no* | compartilhe* | partilhar* | partilhe* | siga nos* | siga a gente* | salvar | salvar artigo | guardar artigo | ouvir artigo | ouvir a noticia
condividi* | seguici* | copia link | copia il link | link copiato | stampa | stampa articolo | salva | salva articolo | invia per* | ascolta l articolo | ascolta articolo
delen | deel dit* | deel artikel | deel via* | deel op* | volg ons* | kopieer link | link gekopieerd | afdrukken | bewaar artikel | bewaren | opslaan | luister naar dit artikel
dela | dela artikel | dela artikeln | dela pa* | dela via* | dela med* | folj oss* | kopiera lank* | lank kopierad | skriv ut | spara | spara artikel | lyssna pa artikeln | gilla oss*
del | del artikel | del artiklen | del pa* | del via* | del med* | folg os* | folg oss* | kopier link | kopier lenke | udskriv | skriv ut artikkel | gem artikel | lagre | lyt til artiklen | del saken
jaa | jaa artikkeli | jaa facebookissa* | jaa twitterissa* | jaa whatsappissa* | seuraa meita* | kopioi linkki | tulosta | tallenna | kuuntele juttu
udostepnij* | podziel sie* | obserwuj nas* | sledz nas* | polub nas* | kopiuj link | skopiuj link | link skopiowany | drukuj | wydrukuj | zapisz | zapisz artykul | posluchaj artykulu
sdilet* | sdilejte* | sledujte nas* | kopirovat odkaz | zkopirovat odkaz | tisk | tisknout | vytisknout | ulozit | ulozit clanek | poslat e mailem
paylas | paylasin | haberi paylas | facebook ta paylas* | twitter da paylas* | whatsapp ta paylas* | bizi takip edin* | takip et* | baglantiyi kopyala | linki kopyala | yazdir | kaydet | haberi dinle | yazi boyutu
поделиться* | поделитесь* | поделиться новостью | скопировать ссылку | копировать ссылку | ссылка скопирована | распечатать | версия для печати | сохранить статью | добавить в закладки | в закладки | отправить по почте
подписывайтесь на наш* | подпишитесь на наш* | подписывайтесь на нас* | читайте нас в* | следите за нами* | мы в соцсетях* | мы в социальных сетях* | подписаться на канал* | слушать статью
поділитися* | поділіться* | поширити* | підписуйтесь на нас* | підписуйтеся на нас* | підписуйтесь на наш* | підписуйтеся на наш* | підпишіться на наш* | читайте нас* | слідкуйте за нами* | стежте за нами* | скопіювати посилання | копіювати посилання | надрукувати | зберегти | ми в соцмережах*
κοινοποιηση* | κοινοποιηστε* | μοιραστειτε* | μοιρασου* | ακολουθηστε μας* | ακολουθηστε το* | ακολουθηστε τον* | αντιγραφη συνδεσμου | αντιγραφη | εκτυπωση | αποθηκευση | ακουστε το αρθρο
distribuie* | distribuiti* | urmariti ne* | urmareste ne* | copiaza link* | copiaza linkul | tipareste | printeaza | salveaza | trimite pe*
megosztas* | megosztom | ossza meg* | oszd meg* | kovess minket* | kovessen minket* | link masolasa | nyomtatas | mentes | kuldes e mailben
شارك | مشاركة | شارك المقال* | شارك الخبر* | شارك هذا* | شارك على* | شارك عبر* | شاركها | تابعنا* | تابعونا* | تابع اخر الاخبار* | انسخ الرابط | نسخ الرابط | تم نسخ الرابط | طباعة | اطبع | حفظ | انشر على* | استمع الى المقال | حجم الخط | ارسل لصديق | غرد
שתף | שתפו | שיתוף | שתף כתבה | שתפו כתבה | שתפו ב* | שתף ב* | שתפו את* | עקבו אחרינו* | הצטרפו אלינו* | העתק קישור | העתקת קישור | הקישור הועתק | הדפסה | הדפס | הדפסת כתבה | שמירה | שמור כתבה | האזינו לכתבה | שלח לחבר
اشتراک گذاری | به اشتراک بگذارید* | اشتراک گذاری در* | ما را در* | ما را دنبال کنید* | کپی لینک | کپی کردن لینک | لینک کوتاه | چاپ | نسخه چاپی | ذخیره | ارسال به دوستان | ارسال خبر*
分享 | 分享到* | 分享至* | 分享给* | 分享文章 | 分享本文 | 分享此文 | 转发 | 收藏 | 点赞 | 赞 | 打印 | 列印 | 友善列印 | 复制链接 | 複製連結 | 複製網址 | 关注我们* | 關注我們* | 追蹤我們* | 扫码* | 扫一扫* | 扫描二维码* | 微信扫一扫* | 长按二维码* | 字体大小* | 字號* | 字号* | 听新闻 | 聽新聞 | 转发到微博 | 加入收藏 | 按讚* | 加入line好友*
シェア | シェアする | シェアする* | この記事をシェア* | 記事をシェア* | sns でシェア* | ツイート | ツイートする | ポスト | ポストする | 共有 | 共有する | リンクをコピー* | url をコピー* | urlをコピー* | 印刷 | 印刷する | この記事を印刷 | 保存 | 記事を保存 | 記事を保存する | はてなブックマーク* | ブックマーク | ブックマークする | いいね* | lineで送る | line で送る | メールで送る | フォローする | フォロー | フォローしてください* | 文字サイズ* | 音声で聞く | クリップ | クリップ機能は* | あとで読む
공유 | 공유하기 | 기사 공유 | 기사공유 | 기사 공유하기 | sns 공유 | sns 공유하기 | 페이스북 공유* | 트위터 공유* | 카카오톡 공유* | 페이스북으로 공유* | 카카오톡으로 공유* | url 복사* | url복사 | 링크 복사* | 주소 복사* | 본문 복사 | 인쇄 | 인쇄하기 | 프린트 | 스크랩 | 기사 스크랩* | 팔로우* | 글자크기* | 글자 크기* | 글자 크기 조절 | 폰트 크기* | 좋아요* | 본문 듣기* | 기사 듣기* | 음성으로 듣기 | 북마크 | 카카오톡 채널 추가* | 네이버에서 구독* | 구독하기
bagikan* | ikuti kami* | ikuti berita* | salin tautan | salin link | tautan disalin | cetak | simpan | simpan artikel | dengarkan artikel | ukuran font
chia se | chia se* | theo doi chung toi* | theo doi tren* | sao chep lien ket | sao chep link | copy link | in bai* | luu bai* | nghe bai* | co chu
शेयर | शेयर करें* | साझा करें* | हमें फॉलो करें* | फॉलो करें* | लिंक कॉपी करें | कॉपी लिंक | प्रिंट | प्रिंट करें | सेव करें | खबर सुनें | फॉन्ट साइज
শেয়ার | শেয়ার করুন | লিংক কপি করুন | কপি লিংক | প্রিন্ট | ফলো করুন* | আমাদের ফলো করুন*
"""

SOCIAL_TOKENS = """
facebook twitter x instagram whatsapp telegram linkedin pinterest reddit flipboard youtube tiktok threads bluesky mastodon
email e mail messenger viber line vk ok odnoklassniki wechat weibo snapchat tumblr pocket xing skype signal rss print link
copy share tweet fb ig google plus news feed sms discord spotify podcast twitch naver kakao kakaotalk band hatena
facebooktwitter sharetweet teilen twittern mail drucken partager imprimer courriel compartir imprimir correo condividi stampa
digg delicious stumbleupon myspace mixx meneame tuenti eskup googleplus delen dela udostępnij drukuj поделиться вконтакте одноклассники телеграм ватсап дзен твиттер фейсбук вайбер paylaş yazdır
فيسبوك تويتر واتساب تيليجرام تلغرام واتس اب لينكدإن بينتيريست פייסבוק טוויטר וואטסאפ טלגרם 微博 微信 朋友圈 空间
フェイスブック ツイッター インスタグラム ライン 페이스북 트위터 카카오톡 카카오스토리 네이버 밴드 블로그 फेसबुक ट्विटर व्हाट्सएप
"""
"""A short line of nothing but these is a row of share buttons."""

RELATED = """
related | related articles* | related stories* | related content* | related posts* | related topics* | related news* | related coverage* | related reading* | related links | related items | related videos
more stories* | more from* | more in* | more on this story* | more on this topic* | more on this | more like this | more news* | more articles* | more to read | more headlines | more to explore* | more coverage* | more posts*
most read* | most popular* | most viewed* | most shared* | most recent* | most commented* | trending* | trending now* | top stories* | latest* | latest news* | latest stories* | latest articles* | popular | popular now | popular posts* | popular stories* | popular articles*
recommended* | recommended for you* | recommended reading | recommended stories | you may also like* | you might also like* | you may like* | you might like* | also on* | also in the news* | around the web* | from around the web | from the web | elsewhere on* | in other news | in case you missed it*
read next* | up next* | next article | next post* | next story* | previous article | previous post* | previous story* | prev post | next up* | what to read next* | keep exploring* | explore more* | discover more* | editors picks* | editor s picks* | editor s choice* | top picks* | don t miss* | must read* | must reads* | featured | featured stories* | featured articles* | featured posts* | recent posts* | recent articles* | recent stories* | recent news* | from our partners* | sponsored stories | sponsored content* | promoted stories | paid content | partner content* | our picks* | today s top* | our journalism | further reading | see all* | view all* | people are reading | other people are reading | what others are reading* | readers also liked* | see more from*
mehr zum thema* | zum thema | mehr aus* | mehr von* | mehr artikel* | mehr nachrichten* | mehr lesen | weitere artikel* | weitere nachrichten* | weitere meldungen* | weitere themen* | weitere beitrage* | weitere informationen zum thema | meistgelesen* | meist gelesen* | meistgelesene* | am meisten gelesen | das konnte sie auch interessieren* | das konnte dich auch interessieren* | auch interessant* | auch interessant fur sie | empfohlen* | empfehlungen* | empfohlene artikel* | unsere empfehlung* | neueste artikel* | neueste beitrage* | neueste meldungen | aktuelle beitrage* | aktuelle meldungen* | top themen* | passend zum thema* | ahnliche artikel* | ahnliche beitrage* | verwandte artikel* | verwandte themen* | themen des tages | nachster artikel | nachster beitrag | vorheriger beitrag | vorheriger artikel | lesen sie jetzt | beliebte artikel* | beliebteste* | auch spannend* | leserfavoriten
articles lies* | articles similaires* | articles recommandes* | articles connexes* | sur le meme sujet* | sur le meme theme* | dans la meme rubrique* | les plus lus* | les plus lues* | les plus partages* | a la une* | a decouvrir* | vous aimerez aussi* | vous aimerez peut etre* | cela pourrait vous interesser* | ceci pourrait vous interesser* | notre selection* | la selection* | nos selections* | les derniers articles* | derniers articles* | dernieres actualites* | dernieres nouvelles* | dernieres infos* | recommande pour vous* | contenus sponsorises* | article suivant* | article precedent* | voir aussi | pour aller plus loin* | plus d articles* | plus de contenus* | dans la section* | tendances | voir plus d articles
noticias relacionadas* | articulos relacionados* | contenido relacionado* | contenidos relacionados* | temas relacionados* | relacionados | relacionado | mas informacion | mas noticias* | mas en* | mas leidas* | mas leidos* | lo mas leido* | lo mas visto* | las mas leidas* | las mas vistas* | lo ultimo | ultimas noticias* | mas sobre* | mas articulos* | tambien te puede interesar* | te puede interesar* | le puede interesar* | puede interesarte* | quizas te interese* | te recomendamos* | recomendados* | recomendado para ti* | otras noticias* | articulo siguiente | siguiente articulo | articulo anterior | entradas relacionadas* | entradas recientes* | contenido patrocinado | lo mas reciente*
noticias relacionadas* | artigos relacionados* | materias relacionadas* | conteudo relacionado* | mais lidas* | mais lidos* | as mais lidas* | mais noticias* | mais sobre* | mais em* | mais do* | mais de* | ultimas noticias* | veja mais* | voce tambem pode gostar* | voce pode gostar* | pode gostar* | recomendado* | recomendados para voce* | recomendamos* | outras noticias* | proximo artigo | artigo anterior | posts relacionados* | destaques | em destaque
articoli correlati* | articoli simili* | notizie correlate* | contenuti correlati* | potrebbe interessarti* | potrebbe interessarti anche* | ti potrebbe interessare* | ti potrebbero interessare* | i piu letti* | piu letti* | le piu lette* | piu lette* | ultime notizie* | le ultime notizie* | altre notizie* | altri articoli* | in evidenza* | consigliati* | consigliati per te* | articolo successivo | articolo precedente | prossimo articolo | i piu visti* | dello stesso autore* | sullo stesso argomento*
gerelateerd* | gerelateerde artikelen* | gerelateerde berichten* | meer over dit onderwerp* | meer over* | meer nieuws* | meer uit* | meer van* | meest gelezen* | best gelezen* | populair* | laatste nieuws* | net binnen* | aanbevolen* | ook interessant* | anderen lazen ook* | dit vind je misschien ook* | wellicht ook interessant* | volgend artikel | vorig artikel | nu populair*
relaterat* | relaterade artiklar* | relaterade* | mer fran* | mer om* | mer om amnet* | las mer fran* | mest last* | mest lasta* | senaste nytt* | senaste nyheterna* | senaste | rekommenderat* | rekommenderas* | fler artiklar* | fler nyheter* | missa inte* | nasta artikel | foregaende artikel | du kanske ocksa gillar*
relaterede* | relaterede artikler* | relatert* | relaterte saker* | relaterte artikler* | mere om* | mere fra* | mest laeste* | mest læste* | mest leste* | mest lest* | seneste nyt* | seneste nyheder* | siste nytt* | siste nyheter* | siste saker* | anbefalet* | anbefalt* | anbefalte* | flere artikler* | flere nyheter* | flere saker* | naeste artikel | neste artikkel | mer fra* | populaert | maske er du ogsa interesseret i*
lisaa aiheesta* | aiheeseen liittyva* | luetuimmat* | luetuimmat jutut* | suosituimmat* | tuoreimmat* | uusimmat* | uusimmat uutiset* | suosittelemme* | lisaa uutisia* | samasta aiheesta* | seuraava artikkeli
powiazane* | powiazane artykuly* | powiazane tematy* | podobne artykuly* | podobne tematy* | zobacz rowniez* | najczesciej czytane* | najchetniej czytane* | najpopularniejsze* | popularne* | najnowsze* | najnowsze wiadomosci* | polecane* | polecane artykuly* | polecamy* | moze cie zainteresowac* | moze zainteresowac cie* | wiecej na ten temat* | wiecej z dzialu* | wiecej o* | wiecej artykulow* | nastepny artykul | poprzedni artykul | ostatnie wpisy* | ostatnio dodane*
souvisejici* | souvisejici clanky* | podobne clanky* | nejctenejsi* | nejnovejsi* | doporucujeme* | mohlo by vas zajimat* | mohlo by vas take zajimat* | dalsi clanky* | dalsi zpravy* | k tematu* | z domova | nepre hlednete* | neprehlednete* | dalsi clanek | predchozi clanek
ilgili haberler* | ilgili haber* | ilgili yazilar* | benzer haberler* | diger haberler* | son dakika* | son haberler* | cok okunanlar* | en cok okunanlar* | en cok okunan* | one cikanlar* | onerilen* | sizin icin secilenler* | ilginizi cekebilir* | bunlar da ilginizi cekebilir* | gunun onemli haberleri* | sonraki haber | onceki haber | gundem haberleri*
материалы по теме* | материал по теме* | по теме* | похожие материалы* | похожие статьи* | похожие новости* | другие новости* | другие материалы* | еще по теме* | ещё по теме* | еще новости* | больше новостей* | самое читаемое* | самое популярное* | самые читаемые* | популярное* | популярные материалы* | популярные новости* | последние новости* | главные новости* | главное | главное за день* | лента новостей | новости партнеров* | новости партнёров* | рекомендуем* | рекомендованные* | выбор редакции* | вам может быть интересно* | вам также может понравиться* | вам будет интересно* | следующая статья | предыдущая статья | следующая запись* | предыдущая запись* | новости по теме* | связанные статьи | все новости* | сейчас читают* | что еще почитать | картина дня
матеріали за темою* | матеріал до теми* | за темою* | по темі* | схожі новини* | схожі матеріали* | інші новини* | більше новин* | найпопулярніше* | популярне* | популярні новини* | найчитаніше* | останні новини* | головні новини* | новини партнерів* | рекомендуємо* | вибір редакції* | вас може зацікавити* | вам може бути цікаво* | наступна стаття | попередня стаття | стрічка новин | усі новини* | всі новини*
σχετικα | σχετικα αρθρα* | σχετικες ειδησεις* | σχετικα θεματα* | διαβαστε επισης* | διαβαστε ακομη* | δειτε επισης* | δημοφιλη* | δημοφιλεστερα* | τελευταια νεα* | τελευταιες ειδησεις* | προτεινομενα* | περισσοτερα αρθρα* | ροη ειδησεων* | επομενο αρθρο* | προηγουμενο αρθρο* | πιο δημοφιλη* | μπορει να σας ενδιαφερει* | ολες οι ειδησεις*
articole similare* | articole recomandate* | articole asemanatoare* | stiri similare* | stiri pe aceeasi tema* | pe aceeasi tema* | cele mai citite* | cele mai noi* | ultimele stiri* | ultima ora* | recomandari* | recomandate* | recomandarile* | alte stiri* | te ar putea interesa* | mai multe despre* | articolul urmator | articolul precedent
kapcsolodo* | kapcsolodo cikkek* | kapcsolodo anyagok* | ajanlott* | ajanlott cikkek* | ajanljuk* | ajanlo | legolvasottabb* | legnepszerubb* | legfrissebb* | legfrissebb hirek* | tovabbi cikkek* | tovabbi hirek* | ez is erdekelheti* | ezek is erdekelhetik* | kovetkezo cikk | elozo cikk | olvasta mar*
مواضيع ذات صلة* | مقالات ذات صلة* | اخبار ذات صلة* | أخبار ذات صلة* | ذات صلة* | مواد ذات صلة* | قصص ذات صلة* | الاكثر قراءة* | الاكثر تصفحا* | الاكثر بحثا* | الاكثر زيارة* | الأكثر قراءة* | الاكثر مشاهدة* | الأكثر مشاهدة* | الاكثر تداولا* | اخر الاخبار* | آخر الأخبار* | احدث الاخبار* | أحدث الأخبار* | موضوعات متعلقة* | اخبار متعلقة* | المزيد من* | مقترحات* | قد يعجبك ايضا* | قد يهمك* | قد يهمك ايضا* | اخترنا لك* | اخترنا لكم* | مختارات* | اهم الاخبار* | أهم الأخبار* | المقال التالي | المقال السابق | الخبر التالي | الخبر السابق | رائج الان* | شاهد ايضا | موصى به*
כתבות נוספות* | כתבות קשורות* | כתבות שאולי* | אולי יעניין אותך* | אולי יעניין אתכם* | אולי תאהבו* | עוד בנושא* | עוד כתבות* | עוד בחדשות* | עוד ב* | הנקראות ביותר* | הכי נקראות* | הנצפות ביותר* | הכי נצפות* | חדשות אחרונות* | עדכונים אחרונים* | מומלצים* | מומלץ* | מומלצות* | מאמרים נוספים* | הכתבה הבאה | הכתבה הקודמת | בנושא זה | כדאי לקרוא* | הכי חם* | המלצות*
اخبار مرتبط* | خبرهای مرتبط* | مطالب مرتبط* | مطالب پیشنهادی* | پیشنهاد سردبیر* | پربازدیدترین* | پربیننده ترین* | پرمخاطب ترین* | آخرین اخبار* | تازه ترین اخبار* | جدیدترین اخبار* | اخبار بیشتر* | مرتبط ها* | بیشتر بخوانید* | خبر بعدی | خبر قبلی | برگزیده ها*
相关阅读* | 相关新闻* | 相关文章* | 相关报道* | 相关推荐* | 相关链接* | 相關閱讀* | 相關新聞* | 相關文章* | 相關報導* | 延伸阅读* | 延伸閱讀* | 推荐阅读* | 推薦閱讀* | 热门文章* | 热门推荐* | 热门新闻* | 热点推荐* | 热点新闻* | 熱門新聞* | 熱門文章* | 最新消息* | 最新新闻* | 最新新聞* | 最新文章* | 猜你喜欢* | 猜您喜欢* | 您可能感兴趣* | 你可能會喜歡* | 你可能也喜歡* | 为您推荐* | 為你推薦* | 更多新闻* | 更多新聞* | 更多文章* | 更多报道* | 更多內容* | 更多相关* | 下一篇* | 上一篇* | 阅读排行* | 点击排行* | 新闻排行* | 今日热点* | 编辑推荐* | 編輯推薦* | 精彩推荐* | 大家都在看* | 人氣新聞* | 其他人也看* | 看更多* | 焦點新聞* | 头条推荐* | 推荐* | 推薦*
関連記事* | 関連ニュース* | 関連リンク* | 関連キーワード* | 関連トピック* | 関連タグ* | あわせて読みたい* | 併せて読みたい* | 合わせて読みたい* | こちらもおすすめ* | おすすめ記事* | おすすめの記事* | おすすめ* | 人気記事* | 人気の記事* | アクセスランキング* | 記事ランキング* | ランキング* | 最新記事* | 最新ニュース* | 新着記事* | 新着ニュース* | 注目記事* | 注目の記事* | ピックアップ* | 次の記事* | 前の記事* | もっと見る* | 一覧を見る* | 一覧へ* | この記事を読んだ人は* | 編集部のおすすめ* | 主要ニュース* | トップニュース* | よく読まれている記事* | 読まれています* | 特集一覧*
관련기사* | 관련 기사* | 관련뉴스* | 관련 뉴스* | 추천기사* | 추천 기사* | 추천뉴스* | 추천 뉴스* | 인기기사* | 인기 기사* | 인기뉴스* | 인기 뉴스* | 많이 본 뉴스* | 많이 본 기사* | 많이본 뉴스* | 가장 많이 본* | 최신기사* | 최신 기사* | 최신뉴스* | 최신 뉴스* | 주요뉴스* | 주요 뉴스* | 주요기사* | 주요 기사* | 이 시각 주요* | 이 시각 많이* | 오늘의 주요* | 실시간 뉴스* | 실시간 인기* | 다음 기사* | 다음기사* | 이전 기사* | 이전기사* | 핫이슈* | 함께 보면 좋은* | 이 기사와 함께* | 당신이 좋아할* | 기자의 다른 기사* | 다른기사* | 헤드라인*
berita terkait* | artikel terkait* | baca juga berita* | berita lainnya* | artikel lainnya* | berita terpopuler* | terpopuler* | berita populer* | terkini* | berita terkini* | berita terbaru* | rekomendasi* | rekomendasi untuk anda* | pilihan editor* | pilihan redaksi* | mungkin anda suka* | topik terkait* | berita pilihan* | selanjutnya | lihat semua*
tin lien quan* | bai lien quan* | bai viet lien quan* | tin cung chuyen muc* | cung chuyen muc* | tin moi nhat* | tin moi* | doc nhieu* | xem nhieu* | tin noi bat* | co the ban quan tam* | ban co the quan tam* | tin khac* | bai viet khac* | bai tiep theo | tin cung loai*
संबंधित खबरें* | संबंधित ख़बरें* | संबंधित समाचार* | संबंधित लेख* | और खबरें* | अन्य खबरें* | अन्य ख़बरें* | सबसे ज्यादा पढ़ी* | सबसे ज़्यादा पढ़ी* | लोकप्रिय* | ट्रेंडिंग* | ताजा खबरें* | ताज़ा ख़बरें* | ताज़ा खबरें* | बड़ी खबरें* | टॉप स्टोरी* | आपके लिए* | आपको यह भी पसंद* | अगली खबर* | पिछली खबर* | मुख्य समाचार* | टॉप न्यूज़*
আরও খবর* | সম্পর্কিত খবর* | এ সম্পর্কিত* | সর্বাধিক পঠিত* | সর্বশেষ | সর্বশেষ খবর* | জনপ্রিয়*
"""
"""Heads of lists of other stories: what follows is no longer this article."""

ALSO = """
related*
read also* | also read* | read more on* | read more about* | see also* | see more* | related story* | related article* | read our* | read this* | watch also* | watch now* | watch live* | don t miss | go deeper* | dive deeper* | the big read* | read the full story* | read it here* | learn more | learn more* | click here* | check out* | from the archive* | recommended reading* | further reading* | background* read | explainer read more
lesen sie auch* | lesen sie mehr* | lesen sie dazu* | lesen sie hier* | lies auch* | mehr dazu* | siehe auch* | auch lesen* | mehr zum thema | mehr lesen* | lesetipp* | zum artikel* | zum weiterlesen* | hier lesen sie* | das bringt der tag
lire aussi* | a lire aussi* | a lire egalement* | lire egalement* | a lire* | voir aussi* | a voir aussi* | a ecouter* | retrouvez aussi* | pour en savoir plus* | en savoir plus | ecoutez aussi* | lisez aussi*
lea tambien* | lee tambien* | leer tambien* | lea mas* | ver tambien* | vea tambien* | vea ademas* | te puede interesar* | tambien lee* | tambien lea* | lee aqui* | lea aqui* | mas info* | mira tambien* | ademas lea* | lea ademas* | no te pierdas*
leia tambem* | leia mais* | leia ainda* | veja tambem* | veja ainda* | veja o video* | saiba mais* | confira tambem* | confira* aqui | ler tambem* | ler mais* | ver tambem* | assista tambem* | e mais*
leggi anche* | vedi anche* | per approfondire* | guarda anche* | approfondimenti* | approfondimento | leggi qui* | da leggere*
lees ook* | lees verder* | lees meer* | zie ook* | bekijk ook* | luister ook* | ook lezen* | lees hier*
las ocksa* | las aven* | se ocksa* | las mer* | las mer har | fakta* las | relaterat las | lyssna ocksa*
laes ogsa* | læs ogsa* | læs også* | læs mere* | se ogsa* | les ogsa* | les mer* | les mere* | hor ogsa* | har du laest*
lue myos* | katso myos* | lue lisaa* | lue tasta*
czytaj takze* | czytaj tez* | czytaj rowniez* | czytaj wiecej* | zobacz takze* | zobacz tez* | przeczytaj takze* | przeczytaj rowniez* | przeczytaj tez* | sprawdz takze* | warto przeczytac* | wiecej*czytaj
ctete take* | ctete tez* | cist take* | prectete si take* | viz tez* | podivejte se take* | vice zde* | ctete vice*
ayrica okuyun* | bunu da okuyun* | ilgili haber* | okumadan gecme* | haberin devami icin* | bunlari da okuyun* | ayrica bakiniz*
читайте также* | читайте тоже* | читать также* | читайте еще* | читайте ещё* | смотрите также* | см также* | подробнее* читайте | также читайте* | вам также будет интересно* | читайте на* | читайте по теме* | читать по теме* | ранее по теме* | материал по теме | смотрите видео*
читайте також* | читайте теж* | читати також* | дивіться також* | також читайте* | див також* | читайте ще* | більше читайте* | за темою
διαβαστε επισης* | διαβαστε ακομα* | διαβαστε ακομη* | δειτε επισης* | δειτε ακομα* | διαβαστε περισσοτερα* | διαβαστε εδω*
citeste si* | citeste mai mult* | cititi si* | vezi si* | vedeti si* | citeste aici* | afla mai multe*
olvassa el* | olvasd el* | olvassa tovabb* | olvassa meg* | lasd meg* | nezze meg* | bovebben* | errol is irtunk*
اقرا ايضا* | اقرأ أيضا* | اقرا المزيد* | اقرأ كذلك* | اقرا كذلك* | إقرأ أيضا* | شاهد ايضا* | شاهد أيضا* | طالع ايضا* | انظر ايضا* | للمزيد* | تابع ايضا* | اقرئي ايضا* | طالع كذلك*
קראו גם* | קרא גם* | קראו עוד* | ראו גם* | צפו גם* | לכתבה המלאה* | לקריאה נוספת* | עוד בנושא | קראו בנושא*
بیشتر بخوانید* | همچنین بخوانید* | همچنین ببینید* | این را هم بخوانید* | مطالب بیشتر* | بخوانید*
延伸阅读* | 另请参阅* | 另见* | 参见* | 點我看更多* | 更多精彩* | 看更多* | 閱讀更多* | 阅读更多* | 查看更多*
あわせて読む* | こちらも読む* | 【関連】* | 【関連記事】* | ▶︎* | 【あわせて読みたい】* | 【写真】* | 【画像】* | 【動画】*
같이 보기* | 함께 보기* | 함께 읽기* | 함께 읽으면* | 관련영상* | 관련 영상*
baca juga* | simak juga* | lihat juga* | baca selengkapnya* | tonton juga* | baca artikel* | baca berita*
xem them* | doc them* | mời ban doc* | tham khao them* | xem tiep*
यह भी पढ़ें* | ये भी पढ़ें* | इसे भी पढ़ें* | यह भी देखें* | ये भी देखें* | और पढ़ें* | ज़रूर पढ़ें* | जरूर पढ़ें*
আরও পড়ুন* | আরো পড়ুন* | এটিও পড়ুন* | আরও দেখুন*
"""
"""Inline pointers: the line, and the titles on the lines after it, point elsewhere; the article goes on."""

CONTINUE = """
keep reading* | continue reading* | read more | read on | read full story* | read full article* | read the full article* | read the rest* | read the story | read story | read article | read now | show more | show less | view more | load more* | see full* | keep readingshow less | full story | expand | read more show less
weiterlesen* | weiter lesen | mehr lesen | mehr anzeigen* | mehr laden* | mehr | jetzt lesen* | artikel lesen | zum artikel | zum ganzen artikel*
lire la suite* | lire plus | en lire plus | lire l article* | voir plus* | afficher plus* | afficher la suite* | continuer la lecture* | poursuivre la lecture*
leer mas | seguir leyendo* | continuar leyendo* | sigue leyendo* | ver mas | cargar mas* | leer articulo* | leer nota*
continue lendo* | continuar lendo* | continuar a ler* | ler mais | leia mais | ver mais | carregar mais* | leia a integra
continua a leggere* | leggi tutto | leggi di piu | leggi | leggi l articolo* | mostra altro | carica altri* | continua
lees verder | lees meer | verder lezen* | toon meer* | laad meer*
las mer | las hela artikeln* | fortsatt lasa* | visa mer* | ladda fler*
laes mere | læs mere | les mer | les mere | fortsaet laesning* | vis mere | vis mer | last inn flere | les hele saken*
lue lisaa | jatka lukemista* | nayta lisaa* | lataa lisaa*
czytaj dalej* | czytaj wiecej | wiecej | pokaz wiecej* | zaladuj wiecej*
cist dale* | cist vice | pokracovat ve cteni* | zobrazit vice* | vice | cely clanek*
devamini oku* | devami | okumaya devam et* | haberin devami* | daha fazla* | daha fazlasi* | devamini goster
читать далее* | читать дальше* | читать полностью* | читать | подробнее | показать еще* | показать ещё* | загрузить еще* | загрузить ещё* | далее | продолжить чтение* | читать статью
читати далі* | читати повністю* | детальніше | показати ще* | завантажити ще* | далі | читати більше
διαβαστε περισσοτερα | συνεχεια αναγνωσης* | συνεχιστε την αναγνωση* | περισσοτερα | δειτε περισσοτερα | φορτωση περισσοτερων*
citeste mai mult | citeste tot* | citeste mai departe* | mai mult | continua lectura* | vezi mai mult*
tovabb olvasom* | tovabb | tovabb a cikkre* | reszletek | tobb megjelenitese*
اقرا المزيد | المزيد | اقرأ المزيد | تابع القراءة* | واصل القراءة* | اكمل القراءة* | التفاصيل | عرض المزيد* | تحميل المزيد*
קרא עוד | קראו עוד | המשך קריאה* | להמשך קריאה* | עוד | לכתבה המלאה | להמשך הכתבה* | טען עוד* | הצג עוד
ادامه مطلب* | ادامه خبر* | ادامه | بیشتر | مشاهده بیشتر* | بیشتر بخوانید | خواندن ادامه*
阅读全文* | 閱讀全文* | 阅读更多 | 閱讀更多 | 查看全文* | 繼續閱讀* | 继续阅读* | 更多 | 查看更多 | 展开全文* | 展開全文* | 加载更多* | 載入更多* | 详细* | 全文
続きを読む* | 続きを見る* | もっと読む* | もっと見る | 記事を読む* | 全文を読む* | さらに表示* | さらに読み込む* | 詳しく見る*
더보기* | 더 보기* | 자세히 보기* | 자세히보기 | 계속 읽기* | 기사 더보기* | 전체보기 | 전체 보기 | 기사보기 | 기사 보기
selengkapnya* | baca selengkapnya | baca selanjutnya* | lanjut membaca* | lanjutkan membaca* | muat lainnya* | lihat selengkapnya*
xem them | doc tiep* | xem chi tiet* | doc them | tai them*
और पढ़ें | आगे पढ़ें* | पूरा पढ़ें* | पूरी खबर* | पूरी ख़बर* | और देखें* | विस्तार से पढ़ें*
বিস্তারিত পড়ুন* | বিস্তারিত | পুরো খবর*
"""
"""Lines that close a teaser (or open the rest of a folded article)."""

COMMENTS = """
comments | comment | comments section | view comments* | show comments* | leave a comment* | leave a reply* | leave a response* | post a comment* | add a comment* | add comment | write a comment* | join the conversation* | join the discussion* | start the conversation* | be the first to comment* | comments are closed* | comments on this* | no comments* | reader comments* | have your say* | what do you think* | log in to comment* | sign in to comment* | you must be logged in to post* | responses | sort by* | newest first | oldest first | top comments | all comments | hide comments | your email address will not be published* | respond to this article* | letters to the editor
kommentare | kommentar | kommentieren | kommentar schreiben* | kommentar verfassen* | kommentar hinterlassen* | schreiben sie einen kommentar* | schreibe einen kommentar* | hinterlasse einen kommentar* | diskutieren sie mit* | jetzt kommentieren* | leserkommentare* | alle kommentare* | ihre meinung* | keine kommentare* | leserbriefe
commentaires* | commentaire | commenter | laisser un commentaire* | ajouter un commentaire* | ecrire un commentaire* | poster un commentaire* | reagissez* | vos reactions* | aucun commentaire* | pas de commentaire* | lire les commentaires* | voir les commentaires* | repondre
comentarios* | comentario | comentar | deja un comentario* | deja una respuesta* | dejar un comentario* | escribe un comentario* | escribir comentario* | agregar comentario* | ver comentarios* | se el primero en comentar* | sin comentarios
comentarios* | deixe um comentario* | deixe uma resposta* | deixe seu comentario* | adicionar comentario* | comente* | ver comentarios*
commenti* | commenta* | lascia un commento* | lascia una risposta* | scrivi un commento* | nessun commento* | aggiungi un commento*
reacties* | reageer* | laat een reactie achter* | plaats een reactie* | geef een reactie* | schrijf een reactie* | geen reacties*
kommentarer* | kommentera* | lamna en kommentar* | skriv en kommentar* | visa kommentarer* | lasarkommentarer*
skriv kommentar* | laeg en kommentar* | legg igjen en kommentar* | legg inn kommentar* | debat* kommentarer
kommentit* | kommentoi* | jata kommentti* | kirjoita kommentti* | keskustelu
komentarze* | komentarz* | dodaj komentarz* | skomentuj* | napisz komentarz* | zostaw komentarz* | brak komentarzy*
komentare* | pridat komentar* | diskuse* | vstoupit do diskuse* | napiste komentar* | diskutovat*
yorumlar* | yorum yap* | yorum yaz* | yorum ekle* | bir yorum yazin* | bir yanit yazin* | yorum birak* | ilk yorumu siz yapin*
комментарии* | комментарий | комментариев* | добавить комментарий* | оставить комментарий* | оставьте комментарий* | написать комментарий* | обсудить* | обсуждение* | комментировать* | войдите чтобы комментировать* | читать комментарии*
коментарі* | коментар | додати коментар* | залишити коментар* | написати коментар* | коментувати* | обговорення* | обговорити*
σχολια* | σχολιο* | αφηστε σχολιο* | γραψτε σχολιο* | προσθηκη σχολιου* | αφηστε μια απαντηση* | σχολιαστε*
comentarii* | lasa un comentariu* | lasa un raspuns* | adauga un comentariu* | adauga comentariu* | scrie un comentariu*
hozzaszolasok* | hozzaszolas* | kommentek* | szoljon hozza* | szolj hozza* | vissza a kommentekhez
تعليقات* | التعليقات* | اضف تعليق* | أضف تعليقا* | اضف تعليقا* | اكتب تعليق* | اترك تعليقا* | اترك تعليق* | اترك رد* | شارك برأيك* | لا توجد تعليقات* | علق الان
תגובות* | הוסף תגובה* | הוספת תגובה* | הוסיפו תגובה* | כתוב תגובה* | כתבו תגובה* | השאירו תגובה* | השאר תגובה* | לכל התגובות* | טוקבקים* | תגובה חדשה*
نظرات* | نظر شما* | نظر خود را* | ارسال نظر* | دیدگاه ها* | دیدگاه* | دیدگاهتان را* | ثبت دیدگاه* | دیدگاه خود را*
评论 | 评论区* | 网友评论* | 发表评论* | 发表回复* | 我要评论* | 全部评论* | 热门评论* | 最新评论* | 评论列表* | 條評論* | 留言* | 發表評論* | 發表留言* | 我要留言* | 查看评论* | 留下评论* | 参与评论* | 取消回复*
コメント* | コメントを書く* | コメントする* | コメントを残す* | コメントを投稿* | みんなのコメント* | コメント一覧* | コメントを見る* | 返信をキャンセル*
댓글* | 댓글쓰기* | 댓글 쓰기* | 댓글 달기* | 댓글을 남겨* | 의견쓰기* | 댓글 보기* | 전체 댓글*
komentar* | tulis komentar* | tinggalkan komentar* | beri komentar* | tinggalkan balasan* | kirim komentar*
binh luan* | y kien ban doc* | gui binh luan* | viet binh luan* | de lai binh luan* | y kien*cua ban
टिप्पणियाँ* | टिप्पणियां* | टिप्पणी* | कमेंट* | कमेंट करें* | अपनी टिप्पणी* | टिप्पणी करें* | प्रतिक्रिया दें* | एक उत्तर छोड़ें*
মন্তব্য | মন্তব্য করুন* | মন্তব্যসমূহ* | আপনার মতামত*
"""

NEWSLETTER = """
support student journalism* | support local journalism* | support independent journalism* | support our journalism* | support our newsroom*
newsletter | newsletters | sign up* | subscribe | subscribe now* | subscribe to* | subscribe today* | get the newsletter* | get our newsletter* | get our* in your inbox | join our newsletter* | join our mailing list* | mailing list | enter your email* | your email* | email address | email address* | your e mail* | get the latest* | get email* | get breaking news* | stay informed* | stay up to date* | stay in the know* | never miss* | don t miss a* | daily digest* | morning briefing* | weekly newsletter* | delivered to your inbox* | thanks for subscribing* | thank you for subscribing* | thank you for signing up* | you re signed up* | want more of our* | want more stories* | make us a preferred* | become a member* | become a supporter* | support us* | support our* | support independent* | donate | donate now* | donate today* | make a donation* | make a gift* | get the app* | download our app* | download the app* | join our whatsapp* | join our telegram* | allow notifications* | enable notifications* | turn on notifications* | i agree to receive*
newsletter abonnieren* | newsletter bestellen* | jetzt abonnieren* | abonnieren* | zum newsletter* | unser newsletter* | melden sie sich* an | jetzt anmelden* | jetzt newsletter* | ihre e mail adresse* | e mail adresse* | anmelden* newsletter | taglich informiert* | immer informiert* | kostenlos abonnieren* | unterstutzen sie uns* | jetzt spenden* | spenden | jetzt unterstutzen* | app herunterladen* | holen sie sich die app*
inscrivez vous* | s inscrire* | s abonner* | abonnez vous* | recevez* newsletter | recevoir la newsletter* | recevez nos* | recevez notre* | notre newsletter* | nos newsletters* | votre adresse e mail* | votre adresse email* | votre e mail* | votre email* | je m inscris* | je m abonne* | infolettre* | soutenez nous* | soutenez* | faire un don* | telechargez l application* | la lettre d information* | activer les notifications*
suscribete* | suscribase* | suscribirse* | suscribirme* | recibe* newsletter | recibe nuestro* | recibe en tu* | boletin* | nuestro boletin* | registrate* | inscribete* | apuntate* | tu correo electronico* | tu email* | correo electronico* | direccion de correo* | descarga la app* | descarga nuestra app* | apoya* periodismo | haz una donacion* | hazte socio* | activar notificaciones*
assine* | inscreva se* | receba* newsletter | receba as noticias* | receba no seu* | cadastre se* | seu e mail* | seu email* | digite seu e mail* | subscreva* | subscrever* | o seu email* | baixe o app* | apoie* jornalismo | faca uma doacao* | doe agora* | entre no canal* | entre para o grupo* | participe do canal* | clique aqui*
iscriviti* | abbonati* | ricevi* newsletter | la newsletter* | la tua email* | il tuo indirizzo email* | inserisci la tua email* | resta aggiornato* | rimani aggiornato* | scarica l app* | sostienici* | sostieni* | dona ora* | fai una donazione* | registrati*
meld je aan* | schrijf je in* | aanmelden* | abonneer* | nieuwsbrief* | ontvang onze* | ontvang de* nieuwsbrief | je e mailadres* | uw e mailadres* | e mailadres* | steun ons* | doneer* | word lid* | download de app* | mis niets*
prenumerera* | nyhetsbrev* | anmal dig* | fa vart nyhetsbrev* | din e post* | din e postadress* | e postadress* | stod oss* | ladda ner appen* | bli prenumerant* | bli medlem*
tilmeld* | nyhedsbrev* | nyhetsbrev* | meld deg pa* | din e mail* | din e postadresse* | fa nyheder* | stott oss* | stot os* | bliv medlem* | bli abonnent* | hent appen* | last ned appen* | abonner*
uutiskirje* | tilaa* uutiskirje | tilaa uutiskirje* | sahkopostiosoite* | tilaa nyt* | lataa sovellus* | tue meita*
zapisz sie* | newsletter* zapisz | zasubskrybuj* | subskrybuj* | twoj e mail* | twoj adres e mail* | adres e mail* | podaj adres* | badz na biezaco* | pobierz aplikacje* | wesprzyj* | wesprzyj nas* | wspieraj* | zaprenumeruj*
odebirejte* | odber novinek* | prihlaste se k odberu* | zadejte e mail* | vas e mail* | podporte nas* | predplatne* | stahnete si aplikaci* | prihlasit k odberu*
bultene* | e bulten* | bultenimize* | abone ol* | abone olun* | e posta adresiniz* | e postaniz* | uygulamayi indir* | destek ol* | destek olun* | bildirimleri ac* | haberdar olun*
подписаться* | подпишитесь* | подписка* | подписывайтесь* | рассылка* | наша рассылка* | получать рассылку* | ваш email* | ваш e mail* | ваша почта* | электронная почта* | поддержите нас* | поддержать* | поддержите* | скачать приложение* | установите приложение* | включить уведомления* | сделайте пожертвование*
підписатися* | підпишіться* | підпишись* | підписка* | підписуйтесь* | підписуйтеся* | розсилка* | ваш імейл* | електронна пошта* | підтримайте нас* | підтримати* | підтримайте* | завантажити додаток* | станьте частиною спільноти*
εγγραφειτε* | εγγραφη* | εγγραφη στο newsletter* | το email σας* | λαβετε* newsletter | γινετε συνδρομητης* | στηριξτε* | κατεβαστε την εφαρμογη*
aboneaza te* | abonati va* | aboneaza* | inscrie te* | adresa ta de email* | adresa de email* | sustine ne* | sustine* | doneaza* | descarca aplicatia*
feliratkozas* | feliratkozom* | iratkozzon fel* | iratkozz fel* | hirlevel* | e mail cim* | az on e mail* | tamogass minket* | tamogasson minket* | tamogatas* | toltse le az*
اشترك* | الاشتراك* | اشتركوا* | النشرة البريدية* | نشرة بريدية* | النشرة الاخبارية* | سجل بريدك* | بريدك الالكتروني* | البريد الالكتروني* | ادخل بريدك* | حمل التطبيق* | ادعمنا* | تبرع* | انضم الى قناتنا* | تابع قناتنا* | فعل الاشعارات* | احصل على*الاخبار
הירשמו* | הרשמה לניוזלטר* | הצטרפו לניוזלטר* | ניוזלטר* | הרשמו* | כתובת מייל* | כתובת דואל* | כתובת אימייל* | תמכו בנו* | תרמו* | הורידו את האפליקציה* | קבלו עדכונים* | עשו מנוי* | להצטרפות לערוץ*
عضویت در خبرنامه* | خبرنامه* | مشترک شوید* | ایمیل شما* | ایمیل خود را* | از ما حمایت کنید* | اپلیکیشن را* | عضو شوید*
订阅* | 訂閱* | 邮箱* | 電子報* | 电子报* | 订阅我们* | 訂閱電子報* | 输入您的邮箱* | 輸入您的電子郵件* | 下载app* | 下載app* | 打开app* | 下载客户端* | 下载新闻客户端* | 支持我们* | 贊助我們* | 捐款* | 成为会员* | 加入會員* | 更多精彩内容* | 公众号* | 关注公众号* | 欢迎关注*
メールマガジン* | メルマガ* | 購読する* | メールアドレス* | 登録する* | ニュースレター* | アプリをダウンロード* | アプリで読む* | 会員登録* | 無料会員登録* | 有料会員* | 寄付* | 応援する* | 通知を受け取る*
구독* | 뉴스레터* | 이메일 주소* | 이메일* | 앱 다운로드* | 앱에서 보기* | 후원하기* | 후원* | 회원가입* | 알림 받기* | 알림받기* | 구독 신청*
berlangganan* | langganan* | daftar sekarang* | buletin* | alamat email* | email anda* | unduh aplikasi* | dukung kami* | donasi* | dapatkan berita* | ikuti whatsapp channel* | gabung channel*
dang ky* | nhan ban tin* | email cua ban* | dia chi email* | tai ung dung* | ung ho* | theo doi bao*
सब्सक्राइब* | न्यूज़लेटर* | न्यूजलेटर* | अपना ईमेल* | ईमेल* | ऐप डाउनलोड* | हमारा ऐप* | सपोर्ट करें* | दान करें* | व्हाट्सएप चैनल* | हमारे व्हाट्सएप* | नोटिफिकेशन*
সাবস্ক্রাইব করুন* | নিউজলেটার* | আপনার ইমেইল* | অ্যাপ ডাউনলোড*
"""

CONSENT = """
to view this content* | this content is hosted by* | this content is provided by* consent | we need your consent* | externer inhalt | an dieser stelle* externe* | mit ihrer zustimmung* | mit deiner zustimmung* | empfohlener externer inhalt
pour afficher ce contenu* | ce contenu est bloque* | para ver este contenido* | este contenido no se puede* | para ver este conteudo* | per visualizzare questo contenuto* | questo contenuto e* bloccato
voor het tonen van deze inhoud* | deze inhoud kan niet* | om deze inhoud te* | for att se innehallet* | for at se dette indhold* | aby zobaczyc te tresc*
we use cookies* | this site uses cookies* | this website uses cookies* | we value your privacy* | your privacy* | cookie settings* | cookie preferences* | cookie policy* | cookie notice | accept all* | accept cookies* | accept | accept and continue* | i accept | i agree | agree | reject all* | decline | deny | manage cookies* | manage preferences* | manage options* | manage settings* | manage consent* | manage privacy* | manage my* | privacy settings* | privacy preferences* | consent | got it | necessary cookies* | do not sell* | don t sell* | your privacy choices* | by continuing to* | by using this site* | customise cookies | customize cookies | only necessary | allow all* | allow cookies | save preferences | functional | performance cookies
wir verwenden cookies* | diese website verwendet cookies* | diese seite verwendet cookies* | wir nutzen cookies* | cookie einstellungen* | cookies einstellungen | alle akzeptieren* | alle cookies akzeptieren* | akzeptieren* | ablehnen* | alle ablehnen | einstellungen verwalten* | zustimmen* | privatsphare* | datenschutz einstellungen* | datenschutzeinstellungen* | mehr optionen | nur notwendige* | einwilligung* | privacy manager
nous utilisons des cookies* | ce site utilise des cookies* | tout accepter* | accepter* | accepter et continuer | continuer sans accepter* | refuser* | tout refuser* | parametrer* | parametrer les cookies | gerer les cookies* | gerer mes choix* | gestion des cookies* | preferences cookies* | votre vie privee* | personnaliser mes choix
utilizamos cookies* | usamos cookies* | este sitio usa cookies* | este sitio web utiliza cookies* | esta web utiliza cookies* | aceptar* | aceptar todo* | aceptar cookies* | rechazar* | rechazar todo* | configurar cookies* | configuracion de cookies* | gestionar cookies* | politica de cookies*
este site usa cookies* | este site utiliza cookies* | nos usamos cookies* | aceitar* | aceitar todos* | rejeitar* | recusar* | configurar cookies | gerir cookies* | gerenciar cookies* | politica de cookies | concordo | prosseguir
questo sito utilizza* cookie | questo sito usa* cookie | utilizziamo i cookie* | usiamo i cookie* | accetta* | accetta tutti* | accetta e continua | rifiuta* | rifiuta tutti | gestisci cookie* | preferenze cookie* | impostazioni cookie* | gestione cookie | continua senza accettare*
wij gebruiken cookies* | deze website gebruikt cookies* | we gebruiken cookies* | accepteren* | alles accepteren* | alle cookies accepteren* | weigeren* | alles weigeren | cookie instellingen* | cookies instellen | voorkeuren*
vi anvander cookies* | vi anvander kakor* | godkann alla* | acceptera alla* | acceptera* | avvisa alla* | neka | cookie installningar* | hantera cookies* | installningar for cookies* | om cookies
vi bruger cookies* | vi bruker cookies* | vi bruker informasjonskapsler* | accepter alle* | acceptér alle | godta alle* | godkend alle* | afvis* | avvis* | cookie indstillinger* | cookieindstillinger | administrer* cookies | innstillinger for*
kaytamme evasteita* | hyvaksy kaikki* | hyvaksy* | hylkaa* | evasteasetukset* | tietosuoja asetukset* | evasteet
ta strona uzywa* | uzywamy plikow cookie* | strona korzysta z plikow* | akceptuj* | akceptuje* | zaakceptuj* | akceptuj wszystkie* | odrzuc* | ustawienia cookies* | ustawienia prywatnosci* | ustawienia plikow* | przejdz do serwisu | zgadzam sie*
pouzivame cookies* | tento web pouziva* | prijmout vse* | prijmout* | souhlasim* | odmitnout* | nastaveni cookies* | nastaveni soukromi* | nastaveni souhlasu*
cerez* | cerezleri kabul et* | cerez ayarlari* | cerez politikasi* | kabul et* | tumunu kabul et* | reddet* | kabul ediyorum*
мы используем cookie* | мы используем файлы cookie* | сайт использует* cookie | этот сайт использует* | принять* | принять все* | согласен | соглашаюсь | отклонить* | настройки cookie* | понятно | хорошо
ми використовуємо cookie* | ми використовуємо файли* | сайт використовує* cookie | цей сайт використовує* | прийняти* | погоджуюсь | погоджуюся | відхилити* | налаштування cookie* | зрозуміло
χρησιμοποιουμε cookies* | αποδοχη* | αποδοχη ολων* | αποδεχομαι* | απορριψη* | ρυθμισεις cookies* | συμφωνω*
folosim cookie* | acest site foloseste* | accept toate* | accepta* | sunt de acord* | refuz* | setari cookie* | setari cookies
ez a weboldal sutiket* | sutiket hasznalunk* | elfogadom* | osszes elfogadasa* | elutasitom* | suti beallitasok* | cookie beallitasok*
نستخدم ملفات تعريف* | يستخدم هذا الموقع ملفات* | قبول* | قبول الكل* | موافق* | اوافق* | رفض* | رفض الكل* | اعدادات ملفات* | إعدادات الخصوصية*
אתר זה משתמש* | אנו משתמשים בעוגיות* | אישור | מאשר | אני מסכים* | אני מאשר* | דחייה | הגדרות עוגיות* | קבל הכל* | הבנתי
这个网站使用* | 本网站使用* | 本網站使用* | 我们使用* cookie | 我們使用* cookie | 接受* | 全部接受* | 同意* | 拒绝* | 拒絕* | cookie设置* | 我知道了*
当サイトでは* cookie | 当サイトではクッキー* | このサイトは* cookie | クッキー* | 同意する* | 同意します* | 拒否する* | すべて許可* | すべて受け入れる* | cookie設定* | 閉じる
쿠키* | 동의* | 모두 동의* | 모두 허용* | 거부* | 쿠키 설정* | 닫기
situs ini menggunakan cookie* | kami menggunakan cookie* | terima* cookie | terima semua* | setuju* | tolak* | pengaturan cookie*
trang web nay su dung* | chung toi su dung cookie* | chap nhan* | dong y* | tu choi*
यह वेबसाइट कुकीज़* | हम कुकीज़* | स्वीकार करें* | सहमत* | अस्वीकार* | कुकी*
"""

ADVERTISEMENT = """
advertisement* | advertisements | ad | ads | advert | advertising | sponsored | sponsored by* | promoted | promoted by* | paid post | ad feedback | skip ad* | skip advertisement | story continues below* | article continues below* | article continues after* | story continues after* | continue reading below* | scroll to continue* | continue after* advert | report this ad | remove ads* | why this ad | ad choices | adchoices | affiliate | we may earn*commission | close ad
anzeige* | werbung* | anzeigen | sponsored post | artikel wird nach* werbung | weiter nach der werbung* | advertorial*
publicite* | annonce* | la suite apres* publicite | la suite apres cette* | contenu sponsorise* | contenu partenaire
publicidad* | anuncio* | anuncios | continua leyendo despues de* | contenido patrocinado* | sigue leyendo tras*
publicidade* | anuncio* | continua apos a publicidade* | continua depois da publicidade* | pub | conteudo patrocinado
pubblicita* | annuncio pubblicitario* | contenuto sponsorizzato* | continua a leggere dopo la pubblicita* | annunci
advertentie* | tekst gaat verder onder* | artikel gaat verder onder* | lees verder na de advertentie* | het artikel gaat verder* | de tekst gaat verder*
annons* | artikeln fortsatter efter* | artikeln fortsatter under* | annonse* | artikkelen fortsetter under* | saken fortsetter under* | artiklen fortsaetter efter* | reklame* | reklam*
mainos* | juttu jatkuu mainoksen* | artikkeli jatkuu mainoksen*
reklama* | reklamy | dalsza czesc artykulu* | dalsza czesc tekstu* | dalsza czesc materialu* | ciag dalszy* | dalszy ciag* | artykul sponsorowany* | material sponsorowany* | ciag dalszy tekstu*
inzerce* | clanek pokracuje pod* | reklama
ilan* | reklam* | haberin devami asagida* | advertorial
реклама* | на правах рекламы* | продолжение после рекламы* | статья продолжится* | материал продолжается* | партнерский материал*
реклама* | на правах реклами* | продовження після реклами*
διαφημιση* | διαφημισεις | το αρθρο συνεχιζεται* | publicitate* | articolul continua dupa* | hirdetes* | a cikk a hirdetes utan*
اعلان* | إعلان* | اعلانات* | إعلانات | يتبع بعد الاعلان* | المقال يتابع*
פרסומת* | מודעה* | תוכן ממומן* | תוכן שיווקי* | בשיתוף*פרסומי | תוכן מקודם*
تبلیغات* | تبلیغ* | آگهی*
广告* | 廣告* | 赞助内容* | 贊助內容* | 推广 | 请继续往下阅读* | 請繼續往下閱讀* | 文章未完* | 廣告 請繼續* | 往下看更多*
広告* | スポンサーリンク* | スポンサードリンク* | pr | 提供* | advertisement | sponsored link* | 記事の続きは広告* | 広告の後にも続きます*
광고* | ad | 스폰서* | 광고문의 | 기사는 아래에 계속*
iklan* | advertisement scroll* | lanjutkan membaca setelah iklan* | scroll to continue with content* | scroll untuk melanjutkan* | artikel berlanjut setelah*
quang cao* | विज्ञापन* | विज्ञापन के बाद*
বিজ্ঞাপন | বিজ্ঞাপন*
"""

PAYWALL = """
log in* | login* | sign in* | register* | register now* | register for free* | register to* | create an account* | create account | create a free account* | already a subscriber* | already a member* | already have an account* | subscribers only* | subscriber only* | for subscribers* | subscriber exclusive* | members only* | this article is for subscribers* | this content is for* | to continue reading* | to read the full* | you have reached your* | you ve reached your* | you have * free articles | start your free trial* | start free trial* | free trial | try for free* | unlock this article* | exclusive to subscribers* | premium content | premium article | forgot password* | forgotten password* | manage account | my account | sign out | log out | your account | welcome back* | choose your plan* | view offers* | see subscription options* | cancel anytime*
anmelden | einloggen | registrieren* | jetzt registrieren* | bereits abonnent* | bereits registriert* | schon abonnent* | nur fur abonnenten* | exklusiv fur abonnenten* | exklusiv fur* | jetzt weiterlesen* | mit* weiterlesen | jetzt testen* | abo testen* | mein konto* | konto | ausloggen | passwort vergessen* | zugang freischalten* | sie haben bereits* abo | login
se connecter* | connexion* | connectez vous* | identifiez vous* | deja abonne* | vous etes deja abonne* | article reserve aux abonnes* | reserve aux abonnes* | reserve a nos abonnes* | contenu reserve* | creer un compte* | mon compte* | il vous reste* | mot de passe oublie* | pour lire la suite* | testez* sans engagement | se deconnecter
iniciar sesion* | inicia sesion* | acceder* | ya eres suscriptor* | ya estas suscrito* | solo para suscriptores* | exclusivo para suscriptores* | contenido exclusivo* | crear cuenta* | mi cuenta* | olvidaste tu contrasena* | cerrar sesion* | para seguir leyendo* | articulo exclusivo* | entrar
entrar | fazer login* | faca login* | iniciar sessao* | ja e assinante* | ja sou assinante* | exclusivo para assinantes* | conteudo exclusivo* | criar conta* | minha conta* | esqueci minha senha* | sair
accedi* | login | gia abbonato* | sei gia abbonato* | hai gia un abbonamento* | contenuto riservato* | riservato agli abbonati* | crea un account* | il mio account* | password dimenticata* | esci
inloggen* | log in | al abonnee* | alleen voor abonnees* | exclusief voor abonnees* | account aanmaken* | mijn account* | wachtwoord vergeten* | registreren | uitloggen
logga in* | redan prenumerant* | endast for prenumeranter* | skapa konto* | mitt konto* | glomt losenord* | las vidare som* | log ind* | logg inn* | opret konto* | allerede abonnent* | kun for abonnenter* | glemt passord* | mit abonnement | min side
kirjaudu* | kirjaudu sisaan* | rekisteroidy* | vain tilaajille* | luo tili* | oletko jo tilaaja*
zaloguj* | zaloguj sie* | zarejestruj* | masz juz* konto | jestes juz* prenumeratorem | artykul dostepny* | tylko dla prenumeratorow* | tylko dla zalogowanych* | moje konto* | wyloguj* | kup dostep* | utworz konto*
prihlasit* | prihlasit se* | prihlaseni* | registrace* | registrovat* | pouze pro predplatitele* | clanek pouze pro* | jiz mate predplatne* | muj ucet*
giris yap* | giris | uye ol* | uye girisi* | kayit ol* | sifremi unuttum* | abonelere ozel* | hesabim | cikis yap*
войти* | вход* | регистрация* | зарегистрироваться* | авторизоваться* | авторизация* | только для подписчиков* | уже есть подписка* | оформить подписку* | личный кабинет* | мой профиль | выйти | забыли пароль*
увійти* | вхід* | реєстрація* | зареєструватися* | тільки для передплатників* | лише для передплатників* | вже є передплата* | особистий кабінет* | вийти
συνδεση* | εισοδος* | εγγραφη μελους* | μονο για συνδρομητες* | ξεχασατε τον κωδικο* | autentificare* | intra in cont* | contul meu* | doar pentru abonati* | bejelentkezes* | belepes* | regisztracio* | csak elofizetoknek* | elofizetes*
تسجيل الدخول* | سجل الدخول* | دخول* | انشاء حساب* | تسجيل | للمشتركين فقط* | حسابي* | نسيت كلمة المرور* | التسجيل*
התחברות* | התחבר* | התחברו* | כניסה* | הרשמה* | למנויים בלבד* | כתבה זו למנויים* | החשבון שלי* | שכחתי סיסמה*
ورود* | ثبت نام* | عضویت* | حساب کاربری* | فقط برای مشترکان*
登录* | 登入* | 注册* | 註冊* | 登录注册* | 会员登录* | 會員登入* | 会员专享* | 會員專屬* | 订户专享* | 忘记密码* | 我的账户* | 退出 | 加入会员*
ログイン* | 新規登録* | 会員限定* | 有料会員限定* | 有料記事* | この記事は有料* | この記事は会員* | 残り* 文字 | マイページ* | ログアウト* | パスワードを忘れ*
로그인* | 회원 로그인* | 로그아웃* | 유료회원* | 유료 구독자* | 마이페이지* | 비밀번호 찾기*
masuk* | masuk akun* | daftar | daftar akun* | khusus pelanggan* | lupa kata sandi* | keluar | dang nhap* | dang xuat* | quen mat khau* | danh rieng cho* thanh vien
लॉगिन* | लॉग इन* | साइन इन* | साइन अप* | रजिस्टर करें* | केवल सदस्यों*
লগইন | লগ ইন* | সাইন ইন* | নিবন্ধন করুন*
"""

FOOTER = """
all rights reserved* | all rights* | our standards* | copyright* | terms of service* | terms of use* | terms and conditions* | terms | privacy policy* | privacy | privacy notice* | privacy statement* | legal notice* | legal | imprint | about us* | about | contact us* | contact | contacts | advertise | advertise with us* | careers | jobs at* | work with us* | sitemap | site map | help | help center* | help centre* | faq | faqs | accessibility* | accessibility statement | corrections policy* | editorial policy* | code of ethics* | powered by* | proudly powered by* | built with* | designed by* | back to top* | return to top* | scroll to top* | to top | rss feeds | rss | site index | our company | customer service | report an error* | report a mistake* | report a correction* | send us a tip* | got a tip* | have a tip* | submit a tip* | media kit | press room | press office
impressum* | datenschutz* | datenschutzerklarung* | agb* | nutzungsbedingungen* | alle rechte vorbehalten* | kontakt* | uber uns* | wir uber uns | mediadaten* | karriere | hilfe | nach oben* | zum seitenanfang* | barrierefreiheit* | abo kundigen* | vertrage hier kundigen | redaktion | jugendschutz* | fehler melden* | fehler im artikel*
mentions legales* | politique de confidentialite* | conditions generales* | conditions d utilisation* | cgu* | cgv* | tous droits reserves* | nous contacter* | contactez nous* | contact | qui sommes nous* | a propos* | plan du site* | haut de page* | retour en haut* | donnees personnelles* | accessibilite* | protection des donnees* | charte* deontologique | signaler une erreur* | publicite | aide
aviso legal* | politica de privacidad* | condiciones de uso* | terminos y condiciones* | terminos de uso* | todos los derechos reservados* | derechos reservados* | contacto* | contactenos* | quienes somos* | sobre nosotros* | mapa del sitio* | mapa web* | ayuda | volver arriba* | ir arriba | acerca de* | anunciate* | prohibida la reproduccion* | proteccion de datos*
politica de privacidade* | termos de uso* | termos e condicoes* | todos os direitos reservados* | contato* | fale conosco* | quem somos* | sobre nos* | sobre o* | mapa do site* | anuncie* | voltar ao topo* | voltar ao inicio* | expediente* | ajuda | ficha tecnica* | estatuto editorial*
informativa privacy* | informativa sulla privacy* | note legali* | tutti i diritti riservati* | riproduzione riservata* | contatti* | contattaci* | chi siamo* | la redazione* | redazione | mappa del sito* | torna su* | torna all inizio* | condizioni d uso* | termini e condizioni* | cookie policy* | privacy policy* | pubblicita su* | p iva* | partita iva* | lavora con noi*
privacybeleid* | privacyverklaring* | algemene voorwaarden* | gebruiksvoorwaarden* | alle rechten voorbehouden* | contact | over ons* | colofon* | adverteren* | werken bij* | naar boven* | terug naar boven* | veelgestelde vragen* | klantenservice* | disclaimer* | cookiebeleid* | tip de redactie*
integritetspolicy* | personuppgifter* | allmanna villkor* | anvandarvillkor* | kontakt* | kontakta oss* | om oss* | annonsera* | till toppen* | kundservice* | kundtjanst* | om webbplatsen* | ansvarig utgivare* | tipsa oss* | copyright*
privatlivspolitik* | persondatapolitik* | personvern* | personvernerklaering* | handelsbetingelser* | vilkar* | alle rettigheder* | alle rettigheter* | kontakt oss* | kontakt os* | om os* | om oss* | annoncer* | annonser* | til toppen* | kundeservice* | ansvarlig redaktor* | ansvarshavende* | ansvarlig utgiver*
tietosuoja* | tietosuojaseloste* | kayttoehdot* | kaikki oikeudet pidatetaan* | yhteystiedot* | ota yhteytta* | mainosta* | asiakaspalvelu* | paatoimittaja* | palaute*
polityka prywatnosci* | regulamin* | wszelkie prawa zastrzezone* | wszystkie prawa zastrzezone* | kontakt* | o nas* | redakcja* | reklama w* | mapa serwisu* | mapa strony* | do gory* | powrot do gory* | zglos blad* | masz temat* | pomoc
ochrana osobnich udaju* | ochrana osobnich* | ochrana osobních údajů* | vseobecne podminky* | podminky uziti* | vsechna prava vyhrazena* | kontakty* | kontakt* | o nas* | redakce* | inzerce* | nahoru* | mapa webu* | tiraz*
gizlilik politikasi* | gizlilik* | kullanim kosullari* | kullanim sartlari* | tum haklari saklidir* | her hakki saklidir* | iletisim* | hakkimizda* | kunye* | reklam ver* | yukari cik* | basa don* | kvkk* | yayin ilkeleri*
политика конфиденциальности* | пользовательское соглашение* | все права защищены* | все права принадлежат* | контакты* | о нас* | о проекте* | о сайте* | о компании* | редакция* | реклама на сайте* | рекламодателям* | правила использования* | правила пользования* | карта сайта* | наверх* | вверх* | обратная связь* | сообщить об ошибке* | нашли ошибку* | если вы нашли ошибку* | если вы заметили ошибку* | если вы обнаружили* | заметили ошибку* | свидетельство о регистрации* | учредитель* | главный редактор* | возрастное ограничение* | при использовании материалов* | сетевое издание* | вакансии
політика конфіденційності* | умови використання* | угода користувача* | всі права захищені* | усі права захищені* | всі права застережено* | контакти* | про нас* | про проєкт* | про проект* | редакція* | реклама на сайті* | правила користування* | мапа сайту* | карта сайту* | нагору* | вгору* | зворотний зв язок* | повідомити про помилку* | знайшли помилку* | якщо ви помітили помилку* | якщо ви знайшли помилку* | помітили помилку* | при використанні матеріалів* | головний редактор*
πολιτικη απορρητου* | οροι χρησης* | με επιφυλαξη παντος δικαιωματος* | επικοινωνια* | σχετικα με εμας* | ποιοι ειμαστε* | ταυτοτητα* | πισω στην κορυφη* | κορυφη | διαφημιστειτε* | δηλωση συμμορφωσης*
politica de confidentialitate* | termeni si conditii* | toate drepturile rezervate* | contact | despre noi* | redactia* | publicitate pe* | harta site* | sus | inapoi sus* | gdpr
adatvedelem* | adatvedelmi* | felhasznalasi feltetelek* | minden jog fenntartva* | kapcsolat* | rolunk* | impresszum* | mediaajanlat* | hirdetoinknek* | vissza a tetejere* | aszf | szerkesztoseg*
سياسة الخصوصية* | شروط الاستخدام* | شروط الخدمة* | جميع الحقوق محفوظة* | كل الحقوق محفوظة* | حقوق النشر* | اتصل بنا* | تواصل معنا* | من نحن* | عن الموقع* | اعلن معنا* | خريطة الموقع* | الى الاعلى* | العودة للاعلى* | هيئة التحرير* | وظائف
מדיניות פרטיות* | מדיניות הפרטיות* | תנאי שימוש* | תקנון* | כל הזכויות שמורות* | צור קשר* | צרו קשר* | אודות* | מי אנחנו* | פרסמו אצלנו* | מפת אתר* | מפת האתר* | חזרה למעלה* | הצהרת נגישות* | נגישות* | דווחו על טעות* | המערכת
حریم خصوصی* | شرایط استفاده* | تمامی حقوق* | کلیه حقوق* | همه حقوق* | تماس با ما* | درباره ما* | نقشه سایت* | بازگشت به بالا*
隐私政策* | 隱私政策* | 隱私權政策* | 隐私声明* | 使用条款* | 使用條款* | 服务条款* | 服務條款* | 版权所有* | 版權所有* | 版权声明* | 版權聲明* | 保留所有权利* | 关于我们* | 關於我們* | 联系我们* | 聯絡我們* | 聯繫我們* | 联系方式* | 广告服务* | 廣告刊登* | 网站地图* | 網站地圖* | 返回顶部* | 回到顶部* | 回到頂部* | 回頂端* | 人才招聘* | 招聘* | 加入我们* | 法律声明* | 免责声明* | 特别声明* | 声明：* | 本文仅代表* | 以上内容仅代表* | 免責聲明* | 举报* | 不良信息举报* | 违法和不良信息* | 责任编辑* | 責任編輯* | 编辑* | 京icp* | 沪icp* | 粤icp* | 京公网安备* | 增值电信* | 未经授权* | 未經授權* | 转载请* | 轉載請* | 纠错* | 帮助 | 投稿
プライバシーポリシー* | 個人情報保護方針* | 個人情報の取り扱い* | 利用規約* | 会社概要* | 会社案内* | お問い合わせ* | 運営会社* | 広告掲載* | サイトマップ* | ページトップ* | ページの先頭* | トップへ戻る* | トップに戻る* | 著作権* | 無断転載* | 無断複製* | 特定商取引* | このサイトについて* | 採用情報* | ヘルプ | よくある質問*
개인정보처리방침* | 개인정보 처리방침* | 개인정보취급방침* | 이용약관* | 저작권자* | 저작권* | 무단전재* | 무단 전재* | 회사소개* | 광고안내* | 광고문의* | 제휴문의* | 고객센터* | 사이트맵* | 맨위로* | 맨 위로* | 위로 | 청소년보호* | 기사제보* | 제보하기* | 발행인* | 편집인* | 등록번호* | 사업자등록번호* | 윤리강령* | 고충처리* | 구독신청* | 대표전화* | 제보는 카카오톡*
kebijakan privasi* | syarat dan ketentuan* | ketentuan layanan* | hak cipta* | tentang kami* | hubungi kami* | redaksi* | pedoman media siber* | karir | info iklan* | kembali ke atas* | peta situs* | disclaimer
chinh sach bao mat* | dieu khoan su dung* | ban quyen* | lien he* | gioi thieu* | toa soan* | giay phep* | tong bien tap* | ve dau trang* | len dau trang* | lien he quang cao* | duong day nong*
गोपनीयता नीति* | प्राइवेसी पॉलिसी* | उपयोग की शर्तें* | नियम और शर्तें* | सर्वाधिकार सुरक्षित* | संपर्क करें* | हमारे बारे में* | हमसे संपर्क* | साइटमैप* | विज्ञापन दें*
গোপনীয়তা নীতি* | ব্যবহারের শর্ত* | যোগাযোগ | আমাদের সম্পর্কে* | স্বত্ব ©* | সর্বস্বত্ব সংরক্ষিত* | সম্পাদক ও প্রকাশক*
"""

NAVIGATION = """
home | menu | search | skip to content* | skip to main content* | skip to main* | skip navigation | 읽어주기 기능* | jump to content* | skip links | open menu | close menu | main menu | toggle navigation | toggle menu | navigation | main navigation | site navigation | open navigation* | close | search for* | search this site* | search site | go | all sections | sections | more | topics | categories | archives | archive | tags | live | live tv | watch | listen | news | sport | sports | world | politics | business | opinion | culture | tech | technology | science | health | entertainment | lifestyle | travel | weather | video | videos | photos | podcasts | podcast | games | shop | events | arts | food | style | money | economy | local | local news | national | international | us | uk | europe | obituaries | classifieds | jobs | real estate | magazine | blog | features | reviews | investigations | education | environment | climate | edition | editions | us edition | uk edition | international edition | e paper | epaper | my feed | today s paper | english | next | previous | prev | back | breadcrumb | you are here* | language | select language | choose language | switch to* | dark mode | light mode | toggle dark mode | hamburger menu | account | profile | notifications | settings | view profile | subscribe menu | sub menu | submenu | page 1 of* | image | gallery | photo gallery | view gallery | enlarge | enlarge image | view image | zoom | full screen | fullscreen | play | pause | mute | unmute | play video* | watch video* | play audio* | listen now | live updates | live now | transcript | download | download pdf | pdf | volume | toggle caption | hide caption | caption | caption options
startseite | suche | suchen | zum inhalt springen* | zum inhalt* | zur navigation* | zum hauptinhalt* | menu offnen | menu schliessen | navigation offnen | ressorts | rubriken | themen | nachrichten | politik | wirtschaft | kultur | wissen | gesundheit | panorama | regional | lokales | meinung | reise | wetter | leben | digital | wissenschaft | bild vergrossern | bildergalerie | bilderstrecke | video abspielen | abspielen | schliessen | zuruck | weiter | mediathek | sendung verpasst | verkehr | schlagworte* | stand
accueil | rechercher* | recherche | aller au contenu* | passer au contenu* | ouvrir le menu | fermer | menu principal | rubriques | actualites | actualite | politique | economie | societe | monde | culture | sports | opinions | sciences | sante | planete | faits divers | meteo | en direct | direct | retour | suivant | precedent | agrandir l image | voir la video | lire la video | lecture du mode zen | international
inicio | portada | buscar* | saltar al contenido* | ir al contenido* | menu principal | secciones | noticias | politica | economia | sociedad | mundo | internacional | nacional | cultura | deportes | opinion | ciencia | salud | tecnologia | sucesos | el tiempo | en vivo | cerrar | volver | siguiente | anterior | ampliar foto | ver video | espana | mexico
pagina inicial | busca | pesquisar* | pesquisa | ir para o conteudo* | pular para o conteudo* | saltar para o conteudo* | secoes | brasil | mundo | economia | esportes | desporto | cotidiano | ciencia | saude | tecnologia | ao vivo | fechar | voltar | proximo | sociedade | politica
cerca* | vai al contenuto* | salta al contenuto* | apri il menu | chiudi | sezioni | notizie | cronaca | esteri | politica | economia | spettacoli | cultura | scienze | salute | ambiente | meteo | in diretta | indietro | avanti | successivo | precedente | mondo
zoeken* | naar inhoud* | ga naar de inhoud* | naar hoofdinhoud* | nieuws | binnenland | buitenland | politiek | economie | cultuur | sport | wetenschap | opinie | weer | sluiten | terug | volgende | vorige | meer | regio | kijk live
sok* | hoppa till innehall* | ga till innehall* | nyheter | inrikes | utrikes | ekonomi | kultur | noje | sport | vader | stang | tillbaka | nasta | foregaende | lokalt | asikter | ledare | meny | start | hem
sog* | spring til indhold* | ga til indhold* | hopp til innhold* | ga til hovedinnhold* | nyheder | indland | udland | politik | kultur | vejr | luk | tilbage | naeste | forrige | sok i* | innenriks | utenriks | okonomi | vaer | lukk | tilbake | neste | forsiden | forside | meny
haku | hae | siirry sisaltoon* | valikko | etusivu | uutiset | kotimaa | ulkomaat | talous | urheilu | kulttuuri | saa | sulje | seuraava | edellinen | mielipide | viihde
szukaj* | przejdz do tresci* | menu glowne | strona glowna | wiadomosci | kraj | swiat | polska | polityka | gospodarka | biznes | kultura | sport | nauka | zdrowie | pogoda | opinie | zamknij | wstecz | dalej | nastepny | poprzedni | wyszukaj* | galeria | powieksz
hledat* | vyhledat* | prejit na obsah* | preskocit na obsah* | domu | uvod | zpravy | domaci | zahranici | ekonomika | sport | kultura | pocasi | zavrit | zpet | dalsi | predchozi | fotogalerie* | titulni strana
ara | arama | icerige gec* | anasayfa | ana sayfa | haberler | gundem | dunya | ekonomi | spor | siyaset | kultur sanat | teknoloji | saglik | yasam | yazarlar | hava durumu | kapat | geri | ileri | sonraki | onceki | canli yayin | magazin | egitim | video galeri | foto galeri | turkiye
поиск* | найти | перейти к содержанию* | перейти к содержимому* | меню | главная | на главную | новости | политика | экономика | общество | мир | в мире | россия | культура | спорт | наука | происшествия | технологии | мнения | погода | видео | фото | закрыть | назад | вперед | вперёд | далее | прямой эфир | эфир | рубрики | темы | архив | еще | ещё | разделы | авто | здоровье | регионы | бизнес | интервью | подкасты
пошук* | перейти до вмісту* | перейти до контенту* | головна | на головну | новини | політика | економіка | суспільство | світ | україна | культура | спорт | наука | війна | погода | відео | закрити | назад | вперед | рубрики | теми | архів | думки | регіони | бізнес | ще | інтерв ю | подкасти
αναζητηση* | μεταβαση στο περιεχομενο* | αρχικη | αρχικη σελιδα | μενου | ειδησεις | πολιτικη | οικονομια | κοινωνια | κοσμος | διεθνη | ελλαδα | πολιτισμος | αθλητισμος | αθλητικα | επιστημη | υγεια | απο ψεις | αποψεις | καιρος | κλεισιμο | επομενο | προηγουμενο | τεχνολογια | περιβαλλον
cauta* | cautare* | sari la continut* | acasa | prima pagina | stiri | actualitate | politica | economie | externe | sanatate | vremea | inchide | inapoi | urmator | precedent | meniu
kereses* | ugras a tartalomhoz* | tovabb a tartalomhoz* | fooldal | cimlap | hirek | belfold | kulfold | gazdasag | kultura | idojaras | bezaras | vissza | kovetkezo | elozo
بحث* | ابحث* | تخطي الى المحتوى* | انتقل الى المحتوى* | القائمة | القائمة الرئيسية | الرئيسية | الصفحة الرئيسية | اخبار | الاخبار | سياسة | اقتصاد | رياضة | ثقافة | فن | علوم | تكنولوجيا | صحة | منوعات | عالم | العالم | مقالات | راي | الراي | فيديو | صور | بث مباشر | اغلاق | التالي | السابق | رجوع | محليات | عربي ودولي | الطقس
חיפוש* | דלג לתוכן* | דילוג לתוכן* | עבור לתוכן* | תפריט | ראשי | עמוד הבית | דף הבית | חדשות | פוליטיקה | כלכלה | ספורט | תרבות | בריאות | דעות | טכנולוגיה | מדע | עולם | בעולם | בארץ | מזג האוויר | סגור | סגירה | הבא | הקודם | חזרה | שידור חי | צפו
جستجو* | پرش به محتوا* | منو | خانه | صفحه اصلی | صفحه نخست | اخبار | سیاسی | اقتصادی | اجتماعی | ورزشی | فرهنگی | بین الملل | علمی | فیلم | عکس | بستن | بعدی | قبلی | بازگشت
首页 | 首頁 | 搜索* | 搜尋* | 跳至内容* | 跳到主要內容* | 跳转到主要内容* | 菜单 | 選單 | 导航 | 导航菜单 | 新闻 | 新聞 | 时政 | 国内 | 国际 | 國際 | 财经 | 財經 | 社会 | 社會 | 体育 | 體育 | 娱乐 | 娛樂 | 科技 | 文化 | 教育 | 健康 | 军事 | 评论频道 | 观点 | 觀點 | 两岸 | 兩岸 | 生活 | 政治 | 即時 | 即时 | 滚动 | 视频 | 影音 | 图片 | 專題 | 专题 | 关闭 | 關閉 | 返回 | 下一页 | 上一页 | 当前位置* | 您的位置* | 您现在的位置* | 所在位置* | 地方 | 汽车 | 房产 | 旅游 | 要闻 | 直播 | 简体 | 繁體 | 繁体 | 中文 | 大 | 中 | 小 | 港澳 | 台湾 | 全球 | 更多频道 | 正文
ホーム | トップ | トップページ | メニュー | 検索* | メインコンテンツへ* | 本文へ移動* | 本文へスキップ* | ニュース | 社会 | 政治 | 経済 | 国際 | スポーツ | エンタメ | 芸能 | 文化 | 科学 | 暮らし | くらし | 地域 | 医療 | 教育 | 天気 | 動画 | 写真 | 特集 | 連載 | コラム | 社説 | オピニオン | 速報 | ライフ | 環境 | 閉じる | 戻る | 次へ | 前へ | 次ページ | 前ページ | 一覧 | カテゴリー | 会員メニュー | 写真を拡大* | 画像を拡大* | 拡大する | 拡大 | トピックス | 国内 | 海外 | 全国 | it | カルチャー
홈 | 메뉴 | 전체메뉴 | 전체 메뉴 | 검색* | 본문 바로가기* | 본문으로 이동* | 뉴스 | 정치 | 경제 | 사회 | 국제 | 세계 | 문화 | 스포츠 | 연예 | 오피니언 | 사설 | 칼럼 | 지역 | 과학 | it과학 | it 과학 | 생활 | 건강 | 교육 | 부동산 | 날씨 | 영상 | 동영상 | 포토 | 사진 | 속보 | 다음 | 이전 | 뒤로 | 목록 | 이미지 확대* | 사진 확대* | 산업 | 금융 | 증권 | 전국 | 북한 | 연재 | 라이프 | 기획
beranda | cari* | pencarian* | langsung ke konten* | lewati ke konten* | berita | nasional | internasional | ekonomi | olahraga | teknologi | hiburan | gaya hidup | kesehatan | pendidikan | opini | kolom | foto | indeks | tutup | kembali | berikutnya | sebelumnya | daerah | megapolitan | otomotif | news | regional | hukum | politik
trang chu | tim kiem* | menu | thoi su | the gioi | kinh te | kinh doanh | van hoa | giai tri | the thao | phap luat | giao duc | suc khoe | doi song | du lich | khoa hoc | cong nghe | xa hoi | chinh tri | video | dong | quay lai | tiep theo | truoc
खोजें* | सर्च* | सामग्री पर जाएं* | मुख्य सामग्री* | होम | मेन्यू | मेनू | समाचार | खबरें | देश | विदेश | दुनिया | राज्य | राजनीति | बिजनेस | कारोबार | खेल | मनोरंजन | टेक | स्वास्थ्य | शिक्षा | वीडियो | फोटो | राशिफल | बंद करें | अगला | पिछला | लाइव टीवी | लाइफस्टाइल | ई पेपर | शहर चुनें
প্রচ্ছদ | হোম | মেনু | বাংলাদেশ | রাজনীতি | অর্থনীতি | বাণিজ্য | বিশ্ব | আন্তর্জাতিক | খেলা | বিনোদন | মতামত | জীবনযাপন | চাকরি | ভিডিও | ছবি | ই-পেপার | খুঁজুন*
"""

CONTROLS = """
menu | search | close | next | previous | prev | back | enlarge | zoom | fullscreen | play | pause | mute | unmute | volume | download | caption | image | gallery | autoplay | loading | cancel | send | submit | ok | reply | report | hide | toggle | settings | notifications | account | profile | breadcrumb | hamburger
suche | suchen | schliessen | zuruck | weiter | abspielen | rechercher | fermer | suivant | precedent | retour | buscar | cerrar | siguiente | anterior | volver | fechar | proximo | voltar | chiudi | successivo | precedente | indietro | avanti | zoeken | sluiten | terug | volgende | vorige | sok | stang | nasta | foregaende | tillbaka | meny | luk | lukk | naeste | neste | forrige
haku | sulje | seuraava | edellinen | valikko | szukaj | zamknij | dalej | wstecz | nastepny | poprzedni | hledat | zavrit | dalsi | predchozi | kapat | sonraki | onceki | geri | ara | найти | закрыть | назад | вперед | меню | закрити | μενου | κλεισιμο | επομενο | προηγουμενο | inchide | urmator | bezaras | kovetkezo | اغلاق | التالي | السابق | القائمة | סגור | הבא | הקודם | תפריט | بستن | بعدی | قبلی | منو
关闭 | 關閉 | 下一页 | 上一页 | 返回 | 菜单 | 選單 | 閉じる | 次へ | 前へ | 戻る | メニュー | 拡大 | 닫기 | 다음 | 이전 | 메뉴 | 뒤로 | tutup | berikutnya | sebelumnya | dong | बंद करें | अगला | पिछला | मेनू
"""
"""Buttons. Unlike a section's name, none of these is ever a subheading."""

ABOUT_AUTHOR = """
sobre la firma | sobre el autor | sobre la autora | zur autorin | zum autor
sa jobbar vi med* | sa arbetar vi med* | about our journalism* | our editorial standards* | so arbeiten wir* | so berichten wir* | notre charte* | nuestros principios* editoriales
about the author* | about the authors* | all articles by* | more articles by* | see all articles by* | ver todos los articulos de* | tous les articles de* | alle artikel von* | tutti gli articoli di* | about the writer* | about author | meet the author* | author bio* | author information* | author | authors | written by | contributors | view all posts by* | more by* | posts by* | disclosure statement* | disclosure* | partners | our partners | correspondence to*
uber den autor* | uber die autorin* | uber die autoren* | zum autor* | zur autorin* | zur person* | autor | autorin | autoren
a propos de l auteur* | l auteur | les auteurs | auteur | auteurs | declaration d interets* | declaration de transparence | partenaires
sobre el autor* | sobre la autora* | acerca del autor* | el autor | la autora | autor | autora | clausula de divulgacion* | declaracion de* intereses
sobre o autor* | sobre a autora* | o autor | a autora | autor | declaracao de* interesses
l autore | sull autore* | informazioni sull autore* | autore | over de auteur* | de auteur | auteur
om forfattaren* | om skribenten* | om forfatteren* | om skribenten | kirjoittaja* | o autorze* | o autorce* | autor | o autorovi* | yazar hakkinda* | yazar | yazarin tum yazilari* | tum yazilari*
об авторе* | автор | авторы | про автора* | автор матеріалу | για τον συγγραφεα* | σχετικα με τον συντακτη* | despre autor* | a szerzorol*
عن الكاتب* | عن المؤلف* | نبذة عن الكاتب* | الكاتب | על המחבר* | על הכותב* | אודות הכותב* | درباره نویسنده* | نویسنده
作者简介* | 作者簡介* | 关于作者* | 關於作者* | 作者 | プロフィール* | 著者プロフィール* | 筆者プロフィール* | 著者* | この記事を書いた人* | ライター* | 執筆者* | 筆者紹介* | 저자소개* | 기자 소개* | 기자소개* | 글쓴이* | 필자 소개* | tentang penulis* | profil penulis* | ve tac gia* | लेखक के बारे में* | लेखक परिचय*
"""

TAGS = """
tags* | tag* | tagged* | tagged with* | filed under* | filed in* | posted in* | topics* | in this article* | in this story* | keywords* | labels* | categories* | category* | related tags*
schlagworter* | schlagworte* | stichworte* | themen in diesem artikel* | themen* | kategorien* | kategorie*
mots cles* | etiquettes* | sujets* | thematiques* | categories* | categorie*
etiquetas* | temas* | archivado en* | categorias* | palabras clave* | mas temas*
assuntos* | tags* | marcadores* | topicos* | etichette* | argomenti* | temi* | parole chiave*
onderwerpen* | trefwoorden* | amnen* | nyckelord* | emner* | emneord* | aiheet* | avainsanat* | tagi* | temat* | tematy* | stitky* | temata* | tema*
etiketler* | anahtar kelimeler* | теги* | тэги* | метки* | ключевые слова* | сюжет* | темы* | мітки* | ключові слова* | ετικετες* | θεματα* | etichete* | cimkek* | temak*
الوسوم* | وسوم* | كلمات مفتاحية* | كلمات دلالية* | الكلمات المفتاحية* | تاغ* | תגיות* | תגים* | נושאים* | برچسب ها* | برچسب* | کلیدواژه*
标签* | 標籤* | 关键词* | 關鍵字* | 关键字* | 話題* | タグ* | キーワード* | カテゴリ* | 태그* | 키워드* | 해시태그* | topik* | kata kunci* | chu de* | tu khoa* | the*tag | टैग्स* | टैग* | विषय* | संबंधित टॉपिक्स*
বিষয়* | ট্যাগ*
"""

CREDIT_WORDS = """
photo | photos | pic | pics | picture credit | photograph | photographs | photographer | photography | picture | pictures | image | images | photo credit | image credit | picture credit | top photo credit | top image credit | credit | credits | photo by | image by | photos by | photo courtesy | image courtesy | courtesy of | photograph by | image source | photo source | illustration | illustration by | illustrations by | graphic | graphic by | video | video by | file photo | file picture | file image | screenshot | screengrab | infographic | map
foto | fotos | bild | bilder | bildquelle | bildnachweis | fotograf | fotografin | grafik | quelle | illustration | symbolbild | archivbild | archivfoto | titelbild | aufmacherbild | bildrechte | fotocredit
photo | photos | credit photo | credits photo | credit | credits | image | illustration | photographie | crédit | crédits
foto | fotos | fotografia | imagen | imagenes | crédito | creditos | credito | ilustracion | archivo | fuente de la imagen
foto | fotos | imagem | imagens | credito | creditos | reproducao | divulgacao | arquivo | arte | ilustracao
foto | immagine | crediti | credit | credits | illustrazione | fotografia
foto | beeld | bron | fotografie | illustratie | bild | foto | arkivbild | arkivfoto | illustration | genrebild | pressfoto | kuva | kuvat | valokuva | kuvituskuva
fot | foto | zdjecie | zdjecia | autor zdjecia | zrodlo | zrodlo zdjecia | grafika | foto | zdroj | snimek | ilustracni foto | ilustracni snimek | autor
fotograf | fotograflar | gorsel | kaynak | fotoğraf | görsel
фото | фотография | фотографии | иллюстрация | источник фото | автор фото | изображение | скриншот | фото с сайта | источник изображения | світлина | ілюстрація | джерело фото | скріншот | автор світлини | фото з відкритих джерел
φωτογραφια | φωτογραφιες | φωτο | πηγη φωτογραφιας | εικονα | credit | foto | sursa foto | fotó | kép | forrás | fotok | kepek | illusztracio
تصوير | الصورة | صورة | مصدر الصورة | صدر الصورة | الصور | المصدر | صورة ارشيفية | צילום | צילומים | תמונה | קרדיט | צילום מסך | צילום ארכיון | عکس | عکاس | تصویر | منبع عکس
图片来源 | 图片 | 图 | 圖片來源 | 圖片 | 圖 | 摄影 | 攝影 | 图源 | 圖源 | 圖 文 | 供图 | 资料图片 | 翻攝 | 摄 | 資料照 | 写真 | 写真提供 | 画像 | 画像提供 | 撮影 | 提供 | 写真は | 写真 撮影 | イラスト | 사진 | 사진제공 | 사진 제공 | 자료사진 | 사진출처 | 이미지 | 그래픽 | 출처
foto | gambar | sumber foto | sumber gambar | ilustrasi | dok | anh | anh minh hoa | hinh anh | nguon anh | फोटो | तस्वीर | फोटो साभार | चित्र | इमेज क्रेडिट | फ़ोटो | इमेज स्रोत | स्रोत
ছবি | আলোকচিত্র | সংগৃহীত
"""
"""What a credit line begins with, followed by a colon, a slash, a bar or an equals sign."""

CAPTION_WORDS = """
image caption | media caption | photo caption | caption | bildunterschrift | bildtext | légende | legende | légende image | pie de foto | leyenda | legenda da foto | crédito da foto legenda | didascalia | bijschrift
podpis pod zdjęciem | подпись к фото | подпис к фото | підпис до фото | resim altı yazısı | fotoğraf altı yazısı | التعليق على الصورة | عنوان الصورة | שרשור תמונה | کپشن تصویر | توضیح تصویر | 图像加注文字 | 图像说明 | 圖像加註文字 | 画像説明 | 사진 설명 | keterangan gambar | chụp lại hình ảnh | इमेज कैप्शन
"""

AGENCIES = """
getty images | getty | shutterstock | istock | istockphoto | unsplash | pexels | pixabay | reuters | afp | ap photo | epa | epa efe | dpa | picture alliance | imago | imago images | keystone | ansa | lapresse | belga | anp | tt | ntb | ritzau | ritzau scanpix | scanpix | lehtikuva | pap | ctk | ritz | alamy | adobe stock | adobestock | depositphotos | bloomberg | xinhua | nurphoto | zuma | zuma press | sipa | abaca | efe | europa press | anadolu | aa | ria novosti | sputnik | tass | риа новости | тасс | рбк | укрінформ | уніан | yonhap | 연합뉴스 | 뉴시스 | 뉴스1 | 新华社 | 新華社 | 中新社 | 中央社 | 視覺中國 | 视觉中国 | 共同 | 時事 | 时事 | kyodo | jiji | wikimedia commons | wikimedia | flickr | cc by | cc by sa | cc by nc | public domain | amana | pixta | アフロ | antara | pti | ani | press association | pa wire | pa media | agence france presse | associated press | مواقع التواصل | الاناضول | رويترز | فرانس برس | פלאש 90 | רויטרס | intime | ευρωκινηση | eurokinissi | ape mpe | αμπε | mti | agerpres | inquam photos | istock getty | canva | midjourney | nasa | esa | handout | courtesy photo | greenpeace | fotolia | 123rf | dreamstime | ddp | witters | photothek | apa | sda | keystone sda | ap | aap | photoshot | bestimage | hans lucas | action images | offside | bildbyran | ekstra
"""

BYLINE_PREFIXES = """
by | written by | words by | text by | story by | reported by | reporting by | author | authors | posted by | published by | edited by | analysis by | opinion by | review by | from
von | text | autor | autorin | ein kommentar von | eine analyse von | kommentar von | interview von | ein interview von | analyse von | ein gastbeitrag von | gastbeitrag von
par | ecrit par | publie par | auteur | propos recueillis par | texte | redige par | article de | article redige par
por | escrito por | publicado por | autor | autora | texto | redactado por | da redacao | texto de | reportagem de
di | a cura di | scritto da | testo di | pubblicato da | autore | dal nostro inviato | dal nostro corrispondente
door | geschreven door | tekst | auteur | av | text | skriven av | af | skrevet af | skrevet av | tekst | kirjoittaja | teksti | toimittaja
autor | autorka | autorzy | napisal | napisala | tekst | oprac | opracowanie | opracowal | opracowala | rozmawia | rozmawial | rozmawiala | autori | napsal | napsala | text
yazan | yazar | haber | hazirlayan | muhabir
автор | авторы | текст | корреспондент | подготовил | подготовила | беседовал | беседовала | материал подготовил | материал подготовила | автори | авторка | підготував | підготувала | спілкувався | спілкувалася | журналіст | журналістка
γραφει | γραφει η | γραφει ο | του | της | συντακτης | κειμενο | ρεπορταζ | απο | de | scris de | autor | publicat de | szerzo | irta | iro
بقلم | كتب | كتبت | اعداد | إعداد | تحرير | الكاتب | مراسل | כתב | כתבה | מאת | כותב | נויסנדה | نویسنده | نویسندگان | گزارش | خبرنگار | نوشته
作者 | 記者 | 记者 | 文 | 撰文 | 撰稿 | 編輯 | 编辑 | 来源作者 | 本报记者 | 本報記者 | 特约记者 | 執筆 | 著者 | 筆者 | 取材 | 取材 文 | ライター | 文責 | 글 | 글쓴이 | 작성자 | 취재 | 기자
oleh | penulis | reporter | editor | pewarta | ditulis oleh | theo | tac gia | tac gia bai viet | bai | लेखक | लेखिका | द्वारा | रिपोर्ट | संवाददाता | प्रस्तुति
লেখক | প্রতিবেদক | লিখেছেন
"""

BYLINE_SUFFIXES = """記者 | 记者 | 기자 | 특파원 | 논설위원 | 편집위원 | 編集委員 | 特派員 | 客員教授 | 撰文 | 特約撰稿人 | 著 | 報導 | 报道 | 선임기자 | 인턴기자 | 객원기자 | 미국특파원"""

ROLES = """
reporter | correspondent | editor | staff writer | contributor | columnist | senior reporter | political editor | journalist | freelance journalist | professor | associate professor | assistant professor | lecturer | senior lecturer | research fellow | fellow | phd candidate | analyst | senior editor | staff | guest contributor | contributing writer | author | writer | bureau chief | emeritus | postdoctoral | researcher | visiting
redakteur | redakteurin | korrespondent | korrespondentin | autor | autorin | volontar | journaliste | correspondant | correspondante | envoye special | envoyee speciale | redacteur | redactrice | periodista | redactor | redactora | corresponsal | jornalista | reporter | da reportagem | colunista | giornalista | inviato | verslaggever | redacteur | journalist | redaktor | dziennikarz | dziennikarka | корреспондент | журналист | обозреватель | кореспондент | журналіст | оглядач | δημοσιογραφος | συντακτης | muhabir | yazar | gazeteci | صحفي | كاتب | مراسل | כתב | עיתונאי | reporter | wartawan | संवाददाता
নিজস্ব প্রতিবেদক | প্রতিনিধি | স্টাফ রিপোর্টার | জ্যেষ্ঠ প্রতিবেদক
"""

TIME_LABELS = """
published | published on | published at | first published | publication date | updated | updated on | updated at | last updated | last updated on | last modified | modified | posted | posted on | posted at | created | date | on | at | edited | issued | released
veroffentlicht | veroffentlicht am | erstellt | erstellt am | aktualisiert | aktualisiert am | stand | zuletzt aktualisiert | datum | vom | uhr | am
publie | publie le | mis a jour | mis a jour le | modifie le | mise a jour | le | a | date | poste le | temps de lecture
publicado | publicado el | publicada | actualizado | actualizada | actualizado el | fecha | el | a las | hrs | ultima actualizacion
publicado em | atualizado em | atualizado | atualizada em | publicada em | em | as | data | atualizacao | ha
pubblicato | pubblicato il | aggiornato | aggiornato il | ultimo aggiornamento | data | alle | ore | il | modificato il
gepubliceerd | gepubliceerd op | bijgewerkt | geupdatet | laatst gewijzigd | laatste update | vandaag | gisteren | om | geplaatst op | datum
publicerad | uppdaterad | uppdaterat | publicerat | senast uppdaterad | idag | igar | kl | skapad | offentliggjort | opdateret | sidst opdateret | publisert | oppdatert | sist oppdatert | i dag | i gar | julkaistu | paivitetty | muokattu | klo | tanaan | eilen
opublikowano | data publikacji | aktualizacja | ostatnia aktualizacja | publikacja | dodano | zaktualizowano | dzisiaj | wczoraj | utworzono | r | g | godz
publikovano | aktualizovano | vydano | zverejneno | naposledy upraveno | dnes | vcera
yayinlanma | yayinlanma tarihi | guncelleme | guncellenme | son guncelleme | guncelleme tarihi | giris tarihi | tarih | eklenme | olusturulma tarihi | saat
опубликовано | обновлено | дата публикации | размещено | изменено | добавлено | сегодня | вчера | в | г | года | мск | опубліковано | оновлено | дата публікації | сьогодні | вчора | о | р | року
δημοσιευθηκε | δημοσιευτηκε | δημοσιευση | ενημερωθηκε | τελευταια ενημερωση | ανανεωθηκε | στις | ωρα | publicat | publicat la | actualizat | actualizat la | data | ora | la | azi | ieri | megjelent | frissitve | frissites | publikalas | modositva | ma | tegnap
نشر | نشر في | نشرت | تم النشر | نشر بتاريخ | اخر تحديث | آخر تحديث | تحديث | حدث في | تاريخ النشر | تاريخ التحديث | اليوم | امس | في | الساعة | بتوقيت | تم التحديث | تاريخ النشر
פורסם | פורסם בתאריך | פורסם ב | עודכן | עודכן ב | תאריך | היום | אתמול | בשעה | עדכון אחרון | فارسی | تاریخ انتشار | انتشار | به روز رسانی | زمان | ساعت | تاریخ | کد خبر
发布 | 发布时间 | 发布于 | 发表于 | 发表时间 | 更新 | 更新时间 | 更新於 | 發布 | 發布時間 | 發佈 | 發佈於 | 發稿 | 發稿時間 | 日期 | 时间 | 時間 | 最后更新 | 最後更新 | 今天 | 昨天 | 来源 | 公開 | 公開日 | 更新日 | 投稿日 | 最終更新 | 最終更新日 | 配信 | 掲載 | 掲載日 | 今日 | 昨日
입력 | 수정 | 등록 | 기사입력 | 기사수정 | 최종수정 | 업데이트 | 승인 | 작성 | 송고 | 송고시간 | 발행 | 오늘 | 어제 | 게시 | 업로드 | 입력시간
diterbitkan | dipublikasikan | diperbarui | terbit | tayang | rilis | kompas | hari ini | kemarin | wib | pukul | cap nhat | dang luc | ngay dang | ngay | luc | xuat ban | hom nay | hom qua | gmt 7
प्रकाशित | अपडेटेड | अपडेट | पब्लिश | प्रकाशन तिथि | अंतिम अपडेट | पर प्रकाशित | आज | कल | को | बजे | ist | updated | edited by | published
am | pm | a m | p m | gmt | utc | est | edt | pst | pdt | bst | cet | cest | et | ist | msk | jst | kst | h | hr | hrs | min | mins | minutes | minuten | minutes | minuti | minutos | minut | минут | dk | dakika | ago | of | de | del | du | den | der | the | and | st | nd | rd | th | os | as
প্রকাশ | প্রকাশিত | প্রকাশের সময় | আপডেট | সর্বশেষ আপডেট | হালনাগাদ
"""

RELATIVE_TIMES = """ago | vor | il y a | hace | ha | fa | geleden | sedan | siden | sitten | temu | pred | once | назад | тому | πριν | acum | ezelott | منذ | قبل | לפני | پیش | 前 | 전 | yang lalu | lalu | truoc | पहले | আগে"""

READING_TIMES = """
min read | minute read | minutes read | mins read | reading time | read time | minutes to read | estimated reading time | lesezeit | min lesezeit | minuten lesezeit | temps de lecture | min de lecture | lecture | tiempo de lectura | min de lectura | minutos de lectura | tempo de leitura | min de leitura | tempo di lettura | min di lettura | leestijd | min leestijd | lastid | laesetid | lesetid | lukuaika | czas czytania | min czytania | doba cteni | cteni | okuma suresi | dk okuma | dakikalik okuma | время чтения | мин чтения | минут чтения | время на чтение | час читання | хв читання | χρονος αναγνωσης | λεπτα αναγνωση | timp de citire | timp citire | olvasasi ido | مدة القراءة | وقت القراءة | دقائق قراءة | دقيقة قراءة | דקות קריאה | זמן קריאה | زمان مطالعه | 阅读时间 | 分钟阅读 | 閱讀時間 | 読了時間 | この記事は約 | で読めます | 읽는 시간 | 분 소요 | waktu baca | menit baca | phut doc | मिनट पढ़ें | मिनट में पढ़ें
"""

MONTHS = """
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
januar februar marz mai juni juli oktober dezember jänner janner janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre janv fevr avr juil
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro fev abr mai set out dez
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug sett ott dic
มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
januari februari maart april mei juni augustus oktober mrt mars maj augusti marts
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia sty lut kwi cze lip sie wrz paz lis gru
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев мар апр июн июл авг сен сент окт ноя дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december
يناير فبراير مارس ابريل أبريل إبريل مايو يونيو يوليو اغسطس أغسطس سبتمبر اكتوبر أكتوبر نوفمبر ديسمبر شباط اذار آذار نيسان ايار أيار حزيران تموز اب آب ايلول أيلول كانون تشرين الثاني الاول الأول جانفي فيفري افريل ماي جوان جويلية اوت
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
januari februari maret mei juni juli agustus oktober desember
जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
জানুয়ারি জানুয়ারী ফেব্রুয়ারি ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট অগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
"""

WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo
segunda terca quarta quinta sexta feira sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lordag sondag mandag tisdag lordag
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai poniedzialek wtorek sroda czwartek piatek sobota niedziela
pondeli utery streda ctvrtek patek sobota nedele pazartesi sali carsamba persembe cuma cumartesi pazar
понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п ятниця субота неділя
δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη luni marti miercuri joi vineri sambata duminica hetfo kedd szerda csutortok pentek szombat vasarnap
الاحد الاثنين الإثنين الثلاثاء الاربعاء الأربعاء الخميس الجمعة السبت ראשון שני שלישי רביעי חמישי שישי שבת יום شنبه یکشنبه دوشنبه سه چهارشنبه پنجشنبه جمعه
senin selasa rabu kamis jumat sabtu minggu thu hai ba tu nam sau bay chu nhat सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
শনিবার রবিবার রোববার সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার
"""

THAI: dict[str, str] = {
    # Written without spaces, so that a phrase can only be the beginning of a line.
    "share": "แชร์|แบ่งปัน|ติดตามเรา|คัดลอกลิงก์|พิมพ์|บันทึก",
    "related": "ข่าวที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ข่าวยอดนิยม|ข่าวล่าสุด|ข่าวแนะนำ|เรื่องแนะนำ|อ่านมากที่สุด|ข่าวอื่น",
    "also": "อ่านเพิ่มเติม|อ่านเพิ่ม|อ่านข่าว|อ่านต่อ|ดูเพิ่มเติม",
    "comments": "ความคิดเห็น|แสดงความคิดเห็น",
    "newsletter": "สมัครสมาชิก|สมัครรับข่าว|ติดตามข่าว",
    "advertisement": "โฆษณา",
    "paywall": "เข้าสู่ระบบ|ลงทะเบียน",
    "footer": "ติดต่อเรา|เกี่ยวกับเรา|นโยบายความเป็นส่วนตัว|ข้อกำหนด|สงวนลิขสิทธิ์|ลงโฆษณา",
    "navigation": "หน้าแรก|หน้าหลัก|ค้นหา|เมนู|การเมือง|เศรษฐกิจ|กีฬา|บันเทิง|ต่างประเทศ|สังคม|การศึกษา|ไลฟ์สไตล์",
    "tags": "แท็ก|คำค้น",
}  # fmt: skip

CUES: dict[str, str] = {
    # Words that betray a whole paragraph of page furniture; two or more different rows in a short
    # paragraph are needed, because an article may well speak of one of them.
    "mail": "newsletter|inbox|mailing list|e-mail address|email address|posteingang|infolettre|boletín|boletim|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|biuletyn|рассылк|розсилк|bülten|hírlevél|النشرة البريدية|ניוזלטר|خبرنامه|電子報|电子报|メールマガジン|メルマガ|ニュースレター|뉴스레터|न्यूज़लेटर|bản tin|buletin|weekly round-up|daily digest|daily briefing",
    "join": "subscribe|sign up|sign-up|signing up|register|melden sie sich|abonnieren|abonnez-vous|inscrivez-vous|suscríbete|suscribirse|inscreva-se|assine|subscreva|iscriviti|abbonati|meld je aan|schrijf je in|abonneer|prenumerera|anmäl dig|tilmeld|meld deg|tilaa|zapisz się|subskrybuj|přihlaste|odebírejte|abone ol|kaydolun|подпишитесь|подписывайтесь|підпишіться|підписуйтесь|підписуйтеся|εγγραφείτε|abonează-te|iratkozzon fel|iratkozz fel|اشترك|سجل|הירשמו|הצטרפו|مشترک شوید|عضو شوید|订阅|訂閱|购读|購読|登録|구독|berlangganan|daftarkan|đăng ký|सब्सक्राइब",
    "cookies": "cookie|cookies|kakor|evästeit|çerez|куки|cookie-файл|ملفات تعريف الارتباط|עוגיות|کوکی|クッキー|쿠키|कुकीज़",
    "terms": "privacy policy|privacy notice|terms of service|terms of use|terms and conditions|datenschutzerklärung|datenschutzbestimmungen|nutzungsbedingungen|politique de confidentialité|conditions générales|política de privacidad|política de privacidade|termos de uso|términos y condiciones|informativa sulla privacy|privacybeleid|privacyverklaring|integritetspolicy|privatlivspolitik|personvernerklæring|tietosuojaseloste|polityką prywatności|politykę prywatności|polityce prywatności|zásady ochrany|gizlilik politika|политикой конфиденциальности|политике конфиденциальности|обработку персональных данных|політикою конфіденційності|обробку персональних даних|πολιτική απορρήτου|όρους χρήσης|politica de confidențialitate|adatvédelmi|سياسة الخصوصية|שروط|מדיניות הפרטיות|תנאי השימוש|حریم خصوصی|隐私政策|隱私權|服务条款|プライバシーポリシー|利用規約|개인정보|kebijakan privasi|chính sách bảo mật|गोपनीयता नीति",
    "personal": "personalise|personalize|personalised ads|personalized ads|our partners|third parties|unsubscribe|opt out|withdraw your consent|abmelden|abbestellen|widerrufen|personalisierte|nos partenaires|désinscrire|désabonner|publicités personnalisées|nuestros socios|darte de baja|personalizar anuncios|nossos parceiros|cancelar a inscrição|nostri partner|annuncia personalizzat|afmelden|onze partners|avregistrera|avmeld|zrezygnować|partnerzy|odhlásit|tek tıkla çık|отписаться|відписатися|إلغاء الاشتراك|להסרה|退订|取消订阅|配信停止|수신거부|berhenti berlangganan",
    "support": "support our journalism|support independent journalism|rely on readers|reader-supported|donate|donation|make a contribution|become a member|as a nonprofit|tax-deductible|unterstützen sie uns|spenden sie|ihre spende|faire un don|soutenez-nous|votre soutien|haz una donación|apoya nuestro|hazte socio|doação|apoie|sostienici|donazione|steun ons|doneer|stöd oss|wesprzyj|darowizn|podpořte|bağış|пожертвован|поддержите|підтримайте|donează|támogass|támogatás|تبرع|ادعم|תרמו|תמכו|حمایت کنید|捐款|支持我们|贊助|寄付|ご支援|후원|donasi|ủng hộ|दान",
    "appeal": "support our journalism|support our work|support our reporting|support our newsroom|soutenez notre|soutenez-nous|unterstützen sie unsere|unterstützen sie uns|apoya nuestro|apoye nosso|apoie o nosso|sostieni il nostro|sostieni la nostra|steun onze|steun ons|stöd vår|stød vores|støtt vår|tue meitä|wesprzyj nas|podpořte nás|podpořte naši|підтримайте нас|підтримайте нашу|підтримайте редакцію|поддержите нас|поддержите нашу|поддержите редакцию|στηρίξτε μας|susține-ne|támogass minket|támogasson minket|ادعمنا|ادعموا|תמכו בנו|از ما حمایت|ご支援ください|후원해 주세요|dukung kami|हमें सहयोग",
    "social": "facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|viber|google news|фейсбук|телеграм|ватсап|فيسبوك|تويتر|تيليجرام|واتساب|פייסבוק|טלגרם|וואטסאפ|微信|微博|公众号|카카오톡|फेसबुक|व्हाट्सएप",
    "follow": "follow us|like us|join us|join our|folgen sie uns|folge uns|suivez-nous|rejoignez-nous|síguenos|únete|siga-nos|siga o|seguici|volg ons|följ oss|følg os|følg oss|seuraa meitä|obserwuj nas|śledź nas|polub|sledujte nás|bizi takip|takip edin|подписывайтесь|читайте нас|следите за|підписуйтеся|читайте нас|стежте за|ακολουθήστε|urmărește-ne|urmăriți-ne|kövess minket|kövessen|تابعنا|تابعونا|انضم إلى|עקבו אחרינו|הצטרפו ל|ما را در|دنبال کنید|关注我们|關注|扫码|フォロー|팔로우|ikuti kami|theo dõi|फॉलो करें|जुड़ें",
    "rights": "order reprints|a version of this article appears in print|all rights reserved|may not be reproduced|may not be published|not be published, broadcast|alle rechte vorbehalten|tous droits réservés|reproduction interdite|todos los derechos reservados|prohibida la reproducción|todos os direitos reservados|proibida a reprodução|tutti i diritti riservati|riproduzione riservata|alle rechten voorbehouden|kaikki oikeudet|wszelkie prawa zastrzeżone|všechna práva vyhrazena|tüm hakları saklıdır|her hakkı saklıdır|все права защищены|всі права захищені|усі права захищені|με επιφύλαξη παντός|toate drepturile rezervate|minden jog fenntartva|جميع الحقوق محفوظة|כל הזכויות שמורות|تمامی حقوق|版权所有|版權所有|不得转载|不得轉載|禁止转载|禁止轉載|无断转载|無断転載|無断複製|무단전재|무단 전재|재배포 금지|hak cipta dilindungi|dilarang mengutip|सर्वाधिकार सुरक्षित",
    "comment": "email address will not be published|required fields are marked|e-mail-adresse wird nicht veröffentlicht|adresse e-mail ne sera pas publiée|correo electrónico no será publicada|endereço de e-mail não será publicado|indirizzo email non sarà pubblicato|e-mailadres wordt niet gepubliceerd|e-postadress kommer inte publiceras|adres e-mail nie zostanie opublikowany|e-posta hesabınız yayımlanmayacak|адрес email не будет опубликован|e-mail адреса не оприлюднюватиметься|لن يتم نشر عنوان بريدك|האימייל לא יוצג באתר|نشانی ایمیل شما منتشر نخواهد شد|电子邮箱地址不会被公开|メールアドレスが公開されることはありません|이메일 주소는 공개되지 않습니다",
}  # fmt: skip
