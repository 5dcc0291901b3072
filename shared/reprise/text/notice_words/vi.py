"""Vietnamese."""

from reprise.text.notice_table import Words

WORDS = Words(
    code="vi",
    gate="đăng|xuất bản|cho phép|giấy phép|bản quyền|dịch|lần đầu|nguồn|ảnh|đồng ý|nguyên tác|"
    "bản gốc|trích|ban đầu|công bố|gốc|tái bản|sao chép|xuất hiện|theo|phép|hợp tác|"
    "in lại|dẫn|theo ",
    text="bài viết|bài báo|bài|bài phỏng vấn|tiểu luận|bài luận|bài đăng|tin|phóng sự|"
    "câu chuyện|bài phân tích|bài xã luận|văn bản|bài dịch",
    this="này|sau đây|dưới đây|trên đây",
    pub="đăng|được đăng|xuất bản|được xuất bản|công bố|được công bố|đăng tải|được đăng tải|"
    "xuất hiện|phát hành|đã đăng|in|ra mắt|đã xuất hiện|được viết cho",
    first="lần đầu|lần đầu tiên|ban đầu|đầu tiên|trước đó|trước đây|nguyên gốc|vốn",
    rep="đăng lại|được đăng lại|tái bản|xuất bản lại|được xuất bản lại|in lại|trích từ|"
    "dẫn lại|sao chép từ|trích đăng|tái xuất bản|đăng lại từ|lược trích từ|trích|dẫn từ|"
    "đăng tải lại|dẫn lại từ|lấy từ|trích dẫn từ|sao lại từ|phát hành lại",
    firstpub="đăng lần đầu|xuất bản lần đầu|đăng lần đầu tiên|công bố lần đầu|"
    "xuất bản lần đầu tiên|được đăng lần đầu|được đăng lần đầu tiên|"
    "được xuất bản lần đầu|được xuất bản lần đầu tiên|được công bố lần đầu|bài gốc đăng",
    feed="đã xuất hiện đầu tiên vào ngày|xuất hiện đầu tiên vào ngày|đã xuất hiện đầu tiên trên",
    piece="nghiên cứu|chương|báo cáo|sách|phiên bản|video|nội dung|trích đoạn|tài liệu",
    it="nó",
    grant="cho phép|đồng ý|sự cho phép|sự đồng ý|phép|chấp thuận",
    with_="với|dưới",
    perm="được phép|với sự cho phép|với sự đồng ý|được sự cho phép|được sự đồng ý|"
    "với sự hợp tác|được sự chấp thuận|có sự cho phép|với sự cho phép của|"
    "với sự đồng ý của|được sự cho phép của|được sự đồng ý của|được phép của|hợp tác với|"
    "trong khuôn khổ hợp tác với",
    written="viết bởi|tác giả|do",
    person="tác giả|chủ sở hữu|dịch giả",
    at="trên|tại|ở|trong|qua",
    by="bởi",
    of="của",
    from_="từ",
    outlet="trang|trang web|website|báo|tạp chí|blog|tuần báo|nhật báo|cổng thông tin|bản tin|"
    "nhà xuất bản|tòa soạn|nền tảng|tờ|tờ báo|chuyên trang|kênh|hãng tin|trang tin|"
    "cuốn sách",
    issue="số|ấn bản|kỳ",
    transl="dịch|bản dịch|người dịch|được dịch|chuyển ngữ|dịch giả|biên dịch",
    derived="phiên bản trước|một phiên bản|dựa trên|phỏng theo|chuyển thể|bản rút gọn|lược dịch|"
    "phóng tác|được chuyển thể từ",
    original="bài gốc|bài viết gốc|bản gốc|nguyên tác|nguyên bản|bài báo gốc|nguồn gốc|nguyên văn",
    read="đọc bài gốc|đọc bản gốc|xem bài gốc|xem bản gốc|đọc bài viết gốc|đọc nguyên văn|"
    "có thể đọc tại đây|đọc bài viết gốc tại|xem bài viết gốc",
    source="nguồn|theo|nguồn tin|nguồn bài",
    reserved="bảo lưu mọi quyền|giữ bản quyền|mọi quyền được bảo lưu|bản quyền thuộc|không được|"
    "giữ bản quyền nội dung|tất cả các quyền",
    forbid="nghiêm cấm|cấm|không được phép",
    without="không có|khi chưa có|nếu không có|khi không có|chưa có",
    only="chỉ|bằng văn bản|ghi rõ|phải|trước",
    offer="tự do|miễn phí|bạn có thể|có thể tự do|xin cứ|hoan nghênh|vui lòng",
    use="sao chép|phát hành lại|chia sẻ|sử dụng|đăng lại|trích dẫn|phổ biến|sao chụp|"
    "phân phối|tái bản|xuất bản lại",
    under="theo|theo giấy phép|dưới giấy phép",
    licence="giấy phép|creative commons|cc",
    licensed="được cấp phép|cấp phép theo|phát hành theo giấy phép|được phát hành theo giấy phép|"
    "phát hành dưới giấy phép",
    content="trang web này|nội dung|toàn bộ nội dung|tác phẩm này|mọi nội dung|các bài viết trên|"
    "nội dung trên",
    except_="trừ khi|ngoại trừ|trừ trường hợp",
    photo="ảnh|hình ảnh|hình|ảnh chụp|minh họa|ảnh bìa|hình minh họa|ảnh minh họa|nguồn ảnh|tranh",
    here="tại đây|ở đây|dưới đây|đây",
    ours="chúng tôi|của chúng tôi|tôi",
    label="ghi chú|lưu ý|chú thích|lời tòa soạn|ghi chú của biên tập|lời ban biên tập|chú ý|"
    "ban biên tập|btv",
    language="tiếng anh|tiếng pháp|tiếng việt|tiếng đức|tiếng nga|tiếng trung",
    link="và|the|of|and",
    month="tháng|ngày|năm|thứ hai|chủ nhật",
    and_="và|hoặc|nhưng",
    the="một|các|những",
    glue="đã|được|có|là|cũng|và|bản|mà|với|theo|sự|bởi|do|bằng|chính thức|nhẹ|biên tập|"
    "chỉnh sửa|tựa đề|nhan đề|tiêu đề|vào|thêm|từ|lần|nay",
)
