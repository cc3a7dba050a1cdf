from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.base.extractions import Mention
from testimonia.extract.mentions import find_mentions


def by_name(mentions: tuple[Mention, ...], name: str, form: str | None = None) -> Mention:
    return next(m for m in mentions if m.name == name and (form is None or m.form == form))


def stands_for(mention: Mention, text: str) -> str | None:
    return None if mention.antecedent is None else mention.antecedent.of(text)


def test_spans_give_back_their_names(read):
    text = "Prime Minister Olga Brandt met Tomas Keller in Vienna. Brandt said she was pleased."
    for mention in find_mentions(read(text)):
        assert text[mention.start : mention.end] == mention.name


def test_surname_stands_for_the_full_name(read):
    text = "Olga Brandt spoke in Vienna on Monday. Brandt was pleased with the result."
    mentions = find_mentions(read(text))
    assert stands_for(by_name(mentions, "Brandt"), text) == "Olga Brandt"


def test_surname_of_two_people_is_left_open_with_both_shown(read):
    text = "Olga Brandt spoke in Vienna. Peter Brandt answered her. Brandt was pleased with the result."
    mention = by_name(find_mentions(read(text)), "Brandt")
    assert mention.antecedent is None
    assert sorted(span.of(text) for span in mention.candidates) == ["Olga Brandt", "Peter Brandt"]


def test_title_phrase_stands_for_the_name_in_it_and_the_role_for_its_holder(read):
    text = "Prime Minister Olga Brandt opened the bridge. Crowds cheered. The Prime Minister thanked the workers."
    mentions = find_mentions(read(text))
    assert stands_for(by_name(mentions, "Prime Minister Olga Brandt"), text) == "Olga Brandt"
    assert stands_for(by_name(mentions, "The Prime Minister"), text) == "Olga Brandt"


def test_a_description_before_a_name_between_commas_stands_for_it(read):
    text = "The head of the port authority, Ana Kroll, resigned on Monday. The head said she was tired."
    mentions = find_mentions(read(text))
    for told in ("The head of the port authority", "The head", "she"):
        assert stands_for(by_name(mentions, told), text) == "Ana Kroll"
    listed = "The mayor of Brend, Ana Kroll, and the bishop met on Monday."
    assert stands_for(by_name(find_mentions(read(listed)), "The mayor of Brend"), listed) is None


@pytest.mark.parametrize(
    "text",
    [
        "The thief who attacked the old clerk, Bo Lund, was freed on Monday. The clerk is in hospital.",
        "A driver who had hit the nurse, Bo Lund, fled to Brend. The nurse was not hurt.",
        "The woman who accused the bishop, Ana Kroll, has left Tollan. The bishop said nothing.",
    ],
)
def test_a_name_behind_a_relative_clause_is_not_that_of_the_noun_in_it(read, text):
    described = [m for m in find_mentions(read(text)) if m.form == "role" and m.head in ("clerk", "nurse", "bishop")]
    assert described and {stands_for(m, text) for m in described} <= {None, described[0].name}


def test_a_role_told_of_a_name_is_that_of_its_holder(read):
    text = "Police arrested Ivo Manz, a former mayor of Tollan. The former mayor denied everything."
    assert stands_for(by_name(find_mentions(read(text)), "The former mayor"), text) == "Ivo Manz"


def test_the_company_is_no_ministry(read):
    text = "The Ministry of Labour said nothing. The pit is run by Sarvane Stone (SS), a company from Brend. The company said it was sorry."
    mentions = find_mentions(read(text))
    assert stands_for(by_name(mentions, "a company"), text) == "Sarvane Stone"
    assert stands_for(by_name(mentions, "The company"), text) in ("Sarvane Stone", "SS")


def test_a_loaded_description_is_of_the_body_that_the_text_is_about_or_of_the_one_that_it_names(read):
    """Neither a body named in passing nor a platform known everywhere is "the militant group"."""
    about = "The Orrin Front burned a mill in Velm. " * 4
    passing = f"{about}The Talvik Association sent bread. Everybody fears the militant group."
    assert stands_for(by_name(find_mentions(read(passing)), "the militant group"), passing) == "Orrin Front"
    known = "The Orrin Front burned a mill. People wrote of it on Facebook. Everybody fears the group."
    assert stands_for(by_name(find_mentions(read(known)), "the group"), known) == "Orrin Front"
    named = "The ORF burned a mill in Velm. The Talvik Association sent bread. Everybody fears the ORF militant group."
    phrase = next(one for one in find_mentions(read(named)) if one.name.endswith("militant group"))
    assert stands_for(phrase, named) != "Talvik Association"


def test_pronoun_agrees_in_kind(read):
    text = "Mrs. Olga Brandt visited the Keller Foundation. She praised its work."
    mentions = find_mentions(read(text))
    assert stands_for(by_name(mentions, "She"), text) == "Olga Brandt"
    assert stands_for(by_name(mentions, "its"), text) == "Keller Foundation"


