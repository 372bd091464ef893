"""The closing kit: everything of the meeting in one folder, with a manifest of digests; written whole or not at all."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from cmc_desk import __version__
from cmc_desk.db import files, schema
from cmc_desk.desk.closing_left import clear_left, part_of
from cmc_desk.desk.closing_papers import KIT_ATTENDANCE, KitPaper, kit_papers
from cmc_desk.desk.command import Tx, command, kind_of
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.making_papers import make_paper
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.note_files import FORMATS, export_notes
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.desk.standstill import Moment, moment
from cmc_desk.desk.steps import Progress, Steps
from cmc_desk.desk.verifying import verifying_job
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.closing_manifest import MANIFEST, SUMS, KitFile, Manifest, Verdict, compared, read, sums, written
from cmc_desk.rules.plain import to_json
from cmc_desk.rules.refusal import Refusal, Unavailable

_ROW = text("SELECT digest FROM journal WHERE seq = :seq")
_BLOCK = 1 << 20
# Into how many steps the making of a file is parted: a paper is gathered, vouched for, drawn, written.
_PARTS = 4
_LONGEST = "outcome-report"


@dataclass(frozen=True, slots=True)
class ClosingKit:
    """A kit that lies on the disk and is not recorded yet; `digest` is the SHA-256 of its manifest."""

    folder: Path
    manifest: Manifest
    digest: str
    fields: tuple[str, ...]

    @property
    def files(self) -> tuple[KitFile, ...]:
        """The files of the kit."""
        return self.manifest.files


@command("closing.made")
def record_closing(tx: Tx, *, folder: str, files: int, digest: str, fields: list[str]) -> str:
    """Record that a closing kit was made and so left the meeting file: how many files, the digest of its manifest, which fields."""
    del folder, files, fields  # the journal keeps the arguments of every command
    tx.cannot_be_undone()
    return digest


def make_closing(
    desk: Desk,
    folder: Path,
    *,
    language: str = "",
    notes: bool = False,
    progress: Progress | None = None,
    tell: Callable[[str], object] = lambda _name: None,
) -> ClosingKit:
    """Make the kit as a new folder; record nothing. It may run beside the window. `tell` is told which file of it is made next.

    The `notes` as they were typed are in it only if that is asked for: what is internal stands in them. Raises Refusal if the folder is there and not empty, or if somebody changes the meeting meanwhile, Unavailable if it cannot be
    written; then nothing was written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            _("{folder} exists already and is not empty: choose another name, every kit has its own folder.").format(
                folder=folder
            ),
            field="out",
        )
    language = language or desk.read(meeting).language
    clear_left(desk.store.path)
    wanted = desk.read(kit_papers, language=language)
    files.make_folder(folder.parent)
    step = Steps(progress, _PARTS * (len(wanted) + 3))
    with part_of(desk.store.path, folder) as part:
        try:
            files.make_folder(part)
            kit = _write(desk, part, folder, wanted, step, tell, notes=notes)
            _put_in_place(part, folder)
        except BaseException as error:
            # Whatever ends it, a cancel too: half a kit is none.
            shutil.rmtree(part, ignore_errors=True)
            if isinstance(error, OSError):
                raise _not_written(folder, error) from error
            raise
    return kit


def record_kit(desk: Desk, kit: ClosingKit) -> str:
    """Record that a kit was made."""
    return desk.do(
        record_closing, folder=kit.folder.name, files=len(kit.files), digest=kit.digest, fields=list(kit.fields)
    )


def verify_closing(desk: Desk, folder: Path) -> Verdict:
    """Return what is not as it was when a kit was made, and whether it is of this meeting with this past.

    Raises Refusal if the folder is no kit, or one of another meeting.
    """
    try:
        content = (folder / MANIFEST).read_bytes()
        manifest = read(content)
    except (OSError, ValueError) as error:
        raise Refusal(
            _("{folder} is no closing kit: it has no manifest that can be read.").format(folder=folder), field="verify"
        ) from error
    if manifest.meeting_key != desk.read(meeting).id:
        raise Refusal(_("{folder} is the closing kit of another meeting.").format(folder=folder), field="verify")
    try:
        found = {path.relative_to(folder).as_posix(): _digest(path) for path in _all_files(folder)}
    except OSError as error:
        raise Unavailable(
            _("{path} cannot be read ({reason}).").format(
                path=error.filename or folder, reason=error.strerror or str(error)
            )
        ) from error
    return replace(
        compared(manifest, found),
        journal=desk.read(_digest_of_row, manifest.rows) == manifest.journal,
        recorded=hashlib.sha256(content).hexdigest() in desk.read(_recorded),
    )


