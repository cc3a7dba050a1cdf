"""What the words around a name show of its type, in invented texts."""

from __future__ import annotations

import pytest

from testimonia.extract.mentions import find_mentions


@pytest.mark.parametrize("text", ["Orlan's widow spoke to us.", "Orlan was arrested on Friday.", "Then Orlan was born in a barn."])
def test_what_befalls_people_only_shows_a_person(read, text):
    assert next(mention.shown for mention in find_mentions(read(text)) if mention.name == "Orlan") == "person"


def named(parsed, name):
    return [mention for mention in find_mentions(parsed) if mention.form == "name" and mention.name == name]


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("Velkor, who runs the mill, refused to answer.", "Velkor", "person"),
        ("Jana Velkor, 43, was seen at the harbour.", "Jana Velkor", "person"),
        ("Velkor, a newspaper in the capital, printed the list.", "Velkor", "organisation"),
        ("Several companies such as Velkor have left the valley.", "Velkor", "organisation"),
        ("Velkor is a village in the hills.", "Velkor", "place"),
        ("Two shareholders of Velkor sold everything.", "Velkor", "organisation"),
        ("The report by an economist at Velkor was late.", "Velkor", "organisation"),
        ("Last year the family sold its stake in Velkor to a rival.", "Velkor", "organisation"),
        ("On Monday Velkor Tabak analyst Jana Bell wrote a note.", "Velkor Tabak", "organisation"),
        ("On Monday the beauty company Velkor closed its doors.", "Velkor", "organisation"),
        ("Velkor, a smartphone made in the valley, sold badly.", "Velkor", "other"),
        ("He had taken the painkiller Velkor for years.", "Velkor", "other"),
        ("Velkor is an app for drivers.", "Velkor", "other"),
        ("She sang in “Velkor Nights” last year.", "Velkor Nights", "title"),
        ("We travelled with Velkor to the coast.", "Velkor", ""),
        ("She was born in 1990 and lives near Velkor, Ohio.", "Velkor", "place"),
        ("She ran a shop at Velkor, N.Y., for years.", "Velkor", "place"),
        ("She left her son at Velkor, West Virginia, and drove on.", "Velkor", "place"),
        ("Jana Bell, 32, of Velkor, was fined.", "Velkor", "place"),
        ("Velkor, Virginia Bell and the others left.", "Velkor", ""),
    ],
)
def test_what_a_text_says_of_a_name_is_kept(read, text, name, shown):
    assert [mention.shown for mention in named(read(text), name)] == [shown]


def test_an_article_before_the_noun_behind_a_name_is_not_the_names(read):
    parsed = read("The Brandt government fell. The Wanderers lost.")
    assert [mention.determiner for mention in named(parsed, "Brandt")] == [""]
    assert [mention.determiner for mention in named(parsed, "Wanderers")] == ["The"]


def test_people_may_be_called_like_places_and_papers(read):
    parsed = read("Bill Henderson met Marta Hill on Monday. The Harbour Bill was passed.")
    kinds = {mention.name: mention.type for mention in find_mentions(parsed) if mention.form == "name"}
    assert kinds["Bill Henderson"] == "person"
    assert kinds["Marta Hill"] == "person"


def test_an_abbreviated_office_is_no_part_of_a_name(read):
    parsed = read("Gov. Teresa Malloy spoke after Rep. Ian Foley left the hall.")
    assert {"Teresa Malloy", "Ian Foley"} <= {mention.name for mention in find_mentions(parsed) if mention.form == "name"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A Valdor County Sheriff's Department dog barked at the Mayor's Office.",
            {"Valdor County Sheriff's Department", "Mayor's Office"},
        ),
        ("A nurse on the ward told Tulply that the man died.", {"Tulply"}),
        ("The retailer Kowe's (KWE) is down.", {"Kowe's"}),
    ],
)
def test_a_name_is_found_whole(read, text, names):
    assert names <= {mention.name for mention in find_mentions(read(text)) if mention.form == "name"}


def test_a_saint_before_a_towns_name_and_a_town_behind_a_firms_are_told_apart(read):
    parsed = read("• Velkor Robotics, Kent, Washington\n\nThey moved from St. Louis to Kent.")
    names = {mention.name for mention in find_mentions(parsed) if mention.form == "name"}
    assert {"Velkor Robotics", "Kent", "St. Louis"} <= names


@pytest.mark.parametrize("name", ["Velkor Amphitheatre", "Velkor Statehouse", "Velkor Lagoon", "Velkor Tower"])
def test_what_is_built_and_what_lies_somewhere_is_a_place(read, name):
    kinds = {
        mention.name: mention.type for mention in find_mentions(read(f"On Monday they met at {name} again.")) if mention.form == "name"
    }
    assert kinds[name] == "place"


@pytest.mark.parametrize("text", ["D'après le ministre, la porte est fermée.", "Hier. L'incendie a duré."])
def test_an_elided_article_is_no_name(read, text):
    assert [mention.name for mention in find_mentions(read(text, "fr")) if mention.form == "name"] == []


def test_the_initials_of_a_land_are_nobodys(read):
    found = {
        mention.name: mention for mention in find_mentions(read("The duty is paid to U.S. Customs at the border of the U.S. on Friday."))
    }
    assert found["U.S. Customs"].type == "organisation"
    assert found["U.S."].antecedent is None
