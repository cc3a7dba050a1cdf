"""Languages without a parser: invented sentences in each of them."""

from __future__ import annotations

import pytest

from tests.extract.attributions.reading import read, triples

Triple = tuple[str | None, str | None, str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Die Brücke ist sicher“, sagte die Ministerin am Montag.", ("die Ministerin", "sagte", "„Die Brücke ist sicher“")),
        ("de", "Der Sprecher erklärte, dass die Brücke sicher ist.", ("Der Sprecher", "erklärte", "dass die Brücke sicher ist")),
        ("de", "Die Polizei teilte mit, die Brücke sei gesperrt.", ("Die Polizei", "teilte", "die Brücke sei gesperrt")),
        ("sq", "Kryetari tha se ura është e sigurt.", ("Kryetari", "tha", "se ura është e sigurt")),
        ("sq", "“Ura është e sigurt”, tha inxhinieri.", ("inxhinieri", "tha", "“Ura është e sigurt”")),
        ("fr", "« Le pont est sûr », a déclaré la maire.", ("la maire", "a déclaré", "« Le pont est sûr »")),
        ("fr", "Selon les ingénieurs, le pont est parfaitement sûr.", ("les ingénieurs", "Selon", "le pont est parfaitement sûr")),
        ("es", "La alcaldesa dijo que el puente es seguro.", ("La alcaldesa", "dijo", "que el puente es seguro")),
        ("es", "«El puente es seguro», afirmó la alcaldesa.", ("la alcaldesa", "afirmó", "«El puente es seguro»")),
        ("it", "«Il ponte è sicuro», ha detto la sindaca.", ("la sindaca", "ha detto", "«Il ponte è sicuro»")),
        ("it", "Il ministro ha dichiarato che il ponte è sicuro.", ("Il ministro", "ha dichiarato", "che il ponte è sicuro")),
        ("ja", "古い橋は秋に閉鎖される、と市長は述べた。", ("市長", "述べた", "古い橋は秋に閉鎖される")),
        ("ja", "「橋は安全だ」と同社は声明で発表した。", ("同社", "発表した", "「橋は安全だ」")),
        ("ja", "職員が全ての扉を壊した、と少年は断言。", ("少年", "断言。", "職員が全ての扉を壊した")),
        ("is", "Anna Kolbeins sagði að brúin væri örugg.", ("Anna Kolbeins", "sagði", "að brúin væri örugg")),
        ("is", "Gamla brúin verður opnuð í haust, segir bæjarstjóri.", ("bæjarstjóri", "segir", "Gamla brúin verður opnuð í haust")),
        ("is", "Að sögn lögreglu slösuðust fimm manns við brúna í gær.", ("lögreglu", "Að sögn", "slösuðust fimm manns við brúna í gær")),
        ("ru", "С радостью узнал о договоре, - сказал мэр в среду.", ("мэр", "сказал", "С радостью узнал о договоре")),
        ("ru", "Во встрече поучаствуют жители, сообщили в мэрии.", ("мэрии", "сообщили", "Во встрече поучаствуют жители")),
        ("ru", "Ранее сообщалось, что мост закрыли.", (None, "сообщалось", "что мост закрыли")),
        ("de", "Ich glaube, dass die Brücke sicher ist.", ("Ich", "glaube", "dass die Brücke sicher ist")),
        ("ru", "«Мост безопасен», — сказал инженер.", ("инженер", "сказал", "«Мост безопасен»")),
        ("ru", "Мэр заявила, что мост безопасен.", ("Мэр", "заявила", "что мост безопасен")),
        ("fa", "شهردار گفت: «پل امن است»", ("شهردار", "گفت", "«پل امن است»")),
        ("ar", "وقالت الوزيرة: «الجسر آمن»", ("الوزيرة", "وقالت", "«الجسر آمن»")),
        ("fa", "«پل امن است»، رضا کریمی، سخنگوی شورا، به خبرنگاران گفت.", ("رضا کریمی", "گفت", "«پل امن است»")),
        ("fa", "مینا رستمی این اتهام را رد کرد و گفت: «پل امن است.»", ("مینا رستمی", "گفت", "«پل امن است.»")),
        ("fa", "به گزارش روزنامه‌ی صبح، دو قایق غرق شده است.", ("روزنامه‌ی صبح", "به گزارش", "دو قایق غرق شده است")),
        ("ar", "ونفى حداد هذه الاتهامات قائلا: «الجسر آمن».", ("حداد", "قائلا", "«الجسر آمن»")),
        ("ar", "وأكدت نصر أن الجسر آمن، مضيفة أن العمل مستمر.", ("نصر", "وأكدت", "أن الجسر آمن")),
        ("ar", "ووفقا لوزارة الصحة، توفي خمسة أشخاص في المدينة.", ("وزارة الصحة", "ووفقا ل", "توفي خمسة أشخاص في المدينة")),
        ("ar", "توفي خمسة أشخاص في المدينة، وفقًا للوزارة.", ("وزارة", "وفقًا لل", "توفي خمسة أشخاص في المدينة")),
        ("sr", "„Most je bezbedan“, rekao je gradonačelnik Petar Orlić.", ("gradonačelnik Petar Orlić", "rekao", "„Most je bezbedan“")),
        ("sr", "Министар је рекао да је мост безбедан.", ("Министар", "рекао", "да је мост безбедан")),
        ("sr", "Prema rečima inženjera, most je potpuno bezbedan.", ("inženjera", "Prema rečima", "most je potpuno bezbedan")),
        ("it", "“Il ponte è sicuro”, ha detto Nardi ai giornalisti.", ("Nardi", "ha detto", "“Il ponte è sicuro”")),
        ("el", "Όπως ανέφερε η αστυνομία, η γέφυρα έκλεισε το πρωί.", ("η αστυνομία", "ανέφερε", "η γέφυρα έκλεισε το πρωί")),
        ("uk", "Як повідомляє агентство, міст закрили на тиждень.", ("агентство", "повідомляє", "міст закрили на тиждень")),
        ("pl", "Zdaniem rzecznika rządu most jest całkiem bezpieczny.", ("rzecznika rządu", "Zdaniem", "most jest całkiem bezpieczny")),
        ("cs", "Podle hygieniků voda obsahuje olovo.", ("hygieniků", "Podle", "voda obsahuje olovo")),
        ("sv", "Enligt polisen skadades tre personer.", ("polisen", "Enligt", "skadades tre personer")),
        ("sv", "De boende säger att ingen varnade dem och kräver att bron stängs.", ("De boende", "kräver", "att bron stängs")),
        ("he", "התושבים טוענים שהגשר מסוכן ודורשים שהעירייה תסגור אותו.", ("התושבים", "ודורשים", "שהעירייה תסגור אותו")),
        ("he", "התושבים טוענים שהגשר מסוכן.", ("התושבים", "טוענים", "שהגשר מסוכן")),
        ("pt", "A obra começou em 2019. A câmara diz que a ponte é segura.", ("A câmara", "diz", "que a ponte é segura")),
    ],
)
def test_speech_is_read_from_the_pack_alone(language: str, text: str, expected: Triple) -> None:
    assert expected in triples(text, read(text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "— Мы ничего не знали, — сказала Лисова журналистам.", ("Лисова", "сказала", "Мы ничего не знали,")),
        ("ru", "«Мы, — добавил Орлов, — никого не ждали».", ("Орлов", "добавил", "«Мы, ~ никого не ждали»")),
        ("ru", "— Мост закрыт, — сказал мэр. — Так надо.", ("мэр", "сказал", "Мост закрыт, ~ Так надо.")),
        ("es", "—El puente es seguro —dijo la alcaldesa—. Y ya.", ("la alcaldesa", "dijo", "El puente es seguro ~ Y ya.")),
        ("ru", "— первый пункт списка, — второй пункт", None),
        ("pl", "– Ostrzegaliśmy od tygodnia – twierdzi Piotr Lis.", ("Piotr Lis", "twierdzi", "Ostrzegaliśmy od tygodnia")),
        ("pl", "– Most – tak go zwą – stoi od lat", None),
    ],
)
def test_dashes_set_speech_apart_from_whoever_speaks(language: str, text: str, expected: Triple | None) -> None:
    rows = read(text, language)
    if expected is None:
        assert not [row for row in rows if row.reason == "dialogue"]
    else:
        assert triples(text, rows) == [expected]
        assert rows[0].kind == "direct"


