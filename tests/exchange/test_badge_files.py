"""Badge designs and stocks: those that come with the program, and what somebody who writes their own is told."""

from pathlib import Path

import pytest

from cmc_desk.exchange.badge_files import (
    badge_designs,
    badge_stocks,
    design_named,
    read_design,
    read_stocks,
    stock_named,
)
from cmc_desk.rules.badge_design import Align, BackSide, Box, DesignField, Show, Stock, StockKind
from cmc_desk.rules.badge_sheet import cells, check_fits
from cmc_desk.rules.refusal import Refusal

DESIGN = """\
key = "own"
title = "Own badge"
size = [80, 50.5]

[[front]]
show = "name"
box = [5, 10, 50, 20]
size = 20
lines = 2
bold = true
align = "centre"
unless = ["press"]

[[front]]
show = "code"
box = [60, 25, 18, 18]

[[back]]
show = "text"
box = [5, 5, 70, 6]
text = "If found, please return it to the registration desk."
tone = "slate"
only = ["speaker", "category guests"]
"""
STOCK = """\
[stocks.own-labels]
title = "Own labels"
kind = "sheet"
page = [210, 297]
cell = [80, 50]
columns = 2
rows = 5
first = [18, 13]
step = [95, 55]
crop_marks = true

[stocks.own-card]
title = "Own card"
kind = "card"
page = [86, 54]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def complaints(folder: Path, text: str) -> list[str]:
    with pytest.raises(Refusal) as caught:
        read_design(written(folder, text)) if "stocks" not in text else read_stocks(written(folder, text))
    return caught.value.sentence.splitlines()[1:]


def changed(text: str, before: str, after: str) -> str:
    assert text.count(before) == 1
    return text.replace(before, after)


def test_the_designs_of_the_program_have_the_sizes_that_are_sold() -> None:
    sizes = {key: (design.width, design.height) for key, design in badge_designs().items()}
    assert sizes == {"a6": (105, 148), "62x100": (62, 100), "90x55": (90, 55), "cr80": (85.6, 53.98), "80x50": (80, 50)}


@pytest.mark.parametrize("key", sorted(badge_designs()))
def test_every_design_has_name_delegation_band_and_code_on_its_front(key: str) -> None:
    shown = {field.show for field in badge_designs()[key].front}
    assert shown & {Show.NAME, Show.NAME_FIRST}
    assert shown >= {
        Show.DELEGATION,
        Show.BAND,
        Show.QR,
        Show.CODE_LETTERS,
        Show.FLAG,
        Show.FUNCTIONAL_TITLE,
        Show.REPLACEMENT,
    }


@pytest.mark.parametrize("key", sorted(badge_designs()))
def test_nothing_is_set_larger_than_the_name(key: str) -> None:
    front = badge_designs()[key].front
    names = {Show.NAME, Show.NAME_FIRST, Show.NAME_SECOND}
    name = min(field.size for field in front if field.show in names)
    assert all(field.size < name for field in front if field.show not in names)


def test_every_stock_holds_one_of_the_designs_and_every_design_has_a_single_stock() -> None:
    fitting = {
        stock.key: [design.key for design in badge_designs().values() if _fits(design.key, stock)]
        for stock in badge_stocks().values()
    }
    assert [key for key, designs in fitting.items() if not designs] == []
    singles = {stock.key for stock in badge_stocks().values() if stock.kind is not StockKind.SHEET}
    for design in badge_designs():
        assert any(design in fitting[key] for key in singles)


def _fits(design: str, stock: Stock) -> bool:
    try:
        check_fits(badge_designs()[design], stock)
    except Refusal:
        return False
    return True


def test_the_cells_of_a_sheet_are_as_far_from_one_edge_as_from_the_other_where_the_maker_has_them_so() -> None:
    for stock in badge_stocks().values():
        last = cells(stock)[-1]
        right, below = stock.page_width - last.x - last.width, stock.page_height - last.y - last.height
        if stock.key in {"avery-l4784", "avery-l4785"}:
            # As gLabels has them: 18 from the left, 17 from the right; 13 and 14 from top and bottom.
            assert (right, below) == (17, 14)
        elif stock.key == "durable-1445":
            assert (right, below) == (15, 15)
        elif stock.key != "letter-2-a6":
            assert (right, below) == pytest.approx((stock.left, stock.top), abs=0.11), stock.key


def test_two_sheets_can_be_folded() -> None:
    check_fits(badge_designs()["a6"], badge_stocks()["a4-4-a6"], BackSide.FOLD)
    check_fits(badge_designs()["90x55"], badge_stocks()["a4-8-90x55"], BackSide.FOLD)


def test_a_design_or_stock_that_does_not_exist_is_refused_with_those_that_do() -> None:
    assert design_named("a6").key == "a6"
    with pytest.raises(Refusal, match=r"There is no badge design “A6”. There is: a6, .*Did you mean “a6”?"):
        design_named("A6")
    assert stock_named("roll-62x100").kind is StockKind.ROLL
    with pytest.raises(Refusal, match=r"There is no stock “napkin”. There is: a4-4-a6, .*roll-62x100.$"):
        stock_named("napkin")


def test_a_design_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    design = read_design(written(tmp_path, DESIGN))
    assert (design.key, design.title, design.width, design.height) == ("own", "Own badge", 80, 50.5)
    assert design.front == (
        DesignField(
            Show.NAME,
            Box(5, 10, 50, 20),
            size=20,
            comfortable=8,
            smallest=6,
            bold=True,
            align=Align.CENTRE,
            lines=2,
            unless=("press",),
        ),
        DesignField(Show.QR, Box(60, 25, 18, 18)),
    )
    assert design.back[0].text == "If found, please return it to the registration desk."
    assert design.back[0].only == ("speaker", "category guests")


def test_a_list_may_stand_in_columns_and_without_a_heading(tmp_path: Path) -> None:
    listed = 'show = "agenda"\ncolumns = 2\nheading = false'
    (agenda,) = read_design(written(tmp_path, changed(DESIGN, 'show = "text"', listed))).back
    assert (agenda.columns, agenda.heading) == (2, False)
    (said,) = read_design(written(tmp_path, DESIGN)).back
    assert (said.columns, said.heading) == (1, True)


def test_sizes_that_are_not_said_follow_from_those_that_are(tmp_path: Path) -> None:
    found = read_design(written(tmp_path, changed(DESIGN, "size = 20\n", "size = 5\n"))).front[0]
    assert (found.size, found.comfortable, found.smallest) == (5, 5, 5)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("size = [80, 50.5]", "size = [80]", "line 3, size: 2 numbers are needed here, and there are 1"),
        ("size = [80, 50.5]", 'size = [80, "50"]', "line 3, size[2]: a number without quotation marks is needed here"),
        ("size = [80, 50.5]", "size = [8, 50]", "line 3, size[1]: 8 is not between 20 and 420"),
        ("size = [80, 50.5]\n", "", "size: is missing"),
        ('title = "Own badge"\n', "", "title: is missing"),
        ('show = "name"', 'show = "nme"', "line 6, front[1].show: “nme” is none of: "),
        ("[5, 10, 50, 20]", "[5, 10, 80, 20]", "line 7, front[1].box: reaches beyond the badge, which is 80 mm wide and 50.5"),
        ("[5, 10, 50, 20]", "[5, 10, 50, 0]", "line 7, front[1].box: has no width or no height"),
        ("[5, 10, 50, 20]", "[5, 10, 50, 2]", "line 7, front[1].box: is too low for letters of 6 points"),
        ("[60, 25, 18, 18]", "[60, 25, 11, 18]", "line 16, front[2].box: is too small for a code, which needs 12 mm"),
        ("[60, 25, 18, 18]", "[50, 25, 18, 18]", "line 7, front[1].box: stands in the box of the code"),
        ("size = 20\n", "size = nan\n", "line 8, front[1].size: a number without quotation marks"),
        ("size = 20\n", "size = true\n", "line 8, front[1].size: a number without quotation marks"),
        ("size = 20\n", "size = 500\n", "line 8, front[1].size: 500 is not between 4 and 200"),
        ("size = 20\n", "size = 9\ncomfortable = 10\n", "line 9, front[1].comfortable: 10 points is above the size, 9"),
        ("size = 20\n", "size = 9\nsmallest = 8.5\n", "line 9, front[1].smallest: 8.5 points is above the comfortable size, 8"),
        ("lines = 2", "lines = 0", "line 9, front[1].lines: 0 is below 1"),
        ('align = "centre"', 'align = "center"', "line 11, front[1].align: “center” is none of: left, centre, right"),
        ('tone = "slate"', 'tone = "salte"', "line 22, back[1].tone: “salte” is none of: ink, slate, white, band (did you mean"),
        ('text = "If found, please return it to the registration desk."\n', "", "line 18, back[1].text: is missing"),
        ('show = "name"', 'show = "name"\ntext = "x"', "line 7, front[1].text: “name” has no text of its own"),
        ('show = "name"', 'show = "name"\ncolumns = 2', "line 7, front[1].columns: “name” is no list"),
        ('show = "name"', 'show = "name"\nheading = false', "line 7, front[1].heading: “name” is no list"),
        ('unless = ["press"]', 'unless = ["pres"]', "line 12, front[1].unless: “pres” is none of: "),
        ('tone = "slate"', 'colour = "slate"', "line 22, back[1].colour: this key is not known here"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_design_is_told_with_its_line(tmp_path: Path, before: str, after: str, told: str) -> None:
    said = complaints(tmp_path, changed(DESIGN, before, after))
    assert len(said) == 1
    assert said[0].startswith(told)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(complaints(tmp_path, 'key = "Own"\nsize = 3\n')) == 4


def test_stocks_are_read(tmp_path: Path) -> None:
    labels, card = read_stocks(written(tmp_path, STOCK))
    assert labels == Stock(
        "own-labels", "Own labels", StockKind.SHEET, 210, 297, 80, 50, 2, 5, 18, 13, 95, 55, crop_marks=True
    )
    assert card == Stock("own-card", "Own card", StockKind.CARD, 86, 54, 86, 54)


def test_a_sheet_of_one_cell_needs_no_step(tmp_path: Path) -> None:
    one = changed(changed(changed(STOCK, "columns = 2\n", ""), "rows = 5\n", ""), "step = [95, 55]\n", "")
    assert read_stocks(written(tmp_path, one))[0].cells == 1


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("cell = [80, 50]\n", "", "line 1, stocks.own-labels.cell: is missing"),
        ("cell = [80, 50]", "cell = [220, 50]", "line 5, stocks.own-labels.cell: is larger than the page"),
        ("step = [95, 55]", "step = [70, 55]", "line 9, stocks.own-labels.step: the cells of a row overlap"),
        ("step = [95, 55]", "step = [95, 49]", "line 9, stocks.own-labels.step: the cells of a column overlap"),
        ("first = [18, 13]", "first = [40, 13]", "line 8, stocks.own-labels.first: the last cell of a row reaches beyond"),
        ("first = [18, 13]", "first = [18, 40]", "line 8, stocks.own-labels.first: the last cell of a column reaches beyond"),
        ("step = [95, 55]\n", "", "line 1, stocks.own-labels.step: is missing"),
        ("page = [86, 54]", "page = [86, 54]\nrows = 2", "line 16, stocks.own-card.rows: this key is not known here"),
        ('kind = "card"', 'kind = "cards"', "line 14, stocks.own-card.kind: “cards” is none of: sheet, single, roll, card (did"),
        ("[stocks.own-card]", "[stocks.Own]", "line 12, stocks.Own: “Own” is no key"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_stock_is_told_with_its_line(tmp_path: Path, before: str, after: str, told: str) -> None:
    said = complaints(tmp_path, changed(STOCK, before, after))
    assert any(one.startswith(told) for one in said)


def test_a_file_without_stocks_is_told_how_one_begins(tmp_path: Path) -> None:
    assert complaints(tmp_path, "[stocks]\n") == [
        "line 1, stocks: is missing; a stock stands in a section such as [stocks.own-labels]"
    ]


def test_what_is_no_text_no_file_or_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"There is no file “none.toml”"):
        read_design(tmp_path / "none.toml")
    with pytest.raises(Refusal, match=r"is a folder. Choose the file of a badge design"):
        read_design(tmp_path)
    (tmp_path / "binary.toml").write_bytes(b"\0")
    with pytest.raises(Refusal, match="is not the file of a stock"):
        read_stocks(tmp_path / "binary.toml")
    with pytest.raises(Refusal, match="line 1: this line cannot be read"):
        read_design(written(tmp_path, "key\n"))
    with pytest.raises(Refusal, match="is no badge design: its brackets are nested too deep"):
        read_design(written(tmp_path, "x = " + "[" * 5000 + "]" * 5000))
