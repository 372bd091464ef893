"""The register of what is to be done after the meeting."""

from dataclasses import replace
from datetime import date

from cmc_desk.desk import approval, notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.register import register
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.register import TaskKind
from tests.desk.readout_hands import TO_DO, write
from tests.desk.test_recommendations import put


def test_the_register_has_actions_next_steps_and_what_was_recommended_until_a_date(desk: Desk) -> None:
    done, *_others = write(
        desk,
        replace(TO_DO, text="Done already"),
        TO_DO,
        Written(text="Meet again", kind=EntryKind.NEXT_STEP, assignee="the chair"),
        replace(TO_DO, text="Keep quiet", attribution=Attribution.INTERNAL),
    )
    desk.do(notes.close_action, entry=done, closed=True)
    for addressee in ("IOM", "HT"):
        key = put(desk, "report", addressee=addressee, deadline=date(2019, 12, 5))
        desk.do(approval.approve, recommendation=key)
    put(desk, "report", deadline=date(2019, 12, 5))
    found = desk.read(register, language="fr", internal=False)
    assert [(task.kind, task.what, task.who) for task in found] == [
        (TaskKind.RECOMMENDATION, "The Meeting recommends that IOM report by 5 December 2019.", "L’OIM"),
        (TaskKind.RECOMMENDATION, "The Meeting recommends that Haiti report by 5 December 2019.", "Haïti"),
        (TaskKind.ACTION, "Circulate a definition", "Jamaïque"),
        (TaskKind.NEXT_STEP, "Meet again", "the chair"),
        (TaskKind.ACTION, "Done already", "Jamaïque"),
    ]
    english = desk.read(register, language="en", internal=True)
    assert [(task.what.split()[-1], task.who, task.number) for task in english] == [
        ("2019.", "IOM", 1),
        ("2019.", "Haiti", 2),
        ("definition", "Jamaica", 0),
        ("quiet", "Jamaica", 0),
        ("again", "the chair", 0),
        ("already", "Jamaica", 0),
    ]
