"""A scanner's keys are told from a person's by their rhythm, and no key is ever lost or doubled."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.scans import (
    Burst,
    HeldKeys,
    ScanSettings,
    ThisKey,
    Verdict,
    deadline,
    expire,
    feed,
    may_be_a_hand,
    reads_as_words,
)

CODE = "CDKBCDFGHJKLNPRSTVXB"
SETTINGS = ScanSettings()


@dataclass
class Desk:
    """A field with the filter before it, as a window would use the rule; keys carry the number of their press."""

    settings: ScanSettings = SETTINGS
    burst: Burst = field(default_factory=Burst)
    held: list[tuple[int, str]] = field(default_factory=list)
    in_field: list[tuple[int, str]] = field(default_factory=list)
    in_scans: list[tuple[int, str]] = field(default_factory=list)
    scans: list[str] = field(default_factory=list)
    rejected: int = 0
    waits: list[float] = field(default_factory=list)
    pressed: int = 0

    def press(self, key: str, at_ms: float) -> None:
        self.burst, verdict = feed(self.burst, key=key, at_ms=at_ms, settings=self.settings)
        self._held_keys(verdict)
        press = (self.pressed, key)
        self.pressed += 1
        {
            ThisKey.PASS: self.in_field,
            ThisKey.HOLD: self.held,
            ThisKey.SWALLOW: self.in_scans,
        }[verdict.key].append(press)

    def wait(self, at_ms: float) -> None:
        self.burst, verdict = expire(self.burst, at_ms=at_ms, settings=self.settings)
        assert verdict.key is ThisKey.NONE
        self._held_keys(verdict)

    def _held_keys(self, verdict: Verdict) -> None:
        if verdict.held is HeldKeys.KEEP:
            return
        if verdict.held is HeldKeys.SCANNED:
            self.scans.append(verdict.text)
        self.rejected += verdict.held is HeldKeys.REJECTED
        (self.in_field if verdict.held is HeldKeys.RELEASE else self.in_scans).extend(self.held)
        self.held.clear()

    @property
    def typed(self) -> str:
        return "".join(key for _number, key in self.in_field)


def keys_at(desk: Desk, keys: Iterable[str], *, every_ms: float, start_ms: float = 0, with_timer: bool = True) -> float:
    """Press the keys one after the other; return the time after the last."""
    at_ms = start_ms
    for key in keys:
        if with_timer and deadline(desk.burst, desk.settings) <= at_ms:
            desk.wait(deadline(desk.burst, desk.settings))
        desk.press(key, at_ms)
        at_ms += every_ms
    return at_ms


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\r\n"])
@pytest.mark.parametrize("every_ms", [0, 1, 15, 29])
def test_a_scan_is_read_whole_and_nothing_of_it_reaches_the_field(end: str, every_ms: float) -> None:
    desk = Desk()
    keys_at(desk, CODE + end, every_ms=every_ms)
    assert (desk.scans, desk.typed, desk.held) == ([CODE], "", [])


def test_a_scan_without_enter_ends_after_a_silence() -> None:
    desk = Desk()
    after = keys_at(desk, CODE, every_ms=10)
    last = after - 10
    assert deadline(desk.burst) == last + 100
    desk.wait(last + 99)
    assert desk.scans == []
    desk.wait(last + 100)
    assert (desk.scans, desk.typed) == ([CODE], "")
    assert deadline(desk.burst) == math.inf


def test_a_scan_whose_silence_nobody_noticed_is_read_when_the_next_key_comes() -> None:
    desk = Desk()
    after = keys_at(desk, CODE, every_ms=10)
    desk.press("a", after + 500)
    assert (desk.scans, desk.typed, [key for _n, key in desk.held]) == ([CODE], "", ["a"])


def test_a_late_enter_still_belongs_to_a_scan_that_has_begun() -> None:
    desk = Desk()
    after = keys_at(desk, CODE, every_ms=10)
    desk.press("\r", after + 60)
    assert (desk.scans, desk.typed) == ([CODE], "")


def test_an_enter_long_after_a_scan_is_a_persons() -> None:
    desk = Desk()
    after = keys_at(desk, CODE + "\r", every_ms=10)
    desk.press("\r", after + 30)
    assert desk.typed == "\r"


def test_two_scans_in_a_row_are_two() -> None:
    desk = Desk()
    keys_at(desk, f"{CODE}\r\n{CODE[::-1]}\r\n", every_ms=5)
    assert (desk.scans, desk.typed) == ([CODE, CODE[::-1]], "")


@pytest.mark.parametrize("every_ms", [30, 40, 60, 200])
@pytest.mark.parametrize("with_timer", [True, False])
def test_a_person_typing_garcia_and_enter_is_never_a_scan(every_ms: float, *, with_timer: bool) -> None:
    desk = Desk()
    keys_at(desk, "Garcia\r", every_ms=every_ms, with_timer=with_timer)
    assert (desk.scans, desk.typed, desk.held) == ([], "Garcia\r", [])


@pytest.mark.parametrize(
    ("text", "every_ms", "hand"),
    [("Late start", 15, True), ("Late start", 4, False), ("Zutritt", 15, False), ("Zutritt", 4, False)],
)
def test_only_several_words_at_the_pace_of_hands_are_a_persons_before_an_enter(
    text: str, every_ms: float, *, hand: bool
) -> None:
    burst = Burst()
    for place, key in enumerate(text):
        burst, _held = feed(burst, key=key, at_ms=1000 + place * every_ms)
    _burst, verdict = feed(burst, key="\r", at_ms=1000 + len(text) * every_ms)
    assert (verdict.text, verdict.pace_ms) == (text, every_ms)
    assert may_be_a_hand(verdict) is hand


def test_a_key_of_a_person_waits_no_longer_than_the_gap() -> None:
    desk = Desk()
    desk.press("g", 1000)
    assert deadline(desk.burst) == 1030
    desk.wait(1029)
    assert desk.typed == ""
    desk.wait(1030)
    assert desk.typed == "g"


def test_a_few_fast_keys_and_enter_are_a_persons() -> None:
    desk = Desk()
    keys_at(desk, "ngo\r", every_ms=10)
    assert (desk.scans, desk.typed) == ([], "ngo\r")


def test_enter_and_tab_of_a_person_pass_at_once() -> None:
    desk = Desk()
    keys_at(desk, "\r\t\n", every_ms=5)
    assert desk.typed == "\r\t\n"


@pytest.mark.parametrize("every_ms", [5, 16, 29, 30, 33])
def test_a_key_that_is_held_down_is_no_scan(every_ms: float) -> None:
    desk = Desk()
    after = keys_at(desk, "x" * 400, every_ms=every_ms)
    desk.wait(after + 100)
    assert (desk.scans, desk.rejected, desk.typed) == ([], 0, "x" * 400)


def test_after_a_key_was_held_down_a_scan_is_read_again() -> None:
    desk = Desk()
    after = keys_at(desk, "x" * 10, every_ms=10)
    keys_at(desk, CODE + "\r", every_ms=10, start_ms=after)
    assert (desk.scans, desk.typed) == ([CODE], "x" * 10)


def test_a_repeated_key_that_pauses_begins_anew() -> None:
    desk = Desk()
    after = keys_at(desk, "x" * 10, every_ms=10)
    desk.press("x", after + 30)
    assert [key for _n, key in desk.held] == ["x"]


def test_a_payload_that_is_too_long_is_rejected_and_never_reaches_a_field() -> None:
    desk = Desk()
    keys_at(desk, CODE * 16 + "\r\n", every_ms=5)
    assert (desk.scans, desk.rejected, desk.typed, desk.held) == ([], 1, "", [])
    assert len(desk.in_scans) == 322


def test_a_payload_of_the_longest_length_is_read() -> None:
    desk = Desk()
    keys_at(desk, CODE * 15 + "\r", every_ms=5)
    assert (desk.scans, desk.rejected) == ([CODE * 15], 0)


def test_a_payload_that_is_too_long_and_has_no_enter_is_rejected_after_a_silence() -> None:
    desk = Desk()
    after = keys_at(desk, CODE * 16, every_ms=5)
    desk.wait(after + 100)
    assert (desk.rejected, desk.typed) == (1, "")


def test_a_key_that_no_scanner_sends_passes_after_what_was_typed() -> None:
    desk = Desk()
    keys_at(desk, ["a", "", "b"], every_ms=10)
    desk.wait(100)
    assert desk.in_field == [(0, "a"), (1, ""), (2, "b")]


def test_a_key_that_no_scanner_sends_ends_a_scan() -> None:
    desk = Desk()
    after = keys_at(desk, CODE, every_ms=10)
    desk.press("", after)
    assert (desk.scans, desk.typed) == ([CODE], "")
    assert desk.in_field == [(20, "")]


def test_another_desk_may_have_slower_scanners() -> None:
    desk = Desk(ScanSettings(gap_ms=50, silence_ms=150, shortest=4, longest=10))
    keys_at(desk, "a1b2c3\r", every_ms=45)
    assert desk.scans == ["a1b2c3"]


KEYS = st.sampled_from(["a", "a", "b", "c", "\r", "\t", ""])
PAUSES = st.sampled_from([0, 1, 10, 29, 30, 31, 99, 100, 101, 500])
TIMER_IS = st.sampled_from(["punctual", "late", "absent"])


@given(st.lists(st.tuples(KEYS, PAUSES, TIMER_IS), max_size=60))
@settings(max_examples=300)
def test_every_key_reaches_the_field_in_order_or_belongs_to_a_scan_exactly_once(
    presses: list[tuple[str, float, str]],
) -> None:
    desk = Desk(ScanSettings(longest=9))
    at_ms = 0.0
    for key, pause, timer in presses:
        at_ms += pause
        ends_ms = deadline(desk.burst, desk.settings)
        if ends_ms <= at_ms and timer != "absent":
            desk.wait(ends_ms if timer == "punctual" else at_ms)
        desk.press(key, at_ms)
        assert desk.in_field == sorted(desk.in_field)
        assert not desk.held or math.isfinite(deadline(desk.burst, desk.settings))
    desk.wait(at_ms + 100)
    assert desk.held == []
    everything = sorted([*desk.in_field, *desk.in_scans])
    assert everything == [(number, key) for number, (key, _pause, _timer) in enumerate(presses)]
    scanned = "".join(key for _number, key in sorted(desk.in_scans) if key not in "\r\t")
    assert len(scanned) == sum(map(len, desk.scans)) or desk.rejected
    assert all(6 <= len(scan) <= 9 and len(set(scan)) > 1 for scan in desk.scans)


@given(presses=st.lists(st.tuples(KEYS, st.floats(30, 300)), max_size=40), with_timer=st.booleans())
@settings(max_examples=100)
def test_whoever_types_slower_than_the_gap_gets_every_key_and_never_a_scan(
    presses: list[tuple[str, float]], *, with_timer: bool
) -> None:
    desk = Desk()
    at_ms = 0.0
    for key, pause in presses:
        at_ms += pause
        keys_at(desk, key or "-", every_ms=0, start_ms=at_ms, with_timer=with_timer)
    desk.wait(at_ms + 30)
    assert desk.typed == "".join(key or "-" for key, _pause in presses)
    assert (desk.scans, desk.in_scans) == ([], [])


@pytest.mark.parametrize("text", ["keisha", "Example-Blake", "Núñez, Iñaki", "O’Example"])
def test_letters_and_what_stands_between_words_read_as_words(text: str) -> None:
    assert reads_as_words(text)


@pytest.mark.parametrize("text", ["", "---", "keisha7", "a@example.org", "]Q1keisha"])
def test_figures_signs_and_nothing_read_as_a_code(text: str) -> None:
    assert not reads_as_words(text)
