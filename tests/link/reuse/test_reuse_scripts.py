"""Copies, cuts and light edits in scripts that put no space between words, and in those that run from right to left, to the exact place."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

# Invented reports, a sentence an item; the last two of each stand in no other report.
THAI = [
    "สภาเมืองบ้านท่าช้างมีมติเมื่อวันอังคารให้ปิดสะพานไม้เก่าข้ามแม่น้ำหลังพบรอยร้าวที่เสากลางสองต้น",
    "นายสมพงษ์ วงศ์สกุลไทย วิศวกรของเทศบาล กล่าวว่าสะพานรับน้ำหนักรถบรรทุกมานานถึงสามสิบสองปีโดยไม่เคยซ่อมใหญ่",
    "ชาวบ้านราวสี่ร้อยครอบครัวต้องอ้อมไปใช้สะพานคอนกรีตซึ่งอยู่ห่างออกไปสิบเจ็ดกิโลเมตร",
    "ครูโรงเรียนริมน้ำเล่าว่านักเรียนหลายคนมาสายเพราะเรือข้ามฟากมีเพียงลำเดียวและไม่ออกเมื่อฝนตกหนัก",
    "นายกเทศมนตรีสัญญาว่าจะเปิดสะพานชั่วคราวก่อนเทศกาลลอยกระทงและขอให้ทุกคนอดทนรอจนถึงวันศุกร์",
    "ทีมฟุตบอลหญิงของจังหวัดชนะการแข่งขันรอบสุดท้ายด้วยประตูเดียวในนาทีสุดท้าย",
    "ร้านขนมเก่าแก่ในตลาดเตรียมย้ายไปอยู่ตึกใหม่หลังเจ้าของที่ดินขึ้นค่าเช่าเป็นเท่าตัว",
]
CHINESE = [
    "石桥镇议会星期二决定关闭横跨清水河的老木桥，因为检查人员在中间两根柱子上发现了裂缝。",
    "镇上的工程师周文博说，这座桥三十二年来一直承受着货车的重量，却从来没有大修过。",
    "大约四百户人家现在必须绕行十七公里，从下游的水泥桥过河才能进城买菜看病。",
    "河边小学的老师告诉记者，许多学生迟到，因为渡船只有一条，遇到大雨就停开。",
    "镇长答应在元宵节以前架起一座临时便桥，并请大家再耐心等待一段时间。",
    "省里的女子足球队在决赛最后一分钟攻入唯一的一球，赢得了奖杯。",
    "市场里的老糕饼店准备搬进新楼，因为房东把租金提高了整整一倍。",
]
JAPANESE = [
    "橋本町の議会は火曜日、中央の二本の柱にひびが見つかったとして、清流川にかかる古い木の橋を閉鎖することを決めた。",
    "町の技師である高野俊介さんは、この橋が三十二年もの間トラックの重さに耐えてきたのに一度も大きな修理を受けていないと話した。",
    "およそ四百世帯の住民は、十七キロ下流にあるコンクリートの橋まで遠回りしなければならなくなった。",
    "川沿いの小学校の先生によると、渡し船が一隻しかなく大雨の日には出ないため、遅刻する児童が増えているという。",
    "町長は夏祭りまでに仮の橋をかけると約束し、もうしばらく辛抱してほしいと呼びかけた。",
    "県の女子サッカーチームは決勝戦の最後の一分に決勝点を奪い、優勝カップを手にした。",
    "市場の老舗の菓子屋は、家主が家賃を二倍に上げたため新しい建物へ移る準備をしている。",
]
PERSIAN = [
    "شورای شهر پل‌چوبی روز سه‌شنبه تصمیم گرفت پل قدیمی رودخانه را ببندد، زیرا در دو ستون میانی آن ترک‌هایی دیده شده است.",
    "مهندس شهرداری، بهزاد نیک‌روش، گفت که این پل سی و دو سال بار کامیون‌ها را کشیده و هیچ‌گاه تعمیر اساسی نشده است.",
    "نزدیک به چهارصد خانواده باید هفده کیلومتر دور بزنند تا از پل بتونی پایین‌دست به شهر برسند.",
    "آموزگار مدرسه کنار رود می‌گوید بسیاری از بچه‌ها دیر می‌رسند، چون تنها یک قایق هست و در باران راه نمی‌افتد.",
    "شهردار قول داد که پیش از جشن سده پلی موقت بسازد و از مردم خواست کمی دیگر شکیبا باشند.",
    "تیم فوتبال زنان استان در دقیقه پایانی بازی آخر با تنها گل مسابقه قهرمان شد.",
    "شیرینی‌فروشی کهنه بازار به ساختمانی تازه می‌رود، زیرا صاحب ملک اجاره را دو برابر کرده است.",
]
HEBREW = [
    "מועצת העיירה נווה נהר החליטה ביום שלישי לסגור את גשר העץ הישן מפני שנמצאו סדקים בשני העמודים האמצעיים.",
    "מהנדס העירייה, אבנר שחורי, אמר שהגשר נשא את משקל המשאיות במשך שלושים ושתיים שנה ומעולם לא שופץ כראוי.",
    "כארבע מאות משפחות נאלצות עתה לעקוף שבעה עשר קילומטרים כדי לעבור בגשר הבטון שבמורד הנהר.",
    "המורה בבית הספר שעל הגדה סיפרה שתלמידים רבים מאחרים, כי יש רק מעבורת אחת והיא אינה יוצאת בגשם.",
    "ראש העיר הבטיח לבנות גשר זמני לפני חג הסוכות וביקש מכולם להמתין בסבלנות עוד זמן מה.",
    "קבוצת הכדורגל של הנשים זכתה במשחק האחרון בזכות שער יחיד בדקה האחרונה.",
    "המאפייה הוותיקה בשוק עוברת לבניין חדש אחרי שבעל הבית הכפיל את דמי השכירות.",
]
SCRIPTS = {"th": THAI, "zh": CHINESE, "ja": JAPANESE, "fa": PERSIAN, "he": HEBREW}
# A word and what an editor puts in its place, in the second and in the fourth sentence.
EDITS = {
    "th": [("สามสิบสองปี", "ยี่สิบเก้าปี"), ("หลายคน", "บางคน")],
    "zh": [("三十二年", "二十九年"), ("许多", "一些")],
    "ja": [("三十二年", "二十九年"), ("増えて", "減って")],
    "fa": [("سی و دو", "بیست و نه"), ("بسیاری", "برخی")],
    "he": [("שלושים ושתיים", "עשרים ותשע"), ("רבים", "אחדים")],
}
SPACED = {"fa", "he"}
PUNCTUATION = "。．. "


def joined(language: str, sentences: list[str]) -> str:
    return (" " if language in SPACED or language == "th" else "").join(sentences)


def shown(pile: Any) -> list[tuple[str, str]]:
    """The passages of the first two pages as they are shown, in the order of the first."""
    rows = sorted(pile.link()["reuse"], key=lambda row: row.a.start)
    assert all((row.a.document, row.b.document) == ("p", "q") for row in rows)
    for end in (end for row in rows for end in (row.a, row.b)):
        text = pile.pages[end.document]
        assert not unicodedata.category(text[end.end : end.end + 1] or ".").startswith("M"), "a passage ends inside a letter"
    return [(pile.pages["p"][row.a.start : row.a.end], pile.pages["q"][row.b.start : row.b.end]) for row in rows]


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_retitled_copy_is_found_whole(pile: Any, language: str) -> None:
    story = joined(language, SCRIPTS[language][:5])
    pile.add("p", story, "2020-01-01", language=language)
    pile.add("q", f"{SCRIPTS[language][5]}\n{story}", "2020-01-02", language=language)
    ((here, there),) = shown(pile)
    assert here.strip(PUNCTUATION) == there.strip(PUNCTUATION) == story.strip(PUNCTUATION)


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_cut_among_words_of_ones_own_is_found_to_its_first_and_last_letter(pile: Any, language: str) -> None:
    story = SCRIPTS[language]
    first = pile.add("p", joined(language, story[:5]), "2020-01-01", language=language)
    second = pile.add("q", joined(language, [story[5], *story[1:3], story[6]]), "2020-01-02", language=language)
    ((here, there),) = shown(pile)
    assert here.strip(PUNCTUATION) == there.strip(PUNCTUATION)
    beside = here.strip(PUNCTUATION).split(joined(language, story[1:3]).strip(PUNCTUATION))
    assert len(beside) == 2 and sum(map(len, beside)) <= 4, "the sentences beside may begin or end alike"
    assert [(edge.child, edge.parent) for edge in pile.link()["stemma"]] == [(second, first)]


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_copy_with_words_changed_is_found_and_the_words_are_told(pile: Any, language: str) -> None:
    story = joined(language, SCRIPTS[language][:5])
    changed = story
    for was, now in EDITS[language]:
        assert was in changed
        changed = changed.replace(was, now)
    pile.add("p", story, "2020-01-01", language=language)
    pile.add("q", changed, "2020-01-02", language=language)
    ((here, there),) = shown(pile)
    assert (here.strip(PUNCTUATION), there.strip(PUNCTUATION)) == (story.strip(PUNCTUATION), changed.strip(PUNCTUATION))


@pytest.mark.parametrize("language", SCRIPTS)
def test_reports_of_one_language_that_share_nothing_stay_apart(pile: Any, language: str) -> None:
    story = SCRIPTS[language]
    pile.add("p", joined(language, story[:2]), language=language)
    pile.add("q", joined(language, story[3:]), language=language)
    rows = pile.link()
    assert not rows["reuse"] and len(rows["origins"]) == 2


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_few_signs_are_an_origin_of_their_own(pile: Any, language: str) -> None:
    for name in ("p", "q"):
        pile.add(name, SCRIPTS[language][0][:4], language=language)
    rows = pile.link()
    assert not rows["reuse"] and len(rows["origins"]) == 2