def test_it_goes_on_with_what_the_sentence_before_speaks_of(read):
    text = "The Harbour Gazette does not say that the Dock Union asked for help in 2017. It repeats that the Union was founded in 2014."
    assert stands_for(by_name(find_mentions(read(text)), "It", "pronoun"), text) == "Harbour Gazette"
    text = "The Harbour Gazette does not say that the Dock Union asked for help in 2017. It is the worst flood in ten years."
    assert by_name(find_mentions(read(text)), "It", "pronoun").antecedent is None


def test_gender_keeps_he_from_a_woman(read):
    text = "Mr. Tomas Keller was tired. Mrs. Olga Brandt arrived late. He left the room."
    assert stands_for(by_name(find_mentions(read(text)), "He"), text) == "Tomas Keller"


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Judge Paula Stern met Walter Lind. Lind was late. She left the room.", "She", "Paula Stern"),
        ("Nadia Hult thanked Walter Lind. He left the room.", "He", "Walter Lind"),
        ("Walter Lind met Andrea Voss. She left the room.", "She", "Andrea Voss"),  # a man's name in one land, a woman's in another
    ],
)
def test_a_given_name_that_only_men_or_only_women_bear_keeps_he_from_her(read, text, pronoun, expected):
    assert stands_for(by_name(find_mentions(read(text)), pronoun), text) == expected


def test_the_company_is_no_union(read):
    text = "The quay belongs to Norvik Timber. The Harbour Pilots Union called a strike. The company said that talks would go on."
    assert stands_for(by_name(find_mentions(read(text)), "The company"), text) == "Norvik Timber"


def test_names_joined_by_a_slash_are_told_apart(read):
    text = "The Harbour Workers Union (the HWU/ UHW/ Union of Kronstad) was founded in 1970."
    found = {m.name for m in find_mentions(read(text)) if m.form == "name"}
    assert {"HWU", "UHW"} <= found


def test_group_descriptions_are_mentions(read):
    text = "Former members of the union and several refugees spoke to reporters."
    found = {m.name: m.type for m in find_mentions(read(text))}
    assert found["Former members of the union"] == "group"
    assert found["several refugees"] == "group"


def test_so_many_people_are_no_entity_but_those_of_a_place_may_be(read):
    text = "Nine people died. They were asleep. The Velmoran people mourned, and the people of the valley left."
    mentions = find_mentions(read(text))
    assert by_name(mentions, "Nine people").head == ""
    assert stands_for(by_name(mentions, "They"), text) == "Nine people"
    assert by_name(mentions, "The Velmoran people").head == "people"
    assert by_name(mentions, "the people of the valley").head == "people"


def test_capitalised_runs_without_a_parser(read):
    text = "Presidentja Mira Dolani takoi dje në Kodrinë kryetarin Ilir Vuksa. Mira Dolani tha se po."
    found = {m.name for m in find_mentions(read(text, "sq"))}
    assert {"Mira Dolani", "Ilir Vuksa", "Kodrinë"} <= found


def test_nothing_is_guessed_for_a_script_without_case(read):
    assert find_mentions(read("قال الرجل إنه لا يعرف شيئا عن الموضوع.", "ar")) == ()


@pytest.mark.parametrize(
    "text", ["A" * 10_000, "THE MAYOR MET THE KING. " * 400, "the mayor met the king. " * 400, "Ab " * 5_000, "O/" * 4_000]
)
def test_hostile_text_neither_crashes_nor_leaves_the_text(read, text):
    for mention in find_mentions(read(text)):
        assert 0 <= mention.start < mention.end <= len(text)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="AbcMéж '’.-/(),\n", min_size=1, max_size=120))
def test_any_text_gives_spans_inside_it_each_once(parser, text):
    from testimonia.base.documents import Article, Division, Document
    from testimonia.base.spans import Span

    document = Document("d1", (), "0", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language="en")
    mentions = find_mentions(parser.parse(document, article, Division((), (article,))))
    spans = [(m.start, m.end) for m in mentions]
    assert len(spans) == len(set(spans))
    assert all(text[m.start : m.end] == m.name and m.name for m in mentions)


def test_a_name_written_with_a_plus_keeps_it(read):
    text = "The owners of Canal + did not allow a debate. She paid 3 + 4 crowns."
    mention = by_name(find_mentions(read(text)), "Canal +")
    assert mention.type == "organisation"


def test_another_surname_in_brackets_belongs_to_the_name(read):
    text = "The report was written by Olga Brandt (Keller) in Vienna."
    mentions = find_mentions(read(text))
    assert stands_for(by_name(mentions, "Olga Brandt (Keller)"), text) == "Olga Brandt"


def test_somebodys_relative_before_a_comma_is_the_one_named_behind_it(read):
    text = "They came from Graz to see their daughter, Olga Brandt, who lives in Vienna."
    mentions = find_mentions(read(text))
    assert stands_for(by_name(mentions, "their daughter, Olga Brandt"), text) == "Olga Brandt"


def test_a_city_that_has_a_policy_or_acts_beside_another_is_marked(read):
    text = "If Vienna or Prague refuse, the talks will end. They wait for the reaction of Warsaw. They live in Oslo."
    marked = {m.name for m in find_mentions(read(text)) if m.metonym}
    assert marked == {"Vienna", "Prague", "Warsaw"}
