"""Who did it, what is denied, yes and no, and the two ends of an axis."""

from __future__ import annotations

import pytest

from testimonia.base.links import Disagreement
from tests.link.disagree.case_of import Case, values


def kind(case: Case, name: str) -> list[Disagreement]:
    return [row for row in case.disagreements() if row.kind == name]


def test_two_doers_of_one_raid() -> None:
    text = "The papers blamed the raid in Lindau on Ostria. Witnesses say that the raid was staged by Norland."
    (row,) = kind(Case(text), "agent")
    assert values(row) == {"Ostria", "Norland"}


def test_two_raids_in_one_passage_are_two() -> None:
    text = "The papers blamed the raid in Lindau on Ostria. A group called Norland claimed responsibility for a raid on a bridge."
    assert kind(Case(text), "agent") == []
    text = "The papers blamed the raid in Lindau on Ostria. Witnesses say that the raid in Bregenz was staged by Norland."
    assert kind(Case(text), "agent") == []


def test_a_denial_is_tied_to_the_accusation_before_it() -> None:
    text = "The mayor accused Ilse Varga of stealing the painting. Varga called these accusations baseless."
    (row,) = kind(Case(text), "polarity")
    assert values(row) == {"accused", "denied"}


def test_a_denial_of_nothing_is_no_disagreement() -> None:
    assert kind(Case("Ilse Varga called these accusations baseless."), "polarity") == []


def test_two_ends_of_an_axis() -> None:
    row = kind(Case("The painter lives. Ilse Varga is alive, her son said.", "Ilse Varga is dead, the papers wrote."), "status")[0]
    assert values(row) == {"alive", "dead"}


def test_not_dead_and_alive_agree() -> None:
    assert kind(Case("Ilse Varga is alive, her son said.", "Ilse Varga is not dead, the papers wrote."), "status") == []


def test_the_same_act_asserted_and_negated() -> None:
    (row,) = kind(Case("Ilse Varga signed the treaty in Lindau.", "Ilse Varga did not sign the treaty, her son wrote."), "polarity")
    assert values(row) == {"yes", "no"}


def test_it_befell_somebody_across_languages() -> None:
    case = Case(("Police arrested Ilse Varga in Lindau.", "2014-05-06"), ("Ilse Varga n'a pas été arrêtée.", "2014-05-08", "fr"))
    (row,) = kind(case, "polarity")
    assert row.question == "Was Ilse Varga arrested?"


def test_what_came_later_does_not_stand_against_what_was_so_before() -> None:
    before = ("Ilse Varga has not been arrested, her son said.", "2014-05-06")
    assert kind(Case(before, ("Ilse Varga was arrested on 9 May 2014.", "2014-05-10")), "polarity") == []
    assert kind(Case(before, ("Ilse Varga was arrested on 4 May 2014.", "2014-05-10")), "polarity") != []


def test_what_will_be_is_not_what_was() -> None:
    assert kind(Case("The Lindau dairy will be closed.", "The Lindau dairy was not closed, the mayor said."), "polarity") == []
    assert kind(Case("The Lindau dairy will be closed.", "The Lindau dairy will not be closed, the mayor said."), "polarity") != []


def test_who_survived_and_who_is_among_the_dead() -> None:
    row = kind(Case("Ilse Varga survived the crash, her son said.", "The board lists Ilse Varga among the dead."), "status")[0]
    assert values(row) == {"alive", "dead"}


def test_a_denied_report_stands_against_what_it_denies() -> None:
    (row,) = kind(Case("Ilse Varga was arrested.", "Police denied reports that they had arrested Ilse Varga."), "polarity")
    assert values(row) == {"yes", "no"}
    (row,) = kind(Case("Ilse Varga has resigned.", "Reports of Ilse Varga's resignation were false, her office said."), "polarity")
    assert row.question == "Did Ilse Varga leave office?"


def test_what_is_called_untrue_is_denied() -> None:
    assert kind(Case("Ilse Varga was arrested.", "It is not true that Ilse Varga was arrested."), "polarity")
    assert kind(Case("Ilse Varga was arrested.", "It is true that Ilse Varga was arrested."), "polarity") == []


def test_what_is_not_denied_is_said() -> None:
    assert kind(Case("Ilse Varga met the king.", "Jon Berg did not deny that Ilse Varga met the king."), "polarity") == []