TURNED = [
    ("fr", "Le bilan est monté à 19 morts, a annoncé samedi le ministère du Travail.", "le ministère du Travail"),
    ("fr", "Les soldats tirèrent sur la foule, a déclaré Lena Dabo, présidente du syndicat.", "Lena Dabo, présidente du syndicat"),
    ("fr", "Trois ponts seront fermés, a indiqué la police.", "la police"),
    ("fr", "Le président, Idris Kelmo, a annoncé la fermeture du site.", None),
    ("fr", "Lena Dabo, qui est présidente du syndicat, a annoncé une grève.", None),
    ("es", "Catorce mineros murieron en el derrumbe, informó el lunes el Ministerio de Trabajo.", "el Ministerio de Trabajo"),
    ("es", "La mina es segura, afirmó ayer la ministra Ana Ruiz.", "la ministra Ana Ruiz"),
    ("es", "El dueño, un empresario del norte, anunció el cierre de la mina.", None),
    ("it", "Il bilancio è salito a 19 morti, ha annunciato sabato il ministero.", "il ministero"),
    ("it", "Il sindaco, un medico, ha annunciato le dimissioni.", None),
    ("ru", "В шахте погибли 14 человек, сообщил в понедельник министр труда.", "министр труда"),
    ("ru", "Директор, бывший военный, объявил тревогу.", None),
    ("sq", "Ura është e sigurt, tha sot kryetari i bashkisë.", "kryetari i bashkisë"),
    ("sq", "Kryetari, një mjek nga fshati, tha dy fjalë.", None),
    ("sr", "U rudniku je poginulo 14 radnika, saopštilo je danas ministarstvo.", "ministarstvo"),
    ("sr", "Direktor, bivši oficir, najavio je zatvaranje fabrike.", None),
]


