"""Country names are read without leaving half a locale behind for whoever asks Babel next."""

from __future__ import annotations

from babel.numbers import get_decimal_symbol

from testimonia.link.entities.places import country, country_names, territories


def test_the_names_of_countries_leave_other_data_whole() -> None:
    country_names.cache_clear()
    assert territories("zh") and country_names()
    assert get_decimal_symbol("zh") == "."
    assert get_decimal_symbol("de") == ","


def test_a_city_in_english_is_no_country_though_it_is_one_in_another_language() -> None:
    assert country("Tunis") is None
    assert country("Tunisia") == "TN"
    assert country("Singapore") == "SG"
