"""Make a meeting file from a template, or open one that stands."""

from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cmc_desk.clock import Clock, SystemClock, TrainingClock
from cmc_desk.db import connection, journal, keys, schema, store
from cmc_desk.db.backup import copy_database
from cmc_desk.desk.backups import copies_words
from cmc_desk.desk.closing_left import clear_left
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import attendance_sessions, meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import MeetingPlan
from cmc_desk.rules.refusal import Damaged, Refusal

SUFFIX = store.SUFFIX
_TAIL = 200
SHORTEST_PASSPHRASE = 8


def create_meeting(
    path: Path,
    plan: MeetingPlan,
    *,
    clock: Clock,
    author: Author,
    passphrase: str = "",
    recovery: str = "",
    training: bool = False,
) -> Desk:
    """Make the meeting file `path` from a template and open it; only a training meeting may go without a passphrase.

    Raises Refusal if the passphrase is too short or something stands at `path`, Unavailable if the folder cannot be written.
    """
    if not training and len(passphrase) < SHORTEST_PASSPHRASE:
        raise Refusal(
            _("The passphrase needs at least {number} characters; only a training meeting goes without one.").format(
                number=SHORTEST_PASSPHRASE
            ),
            field="passphrase",
        )
    # Loaded here: what only founds a meeting, nobody who opens one waits for.
    from cmc_desk.desk.founding import found_meeting

    desk = Desk(store.create(path, passphrase=passphrase, recovery=recovery), clock=clock, author=author)
    desk.do(found_meeting, plan=plan, training=training)
    return desk


def new_recovery_key() -> str:
    """Return a recovery key to print and seal before `create_meeting` is given it."""
    return keys.new_recovery_key()


def open_meeting(path: Path, *, author: Author, secret: str = "", clock: Clock | None = None) -> Desk:
    """Open a meeting file with its passphrase or recovery key and verify the end of its journal.

    Without a `clock` a training meeting gets one of its own if today is none of its days, and every other the computer's.
    Raises Refusal if the file, the secret or the journal is not right, Unavailable if the disk is in trouble.
    """
    try:
        return _opened(path, author=author, secret=secret, clock=clock)
    except Damaged as damaged:
        raise Damaged(f"{damaged.sentence} {copies_words(path, damaged.copies)}") from damaged


def _opened(path: Path, *, author: Author, secret: str, clock: Clock | None) -> Desk:
    opened = store.open_store(path, secret=secret)
    try:
        with opened.read() as session:
            _check_journal(session, path)
            clock = clock or _clock_for(session)
        clear_left(path)
        return Desk(opened, clock=clock, author=author)
    except BaseException:
        opened.close()
        raise


def open_copy(desk: Desk, path: Path, *, clock: Clock) -> Desk:
    """Copy the meeting of `desk` to `path` and open the copy, to look at it or to try something without touching the meeting.

    Raises Unavailable if the copy cannot be written.
    """
    source = connection.connect(desk.store.path, desk.store.key)
    try:
        copy_database(source, path, desk.store.key)
    finally:
        source.close()
    return Desk(store.open_store(path, key=desk.store.key), clock=clock, author=desk.author)


def verify_journal(session: Session) -> journal.Verified:
    """Recompute the whole chain of the journal."""
    return journal.verify(session)


def needs_secret(path: Path) -> bool:
    """Tell whether `path` asks for a passphrase; raises Refusal if it is no meeting file at all."""
    store.check_is_meeting_file(path)
    return connection.is_encrypted(path)


def proves_secret(desk: Desk, secret: str) -> bool:
    """Tell whether `secret` opens this meeting, to unlock the window; a training file needs none."""
    if not desk.store.encrypted:
        return True
    try:
        return keys.unlock(keys.key_file_of(desk.store.path), secret) == desk.store.key
    except Refusal:
        return False


def change_passphrase(desk: Desk, *, old: str, new: str) -> None:
    """Give the meeting another passphrase; nothing is encrypted anew and the recovery key stays.

    Raises Refusal if `old` is wrong or `new` too short.
    """
    if desk.store.key is None:
        raise Refusal(_("A training meeting has no passphrase."))
    if not proves_secret(desk, old):
        raise Refusal(_("The present passphrase is not right: type it again."), field="old")
    if len(new) < SHORTEST_PASSPHRASE:
        raise Refusal(
            _("The passphrase needs at least {number} characters.").format(number=SHORTEST_PASSPHRASE), field="new"
        )
    keys.change_passphrase(keys.key_file_of(desk.store.path), key=desk.store.key, passphrase=new)


def _check_journal(session: Session, path: Path) -> None:
    verified = journal.verify(session, last=_TAIL)
    if not verified.whole:
        raise Refusal(
            _("The journal of {name} was changed at row {row}: open the newest backup instead.").format(
                name=path.name, row=verified.broken_at
            )
        )


def _clock_for(session: Session) -> Clock:
    facts = meeting(session)
    system = SystemClock()
    now = system.now()
    if not facts.training or facts.local(now).date() in facts.days:
        return system
    # When an act was recorded, not the time that it was recorded for: that may be told as one likes.
    over = datetime.combine(facts.days[-1] + timedelta(days=1), time(), tzinfo=facts.tzinfo)
    row = schema.JournalRow
    of_the_day = or_(*(row.kind.startswith(f"{capability}.") for capability in ("attendance", "agenda", "floor")))
    acts = select(func.max(row.at)).where(of_the_day, row.at < over)
    last: datetime | None = session.scalar(acts)
    opens = next((slot.starts for slot in attendance_sessions(session)), None)
    opens = opens or datetime.combine(facts.days[0], time(8, 30), tzinfo=facts.tzinfo)
    return TrainingClock(max(last + timedelta(seconds=1), opens) if last else opens)