@pytest.mark.parametrize(("language", "text", "source"), TURNED)
def test_what_is_said_may_stand_before_a_turned_clause_of_saying(language: str, text: str, source: str | None) -> None:
    found = triples(text, tuple(row for row in read(text, language) if row.reason != "object"))
    assert [one[0] for one in found] == ([] if source is None else [source])
    assert source is None or text.startswith(found[0][2] + ", ")


def test_a_language_without_a_pack_gives_nothing_and_does_not_fail() -> None:
    assert read("„Sild on ohutu“, ütles insener.", "et") == ()


def test_a_name_in_quotation_marks_is_not_speech() -> None:
    assert read("Das Schiff „Seestern“ liegt im Hafen.", "de") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nach Angaben der Feuerwehr sind drei Keller vollgelaufen.", ("Angaben der Feuerwehr", "Nach", "sind drei Keller vollgelaufen")),
        ("Ihrer Meinung nach hätte der Rat früher handeln müssen.", ("Ihrer Meinung", "nach", "hätte der Rat früher handeln müssen")),
        ("Den Plänen zufolge soll die Halle im Mai öffnen.", ("Den Plänen", "zufolge", "soll die Halle im Mai öffnen")),
        (
            "Gestern hat die Werkleiterin Uta Brehm mitgeteilt, dass der Kessel ersetzt wird.",
            ("die Werkleiterin Uta Brehm", "mitgeteilt", "dass der Kessel ersetzt wird"),
        ),
        (
            "Uta Brehm, die Leiterin der Stadtwerke, sagte, der Kessel müsse ersetzt werden.",
            ("Uta Brehm", "sagte", "der Kessel müsse ersetzt werden"),
        ),
        ("Wie die Stadtwerke mitteilten, wird der Kessel ersetzt.", ("die Stadtwerke", "mitteilten", "wird der Kessel ersetzt")),
        ("Der Kessel wird im Mai ersetzt, wie die Werke mitteilten.", ("die Werke", "mitteilten", "Der Kessel wird im Mai ersetzt")),
        ("Der Kessel wurde im Mai ersetzt, teilte die Leiterin mit.", ("die Leiterin", "teilte", "Der Kessel wurde im Mai ersetzt")),
        ("In der Stellungnahme der Werke heißt es, der Kessel sei alt.", ("der Stellungnahme der Werke", "heißt es", "der Kessel sei alt")),
        ("Die Sorge, dass der Kessel platzt, ist groß.", (None, "Sorge", "dass der Kessel platzt")),
        (
            "Die „Neue Talzeitung“ berichtete, der Kessel sei „höchst gefährlich“ gewesen.",
            ("Die „Neue Talzeitung“", "berichtete", "der Kessel sei „höchst gefährlich“ gewesen"),
        ),
    ],
)
def test_german_indirect_forms(text: str, expected: Triple) -> None:
    assert triples(text, read(text, "de")) == [expected]


