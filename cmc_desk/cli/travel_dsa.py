"""Worked cases of allowances on the command line, so that anybody can check the arithmetic."""

import json
from pathlib import Path
from typing import Any

import click

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

DIFFERS = 1


def dsa(vectors: Path, *, as_json: bool) -> int:
    """Compute the allowance of each worked case of a file, say where it is not what the file expects, and return the exit code."""
    answers = _answers(vectors)
    if as_json:
        click.echo(json.dumps(answers, ensure_ascii=False, indent=1))
    else:
        for one in answers:
            click.echo(_line(one))
    wrong = [one["id"] for one in answers if one["as_expected"] is False]
    if wrong:
        click.echo(_("Not as expected: {cases}.").format(cases=", ".join(wrong)), err=True)
    return DIFFERS if wrong else 0


def _answers(path: Path) -> list[dict[str, Any]]:
    from cmc_desk.exchange.allowance_cases import answer, read_cases
    from cmc_desk.rules.allowance_days import compute

    answers = []
    for case in read_cases(path):
        try:
            answers.append(answer(case, compute(case.policy, case.stops, case.provided, case.currency)))
        except Refusal as refusal:
            raise Refusal(f"{case.key}: {refusal.sentence}", field=refusal.field) from None
    return answers


def _line(one: dict[str, Any]) -> str:
    verdict = {True: _("as expected"), False: _("NOT as expected"), None: ""}[one["as_expected"]]
    figures = f"{one['gross']} − {one['deduction']} = {one['net']}"
    return "  ".join(part for part in (one["id"], figures, verdict) if part)
