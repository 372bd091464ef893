"""What can be done with the report from the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cmc_desk.cli.report_words import blocked_words, edition_words, hand_words
from cmc_desk.desk import report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import CorrectionOutcome
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.preflight import blocked
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import WEEK, Edition, issue_of

# Each act with how many words come after it at least.
ACTS = {
    "set": 0,
    "circulate": 0,
    "sign-off": 0,
    "final": 0,
    "issue": 0,
    "reopen": 0,
    "leave-out": 1,
    "take-in": 1,
    "write": 2,
    "accept": 1,
    "correction": 2,
    "settle": 1,
    "unsettle": 1,
    "corrigendum": 0,
}
_WITH_TEXT = frozenset({"write", "correction", "settle"})


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a correction, as it was typed."""

    outcome: str | None = None
    replaced: str = ""
    corrected: str = ""


def act(
    desk: Desk,
    words: Sequence[str],
    *,
    language: str,
    attributed: bool | None,
    until: date | None,
    by: str,
    delegation: str,
    version: int,
    languages: tuple[str, ...] = (),
    settled: Settled = Settled(),
) -> dict[str, Any]:
    """Do what was asked and return what to say of it; raises Refusal if a word is missing or too much."""
    name, *rest = words
    if len(rest) < ACTS[name] or (len(rest) > ACTS[name] and name not in _WITH_TEXT):
        raise Refusal(_("{act} needs this after it: {number} words.").format(act=name, number=ACTS[name]), field="what")
    if name == "set":
        desk.do(report.set_report, attributed=attributed, language=language or None)
        return {"said": _("Chosen.")}
    if name == "circulate":
        return _circulate(desk, until)
    if name in ("final", "issue"):
        return _issue(desk, name, languages or ((language,) if language else ()), attributed)
    if name in ("sign-off", "corrigendum"):
        return _numbered(desk, name, by)
    if name == "reopen":
        desk.do(report.reopen_report)
        return {"said": _("The report can be changed again.")}
    if name in ("leave-out", "take-in"):
        return _leave_out(desk, rest[0], out=name == "leave-out")
    if name == "correction":
        edition = (language, attributed) if language or attributed is not None else None
        return _correct(desk, rest, delegation=delegation, version=version, edition=edition)
    if name in ("settle", "unsettle"):
        return _settle(desk, name, rest, settled)
    return _write(desk, name, rest, language=language, attributed=attributed)


def _circulate(desk: Desk, until: date | None) -> dict[str, Any]:
    """Circulate the report, and say how many things would keep it from being signed off."""
    today = desk.read(meeting).local(desk.clock.now()).date()
    number = desk.do(report.circulate_report, until=until or today + timedelta(days=WEEK))
    blocking = len(blocked(desk.read(preflight)))
    said = _("Version {number}.").format(number=number)
    if blocking:
        said += " " + blocked_words(blocking)
    return {"said": said, "version": number, "blocking": blocking}


def _issue(desk: Desk, name: str, languages: Sequence[str], attributed: bool | None) -> dict[str, Any]:
    """Make the report final, or issue the final one in other languages; without a language it is the one that was signed."""
    standing = desk.read(report.report_standing)
    naming = standing.attributed if attributed is None else attributed
    editions = tuple(Edition(one, naming) for one in languages or (standing.language,))
    by_hand = hand_words(desk, editions)
    number = desk.do(report.finish_report if name == "final" else report.issue_also, editions=editions)
    known = desk.read(report.report_standing).editions
    told = ", ".join(edition_words(one) for one in known)
    return {
        "said": "\n".join((_("Version {number}: {editions}.").format(number=number, editions=told), *by_hand)),
        "version": number,
        "editions": [to_plain(one) for one in known],
    }


def _numbered(desk: Desk, name: str, by: str) -> dict[str, Any]:
    """Sign the report off, or issue a corrigendum to it; say under which number."""
    if name == "sign-off":
        number = desk.do(report.sign_off_report, by=by)
        return {"said": _("Version {number}.").format(number=number), "version": number}
    number = desk.do(report.issue_corrigendum)
    return {"said": _("Corrigendum {number}.").format(number=number), "corrigendum": number}


def _leave_out(desk: Desk, key: str, *, out: bool) -> dict[str, Any]:
    left = set(desk.read(report.report_standing).left_out)
    left = left | {key} if out else left - {key}
    _check(desk, key)
    desk.do(report.set_report, left_out=tuple(sorted(left)))
    return {"said": key, "left_out": sorted(left)}


def _check(desk: Desk, key: str) -> None:
    blocks = desk.read(report.report_tree).blocks
    if not any(block.key == key or block.key.startswith(f"{key}/") for block in blocks):
        raise Refusal(
            _("The report has no block “{key}”: “blocks” says which there are.").format(key=key), field="what"
        )


def _write(desk: Desk, name: str, rest: Sequence[str], *, language: str, attributed: bool | None) -> dict[str, Any]:
    standing = desk.read(report.report_standing)
    language = language or standing.language
    naming = standing.attributed if attributed is None else attributed
    text = " ".join(rest[1:])
    if name == "accept":
        desk.do(report.accept_block, block=rest[0], language=language, attributed=naming)
    elif not text.strip():
        desk.do(report.follow_sources, block=rest[0], language=language, attributed=naming)
    else:
        desk.do(report.write_block, block=rest[0], language=language, attributed=naming, text=text)
    return {"said": rest[0]}


def _correct(
    desk: Desk, rest: Sequence[str], *, delegation: str, version: int, edition: tuple[str, bool | None] | None
) -> dict[str, Any]:
    standing = desk.read(report.report_standing)
    index, names = desk.read(delegation_index)
    code = delegation.upper() if delegation.upper() in names else index.match(delegation) or delegation
    number = version or standing.version
    first = issue_of(standing.issues, number)
    of = None
    if edition is not None and first is not None:
        of = Edition(edition[0] or first.language, first.attributed if edition[1] is None else edition[1])
    key = desk.do(
        report.ask_correction,
        version=number,
        paragraph=rest[0],
        delegation=code,
        words=" ".join(rest[1:]),
        edition=of,
    )
    found = next(one.number for one in desk.read(report.corrections) if one.key == key)
    return {"said": _("Correction {number}.").format(number=found), "number": found}


def _settle(desk: Desk, name: str, rest: Sequence[str], settled: Settled) -> dict[str, Any]:
    found = next((one for one in desk.read(report.corrections) if str(one.number) == rest[0]), None)
    if found is None:
        raise Refusal(_("There is no correction {number}.").format(number=rest[0]), field="what")
    if name == "unsettle":
        desk.do(report.reopen_correction, correction=found.key)
        return {"said": _("Correction {number} is open again.").format(number=found.number), "number": found.number}
    if settled.outcome is None:
        raise Refusal(_("What became of it: --accepted, --not-accepted or --noted?"), field="outcome")
    desk.do(
        report.settle_correction,
        correction=found.key,
        outcome=CorrectionOutcome(settled.outcome),
        answer=" ".join(rest[1:]),
        replaced=settled.replaced,
        corrected=settled.corrected,
    )
    return {"said": _("Correction {number} is settled.").format(number=found.number), "number": found.number}
