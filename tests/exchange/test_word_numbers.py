"""Lists of Word that are harder than most: of styles, with their own beginnings, of other lists, with figures only."""

from docx.oxml import parse_xml

from cmc_desk.exchange.word_numbers import WordNumbers
from cmc_desk.exchange.word_text import WordParagraph
from tests.exchange.word_files import W, level, styles


def numbers(kinds: str, lists: str, named: str = "") -> WordNumbers:
    """Return what counts these lists."""
    return WordNumbers(parse_xml(f"<w:numbering {W}>{kinds}{lists}</w:numbering>"), parse_xml(named) if named else None)


def kind(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def of(key: int, of_kind: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of_kind}"/>{more}</w:num>'


def start(place: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def labels(counting: WordNumbers, *places: tuple[str, int]) -> list[str]:
    return [counting.label(WordParagraph(numbering=place)) for place in places]


def test_two_lists_of_one_kind_count_on_unless_one_has_a_beginning_of_its_own() -> None:
    counting = numbers(kind(0, level(0, "decimal", "%1.")), of(1, 0) + of(2, 0) + of(3, 0, start(0, 7)))
    assert labels(counting, ("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0)) == ["1.", "2.", "7.", "8.", "9."]


def test_deeper_levels_begin_again_unless_they_say_that_they_do_not() -> None:
    never = '<w:lvlRestart w:val="0"/>'
    counting = numbers(
        kind(
            0,
            level(0, "upperRoman", "%1"),
            level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            level(2, "lowerLetter", "%3)", never),
        ),
        of(1, 0),
    )
    places = [("1", level_of) for level_of in (0, 1, 2, 0, 1, 2)]
    assert labels(counting, *places) == ["I", "1.1", "a)", "II", "2.1", "b)"]


def test_styles_bring_lists_and_levels_along_through_the_styles_that_they_are_based_on() -> None:
    named = styles(
        ("One", "Article", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("Two", "Sub article", '<w:basedOn w:val="One"/>'),
        ("Loop", "Loop", '<w:basedOn w:val="Loop"/>'),
        (
            "Deep",
            "Deep",
            '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr>',
        ),
    )
    bound = '<w:pStyle w:val="One"/>'
    counting = numbers(kind(0, level(0, "decimal", "%1.", bound), level(1, "bullet", "•")), of(1, 0), named)
    assert [counting.label(WordParagraph(style=style)) for style in ("One", "Two", "Loop", "Deep", "One")] == [
        *("1.", "2.", "", "", "3."),
    ]
    assert counting.label(WordParagraph(style="One", numbering=("0", None))) == ""
    assert counting.label(WordParagraph(style="One", numbering=("", 1))) == ""
    assert counting.outline(WordParagraph(style="Deep")) is None
    assert counting.outline(WordParagraph(style="One")) is None
    assert counting.outline(WordParagraph(outline=2)) == 2
    assert counting.outline(WordParagraph(outline=9)) is None
    assert counting.style_name(WordParagraph(style="nobody")) == ""


def test_a_list_can_be_that_of_another_or_have_levels_of_its_own() -> None:
    linked = kind(0, more='<w:numStyleLink w:val="Mine"/>') + kind(1, level(0, "lowerLetter", "(%1)"))
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "§ %1")}</w:lvlOverride>'
    named = styles(("Mine", "Mine", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'))
    counting = numbers(linked, of(1, 0) + of(2, 1) + of(3, 1, own) + of(4, 9), named)
    assert labels(counting, ("1", 0), ("2", 0), ("3", 0), ("4", 0), ("99", 0)) == ["(a)", "(b)", "§ 3", "", ""]


def test_without_lists_and_styles_nothing_is_counted() -> None:
    assert WordNumbers(None, None).label(WordParagraph(numbering=("1", 0))) == ""
