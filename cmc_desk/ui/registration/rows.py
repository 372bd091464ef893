"""People, acts and delegations as the lists of the desk show them."""

from collections.abc import Iterable
from datetime import datetime

from cmc_desk.desk.attendance import REFUSED, Verdict
from cmc_desk.desk.counters import ScanRow
from cmc_desk.desk.people import Hit
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.counts import Counts
from cmc_desk.rules.folding import matched_spans
from cmc_desk.rules.people import Capacity, InstitutionKind, Status
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.checklist import CheckRow
from cmc_desk.ui.parts.chip import ChipKind, ChipLook
from cmc_desk.ui.parts.log_list import LogRow
from cmc_desk.ui.parts.result_list import HitRow
from cmc_desk.ui.registration.words import act_word, time_words, word

_NOT_LET_IN = frozenset(verdict.value for verdict in REFUSED)


def state_chip(facts: Facts, hit: Hit, now: datetime) -> ChipLook:
    """Return the state of a person in a list, of the session that `hit` was asked for."""
    if hit.status is Status.WITHDRAWN:
        return ChipLook(_("Not coming"), "absent")
    if hit.status is Status.REPLACED:
        return ChipLook(_("Replaced"), "absent")
    if hit.arrival is None:
        if hit.has_note:
            return ChipLook(_("Expected · note"), "warning", "pin")
        return ChipLook(_("Walk-in"), "walkin") if hit.walk_in else ChipLook(_("Expected"), "notyet")
    if hit.arrival.left_at is not None:
        return ChipLook(_("Left {time}").format(time=time_words(facts, hit.arrival.left_at, now)), "neutral", "circle")
    return ChipLook(f"{time_words(facts, hit.arrival.at, now)} · {hit.arrival.station}", "good")


def hit_row(facts: Facts, hit: Hit, text: str, now: datetime) -> HitRow:
    """Return a found person with the letters marked that match what was typed."""
    second = " · ".join(part for part in (facts.delegation_name(hit.delegation), _place(hit)) if part)
    return HitRow(
        hit.id,
        hit.name,
        second,
        facts.flag(hit.delegation),
        hits=matched_spans(hit.name, text),
        second_hits=matched_spans(second, text),
        chip=state_chip(facts, hit, now),
    )


def member_row(facts: Facts, hit: Hit, now: datetime) -> CheckRow:
    """Return somebody of a delegation with their state."""
    chip = state_chip(facts, hit, now)
    kind: ChipKind = "good" if chip.kind == "good" else "notyet" if chip.kind in ("notyet", "warning") else "absent"
    kind = "walkin" if chip.kind == "walkin" else kind
    note = word(hit.capacity) if hit.capacity is Capacity.HEAD else ""
    return CheckRow(hit.id, kind, hit.name, note=note, right=chip.text)


def act_row(facts: Facts, scan: ScanRow, now: datetime, *, newest: bool = False) -> LogRow:
    """Return an act at a desk; one that was taken back says so, the newest stands out if nothing came of it."""
    words = act_word(scan.answer)
    kind: ChipKind = "good"
    if scan.voided:
        kind, words = "absent", _("Undone: {act}").format(act=words)
    elif scan.answer in _NOT_LET_IN:
        kind = "blocks"
    elif scan.answer == Verdict.ALREADY_IN:
        kind = "warning"
    elif scan.answer == Verdict.WALK_IN:
        kind = "walkin"
    name = scan.name or (" ".join((_("Code"), scan.code)) if scan.code else _("No code"))
    second = f"{words} · {facts.delegation_name(scan.delegation)}" if scan.delegation else words
    loud = newest and kind in ("warning", "blocks")
    return LogRow(scan.id, kind, name, second, time_words(facts, scan.at, now), scan.station, loud=loud)


def missing_rows(facts: Facts, counts: Counts) -> tuple[LogRow, ...]:
    """Return the delegations of which nobody is here, with how many are expected."""
    expected = dict(counts.by_delegation)
    return tuple(
        LogRow(
            code,
            "notyet",
            facts.delegation_name(code),
            ngettext("{number} expected", "{number} expected", expected[code].expected).format(
                number=expected[code].expected
            ),
            code,
        )
        for code in counts.missing_delegations
    )


def present_of(hits: Iterable[Hit]) -> tuple[int, int]:
    """Return how many of these people are here, and how many are expected or here."""
    concerned = [hit for hit in hits if hit.arrival is not None or hit.status in (Status.NOMINATED, Status.CONFIRMED)]
    here = sum(hit.arrival is not None and hit.arrival.left_at is None for hit in concerned)
    return here, len(concerned)


def _place(hit: Hit) -> str:
    if hit.institution_kind is not InstitutionKind.OTHER:
        return word(hit.institution_kind)
    return hit.institution or word(hit.capacity)
