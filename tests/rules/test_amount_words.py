"""Amounts in words in English, Spanish, French and Dutch, as a receipt states them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.amount_words import amount_in_words
from cmc_desk.rules.currency_names import names_of
from cmc_desk.rules.number_words import dutch, english, french, number_words, spanish
from cmc_desk.rules.refusal import Refusal

LANGUAGES = ("en", "es", "fr", "nl")


@pytest.mark.parametrize(
    ("minor", "currency", "words"),
    [
        (
            35520,
            "USD",
            (
                "three hundred and fifty-five United States dollars and twenty cents",
                "trescientos cincuenta y cinco dólares de los Estados Unidos con veinte centavos",
                "trois cent cinquante-cinq dollars des États-Unis et vingt cents",
                "driehonderdvijfenvijftig Amerikaanse dollar en twintig cent",
            ),
        ),
        (
            4920000,
            "JMD",
            (
                "forty-nine thousand two hundred Jamaican dollars",
                "cuarenta y nueve mil doscientos dólares jamaiquinos",
                "quarante-neuf mille deux cents dollars jamaïcains",
                "negenenveertigduizend tweehonderd Jamaicaanse dollar",
            ),
        ),
        (
            101,
            "EUR",
            ("one euro and one cent", "un euro con un céntimo", "un euro et un centime", "één euro en één cent"),
        ),
        (
            2101,
            "GBP",
            (
                "twenty-one pounds sterling and one penny",
                "veintiuna libras esterlinas con un penique",
                "vingt et une livres sterling et un penny",
                "eenentwintig pond sterling en één penny",
            ),
        ),
        (
            20100,
            "HTG",
            (
                "two hundred and one Haitian gourdes",
                "doscientas una gurdas haitianas",
                "deux cent une gourdes haïtiennes",
                "tweehonderdeen Haïtiaanse gourde",
            ),
        ),
        (
            100000000,
            "EUR",
            ("one million euros", "un millón de euros", "un million d’euros", "één miljoen euro"),
        ),
        (
            200000000,
            "USD",
            (
                "two million United States dollars",
                "dos millones de dólares de los Estados Unidos",
                "deux millions de dollars des États-Unis",
                "twee miljoen Amerikaanse dollar",
            ),
        ),
        (0, "EUR", ("zero euros", "cero euros", "zéro euro", "nul euro")),
        (
            50,
            "XCD",
            (
                "zero East Caribbean dollars and fifty cents",
                "cero dólares del Caribe Oriental con cincuenta centavos",
                "zéro dollar des Caraïbes orientales et cinquante cents",
                "nul Oost-Caribische dollar en vijftig cent",
            ),
        ),
        (
            35505,
            "CHF",
            (
                "three hundred and fifty-five and 05/100 CHF",
                "trescientos cincuenta y cinco con 05/100 CHF",
                "trois cent cinquante-cinq et 05/100 CHF",
                "driehonderdvijfenvijftig en 05/100 CHF",
            ),
        ),
        (
            1500,
            "JPY",
            ("one thousand five hundred JPY", "mil quinientos JPY", "mille cinq cents JPY", "duizend vijfhonderd JPY"),
        ),
    ],
)
def test_an_amount_is_said_as_each_language_says_it(minor: int, currency: str, words: tuple[str, ...]) -> None:
    assert tuple(amount_in_words(minor, currency, language) for language in LANGUAGES) == words


def test_another_language_is_written_in_english() -> None:
    assert amount_in_words(200, "USD", "pap") == "two United States dollars"


@pytest.mark.parametrize("minor", [-1, 10**14])
def test_an_amount_below_nothing_or_too_large_is_refused(minor: int) -> None:
    with pytest.raises(Refusal):
        amount_in_words(minor, "USD", "en")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (13, ("thirteen", "trece", "treize", "dertien")),
        (16, ("sixteen", "dieciséis", "seize", "zestien")),
        (21, ("twenty-one", "veintiún", "vingt et un", "eenentwintig")),
        (22, ("twenty-two", "veintidós", "vingt-deux", "tweeëntwintig")),
        (31, ("thirty-one", "treinta y un", "trente et un", "eenendertig")),
        (43, ("forty-three", "cuarenta y tres", "quarante-trois", "drieënveertig")),
        (70, ("seventy", "setenta", "soixante-dix", "zeventig")),
        (71, ("seventy-one", "setenta y un", "soixante et onze", "eenenzeventig")),
        (80, ("eighty", "ochenta", "quatre-vingts", "tachtig")),
        (81, ("eighty-one", "ochenta y un", "quatre-vingt-un", "eenentachtig")),
        (91, ("ninety-one", "noventa y un", "quatre-vingt-onze", "eenennegentig")),
        (99, ("ninety-nine", "noventa y nueve", "quatre-vingt-dix-neuf", "negenennegentig")),
        (100, ("one hundred", "cien", "cent", "honderd")),
        (101, ("one hundred and one", "ciento un", "cent un", "honderdeen")),
        (111, ("one hundred and eleven", "ciento once", "cent onze", "honderdelf")),
        (200, ("two hundred", "doscientos", "deux cents", "tweehonderd")),
        (280, ("two hundred and eighty", "doscientos ochenta", "deux cent quatre-vingts", "tweehonderdtachtig")),
        (500, ("five hundred", "quinientos", "cinq cents", "vijfhonderd")),
        (777, ("seven hundred and seventy-seven", "setecientos setenta y siete", "sept cent soixante-dix-sept",
               "zevenhonderdzevenenzeventig")),
        (999, ("nine hundred and ninety-nine", "novecientos noventa y nueve", "neuf cent quatre-vingt-dix-neuf",
               "negenhonderdnegenennegentig")),
        (1000, ("one thousand", "mil", "mille", "duizend")),
        (1001, ("one thousand and one", "mil un", "mille un", "duizend een")),
        (1100, ("one thousand one hundred", "mil cien", "mille cent", "duizend honderd")),
        (2003, ("two thousand and three", "dos mil tres", "deux mille trois", "tweeduizend drie")),
        (21000, ("twenty-one thousand", "veintiún mil", "vingt et un mille", "eenentwintigduizend")),
        (80000, ("eighty thousand", "ochenta mil", "quatre-vingt mille", "tachtigduizend")),
        (100000, ("one hundred thousand", "cien mil", "cent mille", "honderdduizend")),
        (201000, ("two hundred and one thousand", "doscientos un mil", "deux cent un mille",
                  "tweehonderdeenduizend")),
        (200000, ("two hundred thousand", "doscientos mil", "deux cent mille", "tweehonderdduizend")),
        (1000001, ("one million and one", "un millón un", "un million un", "één miljoen een")),
        (21000000, ("twenty-one million", "veintiún millones", "vingt et un millions", "eenentwintig miljoen")),
        (80000000, ("eighty million", "ochenta millones", "quatre-vingts millions", "tachtig miljoen")),
        (1002003004, ("one billion two million three thousand and four", "mil dos millones tres mil cuatro",
                      "un milliard deux millions trois mille quatre", "één miljard twee miljoen drieduizend vier")),
        (3 * 10**9, ("three billion", "tres mil millones", "trois milliards", "drie miljard")),
    ],
)  # fmt: skip
def test_numbers_have_the_traps_of_their_languages(number: int, said: tuple[str, ...]) -> None:
    assert tuple(number_words(number, language) for language in LANGUAGES) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, ("una", "une")),
        (31, ("treinta y una", "trente et une")),
        (81, ("ochenta y una", "quatre-vingt-une")),
        (100, ("cien", "cent")),
        (500, ("quinientas", "cinq cents")),
        (501, ("quinientas una", "cinq cent une")),
        (21000, ("veintiún mil", "vingt et un mille")),
        (200021, ("doscientas mil veintiuna", "deux cent mille vingt et une")),
        (201000, ("doscientas un mil", "deux cent un mille")),
        (200000201, ("doscientos millones doscientas una", "deux cents millions deux cent une")),
        (11, ("once", "onze")),
    ],
)
def test_hundreds_and_ones_follow_a_feminine_currency(number: int, said: tuple[str, str]) -> None:
    assert (spanish(number, feminine=True), french(number, feminine=True)) == said


def test_every_currency_of_the_region_has_a_name_in_every_language() -> None:
    for code in ("ANG", "AWG", "BBD", "BMD", "BSD", "BZD", "CUP", "DOP", "EUR", "GBP", "GYD", "HTG", "JMD", "KYD"):
        assert all(names_of(code, language) for language in LANGUAGES)
    for code in ("SRD", "TTD", "USD", "XCD", "XCG"):
        assert all(names_of(code, language) for language in LANGUAGES)
    assert names_of("CHF", "en") is None


UNITS = {english(number): number for number in range(20)} | {english(number): number for number in range(20, 100, 10)}


def heard(words: str) -> int:
    """Return the number that English words say, by another way than they were made."""
    whole = part = 0
    for word in words.replace("-", " ").split():
        if word == "hundred":
            part *= 100
        elif word in ("thousand", "million", "billion"):
            whole += part * {"thousand": 10**3, "million": 10**6, "billion": 10**9}[word]
            part = 0
        elif word != "and":
            part += UNITS[word]
    return whole + part


@given(st.integers(0, 10**12 - 1))
def test_english_words_say_the_number(number: int) -> None:
    assert heard(english(number)) == number


@pytest.mark.parametrize("speak", [english, spanish, french, dutch])
def test_no_two_numbers_sound_alike(speak: object) -> None:
    numbers = [*range(12_000), *range(10**6 - 50, 10**6 + 2000), *range(10**9 - 5, 10**9 + 1001)]
    said = {speak(number) for number in numbers}  # type: ignore[operator] # one of the four
    assert len(said) == len(numbers)
    assert not any(" " in (words[:1], words[-1:]) or "  " in words for words in said)
