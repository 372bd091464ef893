"""`python3 run.py bench [--only desk,…] [--json]`: the figures of the program, each beside its floor."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import import_module

from tests.bench.measure import Row

# Later capabilities add their rows here: name of a group → functions that yield rows.
GROUPS: dict[str, tuple[str, ...]] = {
    "desk": ("tests.bench.desk:scan", "tests.bench.desk:search"),
    "windows": ("tests.bench.windows:search_to_table", "tests.bench.windows:stalls", "tests.bench.overview:read"),
    "badges": ("tests.bench.badges:badges", "tests.bench.badges_page:stalls"),
    "import": ("tests.bench.papers:imports",),
    "attendance": ("tests.bench.papers:workbook",),
    "papers": ("tests.bench.lists:participants", "tests.bench.papers_page:stalls"),
    "travel-papers": ("tests.bench.travel_papers:papers",),
    "clock": (
        "tests.bench.clock:projection",
        "tests.bench.clock:speakers",
        "tests.bench.clock_page:ticks",
        "tests.bench.clock_page:bar",
    ),
    "travel-acts": ("tests.bench.travel_acts:acts",),
    "travel": ("tests.bench.seats:wall", "tests.bench.travel_page:wall", "tests.bench.travel_page:steps"),
    "notes": (
        "tests.bench.notes_page:keys",
        "tests.bench.notes_page:saves",
        "tests.bench.notes_page:opening",
        "tests.bench.notes:read_out",
        "tests.bench.notes:search",
    ),
    "report": ("tests.bench.report:report", "tests.bench.demo_pages:stalls"),
    "drafts": (
        "tests.bench.drafts:words",
        "tests.bench.drafts:renderings",
        "tests.bench.drafts:papers",
        "tests.bench.drafts_page:to_screen",
    ),
    "start": ("tests.bench.start:start", "tests.bench.start:memory"),
}


def main() -> int:
    """Print a table, or one JSON object a line."""
    parser = argparse.ArgumentParser(
        prog="bench", description="Figures of the program against a floor in the same run."
    )
    parser.add_argument("--only", default=",".join(GROUPS), help=f"groups, comma between: {', '.join(GROUPS)}")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = parser.parse_args()
    chosen = options.only.split(",")
    if unknown := [name for name in chosen if name not in GROUPS]:
        parser.error(f"no such group: {', '.join(unknown)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not options.json:
        print(f"{'what':<52}{'value':>10} {'unit':<4}{'floor':>10}{'ratio':>8}  {'aim':<12}holds")
    for row in _rows(chosen):
        print(json.dumps(asdict(row), ensure_ascii=False) if options.json else _line(row), flush=True)
    return 0


def _rows(chosen: list[str]) -> Iterator[Row]:
    for group in chosen:
        for where in GROUPS[group]:
            module, name = where.split(":")
            measure: Callable[[], Iterator[Row]] = getattr(import_module(module), name)
            yield from measure()


def _line(row: Row) -> str:
    floor = "" if row.floor is None else f"{row.floor:.2f}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return f"{row.name:<52}{row.value:>10.2f} {row.unit:<4}{floor:>10}{ratio:>8}  {row.aim:<12}{'yes' if row.holds else 'NO'}"


if __name__ == "__main__":
    sys.exit(main())
