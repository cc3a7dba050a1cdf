"""Word lists of languages with two scripts."""

from testimonia.base.scripts import cyrillic, in_scripts


def test_serbian_words_are_read_in_both_scripts():
    assert cyrillic("ljubazni džandrljiv njegov") == "љубазни џандрљив његов"
    assert in_scripts(["izdajni*"], "hr-BA") == {"izdajni*", "издајни*"}


def test_words_of_other_languages_stay_as_they_are():
    assert in_scripts(["zdrajc*"], "pl") == {"zdrajc*"}
