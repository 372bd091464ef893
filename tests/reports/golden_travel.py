"""The golden files of the papers of sponsored travel: every word with its place, to be read as a diff.

After a change that is meant: python3 -m tests.reports.golden_travel
"""

from gettext import NullTranslations
from pathlib import Path

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.papers_of_travel import PAPERS_OF_TRAVEL
from cmc_desk.rules.papers import Format
from tests.reports.desk_papers_case import EN, IMPRINT
from tests.reports.read_pdf import words_on
from tests.reports.travel_case import GOLDEN

FOLDER = Path(__file__).parent / "golden" / "travel"
KINDS: dict[str, PaperKind] = {kind.key: kind for kind in PAPERS_OF_TRAVEL}


def paper(name: str, form: Format = Format.PDF, content: object = None, texts: NullTranslations = EN) -> bytes:
    """Return a paper of sponsored travel, of its golden content unless there is another."""
    return KINDS[name].render(content or GOLDEN[name], form, texts, IMPRINT)


def lines_of(name: str) -> str:
    """Return the words of a paper: page, x and y in points, letter size, words."""
    return "".join(
        f"{word.page} {word.x:6.1f} {word.y:6.1f} {word.size:5.1f} {word.text}\n" for word in words_on(paper(name))
    )


def main() -> None:
    """Write every golden file anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in GOLDEN:
        (FOLDER / f"{name}.txt").write_text(lines_of(name), encoding="utf-8")


if __name__ == "__main__":
    main()
