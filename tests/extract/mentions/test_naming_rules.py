"""Rules by which names are found whole and typed, in invented texts of several languages."""

from __future__ import annotations

import pytest

from testimonia.extract.mentions import find_mentions


def kinds(parsed):
    return {mention.name: mention.type for mention in find_mentions(parsed) if mention.form == "name"}


def phrases(parsed):
    return {mention.name for mention in find_mentions(parsed) if mention.form == "role"}


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("The march was called by the Guardians of the Gorge, a new movement.", "en", "Guardians of the Gorge", "organisation"),
        ("Go to the International Tribunal for the Law of Fish.", "en", "International Tribunal for the Law of Fish", "organisation"),
        ("Le mouvement Balai des Voisins (BV) a condamné la décision.", "fr", "Balai des Voisins", "organisation"),
        ("Hier, le Conseil national de salut a été dissous par Ana Veller.", "fr", "Conseil national de salut", "organisation"),
        ("Об этом пишет агентство «Северный ветер», его читают все.", "ru", "Северный ветер", "organisation"),
        ("Она работает в Институте горных исследований уже два года.", "ru", "Институте горных исследований", "organisation"),
        ("Fiskeriminister Astrid Moen-Lund møtte lederen i går.", "nb", "Astrid Moen-Lund", "person"),
        ("Dün İçişleri Bakanı Kemal Vardar konuştu.", "tr", "Kemal Vardar", "person"),
        ("Gemi dün gece Marvat'tan ayrıldı.", "tr", "Marvat", "other"),
        ("Gestern sprach die Försterin Ulla Kernhagen mit uns.", "de", "Ulla Kernhagen", "person"),
        ("O tome je juče odlučivao Strelački savez Vardije na sednici.", "sr", "Strelački savez Vardije", "organisation"),
        ("Вчера за това реши Ловният съюз Вардия на заседание.", "bg", "Ловният съюз Вардия", "organisation"),
        ("Včera o tom jednal Střelecký svaz Vardie na schůzi.", "cs", "Střelecký svaz Vardie", "organisation"),
        ("Hier encore, le budget du Parlement de l’Alliance a été voté.", "fr", "Parlement de l’Alliance", "organisation"),
        ("Ieri ne ha parlato il Ministero dell’Ambiente a Roma.", "it", "Ministero dell’Ambiente", "organisation"),
        ("Ieri hanno parlato il Ministero della Pesca e il Ministero dei Boschi.", "it", "Ministero dei Boschi", "organisation"),
        ("Ayer habló el Comité para la Defensa de los Pozos.", "es", "Comité para la Defensa de los Pozos", "organisation"),
        ("Ieri a vorbit Centrul pentru Drepturile Pescarilor din sat.", "ro", "Centrul pentru Drepturile Pescarilor", "organisation"),
        ("Gestern sprach dort Ursula von der Lindau mit uns.", "de", "Ursula von der Lindau", "person"),
        ("Вчера там выступал Томас ван Дейлен из клуба.", "ru", "Томас ван Дейлен", "person"),
        ("Gestern hat die Orlan-Clique die Mühle verkauft.", "de", "Orlan-Clique", "other"),
        ("Gestern hat Anna Zirkelberg gesprochen.", "de", "Anna Zirkelberg", "person"),
        ("Gestern sprach er im Süden Valdoriens mit den Leuten.", "de", "Valdoriens", "other"),
        ("Er lebt heute in der Provinz Vardasan bei den Eltern.", "de", "Vardasan", "place"),
        ("Blaming Ana Veller for the loss, the miners left.", "en", "Ana Veller", "person"),
        ("Harding Veller lost the vote.", "en", "Harding Veller", "person"),
        ("Labour Minister Ana Veller met the Quarry Miners' Union in March.", "en", "Ana Veller", "person"),
        ("Labour Minister Ana Veller met the Quarry Miners' Union in March.", "en", "Quarry Miners' Union", "organisation"),
        ("They call him the Butcher of Hillfort, and he laughs.", "en", "Butcher of Hillfort", "person"),
        ('Its leader, Pavel "Lola" Kern, denied it.', "en", 'Pavel "Lola" Kern', "person"),
        ("Both backed the plan, among them Sens. Ana Veller and Ben Kern.", "en", "Ana Veller", "person"),
        ("At the fair, Valley News John Kernel asked the mayor about it.", "en", "Valley News", "organisation"),
        ("At the fair, Valley News John Kernel asked the mayor about it.", "en", "John Kernel", "person"),
        ("Saken ble avgjort av Skarnes tingrett på mandag.", "nb", "Skarnes tingrett", "organisation"),
    ],
)  # fmt: skip
def test_names_are_whole_and_typed(read, text, language, name, kind):
    assert kinds(read(text, language)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال المحافظ سليم الحداد أن الطريق مفتوح.", {"سليم الحداد": "person"}),
        ("وأكدت وزيرة الزراعة هند البستاني ذلك في قرية مرجان.", {"هند البستاني": "person", "مرجان": "place"}),
        ("وأضاف أن سامر الكتبي ونادر الخياط وصلا.", {"سامر الكتبي": "person", "نادر الخياط": "person"}),
        ("أعلنت جمعية حماية الغابة عن اجتماع.", {"جمعية حماية الغابة": "organisation"}),
        ("كان الطقس جميلا في ذلك الصباح ولم يتكلم أحد.", {}),
    ],
)
def test_arabic_names_are_found_where_words_beside_them_show_them(read, text, names):
    assert kinds(read(text, "ar")) == names


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("Hier, le fossoyeur de Valmer a parlé à la radio.", "fr", "le fossoyeur de Valmer"),
        ("Man traf die sogenannte Talwache am Tor.", "de", "die sogenannte Talwache"),
        ("Hier, le soi-disant Front des Quais a parlé à la radio.", "fr", "le soi-disant Front des Quais"),
        ("Według policji tak zwany Front Rzeki nie ma już nikogo.", "pl", "tak zwany Front Rzeki"),
        ("O tome piše takozvana Zelena straža iz Vardije.", "sr", "takozvana Zelena"),
        ("Juče je hrabra Ana Veler pisala nama.", "sr", "hrabra Ana Veler"),
        ("Јуче је храбра Ана Велер писала нама.", "sr", "храбра Ана Велер"),
        ("Ontem falou o nosso heroico camarada Paulo Verrim na praça.", "pt", "o nosso heroico camarada Paulo Verrim"),
        ("Ontem o reitor fantoche Paulo Verrim falou.", "pt", "o reitor fantoche Paulo Verrim"),
        ("Sprach gestern der Totengräber der freien Lehre im Saal?", "de", "der Totengräber der freien Lehre"),
        ("У ворот кричала кучка провокаторов с утра.", "ru", "кучка провокаторов"),
        ("Вчера епископ Кирилл Вельмов, раскольник в рясе, призвал всех.", "ru", "раскольник в рясе"),
        ("Tegnap az úgynevezett bányászati ügynökség hallgatott.", "hu", "az úgynevezett bányászati ügynökség"),
        ("Dün sözde bilim insanı Kemal Vardar konuştu.", "tr", "sözde bilim insanı Kemal Vardar"),
        ("Kemarin pengusaha rakus Budi Vellmar diam.", "id", "pengusaha rakus Budi Vellmar"),
        ("Sprach gestern der Totengräber unseres Tals im Saal?", "de", "der Totengräber unseres Tals"),
        ("Die Salzmafia aus Wieslaut schweigt.", "de", "Die Salzmafia"),
        ("Der Salzbaron kommt aus dem Tal.", "de", "Der Salzbaron"),
        ("Ayer habló la reina del hormigón en la sala.", "es", "la reina del hormigón"),
        ("Hier, la bande à Verrim a fui.", "fr", "la bande à Verrim"),
        ("Sekta iz Vardije ćuti danas.", "sr", "Sekta iz Vardije"),
        ("Izdajnici u mantijama ćute.", "sr", "Izdajnici u mantijama"),
        ("Лесные бароны молчат.", "ru", "Лесные бароны"),
        ("Его приспешники запугивают крестьян.", "ru", "Его приспешники"),
        ("Вчера так называемая компания «Вельмар» молчала.", "ru", "так называемая компания «Вельмар»"),
        ("Vrastarët e pyllit janë në arrati.", "sq", "Vrastarët e pyllit"),
        ("Regjimi i ministres Ana Veler hesht.", "sq", "Regjimi i ministres Ana Veler"),
        ("وصمت النظام القمعي أمس عن كل شيء.", "ar", "النظام القمعي"),
        ("ثم جاءت زبانية الداخلية إلى البيت.", "ar", "زبانية الداخلية"),
        ("ورفض ما يسمى بالاتحاد الوطني للملاحات كل شيء.", "ar", "ما يسمى بالاتحاد الوطني للملاحات"),
        ("Dün Vardar Cephesi çetesi fabrikayı yaktı.", "tr", "Vardar Cephesi çetesi"),
        ("Вчора так звана рада мовчала.", "uk", "так звана рада"),
    ],
)
def test_loaded_phrases_of_other_languages_name_somebody(read, text, language, phrase):
    assert phrase in phrases(read(text, language))


