"""The triggers of sponsored travel as schema 1.4 makes them."""

TRIGGERS = (
    """
    CREATE TRIGGER seat_added_within_quota BEFORE INSERT ON seat
    WHEN NEW.number > (SELECT quota FROM delegation WHERE id = NEW.delegation)
    BEGIN
        SELECT RAISE(ABORT, 'a seat above the quota of its delegation');
    END
    """,
    """
    CREATE TRIGGER seat_moved_within_quota BEFORE UPDATE OF number, delegation ON seat
    WHEN NEW.number > (SELECT quota FROM delegation WHERE id = NEW.delegation)
    BEGIN
        SELECT RAISE(ABORT, 'a seat above the quota of its delegation');
    END
    """,
    """
    CREATE TRIGGER holder_added_within_quota BEFORE INSERT ON sponsorship
    WHEN NEW.nomination IN ('nominated', 'accepted') AND (
        SELECT seat.number > delegation.quota
        FROM seat JOIN delegation ON delegation.id = seat.delegation
        WHERE seat.id = NEW.seat
    )
    BEGIN
        SELECT RAISE(ABORT, 'a holder of a seat above the quota');
    END
    """,
    """
    CREATE TRIGGER holder_changed_within_quota BEFORE UPDATE OF seat, nomination ON sponsorship
    WHEN NEW.nomination IN ('nominated', 'accepted') AND (
        SELECT seat.number > delegation.quota
        FROM seat JOIN delegation ON delegation.id = seat.delegation
        WHERE seat.id = NEW.seat
    )
    BEGIN
        SELECT RAISE(ABORT, 'a holder of a seat above the quota');
    END
    """,
    """
    CREATE TRIGGER quota_not_below_what_is_held BEFORE UPDATE OF quota ON delegation
    WHEN NEW.quota < OLD.quota AND EXISTS (
        SELECT 1
        FROM seat JOIN sponsorship ON sponsorship.seat = seat.id
        WHERE seat.delegation = NEW.id AND seat.number > NEW.quota AND sponsorship.holds_seat = 1
    )
    BEGIN
        SELECT RAISE(ABORT, 'a quota below a seat that is held');
    END
    """,
)
