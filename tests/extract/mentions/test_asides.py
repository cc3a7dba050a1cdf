"""Names outside of all articles: captions, teasers, menus, addresses."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document, Segment
from testimonia.base.spans import Span
from testimonia.extract.mentions import find_mentions
from testimonia.extract.mentions.asides import find_asides

BODY = "Olga Brandt opened the bridge in Vienna on Monday. The Harbour Union refused to come."


def page(*pieces: tuple[str, str], language: str = "en") -> tuple[Document, Division]:
    """A page of these pieces, each a kind of segment and its text, one a line; the article's piece is its body."""
    text, segments, bodies = "", [], []
    for kind, words in pieces:
        start = len(text)
        text += words + "\n"
        segments.append(Segment("d1", start, len(text), kind))
        if kind == "article":
            bodies.append(Span(start, start + len(words)))
    article = Article("a1", "d1", tuple(bodies), language=language)
    return Document("d1", ("a.txt",), "0" * 64, len(text), "text/plain", text), Division(tuple(segments), (article,), language=language)


@pytest.fixture
def asides(parser):
    def names(*pieces: tuple[str, str], language: str = "en") -> list[str]:
        document, division = page(*pieces, language=language)
        found = find_asides(parser, document, division, ())
        assert all(document.text[one.start : one.end] == one.name for one in found)
        assert len({(one.start, one.end) for one in found}) == len(found)
        return [one.name for one in found]

    return names


def test_a_caption_is_read(asides):
    assert "Tomas Keller" in asides(("article", BODY), ("caption", "Tomas Keller at the opening of the bridge"))


def test_what_stands_in_the_article_is_not_read_again(asides):
    assert asides(("article", BODY)) == []


def test_a_repeated_line_gives_its_names_at_every_place(asides):
    teaser = ("teaser", "Tomas Keller leaves the council of Vienna after ten years")
    assert asides(teaser, ("article", BODY), teaser).count("Tomas Keller") == 2


def test_menu_words_are_no_names_but_a_full_name_in_a_list_of_links_is(asides):
    found = asides(("furniture", "Home\nAbout\nContact\nPhotos"), ("article", BODY), ("related", "Why did Tomas Keller resign?"))
    assert "Tomas Keller" in found
    assert not {"Home", "About", "Contact", "Photos"} & set(found)


def test_an_agency_that_signs_a_picture_is_read_and_a_platform_of_a_menu_is_not(asides):
    found = asides(("article", BODY), ("furniture", "Facebook\nTomas Keller / AFP\nMenu"))
    assert "AFP" in found
    assert "Facebook" not in found


def test_a_land_or_a_known_body_in_a_headline_beside_is_read_and_in_a_menu_is_not(asides):
    found = asides(
        ("related", "Why Portugal sold the old bridge to Airbus"), ("article", BODY), ("related", "Norway\nIKEA\nBeaten And Gone")
    )
    assert {"Portugal", "Airbus"} <= set(found)
    assert not {"Norway", "IKEA", "Beaten"} & set(found)


def test_an_agency_of_pictures_and_a_paper_sign_with_their_names(asides):
    found = asides(("article", BODY), ("furniture", "Photograph by Tomas Keller/Alamy\nMenu"), ("furniture", "It was long [Bloomberg]"))
    assert {"Alamy", "Bloomberg"} <= set(found)


def test_lines_that_a_dump_glued_are_parted(asides):
    found = asides(("article", BODY), ("caption", "The bridge of Olga BrandtThe opening of the bridge in Vienna"))
    assert "Olga Brandt" in found


def test_the_host_of_an_address_is_a_mention(asides):
    assert "harbour-union.example" in asides(("article", BODY), ("furniture", "https://www.harbour-union.example/news/bridge"))


def test_hostile_furniture_is_linear(asides):
    assert asides(("article", BODY), ("furniture", "aB" * 50_000 + "." * 10_000)) is not None


def test_numbers_alone_are_no_names(read):
    names = {mention.name for mention in find_mentions(read("Eleven dockers were hurt. Eleven. Two of them died. Eleven Dead in Port."))}
    assert not {"Eleven", "Two"} & names


def test_the_title_of_a_law_is_one_name(read):
    names = {m.name: m.type for m in find_mentions(read("Under the 1961 Convention on the Rights of Dockers the deal is void."))}
    assert names["1961 Convention on the Rights of Dockers"] == "work"