def test_a_denial_of_this_stands_against_the_sentence_before() -> None:
    (row,) = kind(Case("Two women say that the guards beat Ilse Varga. The ministry denied this."), "polarity")
    assert values(row) == {"yes", "no"}
    assert row.question == "Did the guards beat Ilse Varga?"
    (row,) = kind(Case("It is a plot against the people, the leader says. The ministry denied this."), "polarity")
    assert values(row) == {"accused", "denied"}
    assert row.question == "Is this upheld or denied: “It is a plot against the people”?"


def test_a_report_that_is_called_untrue_is_denied_claim_by_claim() -> None:
    texts = (
        "Orbis has sold the port of Lindau, an official told us.",
        "The Herald reported on Monday that Orbis had sold the port of Lindau. A spokesman said that the Herald story was not true.",
    )
    (row,) = kind(Case(*texts), "polarity")
    assert values(row) == {"yes", "no"} and row.question.startswith("Did Orbis sell the port of Lindau")
    (row,) = kind(Case("The union says that Ilse Varga met the king. There is no truth to the report, the court said."), "polarity")
    assert values(row) == {"yes", "no"}
    (row,) = kind(Case("Orbis sold the port, the union says.", "Reports that Orbis sold the port are false, the firm said."), "polarity")
    assert values(row) == {"yes", "no"}


def test_what_another_report_said_is_not_denied_with_it() -> None:
    text = "The Herald reported that Orbis had sold the port of Lindau. Asked of a claim about her pay, Ilse Varga said it was not true."
    assert kind(Case(text), "polarity") == []


def test_what_is_to_come_is_asked_so() -> None:
    (row,) = kind(Case("Orbis will sell the port, the Herald writes.", "Orbis won't sell the port, it says."), "polarity")
    assert row.question == "Will Orbis sell the port?"


def test_things_that_were_used_or_not() -> None:
    (row,) = kind(Case("About 300 people threw stones at the gates in Lindau.", "No stones were thrown in Lindau."), "polarity")
    assert row.question == "Were stones thrown (Lindau)?"
    assert kind(Case("The rebels threw stones in Lindau.", "The police did not throw stones in Lindau."), "polarity") == []


def test_in_prison_and_never_arrested() -> None:
    told = "Ilse Varga and the treasurer, Jon Berg, are still in prison."
    (row,) = kind(Case(told, "Jon Berg, the treasurer, was never arrested."), "status")
    assert values(row) == {"in custody", "not in custody"}
    assert row.question == "Is Jon Berg in custody?"
    assert kind(Case(told, "Jon Berg, the treasurer, has not been arrested."), "status") == []  # not yet, when that was written


def test_one_matter_is_asked_about_once() -> None:
    rows = Case("Ilse Varga was arrested in Lindau.", "The police did not arrest Ilse Varga.").disagreements()
    assert [row.question for row in rows] == ["Was Ilse Varga arrested?"]


def test_what_somebody_has_is_not_its_owner() -> None:
    assert kind(Case("Ilse Varga's guards are at liberty.", "Ilse Varga is in prison."), "status") == []


def test_a_thing_is_called_by_its_own_words() -> None:
    case = Case("The Lindau terminal is not open, whatever the radio says.", "The Lindau terminal reopened on 14 May and is working.")
    assert kind(case, "status")[0].question.startswith("Is the Lindau terminal in operation")


def test_the_day_of_a_denial_is_not_that_of_what_is_denied() -> None:
    told = ("Ilse Varga was arrested in Lindau on 4 May 2014.", "2014-05-06")
    denied = ("The mayor of Lindau on 9 May 2014 denied reports that guards had beaten Ilse Varga.", "2014-05-10")
    assert kind(Case(told, denied), "date") == []


def test_who_speaks_of_themselves_is_the_speaker() -> None:
    (row,) = kind(
        Case("The cyclist Lena Hartwig took steroids, the agency said.", '"I have never taken steroids," Lena Hartwig told us.'), "polarity"
    )
    assert values(row) == {"yes", "no"}


def test_what_is_planned_and_what_will_not_be_done() -> None:
    (row,) = kind(
        Case("Orbis is set to sell Ovela Music, the Herald reports.", "Orbis won't sell Ovela Music, a spokesman said."), "polarity"
    )
    assert values(row) == {"yes", "no"}
    (row,) = kind(Case("Orbis is to close the Lindau plant.", "Orbis does not plan to shut down the Lindau plant."), "polarity")
    assert values(row) == {"yes", "no"}


