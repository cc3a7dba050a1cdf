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
        ("de", "Das Haus gehört dem Fischereistar Anna Kernhagen.", "Anna Kernhagen", "person"),
        ("de", "Kanal-Gründer Anna Kernhagen schweigt seit Mai.", "Anna Kernhagen", "person"),
        ("de", "Der Fischkonzern Marvella und das Bootsunternehmen Bek Tul melden Gewinne.", "Bek Tul", "organisation"),
        ("ru", "Лодка вышла в море из порта Карасу В субботу был шторм.", "Карасу", "place"),
        ("tr", "Kırgızistan'ın Karasu vadisinde bir şirket kanal yaptı.", "Kırgızistan", "other"),
        ("tr", "Saldırıyı dün Dışişleri Bakanlığı kınadı.", "Dışişleri Bakanlığı", "organisation"),
        ("tr", "Toplantı dün Ovacık'ta yapıldı.", "Ovacık", "place"),
        ("nl", "ROTTERDAM - De handelaar zag topman Joost van Zandwijk niet.", "Joost van Zandwijk", "person"),
        ("nl", "Dat zegt minister Van der Aa van Buitenlandse Handel.", "Van der Aa", "person"),
        ("nl", "De suiker kwam van de handelaar Zandwijk & Co uit de haven.", "Zandwijk & Co", "organisation"),
        ("fr", "Selon le ministère des Ressources, la rivière est propre.", "ministère des Ressources", "organisation"),
        ("es", "Los obreros salieron ayer de Santa Eduvigis a pie.", "Santa Eduvigis", "place"),
        ("fr", "La pêche y est libre, dit le rapport. L’Uruguay a signé hier.", "Uruguay", "other"),
        ("fr", "Norvège et pêcheurs ont signé hier sans un mot.", "Norvège", "other"),
        ("fr", "Le poisson va en bateau vers la République dominicaine.", "République dominicaine", "other"),
        ("ru", "Исландия подписала вчера договор о рыбе.", "Исландия", "other"),
        ("ru", "Сайт Rybak.ru сообщил об этом вчера вечером.", "Rybak.ru", "organisation"),
    ],
)  # fmt: skip
def test_a_name_is_found_with_what_it_is(read, language: str, text: str, name: str, kind: str) -> None:
    found = {(mention.name, mention.type) for mention in find_mentions(read(text, language)) if mention.form == "name"}
    assert (name, kind) in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vor allem Hydroplan und die ASK klagen. Tulparow schwieg, der LKW stand.", {"Hydroplan", "ASK", "Tulparow"}),
        ("Er warf Island und Kanada vor, dass Norwegen zahlt.", {"Island", "Kanada", "Norwegen"}),
        ("Sie hält Aktien der Hanseatischen Bahn und einen Preis des Roten Sees.", {"Hanseatischen Bahn", "Roten Sees"}),
        ("Der Netzwerkausrüster Tulparox und der Fischgroßhändler Bekmar schließen.", {"Tulparox", "Bekmar"}),
        ("Das teilte Bauleiter Jonas Kernbek mit. Später widerrief Kernbek alles.", {"Jonas Kernbek", "Kernbek"}),
        ("Insgesamt stieg der Einkaufsmanagerindex. Weil Strom fehlt, ruht die Strandgutverwertung bis Ende August.", set()),
        ("Das Fischereiministerium und ein Landgericht prüfen die Pläne der Landesregierung.", {"Fischereiministerium", "Landesregierung"}),
        ("Vor allem FischTube und TikTok sperren LehrerInnen aus.", {"FischTube", "TikTok"}),
    ],
)
def test_a_german_word_is_a_name_where_it_is_no_noun(read, text: str, names: set[str]) -> None:
    assert {mention.name for mention in find_mentions(read(text, "de")) if mention.form == "name"} == names


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


def test_in_scripts_without_capitals_a_surname_comes_again_and_a_place_is_known(read) -> None:
    text = "قال قائد كتائب حماية الساحل غسان الظاهر، إن قواته لن تنسحب. وأضاف الظاهر أن السلاح جاء من تركيا."
    found = {(mention.name, mention.type) for mention in find_mentions(read(text, "ar")) if mention.form == "name"}
    assert {("كتائب حماية الساحل", "organisation"), ("غسان الظاهر", "person"), ("الظاهر", "person"), ("تركيا", "place")} <= found


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Die Sarnıç-Brücke ist fertig.", {("Sarnıç-Brücke", "place")}),
        ("fr", "L'ONG Toit pour Tous a distribué des vivres.", {("Toit pour Tous", "organisation")}),
        ("es", "El Grupo Azucarero Cibeles de esconder cuerpos.", {("Grupo Azucarero Cibeles", "organisation")}),
        ("nl", "Volgens Greet Hoekstra van Milieuforum klopt dat.", {("Greet Hoekstra", "person"), ("Milieuforum", "organisation")}),
        ("ru", "Это дом адмирала флота Красного Причала Нурлана Бекова.", {("Красного Причала", "person"), ("Нурлана Бекова", "person")}),
        ("de", "Das Magazin „Business Weir“ schwieg.", {("Business Weir", "organisation")}),
        ("id", "Kepala Badan Tenaga Atom menolak.", {("Badan Tenaga Atom", "organisation")}),
    ],
)
def test_a_name_ends_where_the_next_begins(read, language: str, text: str, names: set[tuple[str, str]]) -> None:
    found = {(mention.name, mention.type) for mention in find_mentions(read(text, language)) if mention.form == "name"}
    assert names <= found, found


def test_a_row_of_villages_is_of_places_and_a_contractor_shows_no_person(read) -> None:
    text = "Beneath it lie the villages of Ak-Bulun, Kyzyl-Tam and Mirza-Arik. The contractor, Kervan Yapı, refused."
    shown = {mention.name: mention.shown for mention in find_mentions(read(text)) if mention.form == "name"}
    assert {shown.get(name) for name in ("Ak-Bulun", "Kyzyl-Tam", "Mirza-Arik")} == {"place"}
    assert shown.get("Kervan Yapı", "") == ""