def test_parts_on_both_sides_of_according_to_are_one_content() -> None:
    text = "Die Brücke ist nach Einschätzung der Gutachter seit Jahren baufällig."
    (row,) = read(text, "de")
    assert [span.of(text) for span in row.content] == ["Die Brücke ist", "seit Jahren baufällig"]


def test_the_mood_of_reported_speech_goes_on_with_the_voice_heard_last() -> None:
    text = "Uta Brehm sagte, der Kessel müsse ersetzt werden. Ein neuer sei bestellt. Die Kosten trage der Kreis."
    first, second = read(text, "de")
    assert (first.source, second.cue) == (second.source, None)
    assert second.content[0].of(text) == "Ein neuer sei bestellt. Die Kosten trage der Kreis"


@pytest.mark.parametrize(
    "text",
    [
        "Der Kessel war so alt, dass er ersetzt werden musste.",
        "Die Opposition, die den Antrag gestellt hatte, begrüßte den Beschluss.",
        "Das Werk gab im Mai, so weit bekannt, keinen Strom ab.",
    ],
)
def test_a_consequence_or_a_relative_clause_is_not_said(text: str) -> None:
    assert read(text, "de") == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le pont tiendra encore dix ans, selon les ingénieurs.", ("les ingénieurs", "selon", "Le pont tiendra encore dix ans")),
        ("fr", "Le pont sera fermé en mai, comme l'a annoncé la maire.", ("la maire", "a annoncé", "Le pont sera fermé en mai")),
        ("fr", "Tous partagent la crainte que le pont ne cède bientôt.", (None, "crainte", "que le pont ne cède bientôt")),
        ("es", "El puente cerrará en mayo, como anunció la alcaldesa.", ("la alcaldesa", "anunció", "El puente cerrará en mayo")),
        ("sq", "Ura do të mbyllet në maj, siç njoftoi kryetarja.", ("kryetarja", "njoftoi", "Ura do të mbyllet në maj")),
    ],
)
def test_clauses_set_beside_what_is_said(language: str, text: str, expected: Triple) -> None:
    assert expected in triples(text, read(text, language))


