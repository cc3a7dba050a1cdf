"""Names of which little shows that they are names: single words, words in quotation marks, names run together with others."""

from __future__ import annotations

import pytest

from testimonia.extract.mentions import find_mentions


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("de", "Die Demonstration begann in Wendhausen und endete am Abend vor dem Rathaus.", "Wendhausen", "place"),
        ("de", "Sie flogen nach Kairo und kamen erst im Herbst zurück.", "Kairo", "place"),
        ("de", "Das Geld kam aus Karasuu, sagte der Mann dem Gericht.", "Karasuu", "place"),
        ("de", "Die Organisation Helle Quelle hat ihn in einem Brief gewarnt.", "Helle Quelle", "organisation"),
        ("de", "Die Berliner Baufirma Hydroplan lieferte die Pumpen. Er sagt, dass Hydroplan verdient.", "Hydroplan", "organisation"),
        ("de", "Der Kanal endet auf den Feldern von Bek Tulparow. Er schwieg.", "Bek Tulparow", "person"),
        ("ru", "Компания «ТулпарАгро» построила канал три года назад.", "ТулпарАгро", "organisation"),
        ("ru", "Об этом сообщил вчера аким Карасуйского района Нурлан Беков.", "Карасуйского района", "place"),
        ("ru", "Комитет национальной безопасности (КНБ) возбудил дело.", "Комитет национальной безопасности", "organisation"),
        ("tr", "Kırgızistan'ın Karasu vadisinde bir şirket kanal yaptı.", "Kırgızistan", "other"),
        ("tr", "Saldırıyı dün Dışişleri Bakanlığı kınadı.", "Dışişleri Bakanlığı", "organisation"),
        ("tr", "Toplantı dün Ovacık'ta yapıldı.", "Ovacık", "place"),
        ("nl", "ROTTERDAM - De handelaar zag topman Joost van Zandwijk niet.", "Joost van Zandwijk", "person"),
        ("nl", "Dat zegt minister Van der Aa van Buitenlandse Handel.", "Van der Aa", "person"),
        ("nl", "De suiker kwam van de handelaar Zandwijk & Co uit de haven.", "Zandwijk & Co", "organisation"),
        ("fr", "Selon le ministère des Ressources, la rivière est propre.", "ministère des Ressources", "organisation"),
        ("es", "Los obreros salieron ayer de Santa Eduvigis a pie.", "Santa Eduvigis", "place"),
    ],
)  # fmt: skip
def test_a_name_is_found_with_what_it_is(read, language: str, text: str, name: str, kind: str) -> None:
    found = {(mention.name, mention.type) for mention in find_mentions(read(text, language)) if mention.form == "name"}
    assert (name, kind) in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Mann sitzt in Untersuchungshaft und lebt in Angst. Die Ärzte handelten in Absprache."),
        ("de", "Nach Verhandlungen kam man aus Geldmangel zu keinem Ergebnis."),
        ("ru", "Он сказал «нет» и ушёл."),
    ],
)
def test_a_noun_is_no_name(read, language: str, text: str) -> None:
    assert [mention.name for mention in find_mentions(read(text, language)) if mention.form == "name"] == []


def test_a_surname_opens_a_sentence_in_another_case(read) -> None:
    text = "Об этом заявила вчера жена Нурлана Жээнбаева. Жээнбаев молчит."
    assert "Жээнбаев" in {mention.name for mention in find_mentions(read(text, "ru"))}


def test_a_capital_inside_a_sentence_belongs_to_the_name(read) -> None:
    text = "Os moradores chamaram a Associação Hok Tek na segunda."
    assert "Associação Hok Tek" in {mention.name for mention in find_mentions(read(text, "pt"))}
