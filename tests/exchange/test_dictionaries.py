"""Spelling in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cmc_desk.exchange import dictionaries, spelling_process
from cmc_desk.exchange.dictionaries import Speller, spelling_languages
from cmc_desk.i18n import LANGUAGES
from cmc_desk.resource import resource

NAMES = ("Curaçao", "Trinidad and Tobago", "CARICOM", "Haïti")
WORDS = ["migration", "displacment", "Curaçao", "Tobago-led", "re-read", "re-raed", "x" * 99]


@pytest.fixture
def english() -> Iterator[Speller]:
    speller = Speller("en", NAMES)
    yield speller
    speller.close()


@pytest.mark.parametrize(
    ("language", "right", "wrong", "meant"),
    [
        ("en", ["recommendation", "co-ordination", "State’s"], "recomendation", "recommendation"),
        ("es", ["delegación", "protección"], "delegasión", "delegación"),
        ("fr", ["délégation", "l’avis", "aujourd’hui"], "délégaton", "délégation"),
        ("nl", ["vergadering", "foto’s"], "vergaderng", "vergadering"),
    ],
)
def test_each_language_knows_its_words_and_suggests_them(
    language: str, right: list[str], wrong: str, meant: str
) -> None:
    speller = Speller(language)
    try:
        assert [word for word in right if not speller.knows(word)] == []
        assert not speller.knows(wrong)
        assert meant in speller.suggest(wrong)
    finally:
        speller.close()


def test_names_are_known_whatever_the_dictionary_says(english: Speller) -> None:
    assert english.knows("Curaçao")
    assert english.knows("TOBAGO")
    assert english.knows("Tobago-led")
    assert english.knows("Haïti-Curaçao")
    assert not english.knows("Curacoa")
    assert not english.knows("Curacoa-led")
    english.know(["Curacoa"])
    assert english.knows("Curacoa")
    assert english.knows("Curacoa-led")


def test_the_window_asks_only_what_has_been_answered_and_never_waits(english: Speller) -> None:
    assert [english.seen(word) for word in WORDS] == [None, None, True, None, None, None, True]
    assert english.check(WORDS)
    assert [english.seen(word) for word in WORDS] == [True, False, True, True, True, False, True]
    assert not english.check(WORDS)


def test_nothing_is_started_until_the_first_word_is_asked_about(
    english: Speller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_a, **_k: pytest.fail("started"))
    assert english.available
    assert english.seen("word") is None
    assert english.knows("Curaçao")


def test_two_threads_may_ask_at_once(english: Speller) -> None:
    asked = [f"word{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(300)]
    with ThreadPoolExecutor(4) as pool:
        several = list(pool.map(english.knows, asked))
    assert several == [english.knows(word) for word in asked]


def test_a_text_of_many_words_is_asked_about_in_parts(english: Speller) -> None:
    many = [f"w{number:x}".translate(str.maketrans("0123456789", "ghijklmnop")) for number in range(1200)]
    english.check(many)
    assert None not in [english.seen(word) for word in many]


def test_what_is_kept_has_a_limit(english: Speller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "_MOST_KEPT", 1)
    for word in ("one", "two", "three"):
        assert english.knows(word)
    assert english.seen("one") is None


def test_a_process_that_ended_is_started_anew_a_few_times_and_then_every_word_is_known(english: Speller) -> None:
    for _time in range(dictionaries.MOST_STARTS):
        assert not english.knows("displacment")
        kill(english)
        # The word that meets the dead process has no answer; nothing is underlined that nobody has looked up.
        assert english.knows("recieve")
        forget(english)
    assert not english.available
    assert english.knows("displacment")
    assert english.suggest("displacment") == ()


def test_closing_ends_the_process_and_asking_starts_it_again(english: Speller) -> None:
    for _time in range(dictionaries.MOST_STARTS + 2):
        assert not english.knows("displacment")
        forget(english)
        english.close()
        english.close()
    assert english.available


def forget(speller: Speller) -> None:
    speller._answers.clear()
    speller.know(NAMES)


def kill(speller: Speller) -> None:
    assert speller._process is not None
    speller._process.kill()
    speller._process.wait()


def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    deaf = tmp_path / "deaf.py"
    deaf.write_text("import sys\nsys.stdin.buffer.read()\n", encoding="utf-8")
    monkeypatch.setattr(spelling_process, "__file__", str(deaf))
    monkeypatch.setattr(dictionaries, "SECONDS", 0.2)
    speller = Speller("en")
    assert speller.knows("displacment")
    assert speller._process is None


def test_a_process_that_ends_between_two_answers_leaves_the_word_open(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    once = tmp_path / "once.py"
    once.write_text("print('[]', flush=True)\ninput()\nprint('[false]')\n", encoding="utf-8")
    monkeypatch.setattr(spelling_process, "__file__", str(once))
    speller = Speller("en")
    assert speller.check(["re-raed"])
    assert speller.seen("re-raed") is None


@pytest.mark.parametrize("answer", ["no JSON", ""])
def test_a_process_that_answers_nonsense_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str) -> None:
    odd = tmp_path / "odd.py"
    odd.write_text(f"print('[]', flush=True)\ninput()\nprint({answer!r})\n", encoding="utf-8")
    monkeypatch.setattr(spelling_process, "__file__", str(odd))
    speller = Speller("en")
    assert speller.knows("displacment")
    assert speller._process is None


def test_a_system_that_starts_no_process_has_no_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(resource("no-such-program")))
    assert Speller("en").knows("displacment")


def test_without_hunspell_every_word_is_known_and_nothing_is_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert spelling_languages() == ()
    speller = Speller("en")
    assert not speller.available
    assert speller.seen("displacment") is True
    assert not speller.check(["displacment"])
    assert speller.knows("displacment")
    assert speller.suggest("displacment") == ()
    speller.close()
    assert not speller.available


def test_a_language_without_a_dictionary_has_no_spelling() -> None:
    assert not Speller("de").available


def test_the_four_languages_have_a_dictionary() -> None:
    assert set(spelling_languages()) == set(LANGUAGES)


def asked(folder: str, questions: list[object]) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-I", "-S", spelling_process.__file__, str(dictionaries._packages()), folder, "en"]
    lines = b"".join(json.dumps(question).encode() + b"\n" for question in questions)
    return subprocess.run(command, input=lines, capture_output=True, check=False, timeout=60)


def test_the_process_ends_when_nobody_asks_any_more() -> None:
    done = asked(str(resource("dictionaries")), [["migration", "displacment", "الهجرة"], "displacment"])
    ready, known, meant = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, ready, known) == (0, [], [True, False, False])
    assert meant[0] == "displacement"


def test_the_process_says_that_it_has_no_dictionary() -> None:
    done = asked(str(resource("nowhere")), [])
    assert (done.returncode, done.stdout) == (spelling_process.NO_HUNSPELL, b"")
