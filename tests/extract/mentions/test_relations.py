from __future__ import annotations

import pytest

from testimonia.base.extractions import Mention
from testimonia.extract.mentions import find_aliases, find_mentions, find_relations
from testimonia.extract.mentions.aliases import only_names


def stated(read, text):
    parsed = read(text)
    found = find_relations(parsed, find_mentions(parsed))
    return [(r.kind, r.subject.of(text), r.role.of(text), r.object and r.object.of(text), r.time and r.time.of(text)) for r in found]


def test_title_before_a_name(read):
    assert ("role", "Olga Brandt", "Prime Minister", None, None) in stated(read, "Prime Minister Olga Brandt opened the bridge.")


def test_apposition_with_its_body_and_its_time(read):
    found = stated(read, "Tomas Keller, then the leader of the Harbour Workers Union, spoke first.")
    assert any(f[0] == "role" and f[1] == "Tomas Keller" and f[3] == "Harbour Workers Union" and f[4] == "then" for f in found)


def test_kinship(read):
    found = stated(read, "Tomas Keller, the son of Olga Brandt, spoke first.")
    assert any(f[0] == "kinship" and f[1] == "Tomas Keller" and f[3] == "Olga Brandt" for f in found)


def test_a_role_that_only_refers_back_states_nothing(read):
    text = (
        "Prime Minister Olga Brandt opened the bridge. Many people came to the river that day to see it. The Prime Minister thanked them."
    )
    assert [f[2] for f in stated(read, text)] == ["Prime Minister"]


@pytest.mark.parametrize(
    ("text", "holder", "role", "whose", "when"),
    [
        ("Olga Brandt became transport minister in May 2015.", "Olga Brandt", "transport minister", None, "in May 2015"),
        ("Olga Brandt, who was mayor of Vienna until 2012, left.", "Olga Brandt", "mayor of Vienna", "Vienna", "until 2012"),
        ("Tomas Keller spoke. He served as head of finance until 2016.", "Tomas Keller", "head of finance", None, "until 2016"),
        ("Olga Brandt was elected head of the Dock Board on 1 March.", "Olga Brandt", "head of the Dock Board", "Dock Board", "on 1 March"),
        ("Olga Brandt became transport minister in Sept. 2015.", "Olga Brandt", "transport minister", None, "in Sept. 2015"),
        ("In 2001 Tomas Keller was a judge in Vienna.", "Tomas Keller", "judge", None, "In 2001"),
    ],
)  # fmt: skip
def test_a_sentence_says_when_somebody_held_an_office(read, text, holder, role, whose, when):
    assert ("role", holder, role, whose, when) in stated(read, text)


@pytest.mark.parametrize(
    "text",
    ["Olga Brandt was not mayor in 2013.", "Olga Brandt could become minister in 2018.", "Olga Brandt is the sister of Tomas Keller."],
)
def test_what_was_not_or_may_be_is_no_office_held(read, text):
    assert not any(f[0] == "role" for f in stated(read, text))


def test_a_relative_of_an_officer_holds_no_office_and_takes_no_date_from_the_sentence_before(read):
    text = "It was opened in 2013. Olga Brandt, wife of the guide Tomas Keller, wept. It shut in 2013.\nHis brother, Jan Keller, left."
    found = stated(read, text)
    assert ("kinship", "Olga Brandt", "wife of the guide", "Tomas Keller", None) in found
    assert not any(f[1] == "Tomas Keller" and "wife" in f[2] for f in found)
    assert all(f[4] is None for f in found)


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The Harbour Workers Union (HWU) was founded in 1970.", "Harbour Workers Union", "HWU"),
        ("The Harbour Workers Union, also known as the Red Dockers, was founded in 1970.", "Harbour Workers Union", "Red Dockers"),
        ("Members of the Harbour Workers Union (the HWU) met in Vienna.", "Harbour Workers Union", "HWU"),
    ],
)
def test_declared_aliases(read, text, name, alias):
    parsed = read(text)
    found = [(a.name.of(text), a.alias.of(text)) for a in find_aliases(parsed, find_mentions(parsed))]
    assert any(name in a and alias in b for a, b in found)


@pytest.mark.parametrize(
    ("language", "inside", "declared"),
    [
        ("en", "the HWU, later the RDU", True),
        ("de", "die HWU, später RDU", True),
        ("fr", "la HWU, puis la RDU", True),
        ("pl", "HWU, dawniej RDU", True),
        ("it", "la HWU, poi RDU", True),
        ("fr", "dont la HWU et la RDU", False),
    ],
)
def test_small_words_of_the_language_may_stand_beside_names_in_brackets(language, inside, declared):
    text = f"Union Rivage ({inside})"
    names = [Mention("d", "a", text.index(name), text.index(name) + 3, name, "organisation") for name in ("HWU", "RDU")]
    found = only_names(text, (len("Union Rivage ("), len(text) - 1), names, language)
    assert found is declared


def test_a_bracket_with_more_than_names_declares_nothing(read):
    text = "The Harbour Workers Union (which met in Vienna last year) was founded in 1970. He lives in Vienna (Austria)."
    parsed = read(text)
    assert find_aliases(parsed, find_mentions(parsed)) == ()
