"""Figures and dates that differ between a passage and its translation."""

from __future__ import annotations

from testimonia.base.links import Answer, AnswerClaim, Disagreement, End, Reuse
from testimonia.link.disagree.passages import apart, filled
from tests.link.disagree.case_of import Case, values

DAY = "2031-05-15"


def asked(*texts: tuple[str, str], days: tuple[str | None, ...] = (DAY, DAY, DAY), kind: str = "translation") -> list[Disagreement]:
    """What the case of these texts, each the whole of one passage and with its language, asks; the first is the one translated."""
    case = Case(*((text, day, language) for (text, language), day in zip(texts, days, strict=False)))
    ends = [End(f"d{number}", f"a{number}", 0, len(text)) for number, (text, _) in enumerate(texts)]
    rows = [Reuse(f"r{end.document}", kind, ends[0], end, 1.0) for end in ends[1:]]
    case.store.put_links({"reuse": rows}, {"reuse": "1"})
    return [row for row in case.disagreements() if "translation" in row.reason]


def test_the_one_figure_of_a_passage_that_its_translation_gives_otherwise_is_a_question() -> None:
    german = "Die Käserei in Orlau reift ihre Laibe zu 40 Prozent im Keller und zahlt 250 Euro Pacht."
    (row,) = asked((german, "de"), ("La fromagerie d'Orlau affine 55 % de ses meules en cave et paie un loyer de 250 euros.", "fr"))
    assert (row.kind, values(row)) == ("number", {"40 %", "55 %"})
    assert row.question == "Which figure stands here: “Die Käserei in Orlau reift ihre Laibe zu … im Keller und zahlt 250 Euro Pacht”?"
    assert {german[one.start : one.end] for answer in row.answers for one in answer.claims if one.document == "d0"} == {"40 Prozent"}


def test_a_passage_and_its_translation_that_agree_ask_nothing() -> None:
    german = "Der Chor von Orlau sang 2019 vor 1.200 Gästen, 38 davon im Stehen."
    assert asked((german, "de"), ("Le chœur d'Orlau a chanté en 2019 devant 1 200 invités, dont 38 debout.", "fr")) == []


def test_several_figures_without_a_counterpart_ask_nothing() -> None:
    german = "Der Verein von Orlau zählt 38 Sänger und 52 Bläser."
    assert asked((german, "de"), ("La société d'Orlau compte 41 chanteurs et 67 instrumentistes.", "fr")) == []


def test_figures_that_both_give_in_one_order_part_a_long_passage() -> None:
    german = "Der Hof in Orlau reift 41 Prozent der Laibe im Keller und zahlt 250 Euro Pacht; 1998 reifte er 31 Prozent der Laibe so."
    french = "La ferme d'Orlau affine {} % des meules en cave et paie 250 euros de loyer ; en 1998, elle en affinait ainsi {} %."
    (row,) = asked((german, "de"), (french.format(31, 31), "fr"))
    assert values(row) == {"41 %", "31 %"}
    rows = asked((german, "de"), (french.format(55, 22), "fr"))
    assert sorted(sorted(values(row)) for row in rows) == [["22 %", "31 %"], ["41 %", "55 %"]]
    assert asked((german, "de"), (french.format(41, 31), "fr")) == []


def test_a_year_is_a_question_and_a_month_of_another_year_that_nobody_writes_is_none() -> None:
    (row,) = asked(("Die Mühle von Orlau mahlt seit 1910 Hafer.", "de"), ("Le moulin d'Orlau moud de l'avoine depuis 1908.", "fr"))
    assert (row.kind, values(row)) == ("date", {"1910", "1908"})
    assert asked(("Die Mühle von Orlau mahlt seit März.", "de"), ("Le moulin d'Orlau moud depuis mars dernier.", "fr")) == []


def test_a_weekday_is_compared_where_both_texts_came_out_on_one_day() -> None:
    texts = (("Der Chor von Orlau sang am Dienstag.", "de"), ("Le chœur d'Orlau a chanté jeudi.", "fr"))
    (row,) = asked(*texts)
    assert row.kind == "date"
    assert len(row.answers) == 2
    assert asked(*texts, days=(DAY, "2031-05-19")) == []


