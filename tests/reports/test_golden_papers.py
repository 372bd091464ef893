"""Every paper of the desk against its golden file, and what all of them have in common."""

import pytest

from cmc_desk.desk.papers_of_the_desk import PAPERS_OF_THE_DESK
from cmc_desk.reports.missing_letters import TO_WRITE
from cmc_desk.reports.typesetting import text_width
from cmc_desk.rules.papers import Format
from tests.reports.desk_papers_case import (
    CHINESE,
    EN,
    GOLDEN,
    IMPRINT,
    NAMES,
    delegation,
    member,
    pack,
    sheets,
    ticks,
)
from tests.reports.golden_papers import FOLDER, kind_of, lines_of
from tests.reports.read_pdf import page_sizes, words_on


@pytest.mark.parametrize("name", GOLDEN)
def test_words_stand_where_they_stood(name: str) -> None:
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert lines_of(name) == golden, "if the change is meant: python3 -m tests.reports.golden_papers"


def test_every_paper_has_a_golden_file_and_every_golden_file_a_paper() -> None:
    assert {kind_of(name).key for name in GOLDEN} == {kind.key for kind in PAPERS_OF_THE_DESK}
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(GOLDEN)


@pytest.mark.parametrize("name", GOLDEN)
def test_every_paper_is_a4(name: str) -> None:
    data = kind_of(name).render(GOLDEN[name], Format.PDF, EN, IMPRINT)
    assert page_sizes(data) == {(297, 210) if name.startswith("name-plates") else (210, 297)}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_same_content_gives_the_same_file(name: str) -> None:
    kind = kind_of(name)
    assert kind.render(GOLDEN[name], Format.PDF, EN, IMPRINT) == kind.render(GOLDEN[name], Format.PDF, EN, IMPRINT)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("signature-sheet", sheets(*NAMES)),
        ("tick-list", ticks(*NAMES)),
        ("delegation-sheets", delegation(*(member(name) for name in NAMES))),
        ("fallback-pack", pack(*NAMES)),
    ],
)
def test_names_of_every_kind_are_printed_and_none_runs_into_the_margin(name: str, content: object) -> None:
    words = words_on(kind_of(name).render(content, Format.PDF, EN, IMPRINT))
    printed = "".join(word.text for word in words)
    assert "Madonna" in printed
    assert "Wilhelmina-Alexandrina" in printed
    # What no font has is left out, and there is a line to write it on.
    assert not set(CHINESE) & set(printed)
    assert TO_WRITE in printed
    assert all(word.x > 20 and 20 < word.y < 830 for word in words)
    # Bold is the wider of the two weights.
    assert [word for word in words if word.x + text_width(word.text, word.size, bold=True) > 590] == []
