"""A scanner is a keyboard: its keys are told from a person's by their rhythm.

A key that might begin a scan is held back until the rhythm says whose it is: the next key within `gap_ms` may be a
scanner's, a pause of that length is a person. So a person's key is late by `gap_ms` at most and a scan never reaches a
field. The filter that uses this machine keeps the keys it holds back, calls `feed` for every key and `expire` when
`deadline` has passed, and does what the verdict says, first with the held keys, then with the new one. All times
come from one clock, in milliseconds; the time at which a key was pressed is better than the time it was handled.
"""

import math
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto

TERMINATORS = frozenset("\r\n\t")
_BETWEEN_WORDS = frozenset(" -'’.,")
# Fingers that roll over two keys are as quick as that, a whole word of them is not.
_HAND_MS = 10.0


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """What the scanners of this desk are like.

    Keys of a scan follow each other in less than `gap_ms`; `silence_ms` without a key ends one that sends no Enter or
    Tab. A scan has at least `shortest` characters; one with more than `longest` is rejected.
    """

    gap_ms: float = 30
    silence_ms: float = 100
    shortest: int = 6
    longest: int = 300


class HeldKeys(StrEnum):
    """What is to be done with the keys held back before this one."""

    KEEP = "keep"  # nothing new is known; often none is held
    RELEASE = "release"  # they are a person's: give them to the field now, in order
    SCANNED = "scanned"  # they were a scan: forget them and deal with `Verdict.text`
    REJECTED = "rejected"  # they were a scan that is too long: forget them and say so


class ThisKey(StrEnum):
    """What is to be done with the key that was fed."""

    PASS = "pass"  # noqa: S105 - a verdict; give it to the field now
    HOLD = "hold"  # keep it back, after those that are held already
    SWALLOW = "swallow"  # it belongs to a scan: forget it
    NONE = "none"  # there was no key


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do now: first `held`, then `key`; `text` is what was scanned, without Enter or Tab, and `pace_ms` what passed from key to key."""

    held: HeldKeys
    key: ThisKey
    text: str = ""
    pace_ms: float = 0.0


class _Phase(Enum):
    IDLE = auto()
    HOLDING = auto()
    OVERLONG = auto()
    REPEATING = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Burst:
    """What is known of the keys so far: begin with `Burst()` and hand each state to the next call."""

    phase: _Phase = _Phase.IDLE
    text: str = ""
    last_ms: float = -math.inf
    first_ms: float = -math.inf


_DEFAULT = ScanSettings()


def feed(burst: Burst, *, key: str, at_ms: float, settings: ScanSettings = _DEFAULT) -> tuple[Burst, Verdict]:
    """Return what to do when `key` is pressed at `at_ms`.

    `key` is one character, a terminator, or empty for a key that no scanner sends (an arrow, Backspace, a shortcut).
    Shift and the other modifiers are not fed. If the timer is late, the pause is judged here first.
    """
    if at_ms >= deadline(burst, settings):
        ended, over = expire(burst, at_ms=at_ms, settings=settings)
        after, verdict = feed(ended, key=key, at_ms=at_ms, settings=settings)
        return after, replace(verdict, held=over.held, text=over.text, pace_ms=over.pace_ms)
    if key == "":
        return Burst(), _end_of(burst, settings, ThisKey.PASS)
    if key in TERMINATORS:
        return _terminated(burst, at_ms, settings)
    if burst.phase is _Phase.HOLDING:
        return _held_longer(burst, key, at_ms, settings)
    if burst.phase is _Phase.OVERLONG:
        return replace(burst, last_ms=at_ms), Verdict(HeldKeys.KEEP, ThisKey.SWALLOW)
    if burst.phase is _Phase.REPEATING and key == burst.text and at_ms - burst.last_ms < settings.gap_ms:
        return replace(burst, last_ms=at_ms), Verdict(HeldKeys.KEEP, ThisKey.PASS)
    return Burst(_Phase.HOLDING, key, at_ms, at_ms), Verdict(HeldKeys.KEEP, ThisKey.HOLD)


def expire(burst: Burst, *, at_ms: float, settings: ScanSettings = _DEFAULT) -> tuple[Burst, Verdict]:
    """Return what to do at `at_ms` if no key came: nothing before the `deadline`, afterwards it is decided."""
    ends_ms = deadline(burst, settings)
    if at_ms < ends_ms:
        return burst, Verdict(HeldKeys.KEEP, ThisKey.NONE)
    verdict = _end_of(burst, settings, ThisKey.NONE)
    return (Burst() if verdict.held is HeldKeys.RELEASE else Burst(_Phase.ENDED, last_ms=ends_ms)), verdict


def reads_as_words(text: str) -> bool:
    """Return whether a burst could be a name in the hands of a quick typist: letters, and what stands between words."""
    return any(map(str.isalpha, text)) and all(sign.isalpha() or sign in _BETWEEN_WORDS for sign in text)


def may_be_a_hand(verdict: Verdict) -> bool:
    """Return whether a burst that ends with Enter could be a person's all the same: several words, at a pace that hands can keep.

    One word that ends with Enter is what a badge of somebody else's says.
    """
    return len(verdict.text.split()) > 1 and verdict.pace_ms >= _HAND_MS


def deadline(burst: Burst, settings: ScanSettings = _DEFAULT) -> float:
    """Return when `expire` is to be called unless another key comes; infinity if no key is held back."""
    if burst.phase is _Phase.OVERLONG or (burst.phase is _Phase.HOLDING and len(burst.text) >= settings.shortest):
        return burst.last_ms + settings.silence_ms
    if burst.phase is _Phase.HOLDING:
        return burst.last_ms + settings.gap_ms
    return math.inf


def _end_of(burst: Burst, settings: ScanSettings, key: ThisKey) -> Verdict:
    if burst.phase is _Phase.OVERLONG:
        return Verdict(HeldKeys.REJECTED, key)
    if burst.phase is not _Phase.HOLDING:
        return Verdict(HeldKeys.KEEP, key)
    if len(burst.text) < settings.shortest:
        return Verdict(HeldKeys.RELEASE, key)
    pace = (burst.last_ms - burst.first_ms) / (len(burst.text) - 1)
    return Verdict(HeldKeys.SCANNED, key, burst.text, pace)


def _terminated(burst: Burst, at_ms: float, settings: ScanSettings) -> tuple[Burst, Verdict]:
    verdict = _end_of(burst, settings, ThisKey.SWALLOW)
    if verdict.held in {HeldKeys.SCANNED, HeldKeys.REJECTED}:
        return Burst(_Phase.ENDED, last_ms=at_ms), verdict
    # Many scanners end with carriage return and line feed: the second must not press a button.
    if burst.phase is _Phase.ENDED and at_ms - burst.last_ms < settings.gap_ms:
        return replace(burst, last_ms=at_ms), verdict
    return Burst(), replace(verdict, key=ThisKey.PASS)


def _held_longer(burst: Burst, key: str, at_ms: float, settings: ScanSettings) -> tuple[Burst, Verdict]:
    text = burst.text + key
    if len(text) > settings.longest:
        return Burst(_Phase.OVERLONG, last_ms=at_ms), Verdict(HeldKeys.KEEP, ThisKey.SWALLOW)
    # One character again and again is a key that is held down; no code consists of one character.
    if len(text) >= settings.shortest and set(text) == {key}:
        return Burst(_Phase.REPEATING, key, at_ms), Verdict(HeldKeys.RELEASE, ThisKey.PASS)
    return replace(burst, text=text, last_ms=at_ms), Verdict(HeldKeys.KEEP, ThisKey.HOLD)
