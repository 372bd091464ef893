"""The register of what is to be done after the meeting."""

from sqlalchemy.orm import Session

from cmc_desk.desk.note_list import register_of_actions
from cmc_desk.desk.readout_called import called
from cmc_desk.desk.recommendation_rows import recommendations, sentences
from cmc_desk.rules.recommendation_tables import ADDRESSEES
from cmc_desk.rules.recommendation_words import addressee_words
from cmc_desk.rules.register import Follow, Task, tasks


def register(session: Session, *, language: str, internal: bool = False) -> tuple[Task, ...]:
    """Return what is to be done, in a language: actions and next steps, and the recommendations that were approved with a date.

    What is internal is left out of it unless it is asked for: papers that leave the house do not ask.
    """
    names = {code: one.alone for code, one in called(session, language).items()}
    said = sentences(session, language, fallback=True)
    follows = [
        Follow(
            key=one.key,
            number=one.number,
            sentence=said[one.key],
            decided=one.decided,
            who=_who(one.addressee, language, names),
            due=one.deadline,
            item=one.item,
        )
        for one in recommendations(session)
    ]
    found = tasks(register_of_actions(session), follows, names=names)
    return tuple(task for task in found if internal or not task.internal)


def _who(addressee: str, language: str, names: dict[str, str]) -> str:
    if addressee in ADDRESSEES:
        return addressee_words(addressee, language)
    return names.get(addressee, "")