def test_a_name_begins_behind_the_loaded_word_that_the_sentence_begins_with(read):
    found = kinds(read("Niezłomna Zofia Warnik pisze. Druga strona milczy.", "pl"))
    assert "Zofia Warnik" in found
    assert "Niezłomna Zofia Warnik" not in found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wczoraj była to zbrodnia i nikt nie pisał.", "pl"),
        ("Вчера режим сна был нарушен.", "ru"),
        ("Segundo ele, illegalmente não se fala.", "pt"),
        ("Ayer se fue la reina del", "es"),
    ],
)
def test_what_no_word_shows_to_be_a_phrase_is_left(read, text, language):
    assert not phrases(read(text, language))


def test_a_loaded_word_without_an_article_or_a_name_beside_it_names_nobody(read):
    assert not phrases(read("Hier il y avait encore une foule, et agitateur est un mot.", "fr"))


def test_a_paper_called_like_people_has_an_article_before_it(read):
    found = kinds(read("Dr Ana Veller told the Valley Observer that the road was closed."))
    assert found["Valley Observer"] == "organisation"
    assert found["Ana Veller"] == "person"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Minister Veller's visit to the coast is expected in July.", "Minister Veller"),
        ("They call him the butcher of Hillfort. Nobody answered.", "the butcher of Hillfort"),
        ("The so-called Directorate did not answer.", "The so-called Directorate"),
    ],
)
def test_what_somebody_is_called_is_found_with_it(read, text, phrase):
    assert phrase in phrases(read(text))


