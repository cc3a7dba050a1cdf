import pytest

from testimonia.base.documents import Document
from testimonia.base.units import units
from testimonia.clean import clean
from testimonia.clean.printed import headed, running

ONE_PARAGRAPH = {
    "en": "The council said on Monday that the bridge over the river would be closed until the autumn.",
    "en without a stop": "Council says the bridge stays closed until autumn, nobody had looked at the pillars since the flood of March",
    "en status": "Nobody asked us",
    "de": "Der Rat teilte am Montag mit, dass die Brücke über den Fluss bis zum Herbst gesperrt bleibt.",
    "ar": "أعلن مجلس المدينة يوم الاثنين أن جسر النهر سيغلق حتى الخريف لأن أعمدته تضررت في الفيضان",
    "fa": "شورای شهر روز دوشنبه اعلام کرد که پل رودخانه تا پاییز بسته خواهد بود، زیرا پایه‌های آن آسیب دیده است",
    "he": "מועצת העיר הודיעה ביום שני כי הגשר מעל הנהר ייסגר עד הסתיו משום שעמודיו ניזוקו בשיטפון",
    "zh": "市议会星期一宣布，由于洪水损坏了桥墩，河上的桥将关闭到秋天。",
    "ja": "市議会は月曜日、洪水で橋脚が壊れたため、川の橋を秋まで閉鎖すると発表した。",
    "ko": "시의회는 월요일에 강 다리가 홍수로 손상되어 가을까지 폐쇄될 것이라고 발표했다.",
    "hi": "नगर परिषद ने सोमवार को कहा कि नदी का पुल शरद ऋतु तक बंद रहेगा, क्योंकि बाढ़ में उसके खंभे टूट गए थे।",
    "th": "ผู้ว่าราชการจังหวัดกล่าวเมื่อวันจันทร์ว่าสะพานข้ามแม่น้ำจะปิดจนถึงฤดูใบไม้ร่วง เพราะเสาสะพานเสียหายจากน้ำท่วม",
    "km": "ក្រុមប្រឹក្សាទីក្រុងបានប្រកាសកាលពីថ្ងៃចន្ទថាស្ពានឆ្លងទន្លេនឹងត្រូវបិទរហូតដល់រដូវស្លឹកឈើជ្រុះ។",
    "am": "የከተማው ምክር ቤት ሰኞ ዕለት የወንዙ ድልድይ እስከ መኸር ድረስ እንደሚዘጋ አስታወቀ።",
    "ka": "საკრებულომ ორშაბათს განაცხადა, რომ მდინარეზე გადასასვლელი ხიდი შემოდგომამდე დაიკეტება.",
    "hy": "Քաղաքային խորհուրդը երկուշաբթի հայտնել է, որ գետի կամուրջը փակ կլինի մինչև աշուն։",
}
TITLE, FIRST = "Bridge closed until autumn", "The council said on Monday that the bridge over the river would be closed until the autumn."
LAST = "The mayor denied that the report had been kept back and said that she would publish it once it was signed."


def article(text: str) -> list[str]:
    document = Document("d1", ("page.txt",), "0" * 64, len(text), "text/plain", text)
    return [text[segment.start : segment.end].strip() for segment in clean(document) if segment.kind == "article"]


@pytest.mark.parametrize("name", sorted(ONE_PARAGRAPH))
@pytest.mark.parametrize("frame", ["{}", "{}\n", "\n\n  {}  \n"], ids=["bare", "line", "spaced"])
def test_one_paragraph_is_an_article_in_any_script(name: str, frame: str) -> None:
    assert article(frame.format(ONE_PARAGRAPH[name])) == [ONE_PARAGRAPH[name]]


def test_the_text_goes_on_below_a_list_of_other_articles() -> None:
    text = (
        f"{TITLE}\n\n{FIRST}\n\nRead also\n• Bakery opens in the old station\n• Ferry stopped by ice\n\n{LAST}\n\nShe did not say when.\n"
    )
    assert article(text) == [FIRST, f"{LAST}\n\nShe did not say when."]


def test_what_stands_around_a_post_is_no_text_of_it() -> None:
    post = "The bridge is closed until the autumn and the mayor has known it since January"
    assert article(f"Ana Weller @anaw · 3 May 2021\n{post}\n12 Comments 40 Likes\nhttps://post.example/1") == [post]


def test_verse_and_cries_are_taken_line_by_line() -> None:
    text = "the river rose at night\nand no one came to see\nthe water take the light"
    assert article(text) == [text]


@pytest.mark.parametrize("text", ["https://post.example/a/b", "© 2021 River Post. All rights reserved.", "Home\nNews\nSport\nContact us\n"])
def test_furniture_alone_is_no_article(text: str) -> None:
    assert article(text) == []


def test_a_short_report_between_long_lists_is_whole() -> None:
    menu = "\n".join(["Home", "News", "Sport", "Weather", "Culture", "Contact us"])
    others = "\n".join(["Bakery opens in the old station", "Ferry stopped by the ice", "A school for the island"] * 4)
    text = f"River Post\n{menu}\n{TITLE}\n14 August 2022\n{FIRST}\n{LAST}\nShare on Facebook\nTweet\nRead also\n{others}\n{menu}\n"
    assert article(text) == [f"{FIRST}\n{LAST}"]


def test_a_page_of_beginnings_has_no_text_unless_whole_paragraphs_stand_there_too() -> None:
    begun = "The harbour office says in a report that the dredging of the channel has been put off until ..."
    page = "\n".join(f"Result {number}\n{begun}" for number in range(5))
    assert article(page) == []
    whole = "The harbour office said on Tuesday that the dredging of the channel would begin before the ice comes. " * 3
    assert whole.strip() in "".join(article(f"{whole}\n{whole}\n{page}"))


def test_the_counters_of_a_gallery_are_no_running_head_of_a_print() -> None:
    for text, expected in (
        ("A mill\n1/3\nA weir\n2/3\nA lock\n3/3", False),
        ("River Post\nA mill\n1/2\nRiver Post\nA weir\n2/2", True),
    ):
        spans = units(text)
        assert headed(text, spans, running(text, spans)) is expected


@pytest.mark.parametrize(
    "between", [" of ", "/", " von ", " sur ", " di ", " van ", " из ", " od ", " din ", " από ", " dari ", " من ", " מתוך "]
)
def test_the_pages_of_a_print_are_counted_in_any_language(between: str) -> None:
    text = f"A mill\n1{between}3\nA weir\n2{between}3\nA lock\n3{between}3"
    assert running(text, units(text)) == {1, 3, 5}


def test_a_page_s_number_beside_the_same_words_runs_through_a_print() -> None:
    text = "THE WEIR          3\nOne text.\nTHE WEIR          4\nIts end.\nTHE WEIR          5\n"
    assert running(text, units(text)) == {0, 2, 4}
    table = "Weir              9\nOne text.\nWeir              4\nIts end.\nMill              5\n"
    assert running(table, units(table)) == frozenset()


def test_a_greeting_opens_a_post() -> None:
    greeting = "Dear neighbours! The lane is closed on Friday. Please park your cars behind the mill and leave the bridge free."
    others = ("The council met on Monday and heard nobody, for the clerk was ill.", "We thank those who brought bread to the mill.")
    text = "".join(
        f"Weir Parish\n{day} May 2023\n{post}\nLike\nShare\n" for day, post in zip((9, 12, 14), (greeting, *others), strict=True)
    )
    assert any(greeting in part for part in article(text))
