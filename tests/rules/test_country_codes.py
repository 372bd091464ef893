"""The codes of three letters of countries and territories."""

from babel.core import get_global

from cmc_desk.rules.country_codes import alpha_3


def test_the_codes_are_those_that_unicode_lists_for_them() -> None:
    listed = {three: two for three, two in get_global("territory_aliases").items() if len(three) == 3}
    for two in ("JM", "TC", "VG", "KN", "VC", "CW", "SX", "BQ", "US", "GB", "NL"):
        assert two in listed[alpha_3(two)]
    assert (alpha_3("JM"), alpha_3("DE"), alpha_3("CD")) == ("JAM", "DEU", "COD")


def test_what_is_no_country_has_none() -> None:
    assert (alpha_3("IOM"), alpha_3("")) == ("", "")
