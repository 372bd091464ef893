"""Spelling: what the dictionaries of the four languages know, asked without ever keeping the keyboard waiting.

Hunspell holds the interpreter while it loads (0.3 s) and while it looks for suggestions (up to 1.6 s, measured), so that a thread would
not spare the window: it runs in a process of its own. If it is not installed, or ends, every word counts as known.
"""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import Any
from weakref import finalize

from cmc_desk.exchange import spelling_process
from cmc_desk.resource import resource
from cmc_desk.rules.note_words import LONGEST, KnownWords, parts, written

# A process that takes longer hangs; loading takes a second on an old laptop.
SECONDS = 15.0
MOST_STARTS = 3
_AT_ONCE = 500
# The words of a meeting are some ten thousand.
_MOST_KEPT = 100_000
_MOST_SUGGESTED = 7


def spelling_languages() -> tuple[str, ...]:
    """Return the languages that can be checked here: none where Hunspell is not installed."""
    if _packages() is None:
        return ()
    return tuple(sorted(path.stem for path in resource("dictionaries").glob("*.dic")))


class Speller:
    """What one language knows of words; nothing is loaded until the first word is asked about.

    `seen` answers at once and is for the thread of the window; `check`, `knows` and `suggest` may wait for the dictionary and are for a
    worker. All of them may be called from several threads.
    """

    def __init__(self, language: str, known_words: Iterable[str] = ()) -> None:
        """Begin with the names and terms that count as known, whatever the dictionary says."""
        self.language = language
        self._known = KnownWords(known_words)
        # What the dictionary said of words as it has them, and what that means for words as they are typed.
        self._answers: dict[str, bool] = {}
        self._verdicts: dict[str, bool] = {}
        self._talking = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: finalize[Any, Any] | None = None
        self._starts = MOST_STARTS if language in spelling_languages() else 0

    @property
    def available(self) -> bool:
        """Whether there is a dictionary that answers, or one that has not been started yet."""
        return self._process is not None or self._starts > 0

    def know(self, known_words: Iterable[str]) -> None:
        """Take other names and terms as known from now on."""
        self._known = KnownWords(known_words)
        # What has a hyphen may be made of the new names.
        self._answers = {word: known for word, known in dict(self._answers).items() if known or not parts(word)}
        self._verdicts = {}

    def seen(self, word: str) -> bool | None:
        """Return whether a word is known as far as has been asked, None if it has not; never waits."""
        # Another thread may take other names as known meanwhile: what was found with the old ones goes with them.
        verdicts = self._verdicts
        verdict = verdicts.get(word)
        if verdict is not None:
            return verdict
        if not self.available:
            return True
        plain = written(word)
        verdict = True if plain in self._known or len(plain) > LONGEST else self._answers.get(plain)
        if verdict is not None:
            verdicts[word] = verdict
        return verdict

    def check(self, words: Iterable[str]) -> bool:
        """Ask about all of `words` that have not been asked about; return whether there was anything new to learn."""
        new = list(dict.fromkeys(written(word) for word in words if self.seen(word) is None))
        for first in range(0, len(new), _AT_ONCE):
            self._learn(new[first : first + _AT_ONCE])
        return bool(new)

    def knows(self, word: str) -> bool:
        """Return whether a word is known; True if nobody can tell."""
        self.check([word])
        return self.seen(word) is not False

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may be meant by a word that is not known, the likeliest first; nothing if nobody can tell."""
        plain = written(word)
        found = self._ask(plain) if len(plain) <= LONGEST else None
        return tuple(found[:_MOST_SUGGESTED]) if found else ()

    def close(self) -> None:
        """End the process; asking again starts it anew."""
        if self.available:
            self._starts = MOST_STARTS
        self._drop()

    def _drop(self) -> None:
        if self._end is not None:
            self._end()
        self._process = None

    def _learn(self, words: Sequence[str]) -> None:
        if len(self._answers) > _MOST_KEPT:
            self._answers, self._verdicts = {}, {}
        answers = self._ask(words)
        if answers is None:
            return
        found = dict(zip(words, answers, strict=True))
        doubtful = {word: parts(word) for word, known in found.items() if not known and parts(word)}
        wanted = sorted({part for those in doubtful.values() for part in those if part not in self._known})
        told = self._ask(wanted) if wanted else []
        if told is None:
            return
        known = {part for part, answer in zip(wanted, told, strict=True) if answer}
        for word, those in doubtful.items():
            found[word] = all(part in known or part in self._known for part in those)
        self._answers |= found

    def _ask(self, question: Sequence[str] | str) -> list[Any] | None:
        """Return what the process answers; None if it does not, which ends it."""
        with self._talking:
            process = self._process or self._started()
            if process is None:
                return None
            answer: list[Any] | None = _conversation(process, question)
            if answer is None:
                self._drop()
            return answer

    def _started(self) -> subprocess.Popen[bytes] | None:
        packages = _packages()
        if self._starts <= 0 or packages is None:
            return None
        self._starts -= 1
        command = [sys.executable, "-I", "-S", spelling_process.__file__]
        command += [str(packages), str(resource("dictionaries")), self.language]
        try:
            process = subprocess.Popen(  # noqa: S603 - our own file, started with our own interpreter
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        self._end = finalize(self, _ended, process)
        if _conversation(process, None) is None:
            self._drop()
            return None
        self._process = process
        return process


def _packages() -> Path | None:
    """Return the folder in which Hunspell is installed."""
    found = importlib.util.find_spec("hunspell")
    return Path(found.origin).parent.parent if found is not None and found.origin else None


def _conversation(process: subprocess.Popen[bytes], question: Sequence[str] | str | None) -> Any:
    """Ask, and return the answer; nothing to ask waits for the first one, which says that the dictionary is loaded."""
    asking, answering = process.stdin, process.stdout
    # A pipe has no timeout on every system; a process that was killed closes it.
    patience = Timer(SECONDS, process.kill)
    patience.daemon = True
    patience.start()
    try:
        if question is not None and asking is not None:
            asking.write(json.dumps(question).encode("ascii") + b"\n")
            asking.flush()
        line = answering.readline() if answering is not None else b""
        return json.loads(line) if line else None
    except (OSError, ValueError):
        return None
    finally:
        patience.cancel()


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            # What is left to write goes nowhere.
            with suppress(OSError, ValueError):
                pipe.close()
    process.wait()
