"""The ways in which the world says no; everything else is a defect of the program."""


class Refusal(Exception):
    """What was asked makes no sense; nothing was changed.

    `field` names the field, cell or key that the sentence is about, so that it can be shown beside it. `typed` is what the command line
    says instead, where its options are the way out.
    """

    def __init__(self, sentence: str, *, field: str = "", typed: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.typed = typed or sentence


class Damaged(Refusal):
    """The meeting file itself is not whole any more; `copies` is the folder that it names for its copies, if it still does."""

    def __init__(self, sentence: str, *, copies: str = "") -> None:
        super().__init__(sentence, field="path")
        self.copies = copies


class Unavailable(Exception):
    """A disk, lock, file or printer is in trouble; what was typed is kept and trying again may help."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Busy(Unavailable):
    """Somebody else has the meeting file just now, as whoever saves something has it for a moment."""