@pytest.mark.parametrize(
    ("language", "told", "source"),
    [
        ("fr", "La présidente du comité, Tereza Lund, qui affirme que 53 personnes ont été arrêtées, est avocate.", "Tereza Lund"),
        ("ru", "Мэр города Анна Лисова, которая заявила, что мост безопасен, уехала.", "Мэр города Анна Лисова"),
        ("fr", "« Ils ont tiré sur nous tous », a déclaré à l'agence AC le maire de Dolna.", "le maire de Dolna"),
        ("fr", "« Ils ont tiré sur nous tous », a déclaré aux journalistes Tereza Lund.", "Tereza Lund"),
        ("de", "Hier steht Tereza Lund, die nach Informationen dieser Zeitung 90.000 Euro erhalten hat.", "Informationen dieser Zeitung"),
        ("de", "Nach Angaben von 32 Zeugen wurde auf der Brücke geschossen.", "Angaben von 32 Zeugen"),
    ],
)
def test_who_speaks_before_a_relative_clause_behind_those_spoken_to_and_before_a_figure(language: str, told: str, source: str) -> None:
    assert source in [who for who, _, _ in triples(told, read(told, language))]


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("fr", "Le maire n'a pas dit que le pont serait fermé.", "negative"),
        ("fr", "Le maire ne dit pas que le pont sera fermé.", "negative"),
        ("fr", "Le maire a dit que le pont ne serait pas fermé.", "positive"),
        ("de", "Die Stadt hat nicht gesagt, dass die Brücke gesperrt wird.", "negative"),
        ("de", "Die Stadt sagte nicht, dass die Brücke gesperrt wird.", "negative"),
        ("de", "Die Stadt hat gesagt, dass die Brücke nicht gesperrt wird.", "positive"),
        ("ru", "Мэр не сказал, что мост закроют.", "negative"),
        ("ru", "Мэр сказал, что мост не закроют.", "positive"),
        ("es", "El alcalde no dijo que el puente se cerraría.", "negative"),
        ("es", "El alcalde dijo que el puente no se cerraría.", "positive"),
        ("it", "Nemmeno il sindaco ha detto che il ponte sarà chiuso.", "positive"),
        ("sv", "Borgmästaren sade inte att bron var osäker.", "negative"),
        ("sv", "Borgmästaren sade att bron inte var osäker.", "positive"),
        ("da", "Borgmesteren sagde aldrig, at broen var usikker.", "negative"),
        ("fi", "Pormestari ei sanonut, että silta on suljettu.", "negative"),
        ("hu", "A polgármester nem mondta, hogy a hidat lezárják.", "negative"),
        ("bg", "Кметът не каза, че мостът ще бъде затворен.", "negative"),
    ],
)
def test_what_is_not_said_is_negative_without_a_parser(language: str, text: str, polarity: str) -> None:
    assert [row.polarity for row in read(text, language)] == [polarity]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La maire n’a pas souhaité dire qui a vendu le port.", ("La maire", "n’a pas souhaité dire", "qui a vendu le port")),
        ("es", "La empresa rehusó comentar el informe.", ("La empresa", "rehusó comentar", "el informe")),
        ("it", "Il sindaco non ha voluto dire chi ha pagato.", ("Il sindaco", "non ha voluto dire", "chi ha pagato")),
        ("pt", "A empresa recusou-se a dizer quem pagou.", ("A empresa", "recusou-se a dizer", "quem pagou")),
        ("de", "Der Sprecher weigerte sich zu sagen, wer bezahlt hat.", ("Der Sprecher", "weigerte sich zu sagen", "wer bezahlt hat")),
        ("ru", "Компания не стала комментировать доклад.", ("Компания", "не стала комментировать", "доклад")),
        ("tr", "Sözcü kaç kişinin gittiğini söylemeyi reddetti.", ("Sözcü", "söylemeyi reddetti", "kaç kişinin gittiğini")),
        ("sv", "Bolaget vägrade säga vem som betalade.", ("Bolaget", "vägrade säga", "vem som betalade")),
        ("pl", "Rzecznik nie chciał powiedzieć, kto zapłacił.", ("Rzecznik", "nie chciał powiedzieć", "kto zapłacił")),
        ("id", "Perusahaan menolak mengomentari laporan itu.", ("Perusahaan", "menolak mengomentari", "laporan itu")),
    ],
)
def test_who_refuses_to_speak_says_nothing_and_denies_nothing(language: str, text: str, expected: Triple) -> None:
    rows = read(text, language)
    assert triples(text, rows) == [expected]
    assert [(row.stance, row.polarity) for row in rows] == [("say", "negative")]