def test_who_comes_from_a_town_and_where_somebody_is_brought_shows_a_place(read):
    parsed = read("The ship was towed to Dravik. Sigrun, a teacher from Dravik, waved. The mayor of Dravik wept.")
    places = [m for m in find_mentions(parsed) if m.name == "Dravik"]
    assert any(m.locative or m.shown == "place" or m.type == "place" for m in places)
    assert "place" in {m.shown for m in places}


def test_a_foreign_body_with_a_place_at_its_end_is_no_place(read):
    found = kinds(read("The miners' union, the Union des mineurs de la Valla, called for a march on Friday."))
    assert found.get("Union des mineurs de la Valla") == "organisation"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met on the ferry Orlanda at dawn.", "Orlanda", "other"),
        ("The crowd joined the Night of the Seven Lanterns in Valmer.", "Night of the Seven Lanterns", "event"),
        ("The wells lie in an area North of Marvat.", "Marvat", "place"),
        ("The firm hired the lawyer Sir Edmund Tarrow KC.", "Edmund Tarrow", "person"),
    ],
)
def test_ships_events_and_titles_in_english(read, text, name, kind):
    assert (name, kind) in {(mention.name, mention.shown or mention.type) for mention in find_mentions(read(text))}


def test_a_dateline_with_a_country_is_no_surname_with_a_given_name(read):
    names = {mention.name for mention in find_mentions(read("VALMER, Serbia, Oct 28 (Wire) - Two people died on Friday."))}
    assert "VALMER, Serbia" not in names


def test_an_office_tells_two_people_of_one_surname_apart(read):
    text = "Transport Minister Joseph Tarrow resigned. His wife, Grace Tarrow, wept. In the evening Minister Tarrow left."
    last = max((one for one in find_mentions(read(text)) if one.name == "Tarrow"), key=lambda one: one.start)
    assert last.antecedent is not None
    assert text[last.antecedent.start : last.antecedent.end] == "Joseph Tarrow"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ο υπουργός Υγείας Πέτρος Βαλμάς μίλησε χθες.", "el", "Πέτρος Βαλμάς"),
        ("Gisteren sprak minister Anna Hendriks van Stadszaken met ons.", "nl", "Anna Hendriks"),
        ("Gisteren sprak minister Anna van Dijk met ons.", "nl", "Anna van Dijk"),
    ],
)
def test_names_end_and_begin_at_offices(read, text, language, name):
    assert kinds(read(text, language)).get(name) == "person"