def test_what_would_be_was_foretold() -> None:
    (row,) = kind(Case("The director said that Tara Holm would play the queen.", "Tara Holm will not be playing the queen."), "polarity")
    assert values(row) == {"yes", "no"}
    assert kind(Case("If she were asked, Tara Holm would play the queen.", "Tara Holm will not be playing the queen."), "polarity") == []


def test_a_sentence_built_to_say_who_did_it() -> None:
    texts = (
        ("The first shot in Lindau was fired by a guard.", "2020-03-02"),
        ("It was a striker who fired the first shot in Lindau.", "2020-03-03"),
    )
    (row,) = kind(Case(*texts), "agent")
    assert values(row) == {"a guard", "a striker"}


def test_no_longer_is_a_no() -> None:
    texts = (
        "Paul Renner stepped down and was no longer performing operations.",
        "Paul Renner is not performing operations, the clinic said.",
    )
    assert kind(Case(*texts), "polarity") == []


def test_what_somebody_has_may_be_told_without_them() -> None:
    whole = "The Lindau hospital burnt on Monday. The hospital's generator had been repaired, the Lindau ministry said."
    bare = "The generator was not repaired, the parents of the Lindau hospital say."
    assert [values(row) for row in kind(Case((whole, "2020-03-03"), (bare, "2020-03-04")), "polarity")] == [{"yes", "no"}]
    other = "The school's generator was not repaired, the parents of the Lindau hospital say."
    assert kind(Case((whole, "2020-03-03"), (other, "2020-03-04")), "polarity") == []


def test_what_the_sentence_itself_tells_is_what_it_denies() -> None:
    text = "Ilse Varga met the king in Lindau. It was rumoured that she might be ill, but her doctor said that is incorrect."
    assert kind(Case(text), "polarity") == []


def test_who_denies_the_charges_denies_those_against_them() -> None:
    text = "The Herald reported that Orbis paid a fine and that Jon Berg beat Ilse Varga. Berg denied the charges through his lawyer."
    assert [row.question for row in kind(Case(text), "polarity")] == ["Did Jon Berg beat Ilse Varga (Orbis)?"]


@pytest.mark.parametrize(
    "denial",
    [
        "The story that Ilse Varga sold the mill was a hoax.",
        "The claim that Ilse Varga sold the mill has been debunked.",
        "Officials called it a hoax that Ilse Varga sold the mill.",
        "It was a lie that Ilse Varga sold the mill.",
        "Reports that Ilse Varga sold the mill turned out to be false.",
        "The mayor dismissed reports that Ilse Varga sold the mill as nonsense.",
        "The family disputes that Ilse Varga sold the mill.",
        "There is no substance to reports that Ilse Varga sold the mill.",
        "Ilse Varga neglected to sell the mill.",
    ],
)
def test_a_denial_in_any_words_stands_against_what_it_denies(denial: str) -> None:
    (row,) = kind(Case("Ilse Varga sold the mill in Lindau.", denial), "polarity")
    assert values(row) == {"yes", "no"}
    assert kind(Case("Ilse Varga never sold the mill in Lindau.", denial), "polarity") == []


def test_a_story_that_somebody_tells_is_no_clause_that_is_denied() -> None:
    assert kind(Case("Ilse Varga told the story.", "The story that Ilse Varga told was a hoax."), "polarity") == []


def test_what_is_only_alleged_is_denied_too() -> None:
    (row,) = kind(Case("Ilse Varga allegedly sold the mill.", "Ilse Varga did not sell the mill, her son said."), "polarity")
    assert values(row) == {"yes", "no"}


def test_whose_noun_is_a_suspect_did_what_the_text_says() -> None:
    (row,) = kind(Case("The suspect sold the Lindau mill.", "The suspect never sold the Lindau mill."), "polarity")
    assert values(row) == {"yes", "no"}


def test_an_act_that_rules_out_another_denies_it() -> None:
    (row,) = kind(Case("Ilse Varga lost the Lindau medal.", "Ilse Varga won the Lindau medal."), "polarity")
    assert values(row) == {"yes", "no"}
    assert kind(Case("Ilse Varga opposed the treaty.", "Ilse Varga did not support the treaty."), "polarity") == []


def test_who_was_not_tried_at_all_was_not_tried_with_others() -> None:
    assert kind(Case("Ilse Varga was tried with her sons.", "Ilse Varga was never tried."), "polarity") != []
    assert kind(Case("Ilse Varga was tried in May.", "Ilse Varga was not tried with her sons."), "polarity") == []


