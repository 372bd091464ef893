"""What the verb of the drafts does."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from cmc_desk.cli.draft_bringing import bring_file, bring_pasted
from cmc_desk.cli.draft_words import drafts_words, meter_words, text_words
from cmc_desk.cli.told import Told
from cmc_desk.db.files import write_beside_if_open
from cmc_desk.desk import draft_acts
from cmc_desk.desk.agreeing import agree_on_several
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_seen import digest_of_seen
from cmc_desk.desk.draft_texts import draft_text, draft_texts, meters, rendered_draft
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.proposals import proposals
from cmc_desk.exchange.draft_toml import draft_toml
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.drafts import DraftText, Provision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.numbering import found
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.redline import Meter
from cmc_desk.rules.refusal import Refusal

_DECIDED = {"approved": Decided.APPROVED, "amended": Decided.AMENDED, "deferred": Decided.DEFERRED}


@dataclass(frozen=True)
class Asked:
    """What was typed after the verb."""

    desk: Desk
    what: tuple[str, ...]
    source: Path | None = None
    out: Path | None = None
    version: int | None = None
    label: str = ""
    title: str = ""
    changes: str | None = None
    by: tuple[str, ...] = ()
    dry_run: bool = False
    until: str | None = None
    decided: str | None = None
    reason: str = ""
    lang: str | None = None
    seen: str = ""

    @cached_property
    def draft(self) -> str:
        """The key of the draft that was named; raises Refusal if it must be named."""
        keys = [one.key for one in self.desk.read(draft_texts)]
        if self.what and self.what[0] in keys:
            return self.what[0]
        raise Refusal(_("Which draft? Name one of: {keys}.").format(keys=", ".join(keys)), field="what")

    @property
    def text(self) -> DraftText:
        """The draft as it stands, or the version of it that was asked for."""
        return self.desk.read(draft_text, draft=self.draft, version=self.version or 0)


@dataclass(frozen=True, slots=True)
class DraftStanding:
    """A draft as a program is told of it; `digest` is that of its text and of what was proposed, for `--seen`."""

    key: str
    title: str
    version: int
    label: str
    decided: Decided
    meter: Meter
    digest: str


def provision_named(text: DraftText, label: str) -> Provision:
    """Return the provision that somebody means by its number; raises Refusal if there is none, or more than one."""
    meant = found(text.provisions, label)
    if len(meant) != 1:
        raise Refusal(
            _("The draft has no provision {label}, or more than one: name it as in “3(a)” or “II.3”.").format(
                label=label
            ),
            field="what",
        )
    return meant[0]


def _list(asked: Asked) -> Told:
    counts = dict(asked.desk.read(meters))
    standing = tuple(
        DraftStanding(
            key=one.key,
            title=one.title,
            version=one.version.number if one.version else 0,
            label=one.version.label if one.version else "",
            decided=one.version.decided if one.version else Decided.PENDING,
            meter=counts[one.key],
            digest=digest_of_seen(one.provisions, asked.desk.read(proposals, draft=one.key)),
        )
        for one in asked.desk.read(draft_texts)
    )
    lines = [(one.key, one.label, one.decided, one.meter) for one in standing]
    return Told(standing, drafts_words(lines))


def _show(asked: Asked) -> Told:
    shown = asked.desk.read(rendered_draft, draft=asked.draft, version=asked.version or 0)
    return Told(shown, text_words(shown))


def _import(asked: Asked) -> Told:
    if asked.source is None:
        raise Refusal(_("Which file? Give --from X.toml, X.docx, X.txt or X.xlsx."), field="source")
    return bring_file(
        asked.desk,
        asked.source,
        draft=asked.what[0] if asked.what else "",
        label=asked.label,
        title=asked.title,
        changes=asked.changes,
        by=asked.by,
        dry_run=asked.dry_run,
    )


def _paste(asked: Asked) -> Told:
    draft = (asked.what[0] if asked.what else "") if asked.title else asked.draft
    return bring_pasted(
        asked.desk, draft, sys.stdin.read(), label=asked.label, title=asked.title, dry_run=asked.dry_run
    )


def _export(asked: Asked) -> Told:
    """Write the text of a draft: as TOML or plain text by ourselves, in every other form as the clean paper."""
    out = _out(asked)
    if out.suffix.lower() not in (".toml", ".txt"):
        return _paper("draft-clean", asked)
    plain = out.suffix.lower() == ".txt"
    shown = asked.desk.read(rendered_draft, draft=asked.draft, version=asked.version or 0)
    words = text_words(shown) + "\n" if plain else draft_toml(asked.text)
    written = write_beside_if_open(out, words.encode())
    return Told({"file": str(written)}, str(written))


def _next(asked: Asked) -> Told:
    asked.desk.do(draft_acts.next_version, draft=asked.draft, label=asked.label)
    return _standing(asked)


def _circulate(asked: Asked) -> Told:
    try:
        until = date.fromisoformat(asked.until) if asked.until else None
    except ValueError:
        raise Refusal(
            _("“{text}” is no day: write it as 2019-12-05.").format(text=asked.until), field="until"
        ) from None
    asked.desk.do(draft_acts.circulate_version, draft=asked.draft, comments_until=until)
    return _standing(asked)


def _adopt(asked: Asked) -> Told:
    if asked.decided is None:
        raise Refusal(_("What did the meeting do? Give --decided approved, amended or deferred."), field="decided")
    asked.desk.do(
        draft_acts.adopt_draft, draft=asked.draft, decided=_DECIDED[asked.decided], reason=asked.reason, seen=asked.seen
    )
    return _standing(asked)


def _reopen(asked: Asked) -> Told:
    asked.desk.do(draft_acts.reopen_draft, draft=asked.draft)
    return _standing(asked)


def _agree(asked: Asked) -> Told:
    keys = [provision_named(asked.text, label).key for label in asked.what[1:]] if asked.draft else []
    if not keys:
        raise Refusal(_("On which provisions? Name their numbers after the draft."), field="what")
    asked.desk.do(agree_on_several, provisions=tuple(keys), seen=asked.seen)
    return _standing(asked)


def _renumber(asked: Asked) -> Told:
    asked.desk.do(draft_acts.renumber_provisions, draft=asked.draft)
    return _standing(asked)


def _paper(key: str, asked: Asked) -> Told:
    """Make a paper of a draft and record it; the matrix is of all drafts where none is named."""
    from cmc_desk.desk.making_papers import make_paper, record_paper

    kind = next(one for one in paper_kinds() if one.key == key)
    draft = "" if kind.of_all_drafts and not asked.what else asked.draft
    out = _out(asked)
    if asked.version and "issue" not in kind.asks:
        raise Refusal(
            _("The matrix is of what was proposed so far, for no version: leave out --version."), field="version"
        )
    language = asked.lang or asked.desk.read(meeting).language
    ask = Ask(language=language, draft=draft, issue=asked.version or 0)
    made = make_paper(asked.desk, kind, ask, _form(kind, out), out)
    record_paper(asked.desk, made)
    return Told({"file": str(made.path)}, str(made.path))


def _out(asked: Asked) -> Path:
    if asked.out is None:
        raise Refusal(_("Where to? Give --out with a file."), field="out")
    return asked.out


def _form(kind: PaperKind, out: Path) -> Format:
    ending = out.suffix.lstrip(".").lower()
    if ending not in {form.value for form in kind.formats}:
        endings = ", ".join(f".{form.value}" for form in kind.formats)
        raise Refusal(
            _("This paper is made as {endings}: give --out such an ending.").format(endings=endings), field="out"
        )
    return Format(ending)


def _standing(asked: Asked) -> Told:
    text = asked.desk.read(draft_text, draft=asked.draft)
    count = dict(asked.desk.read(meters))[asked.draft]
    label = text.version.label if text.version else ""
    return Told({"draft": text.key, "version": label, "meter": count}, f"{text.title}: {label} · {meter_words(count)}")


ACTS: dict[str, Callable[[Asked], Told]] = {
    "list": _list,
    "show": _show,
    "import": _import,
    "paste": _paste,
    "export": _export,
    "next": _next,
    "circulate": _circulate,
    "adopt": _adopt,
    "reopen": _reopen,
    "agree": _agree,
    "renumber": _renumber,
    "redline": partial(_paper, "draft-redline"),
    "clean": partial(_paper, "draft-clean"),
    "two-columns": partial(_paper, "draft-two-columns"),
    "matrix": partial(_paper, "comments-matrix"),
    "plan": partial(_paper, "plan-of-action"),
}