def test_several_translations_of_one_passage_ask_once_and_an_approximate_figure_may_be_the_same() -> None:
    texts = (
        ("Die Käserei in Orlau reift ihre Laibe zu 40 Prozent im Keller.", "de"),
        ("La fromagerie d'Orlau affine 55 % de ses meules en cave.", "fr"),
        ("La quesería de Orlau cura en bodega el 55 % de sus quesos.", "es"),
    )
    (row,) = asked(*texts)
    assert sorted(len(answer.claims) for answer in row.answers) == [1, 2]
    assert asked(("Rund 310 Schafe weiden in Orlau.", "de"), ("Quelque 300 moutons paissent à Orlau.", "fr")) == []


def test_what_is_no_translation_is_not_read_by_its_place() -> None:
    texts = (("Die Weide von Orlau trägt 310 Schafe.", "de"), ("Le pré d'Orlau nourrit 280 moutons.", "fr"))
    assert asked(*texts, kind="quotation") == []


def test_bounds_and_ranges_are_held_against_their_ends() -> None:
    (row,) = asked(("Mehr als 350 Imker leben in Orlau.", "de"), ("Plus de 470 apiculteurs vivent à Orlau.", "fr"))
    assert values(row) == {"at least 350", "at least 470"}
    assert asked(("Mehr als 350 Imker leben in Orlau.", "de"), ("À Orlau vivent 350 apiculteurs.", "fr")) == []


def test_a_figure_that_stands_elsewhere_in_the_other_text_may_still_be_another_here() -> None:
    german, french = "Die Weide von Orlau trägt 310 Schafe.", "Le pré d'Orlau nourrit 280 moutons."
    case = Case((f"{german}\nDer Stall fasst 280 Kühe.", DAY, "de"), (f"{french}\nL'étable loge des vaches.", DAY, "fr"))
    ends = End("d0", "a0", 0, len(german)), End("d1", "a1", 0, len(french))
    case.store.put_links({"reuse": [Reuse("r1", "translation", *ends, 1.0)]}, {"reuse": "1"})
    assert [values(row) for row in case.disagreements()] == [{"280", "310"}]


def test_the_question_is_asked_in_english_where_a_text_is() -> None:
    (row,) = asked(
        ("Die Käserei in Orlau reift ihre Laibe zu 40 Prozent im Keller.", "de"),
        ("The dairy at Orlau ripens 55 per cent of its cheese underground.", "en"),
    )
    assert row.question == "Which figure stands here: “The dairy at Orlau ripens … of its cheese underground”?"


def test_two_figures_that_a_text_and_its_translation_both_give_are_of_two_things() -> None:
    german = "Der Fonds von Orlau hat 630 Millionen Euro zu vergeben. Die Verwaltung steckt 230 Millionen Euro aus eigenen Mitteln hinein."
    french = "Le fonds d'Orlau investit 630 millions d'euros. La société de gestion ajoute 230 millions d'euros de fonds propres."
    case = Case((german, DAY, "de"), (french, DAY, "fr"))
    places = [
        AnswerClaim("d0", german.index("630"), german.index(" zu "), "a0", "o0"),
        AnswerClaim("d1", french.index("230"), 104, "a1", "o0"),
    ]
    row = Disagreement("x1", "How much?", "number", tuple(Answer(place.document, 1, (place,)) for place in places))
    assert apart(case.store, [row], {frozenset(("d0", "d1"))}) == []
    assert apart(case.store, [row], set()) == [row]


def test_a_question_whose_answers_all_stand_in_a_passage_asks_for_the_passage() -> None:
    def place(document: str, start: int, end: int) -> AnswerClaim:
        return AnswerClaim(document, start, end, f"a{document}", f"o{document}")

    def answer(*places: AnswerClaim) -> Answer:
        return Answer("n", len(places), places)

    passage = Disagreement(
        "p", "Which figure?", "number", (answer(place("0", 9, 11), place("1", 9, 11)), answer(place("2", 9, 11))), "p", ("e",)
    )
    inside = Disagreement("x", "How many?", "number", (answer(place("0", 5, 20)), answer(place("2", 5, 20))), "x")
    beside = Disagreement("y", "How many?", "number", (answer(place("0", 5, 20)), answer(place("2", 40, 45))), "y")
    within_one = Disagreement("z", "How many?", "number", (answer(place("0", 5, 20)), answer(place("1", 5, 20))), "z")
    row, *left = filled([inside, inside, beside, within_one], [passage])
    assert (row.question, row.answers, row.reason, row.entities) == ("How many?", passage.answers, "x p", ("e",))
    assert left == [beside, within_one]
    assert filled([beside], [passage]) == [beside, passage]