def test_what_was_done_to_one_who_has_a_name_befell_it() -> None:
    (row,) = kind(Case("Ilse Varga contacted the Lindau Dairy.", "The Lindau Dairy was never contacted."), "polarity")
    assert values(row) == {"yes", "no"}


def test_two_descriptions_of_one_object_are_no_two_names() -> None:
    case = Case("Ilse Varga adopted her first son, Omar Silva.", "It is not true that Ilse Varga adopted her first son.")
    assert kind(case, "polarity") != []


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        ("Omar Silva is still at large.", "Omar Silva is in prison.", {"at liberty", "in custody"}),
        ("Omar Silva is out on bail.", "Omar Silva was placed under arrest.", {"at liberty", "in custody"}),
        ("Omar Silva was found guilty.", "Omar Silva was acquitted.", {"guilty", "innocent"}),
        ("The court found Omar Silva guilty.", "Omar Silva is an innocent man.", {"guilty", "innocent"}),
        ("Omar Silva was convicted.", "Omar Silva was found not guilty.", {"guilty", "not guilty"}),
        ("The Lindau dairy went bankrupt.", "The Lindau dairy is solvent.", {"insolvent", "solvent"}),
        ("Omar Silva is in a coma.", "Omar Silva is conscious.", {"conscious", "unconscious"}),
    ],
)
def test_states_told_by_verbs_of_finding_and_behind_prepositions(one: str, other: str, answers: set[str]) -> None:
    (row,) = kind(Case((one, "2014-05-06"), (other, "2014-05-06")), "status")
    assert values(row) == answers


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "The orchestra of Lindau accused the agency of selling a forged ticket.",
            "The agency sold nothing to anybody in Lindau, its owner said.",
            "Did the agency sell the ticket (Lindau)?",
        ),
        (
            "Ilse Varga was charged with burning the archive of Lindau.",
            "Ilse Varga did not burn the archive of Lindau, her son said.",
            "Did Ilse Varga burn the archive (Lindau)?",
        ),
        (
            "Two wardens whipped the pupils of the Lindau school.",
            "There is no proof that the pupils of the Lindau school were whipped.",
            "Were the pupils whipped (Lindau)?",
        ),
        (
            "The harbour office was informed of the storm off Lindau.",
            "The harbour office in Lindau received no information about the storm.",
            "Was the harbour office informed (Lindau)?",
        ),
        ("Ilse Varga asked to be transferred.", "Ilse Varga did not ask to be transferred.", "Did Ilse Varga ask to be transferred?"),
        (
            "The paint factory in Lindau fouled the creek.",
            "It is not true that the factory fouled the creek in Lindau.",
            "Did the paint factory foul the creek (Lindau)?",
        ),
    ],
)
def test_one_act_in_two_constructions(one: str, other: str, question: str) -> None:
    rows = kind(Case((one, "2014-05-06"), (other, "2014-05-07")), "polarity")
    assert [(row.question, values(row)) for row in rows] == [(question, {"yes", "no"})]


def test_who_is_not_accused_did_nothing() -> None:
    text = "Nobody accused Ilse Varga of selling the castle."
    assert kind(Case(text, "Ilse Varga did not sell the castle, her son said."), "polarity") == []


def test_who_was_cleared_of_it_did_not_do_it() -> None:
    (row,) = kind(Case("Ilse Varga sold the castle.", "A court cleared Ilse Varga of selling the castle."), "polarity")
    assert values(row) == {"yes", "no"}


def test_two_of_one_noun_that_are_told_apart_are_two() -> None:
    one = ("The paint factory in Lindau fouled the creek.", "2014-05-06")
    assert kind(Case(one, ("The dye factory in Lindau did not foul the creek.", "2014-05-07")), "polarity") == []


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        ("Ilse Varga is still at large.", "Ilse Varga is under arrest, her son said.", {"at liberty", "in custody"}),
        ("The Lindau observatory lies in ruins.", "The Lindau observatory is undamaged, the warden said.", {"intact", "damaged"}),
        ("The cable car of Lindau is out of order.", "The cable car of Lindau is in operation.", {"in operation", "closed"}),
        ("The Lindau fair has been called off.", "The Lindau fair is going ahead, the council said.", {"on track", "cancelled"}),
        ("Ilse Varga is in excellent health.", "Ilse Varga is in intensive care, the papers wrote.", {"healthy", "ill"}),
        ("The reservoir of Lindau is polluted.", "The reservoir of Lindau is clean, the council said.", {"clean", "polluted"}),
        ("The Lindau statute has lapsed.", "The Lindau statute is in force, the council said.", {"in force", "void"}),
    ],
)
def test_states_of_several_words(one: str, other: str, answers: set[str]) -> None:
    (row,) = kind(Case((one, "2014-05-06"), (other, "2014-05-07")), "status")
    assert values(row) == answers


