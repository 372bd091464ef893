"""The queue before a printer: one job at a time, and none after one that failed until somebody has said what to do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal


class JobState(StrEnum):
    """Where a job stands; `ACCEPTED` is on paper but not yet in the ledger, so it is never sent again, only recorded."""

    WAITING = "waiting"
    PRINTING = "printing"
    ACCEPTED = "accepted"
    PRINTED = "printed"
    FAILED = "failed"
    CANCELLED = "cancelled"


_DONE = (JobState.PRINTED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet, label or card on its way to a printer; `problem` is one sentence while something is wrong with it."""

    key: int
    title: str
    badges: int
    state: JobState = JobState.WAITING
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """The jobs in the order in which they go to the printer; a key is never given twice."""

    jobs: tuple[Job, ...] = ()
    given: int = 0

    def job(self, key: int) -> Job:
        """Return a job; raises KeyError if there is none."""
        for job in self.jobs:
            if job.key == key:
                return job
        raise KeyError(key)

    def count(self, *states: JobState) -> int:
        """Return how many jobs are in one of these states."""
        return sum(job.state in states for job in self.jobs)


def put(queue: PrintQueue, jobs: Sequence[tuple[str, int]]) -> tuple[PrintQueue, tuple[int, ...]]:
    """Let jobs (title, number of badges) wait behind all others; return their keys too."""
    keys = tuple(range(queue.given + 1, queue.given + 1 + len(jobs)))
    made = tuple(Job(key, title, badges) for key, (title, badges) in zip(keys, jobs, strict=True))
    return PrintQueue((*queue.jobs, *made), queue.given + len(jobs)), keys


def is_held(queue: PrintQueue) -> bool:
    """Say whether the queue stands still until somebody decides: a job failed, or one on paper is not in the ledger."""
    return any(job.state is JobState.FAILED or (job.state is JobState.ACCEPTED and job.problem) for job in queue.jobs)


def next_job(queue: PrintQueue) -> Job | None:
    """Return the job that goes to the printer now; None while one is there, the queue is held, or nothing waits."""
    if is_held(queue) or queue.count(JobState.PRINTING, JobState.ACCEPTED):
        return None
    return next((job for job in queue.jobs if job.state is JobState.WAITING), None)


def begin(queue: PrintQueue, key: int) -> PrintQueue:
    """Send a job to the printer; it must be the next one."""
    following = next_job(queue)
    if following is None or following.key != key:
        raise ValueError(f"job {key} is not the next one")
    return _put_state(queue, key, JobState.PRINTING)


def accept(queue: PrintQueue, key: int) -> PrintQueue:
    """Take note that the printer accepted a job: it is on paper, and is to be recorded."""
    _expect(queue, key, JobState.PRINTING)
    return _put_state(queue, key, JobState.ACCEPTED)


def record(queue: PrintQueue, key: int) -> PrintQueue:
    """Take note that a job is in the ledger."""
    _expect(queue, key, JobState.ACCEPTED)
    return _put_state(queue, key, JobState.PRINTED)


def fail(queue: PrintQueue, key: int, problem: str) -> PrintQueue:
    """Take note that a job came to nothing: one at the printer failed, one on paper could not be recorded."""
    _expect(queue, key, JobState.PRINTING, JobState.ACCEPTED)
    on_paper = queue.job(key).state is JobState.ACCEPTED
    return _put_state(queue, key, JobState.ACCEPTED if on_paper else JobState.FAILED, problem)


def retry(queue: PrintQueue, key: int) -> PrintQueue:
    """Let a job that failed wait again in its old place, or one on paper be recorded again.

    Raises Refusal if nothing is wrong with it.
    """
    job = queue.job(key)
    if not job.problem:
        raise Refusal(_("Nothing is wrong with this job: there is nothing to try again."))
    return _put_state(queue, key, JobState.ACCEPTED if job.state is JobState.ACCEPTED else JobState.WAITING)


def cancel(queue: PrintQueue, key: int) -> PrintQueue:
    """Take a job that waits or failed out of the way; its badges are still to be printed.

    Raises Refusal for one that is at the printer or on paper: it cannot be called back.
    """
    if queue.job(key).state not in (JobState.WAITING, JobState.FAILED):
        raise Refusal(_("This job is at the printer or on paper: it cannot be called back."))
    return _put_state(queue, key, JobState.CANCELLED)


def cancel_waiting(queue: PrintQueue) -> PrintQueue:
    """Cancel everything that waits or failed."""
    for job in queue.jobs:
        if job.state in (JobState.WAITING, JobState.FAILED):
            queue = cancel(queue, job.key)
    return queue


def without_done(queue: PrintQueue) -> PrintQueue:
    """Forget the jobs that are printed or cancelled."""
    return replace(queue, jobs=tuple(job for job in queue.jobs if job.state not in _DONE))


def is_busy(queue: PrintQueue) -> bool:
    """Say whether anything is still to be done: by the printer, or by somebody."""
    return any(job.state not in _DONE for job in queue.jobs)


def _expect(queue: PrintQueue, key: int, *states: JobState) -> None:
    state = queue.job(key).state
    if state not in states:
        raise ValueError(f"job {key} is {state.value}")


def _put_state(queue: PrintQueue, key: int, state: JobState, problem: str = "") -> PrintQueue:
    queue.job(key)
    changed = tuple(replace(job, state=state, problem=problem) if job.key == key else job for job in queue.jobs)
    return replace(queue, jobs=changed)