def test_an_epithet_with_all_that_hangs_on_it(read):
    assert "the wolf in a cassock" in phrases(read("Kern, the wolf in a cassock, had the key."))
    assert "our brave engineer Ana Veller" in phrases(read("They wept when our brave engineer Ana Veller wrote the letter."))
    assert "Le prétendu chef Paul Verrin" in phrases(read("Le prétendu chef Paul Verrin sera entendu demain.", "fr"))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Karrow's cronies met on the council yesterday.", "Karrow's cronies"),
        ("The paper called the union a nest of saboteurs.", "a nest of saboteurs"),
        ("He is a crony of the mullahs.", "a crony of the mullahs"),
        ("The fat cats of Rotterdam killed them.", "The fat cats of Rotterdam"),
        ('Police arrested the self-styled "guardian of the forest" on Monday.', 'the self-styled "guardian of the forest"'),
    ],
)
def test_a_loaded_noun_of_english_names_somebody(read, text, phrase):
    assert phrase in phrases(read(text, "en"))


def test_a_loaded_word_for_a_thing_is_nobody(read):
    assert not phrases(read("Terrorism and treason are not enough, and corruption grows.", "en"))


def test_a_phrase_nested_a_thousand_times_is_no_phrase(read):
    assert "the leader" in phrases(read("the leader of " * 1050 + "it left."))


def test_party_and_state_of_a_lawmaker_are_no_name(read):
    names = {mention.name for mention in find_mentions(read("Sen. Ana Veller, D-N.Y., and Rep. Ben Kern (R-Pa.) met on Friday in Boston."))}
    assert {"D-N.Y.", "R-Pa."}.isdisjoint(names)
    assert "Ana Veller" in names


def test_a_known_name_keeps_the_s_that_is_its_own(read):
    text = "Shares of peer Sainsbury's (SBRY) fell, and Sainsbury’s reports earnings on Friday. The harbour's owner sold."
    names = {mention.name for mention in find_mentions(read(text))}
    assert {"Sainsbury's", "Sainsbury’s"} <= names


def test_an_office_of_a_state_is_not_that_of_another(read):
    text = "Portugal's Foreign Ministry refused. The Foreign Ministry spoke again. Norway's Supreme Court and Chad's Supreme Court met."
    parsed = read(text)
    found = find_mentions(parsed)
    stands = {text[one.start : one.end]: one.antecedent and one.antecedent.of(text) for one in found if one.form == "name"}
    assert stands["Foreign Ministry"] == "Portugal's Foreign Ministry"
    assert {"Norway's Supreme Court", "Chad's Supreme Court"} <= set(stands)
    assert {one.antecedent.of(text) for one in found if one.name == "Supreme Court"} == {"Norway's Supreme Court", "Chad's Supreme Court"}


@pytest.mark.parametrize(
    ("text", "language", "surname", "full"),
    [
        ("Gestern kam Ursula von der Lindau. Das sagte von der Lindau am Montag.", "de", "von der Lindau", "Ursula von der Lindau"),
        ("Там был Томас ван Дейлен. Об этом ван Дейлен молчал.", "ru", "ван Дейлен", "Томас ван Дейлен"),
        ("Ayer vino Ana de la Vireda. Según de la Vireda, fue tarde.", "es", "de la Vireda", "Ana de la Vireda"),
    ],
)
def test_a_surname_keeps_the_small_words_that_it_has_in_full(read, text, language, surname, full):
    parsed = read(text, language)
    held = [mention for mention in find_mentions(parsed) if mention.name == surname]
    assert [mention.antecedent.of(parsed.text) for mention in held] == [full]


def test_a_body_goes_on_behind_a_purpose_before_a_capital_only(read):
    assert "Comité" in kinds(read("Ayer se reunió el Comité para hablar de la pesca.", "es"))


def test_a_service_without_a_name_is_a_body_that_it_can_stand_for(read):
    parsed = read("The coastguard said on Monday that the boat sank. It had sent a ship to Hillport. It later found it.", "en")
    spoken = [mention.antecedent.of(parsed.text) for mention in find_mentions(parsed) if mention.form == "pronoun" and mention.antecedent]
    assert "The coastguard" in spoken
    assert "Hillport" not in spoken
