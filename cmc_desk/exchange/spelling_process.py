"""Hunspell in a process of its own: it answers about words, one JSON line for each line that asks.

This file is started by its path, without the packages of the program: arguments are the folder of packages, the folder of dictionaries
and the language. It ends when nobody asks any more, which is also when the program is gone.
"""

import json
import sys
from typing import Any

NO_HUNSPELL = 3
MOST_SUGGESTED = 12


def main(packages: str, folder: str, language: str) -> int:
    """Answer until the questions end: a list of words with who of them is known, a word with what may be meant."""
    sys.path.insert(0, packages)
    try:
        from hunspell import Hunspell

        dictionary: Any = Hunspell(language, hunspell_data_dir=folder)
    except Exception:
        # Whatever is wrong with a library or a dictionary, the program goes on without spelling.
        return NO_HUNSPELL
    _say([])
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if isinstance(asked, list):
            _say([bool(dictionary.spell(word)) for word in asked])
        else:
            _say(list(dictionary.suggest(asked))[:MOST_SUGGESTED])
    return 0


def _say(answer: object) -> None:
    # ASCII, so that no setting of a machine changes it.
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
