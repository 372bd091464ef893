"""The command line: the window without a verb, and with one the same work without a window."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `cmc-desk` and return its exit code: 0 done, 1 refused, 2 usage, 3 unavailable."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words == ["--demo"] or (len(words) == 1 and words[0].endswith(".cmc")):
        # The window must be there before anything else is loaded, click included.
        from cmc_desk.app import run

        return run(Path(words[0]) if words and words[0] != "--demo" else None, demo=words == ["--demo"])
    from cmc_desk.cli.verbs import run_verb

    return run_verb(words)
