"""The golden files of the papers of the desk: every word with its place, to be read as a diff.

After a change that is meant: python3 -m tests.reports.golden_papers
"""

from pathlib import Path

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.papers_of_the_desk import PAPERS_OF_THE_DESK
from cmc_desk.rules.papers import Format
from tests.reports.desk_papers_case import EN, GOLDEN, IMPRINT
from tests.reports.read_pdf import words_on

FOLDER = Path(__file__).parent / "golden"


def lines_of(name: str) -> str:
    """Return the words of a paper: page, x and y in points, letter size, words."""
    data = kind_of(name).render(GOLDEN[name], Format.PDF, EN, IMPRINT)
    return "".join(
        f"{word.page} {word.x:6.1f} {word.y:6.1f} {word.size:5.1f} {'⟲' if word.turned else '·'} {word.text}\n"
        for word in words_on(data)
    )


def kind_of(name: str) -> PaperKind:
    """Return the kind of paper that `name` is, or is a variety of."""
    return max((kind for kind in PAPERS_OF_THE_DESK if name.startswith(kind.key)), key=lambda kind: len(kind.key))


def main() -> None:
    """Write every golden file anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in GOLDEN:
        (FOLDER / f"{name}.txt").write_text(lines_of(name), encoding="utf-8")


if __name__ == "__main__":
    main()