def _write(
    desk: Desk,
    part: Path,
    folder: Path,
    wanted: tuple[KitPaper, ...],
    step: Steps,
    tell: Callable[[str], object],
    *,
    notes: bool,
) -> ClosingKit:
    before = desk.read(moment)
    kinds = {kind.key: kind for kind in paper_kinds()} | {KIT_ATTENDANCE.key: KIT_ATTENDANCE}
    fields: dict[str, None] = {}
    # The report takes longer than all others: what is quick comes first, so that whoever waits sees it move.
    for one in sorted(wanted, key=lambda one: one.kind == _LONGEST):
        tell(f"{one.folder}/{one.name}")
        files.make_folder(part / one.folder)
        path = part / one.folder / one.name
        made = make_paper(desk, kinds[one.kind], one.ask, one.form, path, progress=lambda *_steps: step())
        fields |= dict.fromkeys(made.fields)
        step()
        _refuse_change(desk, before)
    if notes:
        files.make_folder(part / "notes")
        for ending in FORMATS:
            tell(f"notes/notes{ending}")
            export_notes(desk, part / "notes" / f"notes{ending}")
    step.on(_PARTS)
    tell("journal/journal.json")
    _write_journal(desk, part / "journal", step.nothing_new)
    step.on(_PARTS)
    _refuse_change(desk, before)
    facts = desk.read(meeting)
    manifest = Manifest(
        meeting=facts.title,
        meeting_key=facts.id,
        made_at=facts.local(desk.clock.now()),
        made_by=desk.author.signature,
        program=f"CMC Desk {__version__}",
        rows=before.row,
        journal=before.digest,
        files=tuple(
            KitFile(path.relative_to(part).as_posix(), path.stat().st_size, _digest(path)) for path in _all_files(part)
        ),
    )
    content = written(manifest)
    files.write_atomically(part / SUMS, sums(manifest), private=True)
    files.write_atomically(part / MANIFEST, content, private=True)
    step.on(_PARTS)
    return ClosingKit(folder, manifest, hashlib.sha256(content).hexdigest(), tuple(fields))


def _refuse_change(desk: Desk, before: Moment) -> None:
    """Refuse to go on after a change: papers of one kit would say different things."""
    if desk.read(moment) != before:
        raise Refusal(_("Somebody changed the meeting while the kit was made: make it again."))


def _write_journal(desk: Desk, folder: Path, progress: Callable[[int, int], None]) -> None:
    """Write who did what and when, and whether the chain is whole; what was given to the commands stays in the meeting file."""
    verified = verifying_job(desk)(progress)
    facts = desk.read(meeting)
    lines = [
        {"row": one.seq, "at": facts.local(one.at), "who": one.operator, "station": one.station, "act": one.kind}
        for one in desk.read(journal_lines)
    ]
    files.make_folder(folder)
    told = {"rows": verified.rows, "head": verified.head, "broken_at": verified.broken_at, "acts": lines}
    files.write_atomically(folder / "journal.json", (to_json(told) + "\n").encode(), private=True)


def _put_in_place(part: Path, folder: Path) -> None:
    try:
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
        files.sync_folder(folder.parent)
    except OSError as error:
        raise _not_written(folder, error) from error


def _not_written(folder: Path, error: OSError) -> Unavailable:
    return Unavailable(
        _("{path} cannot be written ({reason}): choose another folder or free some space.").format(
            path=folder, reason=error.strerror or str(error)
        )
    )


def _digest_of_row(session: Session, row: int) -> str:
    return session.execute(_ROW, {"seq": row}).scalar() or ""


def _recorded(session: Session) -> frozenset[str]:
    """Return the digests of the manifests of all kits that were made of this meeting."""
    row = schema.JournalRow
    found = session.scalars(select(row.args).where(row.kind == kind_of(record_closing)))
    return frozenset(json.loads(args)["digest"] for args in found if args)


def _all_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