def test_an_office_before_its_holder(read):
    text = "The Deputy Minister of Health Ana Kole said on Monday that the dam is safe."
    role = next(mention for mention in find_mentions(read(text)) if mention.form == "role" and mention.name.endswith("Ana Kole"))
    assert role.name == "The Deputy Minister of Health Ana Kole"
    assert role.antecedent is not None and role.antecedent.of(text) == "Ana Kole"


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("es", "Ayer el Ministerio de Economía y Hacienda pagó.", "Ministerio de Economía y Hacienda", "organisation"),
        ("es", "Según la Fiscalía General, todo es falso.", "Fiscalía General", "organisation"),
        ("es", "Lo dijo en Valdoria el lunes.", "Valdoria", "place"),
        ("fr", "Hier le Syndicat des Dockers du Port de Merle appelait.", "Syndicat des Dockers du Port de Merle", "organisation"),
        ("de", "Gestern sprach Lutz Morgner mit der Presse.", "Lutz Morgner", "person"),
        ("sq", "Sot Partia e Punës mohoi.", "Partia e Punës", "organisation"),
        ("sq", "Tensionet mes Shteteve të Bashkuara të Amerikës dhe Iranit.", "Shteteve të Bashkuara të Amerikës", "place"),
        ("pt", "Ontem a ministra Ana Pereira negou.", "Ana Pereira", "person"),
        ("el", "Σήμερα το Κόμμα Εργατών της Βαλδορίας μίλησε.", "Κόμμα Εργατών της Βαλδορίας", "organisation"),
        ("ru", "Вчера министр Анна Перлова молчала.", "Анна Перлова", "person"),
        ("uk", "Так розповів зварник з Мелени Олег Вітрун.", "Олег Вітрун", "person"),
        ("uk", "Так розповів зварник з Мелени Олег Вітрун.", "Мелени", "place"),
        ("uk", "На верфі «Молодіж» тихо.", "Молодіж", "organisation"),
        ("pl", "Wczoraj rzecznik prokuratury Tomasz Bielny milczał.", "Tomasz Bielny", "person"),
        ("pl", "Wczoraj przewodniczący Wolnego Związku Szewców milczał.", "Wolnego Związku Szewców", "organisation"),
        ("fr", "Le Conseil national de salut a parlé.", "Conseil national de salut", "organisation"),
        ("sw", "Jana Waziri wa Maji Hassan Abdirah alisema.", "Hassan Abdirah", "person"),
        ("sw", "Shirika la Maji kwa Wote lilisema.", "Shirika la Maji kwa Wote", "organisation"),
        ("ar", "قالت منظمة الماء للجميع إن الماء قليل.", "منظمة الماء للجميع", "organisation"),
        ("ar", "قال قائد كتائب حماية الجبل سامر الزاهر إن الماء قليل.", "سامر الزاهر", "person"),
        ("ar", "وصل حراس شركة روستر فوردز أمس.", "شركة روستر فوردز", "organisation"),
    ],
)
def test_names_and_their_kinds_without_a_parser(read, language, text, name, kind):
    assert (name, kind) in {(mention.name, mention.type) for mention in find_mentions(read(text, language))}


def test_two_people_joined_by_and_are_two_in_spanish(read):
    names = {mention.name for mention in find_mentions(read("Ayer Lucía Robles y Yago Prieto negaron todo.", "es"))}
    assert {"Lucía Robles", "Yago Prieto"} <= names


def test_a_german_noun_behind_the_first_word_of_a_sentence_is_no_name(read):
    text = "Nach Angaben der Polizei starb ein Mann. Im Januar war es kalt. Das Dorf lag nach Angaben der Stadt im Januar im Schnee."
    assert not find_mentions(read(text, "de"))


def test_german_nouns_are_no_people(read):
    names = {
        mention.name for mention in find_mentions(read("Die Zahl der Toten stieg auf 19 Millionen Kronen. Die Zahl war falsch.", "de"))
    }
    assert not any(name.startswith(("Zahl", "Millionen", "Toten")) for name in names)


def test_the_line_of_a_name_and_a_date_names_the_paper(asides):
    named = asides(("article", BODY), ("furniture", "Correio do Vale, 5 de outubro de 2018"), ("furniture", "In the end, he lost 5 games."))
    assert named == ["Correio do Vale"]


def test_a_full_name_in_a_menu_is_read_without_a_parser_too(asides):
    body = ("article", "A ponte foi aberta ontem por Olga Brandt, e o sindicato não veio à festa da cidade.")
    found = asides(("furniture", "Colunas\nEducação Musical\nMarcos Velanda\nFale Conosco"), body, language="pt")
    assert "Marcos Velanda" in found
    assert not {"Educação Musical", "Fale Conosco"} & set(found)
