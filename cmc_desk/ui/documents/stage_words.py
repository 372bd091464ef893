"""The provision that is open as the room reads it on the stage."""

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import Concern, ProvisionStatus
from cmc_desk.rules.redline import Alternative, Run
from cmc_desk.rules.support import behind
from cmc_desk.rules.word_difference import Piece
from cmc_desk.ui.context import Facts
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.composed import wished_runs
from cmc_desk.ui.documents.laid_runs import apart
from cmc_desk.ui.documents.words import FIELDS, names_of, numbered, status_chip
from cmc_desk.ui.stage.look import AlternativeLook, DraftLook

_AGREED = (ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM)


def draft_look(facts: Facts, about: About) -> DraftLook | None:
    """Return what the room reads; None if no provision is open."""
    one = about.provision
    if one is None:
        return None
    label = numbered(one.provision.label)
    runs = (Run(f"{label} "), *one.runs) if label else one.runs
    return DraftLook(
        document=about.text.short_title,
        title=about.title(),
        state=status_chip(one.provision.status, one.brackets).text,
        text=_stretches(runs),
        agreed=one.provision.status in _AGREED,
        alternatives=tuple(_alternative(facts, found) for found in one.alternatives),
    )


def _alternative(facts: Facts, one: Alternative) -> AlternativeLook:
    codes = behind(one)
    words = ngettext("{number} supporter", "{number} supporters", len(codes)).format(number=len(codes))
    field = _(FIELDS.get(one.field, one.field)) if one.field else ""
    return AlternativeLook(
        opening=f"{one.opening} {field}".strip(),
        text=_stretches(wished_runs(one)),
        closing=one.closing,
        who=names_of(one.proposers, facts.delegation_name) if one.proposals else _("text of the draft"),
        flag=facts.flag(one.proposers[0]) if one.proposers else "",
        behind=words if codes else "",
        flags=tuple(map(facts.flag, codes)),
        leading=one.leading,
        conflicts=_("cannot be taken with another") if Concern.CONFLICT in one.concerns else "",
    )


def _stretches(runs: tuple[Run, ...]) -> tuple[Piece, ...]:
    return tuple(Piece(run.text, run.kept) for run in apart(runs) if run.text)