def test_guilty_of_one_thing_and_innocent_of_another() -> None:
    one = "Ilse Varga was found guilty of theft."
    assert kind(Case(one, "Ilse Varga was acquitted of arson."), "status") == []
    assert kind(Case(one, "Ilse Varga was acquitted of theft."), "status") != []


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        ("The lighthouse of Lindau was built by Ilse Varga.", "Jon Berg built the lighthouse of Lindau.", {"Ilse Varga", "Jon Berg"}),
        (
            "The murder of Ilse Varga in Lindau was committed by Jon Berg, police believe.",
            "Ilse Varga was strangled in Lindau by Anton Ruf, her son said.",
            {"Jon Berg", "Anton Ruf"},
        ),
        (
            "The crane in Lindau collapsed because of the gale, the builders said.",
            "The union blamed the collapse of the crane in Lindau on the builders.",
            {"the gale", "the builders"},
        ),
        ("Ilse Varga died at the hands of robbers.", "Ilse Varga was killed by Jon Berg.", {"robbers", "Jon Berg"}),
        ("Smugglers opened fire on the ferry in Lindau.", "The ferry in Lindau was hit by guards.", {"Smugglers", "guards"}),
    ],
)
def test_one_deed_in_two_constructions(one: str, other: str, answers: set[str]) -> None:
    (row,) = kind(Case((one, "2014-05-06"), (other, "2014-05-07")), "agent")
    assert values(row) == answers


def test_what_many_may_do_is_no_question_of_who_did_it() -> None:
    assert kind(Case("Jon Berg visited the lighthouse of Lindau.", "Ilse Varga visited the lighthouse of Lindau."), "agent") == []


def test_a_man_may_have_a_name() -> None:
    assert kind(Case("Ilse Varga was stabbed by a man.", "Ilse Varga was stabbed by Jon Berg."), "agent") == []


@pytest.mark.parametrize(("body", "rows"), [("the Norwegian army", 0), ("the Norwegian Front", 1), ("Swedish troops", 1)])
def test_a_country_and_its_bodies_may_be_one_doer(body: str, rows: int) -> None:
    text = f"The papers blamed the raid in Lindau on Norway. Witnesses say that the raid was staged by {body}."
    assert len(kind(Case(text), "agent")) == rows


def test_who_won_last_is_not_who_did_not_win() -> None:
    assert kind(Case("Ilse Varga won the cup. Ilse Varga had not won the cup since 1974, her coach said."), "polarity") == []


BLAMED = (
    "A bomb tore open the customs house in Ostrel on Monday. The governor blamed the River Guard for the bombing. He promised an answer.",
    "2031-04-02",
)


@pytest.mark.parametrize(
    ("told", "doer"),
    [
        ("A group calling itself Red Tide claimed responsibility for the attack on the customs house.", "Red Tide"),
        ("Clerks spoke of the attack on the customs house. It was carried out by a dismissed guard, they said.", "a dismissed guard"),
    ],
)
def test_who_was_behind_one_event_under_two_nouns(told: str, doer: str) -> None:
    (row,) = Case(BLAMED, (f"Ostrel swept up the glass on Tuesday. {told} The governor is expected there.", "2031-04-03")).disagreements()
    assert (row.kind, values(row)) == ("agent", {"River Guard", doer})
    assert row.question.startswith("Who was behind the ") and "River Guard" not in row.question  # no answer stands in its question
    assert "Ostrel" in row.question


def test_of_two_events_before_it_none_is_taken_up() -> None:
    told = "Clerks spoke of the attack and of a theft in Ostrel. It was carried out by a dismissed guard, they said."
    assert not Case(BLAMED, (told, "2031-04-03")).disagreements()


def test_an_accusation_is_asked_about_in_the_words_in_which_it_is_made() -> None:
    text = "The mayor accused Ada Varga of fraud in Orlau. Ada Varga denied the accusation."
    (row,) = kind(Case(text), "polarity")
    assert row.question.startswith("Is this upheld or denied (")
    assert row.question.endswith(": “accused Ada Varga of fraud in Orlau”?")
