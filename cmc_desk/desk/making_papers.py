"""Making papers of every kind: gathered in one short read, rendered, written whole or not at all, and recorded."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cmc_desk.db import files
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.host import host_in
from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.desk.paper_content import digest_of, enter_paper, gather_content, makings
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.steps import Progress, Steps
from cmc_desk.desk.verifying import verifying_job
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.reports.dates import date_range
from cmc_desk.rules.papers import Ask, Format, Imprint, file_name, heeded, next_version
from cmc_desk.rules.refusal import Refusal, Unavailable

if TYPE_CHECKING:
    from cmc_desk.reports.unprintable import Unprintable

_STEPS = 4


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper that lies on the disk and is not recorded yet.

    `asked` is the path that was asked for: where `path` differs, that file was open in another program. `digest` is that of
    the file, `source` that of what it was made from; `broken_at` is the row at which the journal was changed from outside;
    `unprintable` are the texts on a PDF with letters that no font has; `caution` is what must be known before it is handed out.
    """

    kind: str
    ask: Ask
    form: Format
    asked: Path
    path: Path
    version: int
    digest: str
    source: str
    fields: tuple[str, ...]
    people: int
    broken_at: int | None = None
    unprintable: "tuple[Unprintable, ...]" = ()
    caution: str = ""

    @property
    def beside(self) -> bool:
        """Whether the paper went beside the path that was asked for."""
        return self.path != self.asked


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a paper is made from, read in one moment; `source` is the digest of `content`."""

    ask: Ask
    content: Any
    source: str
    version: int
    imprint: Imprint


@command("papers.made")
def record_made(
    tx: Tx,
    *,
    kind: str,
    ask: Ask,
    form: Format,
    version: int,
    file: str,
    digest: str,
    source: str,
    fields: list[str],
    people: int,
) -> str:
    """Record that a paper was made and so left the meeting file: which one, of which data, which fields of how many people."""
    del fields  # the journal keeps the arguments of every command
    tx.cannot_be_undone()
    return enter_paper(
        tx,
        kind=kind,
        ask=ask,
        form=form,
        version=version,
        file=file,
        digest=digest,
        source=source,
        people=people,
    )


def make_paper(
    desk: Desk, kind: PaperKind, ask: Ask, form: Format, path: Path, *, progress: Progress | None = None
) -> MadePaper:
    """Gather, render and write a paper; record nothing. It may run beside the window.

    `path` is a file with the ending of the form, or a folder, made if it is not there, in which the paper is named after what
    it is.
    Raises Refusal if the paper has no such form or what was asked makes no sense, Unavailable if the folder cannot be written;
    then nothing was written.
    """
    from cmc_desk.reports.unprintable import unprintable

    step = Steps(progress, _STEPS)
    found = gather_paper(desk, kind, ask, form)
    step()
    content, broken_at = found.content, None
    if kind.vouch is not None:
        verified = verifying_job(desk)(step.nothing_new)
        content, broken_at = kind.vouch(content, verified), verified.broken_at
    step()
    rendered = kind.render(content, form, texts(found.ask.language), found.imprint)
    step()
    asked = (
        path
        if path.suffix.lower() == f".{form.value}"
        else _in_folder(path, file_name(kind.key, found.ask, found.version, form))
    )
    written = files.write_beside_if_open(asked, rendered)
    # What lies on the disk is told, also to whoever cancelled while it was written.
    return MadePaper(
        kind=kind.key,
        ask=found.ask,
        form=form,
        asked=asked,
        path=written,
        version=found.version,
        digest=hashlib.sha256(rendered).hexdigest(),
        source=found.source,
        fields=kind.fields,
        people=kind.people(found.content),
        broken_at=broken_at,
        unprintable=unprintable(found.content) if form is Format.PDF else (),
        # In the language of the windows: it is said, not printed.
        caution=kind.caution(found.content, texts(chosen_language())),
    )


def record_paper(desk: Desk, made: MadePaper) -> str:
    """Record that a paper was made."""
    return desk.do(
        record_made,
        kind=made.kind,
        ask=made.ask,
        form=made.form,
        version=made.version,
        file=made.path.name,
        digest=made.digest,
        source=made.source,
        fields=list(made.fields),
        people=made.people,
    )


def gather_paper(desk: Desk, kind: PaperKind, ask: Ask, form: Format) -> Gathered:
    """Read what a paper is made from, beside the windows and whoever writes."""
    if form not in kind.formats:
        raise Refusal(
            _("This paper is not made as {form}: it is made as {forms}.").format(
                form=form.value.upper(), forms=", ".join(one.value.upper() for one in kind.formats)
            ),
            field="form",
        )
    now = desk.clock.now()
    with reading_beside(desk) as session:
        facts = meeting(session)
        asked = heeded(ask, kind.asks)
        if "at" in kind.asks and not kind.of_now:
            asked = replace(asked, at=facts.local(asked.at or now))
        content = gather_content(session, kind, asked, now=now)
        source = digest_of(content)
        host = host_in(session, asked.language)
        version = next_version(makings(session, kind.key, asked), form, source)
    made_by = desk.author.signature
    return Gathered(asked, content, source, version, _imprint(facts, host, asked.language, now, made_by, version))


def _imprint(facts: Meeting, host: str, language: str, now: datetime, made_by: str, version: int) -> Imprint:
    span = date_range(facts.days[0], facts.days[-1], texts(language)) if facts.days else ""
    return Imprint(
        meeting=facts.title,
        subtitle=facts.subtitle,
        host=host,
        place_and_dates=", ".join(part for part in (facts.city, span) if part),
        made_at=facts.local(now),
        made_by=made_by,
        version=version,
    )


def _in_folder(folder: Path, name: str) -> Path:
    """Return a path in `folder` at which nothing lies yet: every version is kept."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            _("The folder {folder} cannot be made ({reason}): choose another one.").format(
                folder=folder, reason=error.strerror or str(error)
            )
        ) from error
    path = folder / name
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path
