"""Names in Persian, Urdu and Hebrew, which have no capitals."""

from __future__ import annotations

import pytest

from testimonia.extract.mentions import find_mentions


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("he", "שרת הבריאות נועה ברקאי הורתה לסגור את המפעל.", "נועה ברקאי", "person"),
        ("he", "בבוקר אמר הדובר איתן גל-און, כי הכביש חסום.", "איתן גל-און", "person"),
        ("he", "עובדי חברת נהר ירוק שבתו אתמול.", "נהר ירוק", "organisation"),
        ("he", "הם גרים בכפר. קיבוץ אילנית נסגר.", "אילנית", "place"),
        ("fa", "وزیر نیرو کاوه بهرامی گفت که سد امن است.", "کاوه بهرامی", "person"),
        ("fa", "کاوه بهرامی گفت که سد امن است.", "کاوه بهرامی", "person"),
        ("fa", "کارگران شرکت سپید رود اعتصاب کردند.", "سپید رود", "organisation"),
        ("fa", "در گزارشی که به امضای دکتر فرهاد کیانی رسیده آمده است که سد امن است.", "فرهاد کیانی", "person"),
        ("ur", "وزیر صحت ناہید درانی نے استعفیٰ دے دیا۔", "ناہید درانی", "person"),
        ("ur", "دریا پور ہائی کورٹ نے ضمانت منظور کر لی۔", "دریا پور ہائی کورٹ", "organisation"),
    ],
)
def test_names_stand_beside_words_that_show_them(read, language, text, name, kind):
    assert (name, kind) in {(mention.name, mention.type) for mention in find_mentions(read(text, language))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("he", "מזג האוויר היה נעים בבוקר ואיש לא דיבר."),
        ("fa", "هوا امروز خوب است و کسی حرف نمی زند."),
        ("ur", "آج موسم اچھا ہے اور کوئی بات نہیں کرتا۔"),
        ("fa", ""),
        ("fa", "سروان هنگام قطع برق روز ۱۴ ژانویه آنجا بود."),
        ("he", "שר"),
        ("ur", "نے نے نے"),
        ("he", "-" * 400 + " שר - - -"),
    ],
)
def test_nothing_is_guessed_where_no_word_shows_a_name(read, language, text):
    assert [mention.name for mention in find_mentions(read(text, language))] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("מנהלת חברת נהר ירוק, נועה ברקאי, אמרה כי הסכר בטוח.", "נועה ברקאי"),
        ("ראש עיריית אילנית איתן גלון ביקר במקום.", "איתן גלון"),
        ("יושב ראש איגוד עובדי הנהר איתן גלון אמר כי הסכר בטוח.", "איתן גלון"),
    ],
)
def test_hebrew_names_behind_bodies_and_towns(read, text, name):
    assert (name, "person") in {(mention.name, mention.type) for mention in find_mentions(read(text, "he"))}
