"""Constructions in which a source or the end of what is said is easily missed, and who says "I"."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document, Fact
from testimonia.base.extractions import Attribution, Mention
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions, quotes_of
from testimonia.extract.attributions.candidates import cues_of, scenes
from testimonia.extract.attributions.lexicon import lexicon
from testimonia.extract.mentions import find_mentions
from tests.extract.attributions.reading import parser, read, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are reports that the bridge is unsafe.", ("reports", "reports", "that the bridge is unsafe")),
        ("The workers were told to leave the yard.", (None, "were told", "to leave the yard")),
        ("The firm, which is believed to own the port, has closed.", (None, "is believed", "to own the port")),
        ("She missed an opportunity to say that the bridge is safe.", ("She", "to say", "that the bridge is safe")),
        ("The firm was branded as a danger by the council.", ("the council", "was branded", "The firm ~ as a danger")),
        ("The firm was branded a danger by former workers.", ("former workers", "was branded", "The firm ~ a danger")),
        ("The firm is described by the council as a danger.", ("the council", "is described", "The firm ~ as a danger")),
        ("The pilot was accused by divers of hiding two logbooks.", ("divers", "was accused", "The pilot ~ of hiding two logbooks")),
        ("Lund is portrayed in the report as a careless pilot.", ("the report", "is portrayed", "Lund ~ as a careless pilot")),
        ("The quay, which officials said would last, cracked in May.", ("officials", "said", "which ~ would last")),
        ("What the council calls a “mission” is a school.", ("the council", "calls", "What ~ a “mission”")),
        ("The clerk alleges in court papers that Orr lied to the board.", ("The clerk", "alleges", "that Orr lied to the board")),
        ("The ferry reportedly sank within ten minutes.", (None, "reportedly", "The ferry ~ sank within ten minutes")),
        (
            "Lund said the dam was safe. “We looked at every gate twice.”",
            ("Lund", "said", "the dam was safe ~ “We looked at every gate twice.”"),
        ),
        ("Orr, who the council found had lied, left.", ("the council", "found", "who ~ had lied")),
        ("Quay unsafe, says engineer", ("engineer", "says", "Quay unsafe")),
        ("No leak at the mill, board says", ("board", "says", "No leak at the mill")),
        ("Governor accused of hiding debt", (None, "accused", "Governor ~ of hiding debt")),
        (
            "Lund said that the club is not a school, but it is a camp.",
            ("Lund", "said", "that the club is not a school, but it is a camp"),
        ),
        (
            "Lund said the dam was safe. “We looked twice. I think it will hold.”",
            ("Lund", "said", "the dam was safe ~ “We looked twice. I think it will hold.”"),
        ),
        ("The guards say that “the dam is safe.” Lund said that “it will fall.”", ("Lund", "said", "“it will fall.”")),
        ("Lund warned that the dam would burst but declined to say who built it.", ("Lund", "declined", "to say who built it")),
        ("Lund never missed a chance to tell them that the dam was old.", ("Lund", "to tell", "that the dam was old")),
        ("Lund made an effort to tell them that the dam was old.", ("Lund", "to tell", "that the dam was old")),
        ("Lund said the dam was safe. “We know,” said Ms. Penn.", ("Lund", "said", "the dam was safe")),
        ("It is that the bridge is safe.", None),
        (
            "Turnout was low, according to the board, the lowest since 1994.",
            ("the board", "according to", "Turnout was low ~ the lowest since 1994"),
        ),
        ("The union finds that the offer was an insult and warns that it will strike.", ("The union", "warns", "that it will strike")),
        (
            "The union finds that the offer was an insult and warns that it will strike.",
            ("The union", "finds", "that the offer was an insult"),
        ),
        (
            "More than 200 people were aboard, the boatmen's union of Orr said, contradicting the board, which puts the passengers at 87.",
            ("the boatmen's union of Orr", "said", "More than 200 people were aboard"),
        ),
        ("“They lied to us”, stressed Orr.", ("Orr", "stressed", "“They lied to us”")),
        ("The mayor wrote that the dam fell, and the union fears that it was cut.", ("The mayor", "wrote", "that the dam fell")),
        ("The mayor wrote that the dam fell, and the union fears that it was cut.", ("the union", "fears", "that it was cut")),
        (
            "The mayor wrote that the dam fell, and that the union fears that it was cut.",
            ("The mayor", "wrote", "that the dam fell, and that the union fears that it was cut"),
        ),
        ("Orr, who is 28, said the port was closed.", ("Orr, who is 28", "said", "the port was closed")),
        (
            "One month after announcing his support for Bo Lund, Marco Orr still believes that the port is unsafe.",
            ("Marco Orr", "believes", "that the port is unsafe"),
        ),
        (
            "But numerous naval veterans interviewed at Lund rallies in Dolna this week, said they had no problem with it.",
            ("numerous naval veterans interviewed at Lund rallies in Dolna this week", "said", "they had no problem with it"),
        ),
        ("The union issued a statement saying that the port was closed.", ("The union", "saying", "that the port was closed")),
        ("She read a letter saying that the port was closed.", ("a letter", "saying", "that the port was closed")),
        (
            "“The bridge is gone,” Orr said as the water rose to the quay. “We saw it fall.”",
            ("Orr", "said", "“The bridge is gone,” ~ “We saw it fall.”"),
        ),
        (
            "“The bridge is gone,” Orr said as the water rose to the quay. “We saw it fall,” Ms. Lund added.",
            ("Orr", "said", "“The bridge is gone,”"),
        ),
        ("In the mayor's opinion, the bridge is unsafe.", ("the mayor's", "opinion", "the bridge is unsafe")),
        ("By her own account, she left the port in May.", ("her", "account", "she left the port in May")),
        ("The harbour, in Lund's view, was lost.", ("Lund's", "view", "The harbour ~ was lost")),
        ("The bridge, Lund believes, is unsafe.", ("Lund", "believes", "The bridge ~ is unsafe")),
        ("The camp was, according to the UN, closed in May.", ("the UN", "according to", "The camp was ~ closed in May")),
    ],
)
def test_sources_that_stand_apart_from_their_verb(text: str, expected: tuple[str | None, str, str] | None) -> None:
    found = triples(text, read(text))
    assert expected in found if expected else all(source != "It" for source, _, _ in found)


def contents(text: str) -> set[str]:
    """What the readings of an English text take as said."""
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language="en")
    parsed = parser().parse(document, article, Division((), (article,)))
    readings = [cue for scene in scenes(parsed, quotes_of(parsed)) for cue in cues_of(scene, lexicon("en"))]
    return {" ~ ".join(span.of(text) for span in one.content) for cue in readings for one in cue}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk said the ship sank in May and sold the yard.", "the ship sank in May"),
        ("The clerk said the ship sank in May, which the owner denied.", "the ship sank in May"),
        ("The clerk said the ship sank in May — a date that few recall.", "the ship sank in May"),
    ],
)
def test_a_content_may_end_before_what_the_main_clause_or_the_writer_adds(text: str, expected: str) -> None:
    assert expected in contents(text)


def read_by(author: str, text: str) -> tuple[tuple[Attribution, ...], str]:
    """The attributions of a text with mentions, under a line that names its author."""
    whole = f"{author}\n{text}"
    document = Document("d1", ("a.txt",), "", len(whole), "text/plain", whole)
    article = Article("a1", "d1", (Span(len(author) + 1, len(whole)),), language="en", author=Fact(author, Span(0, len(author))))
    parsed = parser().parse(document, article, Division((), (article,)))
    mentions: tuple[Mention, ...] = find_mentions(parsed)
    return find_attributions(parsed, mentions, learned=False), whole


def speakers(author: str, text: str) -> dict[str, str | None]:
    """The speaker of each cue."""
    rows, whole = read_by(author, text)
    return {row.cue.of(whole): row.speaker.of(whole) if row.speaker else None for row in rows if row.cue}


def test_whoever_says_i_in_a_quotation_is_its_speaker_and_elsewhere_the_author() -> None:
    text = "Petra Voss said: “I think that the bridge is safe.”\n\nI believe that nobody knows."
    assert speakers("Ann Bell", text) == {"said": "Petra Voss", "think": "Petra Voss", "believe": "Ann Bell"}


def test_a_pronoun_that_nothing_resolves_keeps_the_names_before_it_as_candidates() -> None:
    rows, whole = read_by("Ann Bell", "Petra Voss met Ada Quill and Mira Holt. She said that the bridge is safe.")
    (row,) = (row for row in rows if row.source and row.source.of(whole) == "She")
    assert row.speaker is not None or len(row.speakers) >= 2


def test_a_voice_that_reports_another_is_not_taken_for_it() -> None:
    far = "the bridge will not hold through another winter of storms and ice and rising water"
    found = triples(text := f"The mayor said the port fears that {far}.", read(text))
    assert [(source, cue) for source, cue, _ in found] == [("The mayor", "said"), ("the port", "fears")]
    again = triples(text := f"She said she feared that {far}.", read(text))
    assert len(again) == 1


@pytest.mark.parametrize("text", ["The firm seems to have closed the yard.", "The council criticised it."])
def test_what_nobody_says_and_what_says_nothing_is_no_attribution(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council asked the ferry owners to publish their figures.", ("The council", "asked")),
        ("The guards were ordered to leave the yard at night.", (None, "were ordered")),
        ("The firm is believed to own half of the port.", (None, "is believed")),
        ("The league is seen as a threat to the harbour by the council.", ("the council", "is seen")),
        ("It is rumored that the owners have left the yard.", (None, "is rumored")),
        ("Ms Ora Dunn (Green List): The bridge has been closed since May.", ("Ms Ora Dunn", ":")),
    ],
)
def test_what_plainly_reports_is_kept_where_the_weights_know_nothing_of_it(text: str, expected: tuple[str | None, str]) -> None:
    assert expected in [(source, cue) for source, cue, _ in triples(text, read(text, learned=True))]


@pytest.mark.parametrize(
    "text",
    [
        "The owners may be told to sell the yard.",
        "The law allows the owners to leave the yard.",
        "The statue stood in her view for years.",
    ],
)
def test_what_may_be_asked_and_what_is_allowed_is_no_report(text: str) -> None:
    assert not read(text, learned=True)


@pytest.mark.parametrize("text", ["Gross Domestic Product (GDP): the value of goods.", "Mr Penn (:", "Mr Penn (Oldham): "])
def test_a_term_with_its_initials_and_an_empty_turn_are_no_speech(text: str) -> None:
    assert not [row for row in read(text, learned=True) if row.reason == "label"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Who pays for this?” asked councillor Oda Lund.", ("councillor Oda Lund", "asked", "“Who pays for this?”")),
        ("“Who pays for this?” asked the councillor.", ("the councillor", "asked", "“Who pays for this?”")),
        ("The agency quoted a guard as saying that the director had left.", ("a guard", "saying", "that the director had left")),
        (
            "According to the mayor of Orlau, Oda Lund, the dam has been losing water since May.",
            ("the mayor of Orlau, Oda Lund", "According to", "the dam has been losing water since May"),
        ),
        (
            "According to Oda Lund, the mayor, the dam has been losing water since May.",
            ("Oda Lund, the mayor", "According to", "the dam has been losing water since May"),
        ),
    ],
)
def test_whoever_speaks_is_found_behind_the_verb_above_it_and_with_a_name_beside(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text, read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lund had no knowledge of any attempt to order the guards to leave.",
        "At no time did Lund take part in an effort to urge the guards to open the gate.",
        "The board denied any plan to ask the owners to sell the mill.",
        "It is worth noting that the film names no source.",
        "It is important to remember that the bridge is old.",
    ],
)
def test_what_nobody_did_and_what_the_writer_notes_is_nobodys_word(text: str) -> None:
    assert [row for row in read(text, learned=True) if row.stance != "deny"] == []


def test_what_the_speaker_does_next_is_not_said() -> None:
    text = "Mayor Ann Lund promised that the weir would be mended before the end of June, but refused to say who would pay for it."
    assert ("Mayor Ann Lund", "promised", "that the weir would be mended before the end of June") in triples(text, read(text, learned=True))


def test_a_share_is_no_word_of_anybody() -> None:
    assert not read("The flow fell by 40 per cent in a year.")


def test_what_is_said_of_somebody_in_the_passive_is_no_demand() -> None:
    assert [row.stance for row in read("The discharge is said to have lasted two days.")] == ["say"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor declined to say who had sold the port.", ("The mayor", "declined", "to say who had sold the port")),
        ("The firm refused to comment on the report.", ("The firm", "refused", "to comment on the report")),
    ],
)
def test_who_refuses_to_speak_is_one_row_and_denies_nothing(text: str, expected: tuple[str, str, str]) -> None:
    rows = read(text)
    assert triples(text, rows) == [expected]
    assert [(row.stance, row.polarity) for row in rows] == [("say", "negative")]
