"""A text that comes into a draft from the command line: from our own TOML, from Word, from plain text, or a plan as a workbook."""

import hashlib
from pathlib import Path

from cmc_desk.cli.draft_counted import counted
from cmc_desk.cli.draft_proposed import refuse_authors, tracked_as_proposals
from cmc_desk.cli.plan_acts import bring_plan
from cmc_desk.cli.told import Told
from cmc_desk.desk import draft_acts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_files import DraftFile, provisions_in, read_draft_file, refuse_of_another
from cmc_desk.desk.draft_texts import draft_text, draft_texts
from cmc_desk.desk.trying import doing
from cmc_desk.exchange.draft_toml import read_draft_toml
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.aligning_draft import aligned
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.reading_draft import read_text
from cmc_desk.rules.refusal import Refusal, Unavailable

_LARGEST = 4 * 1024 * 1024


def bring_file(
    desk: Desk,
    source: Path,
    *,
    draft: str,
    label: str,
    title: str = "",
    changes: str | None,
    by: tuple[str, ...],
    dry_run: bool,
) -> Told:
    """Bring a file into a draft, by its ending; with a `title` it is a new document. Raises Refusal if it cannot be read."""
    ending = source.suffix.lower()
    if ending == ".toml":
        return _toml(desk, source, draft=draft, label=label, dry_run=dry_run)
    if title and ending == ".docx":
        return _new_from_word(
            desk, read_draft_file(source), draft, title, label=label, changes=changes, dry_run=dry_run
        )
    if ending == ".txt":
        return bring_pasted(desk, draft, _plain(source), label=label, title=title, dry_run=dry_run, source=source.name)
    key = _known(desk, draft)
    if ending == ".xlsx":
        return bring_plan(desk, source, key, label=label, changes=changes, by=by, dry_run=dry_run)
    return _word(desk, read_draft_file(source), key, label=label, changes=changes, by=by, dry_run=dry_run)


def bring_pasted(
    desk: Desk, draft: str, pasted: str, *, label: str, title: str = "", dry_run: bool, source: str = ""
) -> Told:
    """Bring plain text into a draft: what is there already stays the same provision. With a `title` it is a new document."""
    if title:
        _refuse_known(desk, draft)
        return _founded(desk, draft, title, read_text(pasted), label=label, dry_run=dry_run, source=source)
    text = desk.read(draft_text, draft=_known(desk, draft))
    read = aligned(read_text(pasted), text.provisions)
    return _brought(desk, draft, read, label=label, dry_run=dry_run, source=source)


def _toml(desk: Desk, source: Path, *, draft: str, label: str, dry_run: bool) -> Told:
    found = read_draft_toml(source)
    texts = {one.key: one for one in desk.read(draft_texts)}
    key = draft or found.key
    text = texts.get(key)
    known = {one.key for one in text.provisions} if text is not None else set()
    told = found.provisions
    if text is not None and not any(one.replaces in known for one in told if one.replaces):
        # It was written for another file: its provisions are known again by what they say.
        told = aligned([_unknown(one) for one in told], text.provisions)
    else:
        told = tuple(one if one.replaces in known else _unknown(one) for one in told)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    if text is None or text.version is None:
        key = doing(desk, dry_run=dry_run)(
            draft_acts.found_with_text,
            key=key,
            title=found.title,
            short_title=found.short_title,
            kind=found.kind,
            symbol=found.symbol,
            language=found.language,
            provisions=told,
            # The label is that of the version from which it was written.
            label=label or found.label,
            source=source.name,
            sha256=digest,
        )
        return _shown(told) if dry_run else _counted(desk, key, told)
    return _brought(desk, key, told, label=label, dry_run=dry_run, source=source.name, sha256=digest)


