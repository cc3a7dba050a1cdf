"""Figures: value, bounds, what they measure and count, and what is no quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.quantities.atoms import atoms, folded
from testimonia.extract.quantities.figures import figures
from testimonia.extract.quantities.lexicon import lexicon
from tests.extract.figures_kit import quantities, read


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The flood displaced 12,400 families.", 12400, 12400),
        ("They counted twenty-three boats.", 23, 23),
        ("The mayor spoke of two hundred and five houses.", 205, 205),
        ("Over 600 farmers signed.", 600, None),
        ("At least forty miners died.", 40, None),
        ("Up to 90 houses burned.", None, 90),
        ("Fewer than 30 guests came.", None, 30),
        ("About 700 people marched.", 700, 700),
        ("Between four and six thousand workers went on strike.", 4000, 6000),
        ("The bridge needs 10 to 15 workers.", 10, 15),
        ("Dozens of boats sank.", 24, 99),
        ("Hundreds of villagers fled.", 100, 999),
        ("Tens of thousands of fans came.", 10000, 99999),
        ("Several hundred students met.", 200, 999),
        ("Half a million voters stayed at home.", 500000, 500000),
        ("The dam cost $2.5 billion.", 2.5e9, 2.5e9),
        ("Some 3m euros were lost.", 3e6, 3e6),
        ("Turnout fell to 41.5 percent.", 41.5, 41.5),
        ("Not a single ship left the port.", 0, 0),
        ("The museum closed for a decade.", 10, 10),
        ("More than 1 million people watched.", 1e6, None),
        ("They walked 1½ miles.", 1.5, 1.5),
        ("٣٠٠٠ people came.", 3000, 3000),
        ("500+ complaints arrived.", 500, None),
    ],
)
def test_value(text: str, low: float | None, high: float | None) -> None:
    found = quantities(text)
    assert [(q[1], q[2]) for q in found] == [(low, high)], found


@pytest.mark.parametrize(
    "text",
    [
        "[3] See the annual report.",
        "3. The second point is the weather.",
        "The council met in 2013 and 2016.",
        "She lives in Camp North 3 near the river.",
        "Article 5 of the treaty applies.",
        "Call +49 30 1234567 for help.",
        "He came third in the race.",
        "A third party claims the land.",
        "A fifth column was blamed.",
        "The G20 met with the MH17 investigators.",
        "The match ended 3-1.",
        "Version 1,2,3.4.5 is out.",
        "Serial number " + "9" * 400 + " was found.",
        "One of the reasons is the weather.",
        "See https://example.org/2019/page/44 for more.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "measure", "unit"),
    [
        ("They paid 500 EUR / month.", "money", "EUR/mo"),
        ("They paid 40 million dollars.", "money", "USD"),
        ("They paid £30.", "money", "GBP"),
        ("The talks lasted three weeks.", "duration", "wk"),
        ("A 34-year-old teacher spoke.", "age", "a"),
        ("The village lies 25 kilometres away.", "distance", "km"),
        ("Prices rose by 7%.", "percent", "%"),
        ("The ship carried 90 soldiers.", "people", None),
        ("The ship carried 90 barrels.", "other", "[bbl_us]"),
        ("The ship carried 90 engines.", "count", None),
    ],
)
def test_measure(text: str, measure: str, unit: str | None) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.measure, quantity.unit) == (measure, unit)


def test_counted_phrase_stands_in_the_text() -> None:
    text = "The storm killed 15 elderly residents and left dozens of women homeless."
    first, second = read(text).quantities
    assert (first.counted, second.counted) == ("elderly residents", "women")
    assert first.counted_span is not None
    assert text[slice(*first.counted_span)] == "elderly residents"


def test_ids_are_unique_and_spans_lie_in_the_text() -> None:
    text = "Ten of 20 boats, 20 of 30 cars and 20 of 40 carts were lost. " * 40
    found = read(text).quantities
    assert len({q.id for q in found}) == len(found) == 240
    assert all(text[q.start : q.end].strip() for q in found)


@given(st.text(alphabet="0123456789.,-–/ ½²٣%$€kmthreeandtwo hundred", max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for figure in figures(text, lexicon("en")):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high or figure.form == "doubt"


def test_a_million_items_take_linear_time() -> None:
    text = folded(", ".join(str(n) for n in range(60_000)))
    assert len(atoms(text, lexicon("en"))) == 60_000


def test_other_languages_read_digits_with_their_separators() -> None:
    found = quantities("Es kamen 12.400 Menschen und 3,5 Prozent mehr.", language="de")
    assert found == [("12.400", 12400, 12400), ("3,5 Prozent", 3.5, 3.5)]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("de", "Mehr als zwölf Menschen starben.", 12, None),
        ("fr", "Entre dix et vingt bateaux.", 10, 20),
        ("es", "Al menos quince barcos.", 15, None),
        ("ru", "Около 300 человек.", 300, 300),
        ("sq", "Më shumë se 1 miliardë njerëz.", 1e9, None),
        ("fa", "بیش از ۳۰۰ نفر", 300, None),
        ("tr", "Yaklaşık 200 kişi.", 200, 200),
        ("zh", "有30人", 30, 30),
    ],
)
def test_simple_numbers_of_other_languages(language: str, text: str, low: float, high: float | None) -> None:
    assert [(q[1], q[2]) for q in quantities(text, language=language)] == [(low, high)]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("de", "Es kamen zweihundertdreiundvierzig Gäste.", 243, 243),
        ("de", "Er wartete anderthalb Stunden.", 1.5, 1.5),
        ("de", "Es fehlen viereinhalbtausend Karten.", 4500, 4500),
        ("de", "Zwischen 20 und 30 Boote sanken.", 20, 30),
        ("nl", "Er kwamen drieëntwintig gasten.", 23, 23),
        ("fr", "Il manque quatre-vingt-treize caisses.", 93, 93),
        ("fr", "Il manque trois cent vingt et un livres.", 321, 321),
        ("fr", "Une trentaine de barques ont coulé.", 30, 30),
        ("fr", "Le pont a coûté 3,2 milliards d'euros.", 3.2e9, 3.2e9),
        ("es", "Faltan setecientas cuarenta y ocho cajas.", 748, 748),
        ("es", "Costó 7,5 millones de euros.", 7.5e6, 7.5e6),
        ("it", "Mancano trecentoquarantotto casse.", 348, 348),
        ("it", "Costò tremilacinquecento euro.", 3500, 3500),
        ("it", "Una ventina di barche affondò.", 20, 20),
        ("sq", "Erdhën tridhjetë e gjashtë anije.", 36, 36),
        ("sq", "Çmimi u ul 12 për qind.", 12, 12),
        ("ru", "Пришли более трёхсот двадцати гостей.", 320, None),
        ("ru", "Не хватает от пятидесяти до ста лодок.", 50, 100),
        ("sr", "Došlo je dvadeset i četiri gosta.", 24, 24),
        ("sr", "Дошло је више од три хиљаде гостију.", 3000, None),
        ("sr", "Potonulo je dvadesetak čamaca.", 20, 20),
        ("fa", "سی و هفت قایق غرق شد.", 37, 37),
        ("ar", "غرق سبعة وعشرون قاربا.", 27, 27),
        ("en", "The tunnel cost $4.6bn.", 4.6e9, 4.6e9),
        ("en", "They waited three and a half weeks.", 3.5, 3.5),
        ("en", "Apples cost $3–$5 a year ago.", 3, 5),
    ],
)
def test_words_of_many_languages(language: str, text: str, low: float, high: float | None) -> None:
    found = quantities(text, language=language)
    assert [(low, high)] == [(q[1], q[2]) for q in found][:1], found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Einander achten alle."),
        ("de", "Artikel 12 gilt."),
        ("fr", "Voir page 12."),
        ("ru", "В камере 12 тихо."),
        ("sr", "По члану 12 важи."),
        ("fa", "در بند ۴ بود."),
        ("en", "It stopped at kilometre 212."),
        ("de", "Antwort 3: Die Schleuse war zu."),
        ("de", "Punkt 7: Im Wehr fehlten Balken."),
        ("fr", "Question 5 : qui a fermé la porte ?"),
        ("es", "Pregunta 5: ¿quién cerró la puerta?"),
        ("pl", "Pytanie 5: kto zamknął bramę?"),
        ("ru", "Вопрос 5: кто закрыл ворота?"),
        ("tr", "Soru 5: kapıyı kim kapattı?"),
    ],
)
def test_no_number_in_other_languages(language: str, text: str) -> None:
    assert quantities(text, language=language) == []


@pytest.mark.parametrize("word", ["ein", "hundert", "zwei und ", "centouno", "двести ", "خمسة و", " и двадцать", "1,2,3.4.5 ", "½²"])
def test_number_words_without_end_take_time_in_proportion(word: str) -> None:
    from time import process_time

    took = []
    for length in (20_000, 40_000, 80_000):
        text = word * (length // len(word))
        start = process_time()
        for code in ("de", "it", "ar", "sr", "ru"):
            figures(text, lexicon(code))
        took.append(process_time() - start)
    assert took[2] < 3 * took[1] + 0.5, took


@pytest.mark.parametrize(
    ("text", "unit"),
    [("The train was doing 190 kilometres per hour.", "km/h"), ("He drove at 90 miles an hour.", "[mi_i]/h"), ("It cost 500 ALL.", "ALL"),
     ("They live on all seven continents.", None), ("ON ALL SEVEN CONTINENTS.", None)],
)  # fmt: skip
def test_speeds_in_words_and_codes_that_are_words(text: str, unit: str | None) -> None:
    (figure,) = read(text).quantities
    assert figure.unit == unit
