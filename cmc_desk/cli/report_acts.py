"""What can be done with the report from the command line."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from cmc_desk.desk import report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import WEEK

# Each act with how many words come after it.
ACTS = {
    "set": 0,
    "circulate": 0,
    "sign-off": 0,
    "final": 0,
    "reopen": 0,
    "leave-out": 1,
    "take-in": 1,
    "write": 2,
    "accept": 1,
    "correction": 2,
    "settle": 2,
}


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
) -> dict[str, Any]:
    """Do what was asked and return what to say of it; raises Refusal if a word is missing or too much."""
    name, *rest = words
    if len(rest) < ACTS[name] or (len(rest) > ACTS[name] and ACTS[name] < 2):
        raise Refusal(_("{act} needs this after it: {number} words.").format(act=name, number=ACTS[name]), field="what")
    if name == "set":
        desk.do(report.set_report, attributed=attributed, language=language or None)
        return {"said": _("Chosen.")}
    if name in ("circulate", "sign-off", "final"):
        number = _issue(desk, name, until=until, by=by)
        return {"said": _("Version {number}.").format(number=number), "version": number}
    if name == "reopen":
        desk.do(report.reopen_report)
        return {"said": _("The report can be changed again.")}
    if name in ("leave-out", "take-in"):
        left = set(desk.read(report.report_standing).left_out)
        left = left | {rest[0]} if name == "leave-out" else left - {rest[0]}
        _check(desk, rest[0])
        desk.do(report.set_report, left_out=tuple(sorted(left)))
        return {"said": rest[0], "left_out": sorted(left)}
    if name in ("correction", "settle"):
        return _correct(desk, name, rest, delegation=delegation, version=version)
    return _write(desk, name, rest, language=language, attributed=attributed)


def _issue(desk: Desk, name: str, *, until: date | None, by: str) -> int:
    if name == "circulate":
        today = desk.read(meeting).local(desk.clock.now()).date()
        return desk.do(report.circulate_report, until=until or today + timedelta(days=WEEK))
    if name == "sign-off":
        return desk.do(report.sign_off_report, by=by)
    return desk.do(report.finish_report)


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
    if name == "accept":
        desk.do(report.accept_block, block=rest[0], language=language, attributed=naming)
    else:
        text = " ".join(rest[1:])
        desk.do(report.write_block, block=rest[0], language=language, attributed=naming, text=text)
    return {"said": rest[0]}


def _correct(desk: Desk, name: str, rest: Sequence[str], *, delegation: str, version: int) -> dict[str, Any]:
    standing = desk.read(report.report_standing)
    if name == "correction":
        index, names = desk.read(delegation_index)
        code = delegation.upper() if delegation.upper() in names else index.match(delegation) or delegation
        key = desk.do(
            report.ask_correction,
            version=version or standing.version,
            paragraph=rest[0],
            delegation=code,
            words=" ".join(rest[1:]),
        )
        number = next(one.number for one in desk.read(report.corrections) if one.key == key)
        return {"said": _("Correction {number}.").format(number=number), "number": number}
    found = next((one for one in standing.corrections if str(one.number) == rest[0]), None)
    if found is None:
        raise Refusal(_("There is no correction {number}.").format(number=rest[0]), field="what")
    desk.do(report.settle_correction, correction=found.key, answer=" ".join(rest[1:]))
    return {"said": _("Correction {number} is settled.").format(number=found.number), "number": found.number}