def _word(
    desk: Desk,
    found: DraftFile,
    draft: str,
    *,
    label: str,
    changes: str | None,
    by: tuple[str, ...],
    dry_run: bool,
) -> Told:
    text = desk.read(draft_text, draft=draft)
    refuse_of_another(found, text, desk.read(draft_texts))
    if found.read.tracked and changes is None:
        raise Refusal(
            _("Changes were tracked in this file: give --changes proposals, accept or reject."), field="changes"
        )
    if changes == "proposals":
        return tracked_as_proposals(desk, found, text, by=by, dry_run=dry_run)
    refuse_authors(by)
    read = provisions_in(found, text, changes_taken=changes == "accept")
    told = _brought(desk, draft, read, label=label, dry_run=dry_run, source=found.name, sha256=found.sha256)
    return Told(told.facts, "\n".join((told.words, *found.read.warnings)))


def _new_from_word(
    desk: Desk, found: DraftFile, draft: str, title: str, *, label: str, changes: str | None, dry_run: bool
) -> Told:
    """Found a document with the text of a Word file; there is nothing yet for which tracked changes could be proposals."""
    _refuse_known(desk, draft)
    if changes == "proposals" or (found.read.tracked and changes is None):
        raise Refusal(
            _("Changes were tracked in this file, and nothing stands here yet: give --changes accept or reject."),
            field="changes",
        )
    read = found.read.accepted if changes == "accept" else found.read.provisions
    told = _founded(desk, draft, title, read, label=label, dry_run=dry_run, source=found.name, sha256=found.sha256)
    return Told(told.facts, "\n".join((told.words, *found.read.warnings)))


def _refuse_known(desk: Desk, draft: str) -> None:
    if any(one.key == draft for one in desk.read(draft_texts)):
        raise Refusal(_("The meeting has this draft already: leave out --title."), field="title")


def _founded(
    desk: Desk,
    draft: str,
    title: str,
    read: tuple[ReadProvision, ...],
    *,
    label: str,
    dry_run: bool,
    source: str,
    sha256: str = "",
) -> Told:
    """Found a document with its first text; what would be refused is refused in a dry run as well."""
    key = doing(desk, dry_run=dry_run)(
        draft_acts.found_with_text,
        key=draft,
        title=title,
        provisions=read,
        label=label,
        source=source,
        sha256=sha256,
    )
    return _shown(read) if dry_run else _counted(desk, key, read)


def _brought(
    desk: Desk,
    draft: str,
    read: tuple[ReadProvision, ...],
    *,
    label: str,
    dry_run: bool,
    source: str = "",
    sha256: str = "",
) -> Told:
    doing(desk, dry_run=dry_run)(
        draft_acts.bring_text, draft=draft, provisions=read, label=label, source=source, sha256=sha256
    )
    return _shown(read) if dry_run else _counted(desk, draft, read)


def _counted(desk: Desk, draft: str, read: tuple[ReadProvision, ...]) -> Told:
    return Told(read, counted(desk.read(draft_text, draft=draft), read, dry_run=False))


def _shown(read: tuple[ReadProvision, ...]) -> Told:
    return Told(read, "\n".join(f"{one.label:8} {one.text}".rstrip() for one in read))


def _known(desk: Desk, draft: str) -> str:
    keys = [one.key for one in desk.read(draft_texts)]
    if draft not in keys:
        raise Refusal(_("Which draft? Name one of: {keys}.").format(keys=", ".join(keys)), field="what")
    return draft


def _plain(source: Path) -> str:
    try:
        if source.stat().st_size > _LARGEST:
            raise Refusal(_("{file} is too large for the text of a draft.").format(file=source.name), field="source")
        return source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(_("“{file}” is not UTF-8 text.").format(file=source.name), field="source") from None
    except FileNotFoundError:
        raise Refusal(_("There is no file “{file}”.").format(file=source.name), field="source") from None
    except OSError as error:
        raise Unavailable(
            _("“{file}” cannot be read: {reason}.").format(file=source.name, reason=error.strerror)
        ) from error


def _unknown(one: ReadProvision) -> ReadProvision:
    return ReadProvision(one.kind, one.text, one.label, one.level, one.cells)
