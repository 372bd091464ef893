"""The small markup of the notes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.note_markup import Block, BlockKind, Run, blocks, one_line_end, pasted, plain, runs

SIGNS = st.text("ab *_-–•()[]\n\t\u00a0\u2028éع😀o1.§\uf0b7", max_size=60)
ANY = SIGNS | st.text(max_size=60)


def paragraph(*found: Run) -> Block:
    return Block(BlockKind.PARAGRAPH, found)


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum() or letter in "[]")


def test_an_empty_line_parts_paragraphs_and_another_line_end_does_not() -> None:
    assert blocks("One\ntwo\n\n \nThree  ") == (paragraph(Run("One\ntwo")), paragraph(Run("Three")))
    assert blocks("") == blocks(" \n\n") == ()


def test_bullets_and_levels_are_blocks_of_their_own() -> None:
    text = "Agreed:\n- first\n  more\n  - inner\n(a) lettered\n\t(ii) numbered\n\nEnd"
    assert blocks(text) == (
        paragraph(Run("Agreed:")),
        Block(BlockKind.BULLET, (Run("first\nmore"),)),
        Block(BlockKind.BULLET, (Run("inner"),), depth=1),
        Block(BlockKind.LEVEL, (Run("lettered"),), "a"),
        Block(BlockKind.LEVEL, (Run("numbered"),), "ii", 1),
        paragraph(Run("End")),
    )


@pytest.mark.parametrize("text", ["-not", "- ", "(abc) no", "[a] b", "5 - 3", "(A) b", "-", "*"])
def test_what_only_looks_like_a_list_is_a_paragraph(text: str) -> None:
    assert [block.kind for block in blocks(text)] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_whatever_ends_a_line_ends_it(end: str) -> None:
    assert one_line_end(f"a{end}b") == "a\nb"
    assert len(blocks(f"a{end}{end}b")) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", (Run("plain"),)),
        ("", ()),
        ("*Agreed:* yes", (Run("Agreed:", strong=True), Run(" yes"))),
        ("an _emphasised word_.", (Run("an "), Run("emphasised word", emphasis=True), Run("."))),
        (
            "_with *full* respect_",
            (Run("with ", emphasis=True), Run("full", strong=True, emphasis=True), Run(" respect", emphasis=True)),
        ),
        ("*_both_*", (Run("both", strong=True, emphasis=True),)),
        ("_*both*_", (Run("both", strong=True, emphasis=True),)),
        (
            "*a _b* c_",
            (Run("a ", strong=True), Run("b", strong=True, emphasis=True), Run(" c", emphasis=True)),
        ),
        ("“*strong*”", (Run("“"), Run("strong", strong=True), Run("”"))),
        ("*a* *b*", (Run("a", strong=True), Run(" "), Run("b", strong=True))),
    ],
)
def test_stars_make_strong_and_underscores_emphasise(text: str, found: tuple[Run, ...]) -> None:
    assert runs(text) == found


@pytest.mark.parametrize(
    "text", ["3*4*5", "snake_case_name", "* a*", "*a *", "a*b*", "**", "__", "*a\nb*", "**a**", "2 * 3", "_a", "a_"]
)
def test_signs_that_mean_themselves_stay(text: str) -> None:
    assert "".join(run.text for run in runs(text)) == text


def test_square_brackets_mean_themselves_and_no_break_spaces_stay() -> None:
    text = "shall [, with full respect,] be\u00a0: «\u202fguidé\u202f»"
    assert plain(text) == text
    assert runs(text) == (Run(text),)


def test_plain_words_keep_labels_and_lose_signs() -> None:
    assert plain("*Agreed:*\n- one\n(a) _two_") == "Agreed:\none\n(a) two"


@given(ANY)
def test_no_letter_is_lost_and_none_changes_its_place(text: str) -> None:
    assert letters(plain(text)) == letters(text)


@given(ANY)
def test_the_runs_of_a_text_are_its_words_without_signs(text: str) -> None:
    said = "".join(run.text for run in runs(text))
    assert re.sub("[*_]", "", said) == re.sub("[*_]", "", text)
    assert all(run.text for run in runs(text))


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("•\tFirst\r\n•\tSecond\r\n", "- First\n- Second"),
        ("\uf0b7\tFirst\no\tinner", "- First\n- inner"),
        ("\t\uf0b7 inner", "  - inner"),
        ("§\tWingdings", "- Wingdings"),
        ("–\u00a0French dash", "- French dash"),
        ("(a)\tlettered\nb)\tlettered\niv.\troman", "(a) lettered\n(b) lettered\n(iv) roman"),
        ("1.\tMigration governance", "1. Migration governance"),
        ("A line  \x0bbroken\n\n\n\nNext", "A line\nbroken\n\nNext"),
        ("soft\u00adhyphen \ufeffand\u200b", "softhyphen and"),
        ("cell\tcell", "cell cell"),
        ("- [\u00a0text\u00a0]", "- [\u00a0text\u00a0]"),
        ("on the 4\to", "on the 4 o"),
    ],
)
def test_what_is_pasted_from_word_becomes_text_and_bullets(word: str, ours: str) -> None:
    assert pasted(word) == ours


@given(ANY)
def test_pasting_what_was_pasted_changes_nothing(text: str) -> None:
    assert pasted(pasted(text)) == pasted(text)


@given(st.text("ab -[]\n\u00a0عé😀", max_size=60))
def test_pasting_loses_no_word(text: str) -> None:
    assert letters(pasted(text)) == letters(text)
