"""Turkish."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="tr",
    gate="yayı|yayım|izniyle|izin|lisans|çevir|çevri|orijinal|hakları saklı|hakkı saklı|"
    "kaynak|fotoğraf|görsel|alınmı|alıntı|ilk olarak|ilk kez|paylaş|aslen|çıkmış|uyarlan|"
    "versiyon|yazısı|alınt|izni|ortak|çev|derlen|iş birliği|işbirliği|aktar|yayın|sağlan|"
    "aslı|okuyabilir",
    text="makale|makalesi|yazı|yazısı|haber|haberi|metin|röportaj|söyleşi|deneme|yorum|"
    "köşe yazısı|gönderi|içerik|blog yazısı|analiz|inceleme|makaleyi|yazıyı|makalenin|"
    "yazının|gönderisi|derleme|görüş|dosya",
    this="bu|işbu|aşağıdaki|yukarıdaki",
    pub="yayınlandı|yayımlandı|yayınlanmıştır|yayımlanmıştır|yayınlanmış|yayımlanmış|"
    "yayınlanan|yayımlanan|çıktı|çıkmıştır|yer aldı|yer almıştır|paylaşıldı|yayın|"
    "basıldı|basılmıştır|yayınlanmıştı|yayımlanmıştı|ortaya çıktı|yayınlanmaktadır|"
    "yayınlıyoruz|yayımlıyoruz|yayınlamıştır|yazılmıştır|kullanılmıştır|yayınlanıyor|"
    "yayımlanıyor|yayımı",
    first="ilk olarak|ilk kez|ilk önce|ilk defa|daha önce|orijinal olarak|aslen|önce|öncelikle|ilk",
    rep="yeniden yayınlandı|yeniden yayımlandı|yeniden yayınlanmıştır|yeniden yayımlanmıştır|"
    "alınmıştır|alıntılanmıştır|tekrar yayınlanmıştır|yeniden yayın|alıntıdır|"
    "yeniden basılmıştır|tekrar yayımlanmıştır|yeniden yayımlıyoruz|yeniden yayınlıyoruz|"
    "yeniden yayınlanmaktadır|yeniden yayımlanmaktadır|yeniden yayınlanıyor|alındı|"
    "iktibas|iktibas edilmiştir|yeniden yayımlanıyor|alıntılandı|alıntılanmış|alınmış|"
    "alıntı|aktarılmıştır|aktarıyoruz|derlenmiştir|alıntıladık|alınarak|alınan|"
    "yeniden paylaşılmıştır|tekrar yayınlanmaktadır|tekrar yayımlanmaktadır|"
    "tekrar yayımlıyoruz",
    firstpub="ilk yayın|ilk yayınlanma|ilk yayımlanma|ilk yayım|ilk yayınlandığı yer|"
    "ilk yayımlandığı yer",
    feed="üzerinde ortaya çıktı|ilk önce ortaya çıktı",
    piece="araştırma|bölüm|rapor|konuşma|kitap|dizi|şiir|video|versiyon|çalışma|belge",
    it="o",
    grant="izin|izni|onay|iznini",
    perm="izniyle|izni ile|onayıyla|izin alınarak|izinle|müsaadesiyle|iş birliğiyle|"
    "işbirliğiyle|rızasıyla|izinleriyle|katkılarıyla|izni alınarak|izniyle birlikte|"
    "özel izniyle|nazik izniyle|yazılı izniyle|onayı ile|iş birliği ile|"
    "iş birliği kapsamında|işbirliği kapsamında",
    written="kaleme alınmıştır|yazan|yazar|yazarı",
    person="yazarın|yazarının|yazarların|yazarı|hak sahibinin|sahibinin|editörün|yayıncının|"
    "yayınevinin",
    at="de|da|te|ta|nde|nda|üzerinde|sitesinde|dergisinde|gazetesinde|blogunda|sayfasında|"
    "platformunda|portalında|adlı sitede|internet sitesinde|web sitesinde|bülteninde|"
    "isimli sitede|adlı dergide|adresinde|medyada|kitabında|haber sitesinde|blogda|"
    "yayınında|dergide|gazetede|sitede|ajansında",
    by="tarafından",
    of="in|ın|un|ün|nin|nın|nun|nün|sitesinin|dergisinin|gazetesinin|yayınlarının|blogunun|"
    "yayınevinin|editörlerinin|sitesi|dergisi",
    from_="den|dan|ten|tan|nden|ndan|sitesinden|dergisinden|gazetesinden|blogundan|adresinden",
    outlet="sitesi|dergisi|gazetesi|blogu|sayfası|platformu|portalı|internet sitesi|web sitesi|"
    "adlı|isimli|sayısında|yayınevi|haber|ajansı|radyosu|radyosunda|kanalı|kanalında|"
    "postası|haftalık|aylık|dernek|derneği|vakfı|ajansının|bülteni|ajansından",
    issue="sayısı|sayısında|sayı",
    transl="çeviri|çeviren|çevirisi|çevrilmiştir|türkçeye|türkçeye çeviren|çevirmen|çevrildi|"
    "çevirisidir|çevirdi",
    derived="önceki versiyonu|önceki bir versiyonu|uyarlanmıştır|uyarlama|kısaltılmış versiyonu|"
    "dayanmaktadır|dayanılarak|gözden geçirilmiş|düzenlenmiş versiyonu|kısaltılmış hali|"
    "genişletilmiş|esinlenilmiştir|güncellenmiş hali",
    original="orijinal makale|orijinal yazı|makalenin orijinali|yazının orijinali|orijinali|"
    "orijinal metin|makalenin aslı|yazının aslı|orijinal haber",
    read="orijinalini okuyun|orijinalini buradan|orijinal makaleyi okuyun|"
    "buradan okuyabilirsiniz|aslını buradan|orijinal makaleyi buradan|"
    "buradan ulaşabilirsiniz|orijinaline buradan|okuyabilirsiniz|aslını|aslına|"
    "orijinalini",
    source="kaynak|kaynaklar|kaynağı|kaynakça",
    reserved="tüm hakları saklıdır|her hakkı saklıdır|hakları saklıdır|tüm hakları|"
    "bütün hakları saklıdır|izinsiz|kaynak gösterilmeden",
    forbid="yasaktır|yasak|kullanılamaz|kopyalanamaz|yayınlanamaz|yayımlanamaz|çoğaltılamaz|"
    "edilemez|alıntılanamaz|yapılamaz",
    without="olmadan|almadan|alınmadan|alınmaksızın|alınmadıkça|olmaksızın|izni olmadan",
    only="yalnızca|sadece|yazılı|önceden|ancak",
    invite="yayınlayabilirsiniz|kullanabilirsiniz|paylaşabilirsiniz|kopyalayabilirsiniz|"
    "yayımlayabilirsiniz",
    offer="serbestçe|ücretsiz|özgürce|serbesttir|çekinmeyin",
    use="kopyalamak|paylaşmak|yayınlamak|kullanmak|çoğaltmak|kopyalanması|yayınlanması|"
    "kullanılması|çoğaltılması|alıntılamak|alıntılanması|paylaşılması|kullanım|"
    "yayınlayabilirsiniz|kullanabilirsiniz|paylaşabilirsiniz|yayımlanması|"
    "kopyalayabilirsiniz|kopyalanıp|yayımlayabilirsiniz|dağıtılması",
    under="altında|kapsamında|lisansıyla|lisansı altında|lisansı ile",
    licence="lisans|lisansı|lisansı altında|lisansıyla|creative commons|cc",
    licensed="lisanslanmıştır|ile lisanslanmıştır|lisanslıdır|altında lisanslanmıştır|"
    "lisansı ile sunulmaktadır",
    content="bu site|sitedeki|içeriğimiz|tüm içerik|bu eser|sitemizdeki|bu sitedeki|içerikler",
    except_="aksi belirtilmedikçe|aksi belirtilmediği|hariç",
    photo="fotoğraf|fotoğraflar|görsel|görseller|foto|resim|kapak fotoğrafı|illüstrasyon|"
    "kapak görseli|fotoğraf kredisi",
    here="burada|bu sitede|aşağıda|buradan",
    ours="bizim|sitemizde|dergimizde|gazetemizde|blogumuzda|bültenimizde|kendi|sitemizin|"
    "gazetemiz|sayfamızda|portalımızda",
    label="not|editörün notu|editör notu|uyarı|yazarın notu|bilgi|e n|çevirmenin notu",
    language="ingilizceden|ingilizce|almancadan|fransızcadan|rusçadan|türkçe",
    link="ve|the|of|and",
    month="ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|ayında|"
    "tarihinde|yılında|tarihli|ocak'ta|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|"
    "yılının",
    and_="ve|veya|ya da|ile",
    the="bir",
    glue="olarak|ile|ayrıca|ve|kibar|nazik|özel|yazılı|kısmen|hafifçe|düzenlenerek|burada|"
    "için|üzere|başlığıyla|başlıklı|nın|nin|ın|in|un|ün|den|dan|tır|dır|ki",
    contributed="sağlanmıştır|tarafından sağlanmıştır|iletilmiştir|gönderilmiştir",
    partner="ortağımız|medya ortağımız|ortağı|dostlarımız",
    post=True,
)
