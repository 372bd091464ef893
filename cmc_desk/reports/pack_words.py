"""How to work while the power is out, and how to bring the sheets back in: the steps on the cover of the pack."""

from gettext import NullTranslations


def before(texts: NullTranslations) -> tuple[str, ...]:
    """Return what is done while everything still works."""
    _ = texts.gettext
    return (
        _(
            "Print this pack on the evening before, and again when many people were added: whoever came later is not on it."
        ),
        _("Cut the blank badges apart. Lay the pack at the desk with pens, a lamp and a watch."),
    )


def during(texts: NullTranslations) -> tuple[str, ...]:
    """Return what is done while there is no power or no computer."""
    _ = texts.gettext
    return (
        _("Go on at the same desks. Each takes its tray and its part of the tick list."),
        _("Find the person by family name, tick the box and write the time beside it. All desks take the time from one watch."),
        _("Hand out the badge from the tray. If there is none, or the person is not on the list, take a blank badge, write name and delegation on it, and first of all write its number into the register."),
        _("Pass the signature sheet of the session from delegation to delegation, and collect it when the session ends."),
        _("Keep every sheet, also one on which nobody signed."),
    )  # fmt: skip


def after(texts: NullTranslations) -> tuple[str, ...]:
    """Return what is done when the program runs again."""
    _ = texts.gettext
    return (
        _("Put the sheets in order. Scan the code at the top right of each, or type what stands below it into the field of the desk: the program says which sheet it is and opens where it is entered."),
        _("Tick list: mark each person who was ticked by hand. The program records the time of entering; the time that counts is on the sheet."),
        _("Signature sheets: at the session that opens, mark whoever signed."),
        _("Register of blank badges: enter each person as a walk-in, with the number of the blank badge as a note. Print the badge, and take the blank one back."),
        _("Make a mark beside every line that was entered, and sign the sheet when all of them are."),
        _("Compare: the people who are present by the program are those with a tick, printed or by hand, and those in the register. Then give the sheets to the organiser, who keeps them."),
    )  # fmt: skip
