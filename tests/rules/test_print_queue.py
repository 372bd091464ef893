"""The queue before a printer: nothing is printed twice, nothing is lost, and a failure holds what comes after it."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, precondition, rule

from cmc_desk.rules import print_queue as queues
from cmc_desk.rules.print_queue import JobState, PrintQueue
from cmc_desk.rules.refusal import Refusal

THREE = [("Sheet 1", 8), ("Sheet 2", 8), ("Sheet 3", 6)]


def filled() -> PrintQueue:
    return queues.put(PrintQueue(), THREE)[0]


def printed(queue: PrintQueue, key: int) -> PrintQueue:
    return queues.record(queues.accept(queues.begin(queue, key), key), key)


def states(queue: PrintQueue) -> list[str]:
    return [job.state.value for job in queue.jobs]


def test_jobs_go_to_the_printer_one_after_the_other_in_their_order() -> None:
    queue = filled()
    for key in (1, 2, 3):
        following = queues.next_job(queue)
        assert following is not None
        assert following.key == key
        queue = queues.begin(queue, key)
        assert queues.next_job(queue) is None, "one at a time"
        queue = queues.accept(queue, key)
        assert queues.next_job(queue) is None, "what is on paper is recorded first"
        queue = queues.record(queue, key)
    assert queues.next_job(queue) is None
    assert states(queue) == ["printed"] * 3
    assert not queues.is_busy(queue)


def test_a_failure_leaves_the_rest_waiting_until_it_is_tried_again() -> None:
    queue = queues.fail(queues.begin(printed(filled(), 1), 2), 2, "The printer was not found.")
    assert states(queue) == ["printed", "failed", "waiting"]
    assert queues.is_held(queue)
    assert queues.next_job(queue) is None
    queue = queues.retry(queue, 2)
    assert queue.job(2).problem == ""
    following = queues.next_job(queue)
    assert following is not None
    assert following.key == 2, "it keeps its place"


def test_without_the_failed_one_the_rest_goes_on() -> None:
    queue = queues.cancel(queues.fail(queues.begin(filled(), 1), 1, "No paper."), 1)
    following = queues.next_job(queue)
    assert following is not None
    assert following.key == 2


def test_what_is_on_paper_is_recorded_again_and_never_sent_again() -> None:
    queue = queues.accept(queues.begin(filled(), 1), 1)
    queue = queues.fail(queue, 1, "The disk is full.")
    assert queue.job(1).state is JobState.ACCEPTED
    assert queues.is_held(queue)
    queue = queues.retry(queue, 1)
    assert not queues.is_held(queue)
    assert queue.job(1).state is JobState.ACCEPTED
    assert queues.next_job(queue) is None
    assert queues.record(queue, 1).job(1).state is JobState.PRINTED


def test_what_is_at_the_printer_cannot_be_called_back() -> None:
    queue = queues.begin(filled(), 1)
    with pytest.raises(Refusal, match="cannot be called back"):
        queues.cancel(queue, 1)
    with pytest.raises(Refusal, match="Nothing is wrong"):
        queues.retry(queue, 1)
    queue = queues.cancel_waiting(queue)
    assert states(queue) == ["printing", "cancelled", "cancelled"]


def test_only_the_next_job_is_sent_and_only_what_was_sent_comes_back() -> None:
    queue = filled()
    with pytest.raises(ValueError, match="job 2 is not the next one"):
        queues.begin(queue, 2)
    with pytest.raises(ValueError, match="job 1 is waiting"):
        queues.accept(queue, 1)
    with pytest.raises(ValueError, match="job 1 is waiting"):
        queues.record(queue, 1)
    with pytest.raises(ValueError, match="job 1 is waiting"):
        queues.fail(queue, 1, "No paper.")
    with pytest.raises(ValueError, match="not the next one"):
        queues.begin(PrintQueue(), 1)
    with pytest.raises(KeyError):
        queues.cancel(queue, 9)


def test_what_is_done_is_forgotten_and_its_keys_are_not_given_again() -> None:
    queue = queues.without_done(queues.cancel(printed(filled(), 1), 2))
    assert [job.key for job in queue.jobs] == [3]
    queue, keys = queues.put(queue, [("Sheet 1", 1)])
    assert keys == (4,)
    assert queue.count(JobState.WAITING) == 2


class QueueMachine(RuleBasedStateMachine):
    """A printer that fails when it likes, a disk that is full now and then, and somebody who presses any button."""

    keys = Bundle("keys")

    def __init__(self) -> None:
        super().__init__()
        self.queue = PrintQueue()
        self.sent: list[int] = []
        self.on_paper: list[int] = []
        self.in_ledger: list[int] = []
        self.cancelled: set[int] = set()

    @rule(target=keys, sheets=st.lists(st.tuples(st.text(max_size=3), st.integers(1, 8)), min_size=1, max_size=3))
    def put(self, sheets: list[tuple[str, int]]) -> object:
        self.queue, given = queues.put(self.queue, sheets)
        return multiple(*given)

    @precondition(lambda self: queues.next_job(self.queue) is not None)
    @rule()
    def send(self) -> None:
        job = queues.next_job(self.queue)
        assert job is not None
        self.queue = queues.begin(self.queue, job.key)
        self.sent.append(job.key)

    @precondition(lambda self: self.queue.count(JobState.PRINTING))
    @rule(good=st.booleans())
    def come_back(self, good: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        key = self._in(JobState.PRINTING)
        if good:
            self.queue = queues.accept(self.queue, key)
            self.on_paper.append(key)
        else:
            self.queue = queues.fail(self.queue, key, "The printer was not found.")

    @precondition(lambda self: self.queue.count(JobState.ACCEPTED))
    @rule(good=st.booleans())
    def record(self, good: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        key = self._in(JobState.ACCEPTED)
        if good:
            self.queue = queues.record(self.queue, key)
            self.in_ledger.append(key)
        else:
            self.queue = queues.fail(self.queue, key, "The disk is full.")

    @rule(key=keys)
    def retry(self, key: int) -> None:
        if key in self._known():
            try:
                self.queue = queues.retry(self.queue, key)
            except Refusal:
                assert self.queue.job(key).problem == ""

    @rule(key=keys)
    def cancel(self, key: int) -> None:
        if key in self._known():
            try:
                self.queue = queues.cancel(self.queue, key)
                self.cancelled.add(key)
            except Refusal:
                assert self.queue.job(key).state not in (JobState.WAITING, JobState.FAILED)

    @rule()
    def cancel_waiting(self) -> None:
        self.cancelled |= {job.key for job in self.queue.jobs if job.state in (JobState.WAITING, JobState.FAILED)}
        self.queue = queues.cancel_waiting(self.queue)
        assert not self.queue.count(JobState.WAITING, JobState.FAILED)

    @rule()
    def tidy(self) -> None:
        self.queue = queues.without_done(self.queue)

    @invariant()
    def at_most_one_is_at_the_printer_or_to_be_recorded(self) -> None:
        assert self.queue.count(JobState.PRINTING, JobState.ACCEPTED) <= 1

    @invariant()
    def nothing_comes_on_paper_or_into_the_ledger_twice(self) -> None:
        assert len(set(self.on_paper)) == len(self.on_paper)
        assert len(set(self.in_ledger)) == len(self.in_ledger)
        assert set(self.in_ledger) <= set(self.on_paper)

    @invariant()
    def what_was_cancelled_comes_on_paper_never(self) -> None:
        assert not self.cancelled & set(self.on_paper)

    @invariant()
    def what_comes_on_paper_comes_in_order(self) -> None:
        assert self.on_paper == sorted(self.on_paper)

    @invariant()
    def a_problem_holds_the_queue_and_nothing_else_does(self) -> None:
        assert queues.is_held(self.queue) == any(job.problem for job in self.queue.jobs)
        if queues.is_held(self.queue):
            assert queues.next_job(self.queue) is None
        elif self.queue.count(JobState.WAITING) and not self.queue.count(JobState.PRINTING, JobState.ACCEPTED):
            assert queues.next_job(self.queue) is not None

    def _in(self, state: JobState) -> int:
        return next(job.key for job in self.queue.jobs if job.state is state)

    def _known(self) -> set[int]:
        return {job.key for job in self.queue.jobs}


TestQueueMachine = QueueMachine.TestCase
