"""What may be a foreign code, and what is text, where notes are typed at the pace of a scanner."""

import pytest

from cmc_desk.rules.dictation import reads_as_dictated


@pytest.mark.parametrize(
    "text",
    [
        "Agreed",
        "The delegation of Jamaica recalled that 84 people, 12 of them children, had arrived.",
        "d: principle 1 stands",
        "NB: the text is in brackets [as in 4 (a)]",
        "a: circulate @JM due: 2019-12-20",
        "p: 4 jm shall->should",
        "s/2018/2019/",
        "2019-12-05",
        "16:45 12.500",
        "s'il-vous-plaît",
        "[reserve]",
    ],
)
def test_words_dates_and_corrections_are_text(text: str) -> None:
    assert reads_as_dictated(text)


@pytest.mark.parametrize(
    "text",
    [
        "4006381333931",
        "CMC-7K4M-2P",
        "A1B2C3D4",
        "MECARD:N:Example,Ana;;",
        "BEGIN:VCARD VERSION:3.0 N:Example;Ana",
        "https://example.org/ticket/abcdef",
        '{"ticket": "x"}',
        "------",
        "123456 789012",
        "   ",
    ],
)
def test_a_run_of_signs_with_figures_and_what_begins_like_data_are_codes(text: str) -> None:
    assert not reads_as_dictated(text)
