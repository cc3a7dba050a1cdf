"""Questions about sizes, in words that a person would use."""

from __future__ import annotations

import pytest

from testimonia.link.disagree.witnesses import told_together
from testimonia.link.disagree.writing import participle, several_of, size_line
from tests.link.disagree.case_of import Case


@pytest.mark.parametrize(
    ("measured", "line"),
    [
        ("km length", "What is the length{context}?"),
        ("[mi_i]/h top speed", "What is the top speed{context}?"),
        ("% turnout", "What percentage is the turnout{context}?"),
        ("EUR debt", "What is the debt{context}?"),
        ("EUR sum", "What is the sum of money{context}?"),
        ("km size", "What is the size{context}?"),
        ("a age", "What is the age{context}?"),
        ("magnitude", "What is the magnitude{context}?"),
        ("[in_i] inch", "How many inches is it{context}?"),
        ("m", "How many metres is it{context}?"),
        ("km/h", "How many km/h is it{context}?"),
        ("EUR", "How much money is it{context}?"),
        ("km beach", "How many kilometres is the beach{context}?"),
        ("har orchard", "How many hectares is the orchard{context}?"),
        ("m3 mud", "How many cubic metres of mud is it{context}?"),
        ("% vote", "What percentage of the vote is it{context}?"),
        ("% worker", "What percentage of the workers is it{context}?"),
    ],
)
def test_a_size_is_asked_for_by_its_name(measured: str, line: str) -> None:
    assert size_line(measured) == line


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("country", "countries"), ("day", "days"), ("watch", "watches"), ("policeman", "policemen"), ("schoolchild", "schoolchildren"),
     ("human", "humans"), ("specimen", "specimens"), ("women", "women"),
     ("German", "Germans"), ("seamstress", "seamstresses"), ("cattle", "cattle"),
     ("person", "people"), ("police", "police"), ("house", "houses"), ("", "")],
)  # fmt: skip
def test_what_is_counted_is_asked_for_in_the_plural(noun: str, plural: str) -> None:
    assert several_of(noun) == plural


def test_units_are_written_as_people_write_them() -> None:
    case = Case("The Orda bridge is 12 miles long.", "The Orda bridge is 14 miles long.")
    (found,) = case.disagreements()
    assert found.question.startswith("What is the length")
    assert [answer.value for answer in found.answers] == ["12 miles", "14 miles"]


def test_reasons_of_one_head_are_told_once() -> None:
    reasons = [
        "the same kind of event, tied by the same names, like words",
        "how many there were",
        "the same kind of event, tied by like words, the same day",
    ]
    told = ["the same kind of event, tied by the same names, like words, the same day", "how many there were"]
    assert told_together(reasons) == told


@pytest.mark.parametrize(
    ("verb", "made"),
    [("seal", "sealed"), ("close", "closed"), ("carry", "carried"), ("stop", "stopped"), ("throw", "thrown"), ("open", "opened"),
     ("shoot dead", "shot dead"), ("free", "freed"), ("delay", "delayed")],
)  # fmt: skip
def test_what_was_done_is_asked_for_with_its_participle(verb: str, made: str) -> None:
    assert participle(verb) == made


def test_a_question_that_names_nobody_says_what_its_texts_are_about() -> None:
    told = "A fire broke out in Lindau. The mayor came to Lindau. {} people were killed in the fire."
    one, other = told.replace("{}", "Nine"), told.replace("{}", "Seven")
    (found,) = Case((one, "2014-05-06"), (other, "2014-05-07")).disagreements()
    assert found.question == "How many people were killed (Lindau)?"


def test_where_the_texts_share_no_name_the_question_has_one_of_theirs() -> None:
    one = "The seam in the Korvan pit fell in. Nineteen men were trapped, the owners say."
    other = "The roof of a pit near Lissen gave way. Thirty-four men were trapped below."
    (found,) = Case((one, "2031-05-15"), (other, "2031-05-15")).disagreements()
    assert found.question == "How many men were trapped (Korvan)?"


def test_what_was_done_is_asked_of_the_whole_name() -> None:
    texts = "Ada Varga did not apply to Holm Point, the school says.", "Ada Varga applied to Holm Point in May."
    case = Case(*((text, "2031-05-15") for text in texts))
    assert [row.question for row in case.disagreements()] == ["Did Ada Varga apply to Holm Point (May 2031)?"]


def test_for_what_a_state_holds_is_asked_with_it() -> None:
    case = Case("Ilse Varga is responsible for the leak in Lindau.", "Ilse Varga is not responsible for the leak in Lindau.")
    assert [row.question for row in case.disagreements() if row.kind == "status"] == ["Is Ilse Varga responsible for leak (Lindau)?"]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "Police seized 90 kg of resin in Lindau.",
            "In Lindau police seized 400 kg of resin.",
            "How many kilograms were seized (Lindau)?",
        ),
        ("In Lindau the guards locked the door.", "The guards in Lindau did not lock the door.", "Did the guards lock the door (Lindau)?"),
    ],
)
def test_units_are_spelt_out_and_things_have_articles(one: str, other: str, question: str) -> None:
    assert question in [row.question for row in Case((one, "2014-05-06"), (other, "2014-05-07")).disagreements()]


def test_those_who_pay_are_not_asked_for_as_a_sum_of_money() -> None:
    case = Case(
        ("Lund Music had only a few hundred thousand subscribers in May, the paper said.", "2031-05-02"),
        ("Lund Music had just 110,000 paying subscribers in May.", "2031-05-03"),
    )
    assert [row.question.startswith("How many subscribers") for row in case.disagreements()] == [True]
