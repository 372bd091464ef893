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
    """
    CREATE TRIGGER payment_paid_is_not_changed BEFORE UPDATE ON payment
    WHEN OLD.state IN ('paid', 'settled') AND NOT (
        NEW.state IN (OLD.state, 'settled')
        AND NEW.id = OLD.id
        AND NEW.computation = OLD.computation
        AND NEW.sponsorship = OLD.sponsorship
        AND NEW.amount = OLD.amount
        AND NEW.currency = OLD.currency
        AND NEW.rate = OLD.rate
        AND NEW.paid_amount = OLD.paid_amount
        AND NEW.paid_currency = OLD.paid_currency
        AND NEW.rounding = OLD.rounding
        AND NEW.method = OLD.method
        AND NEW.receipt IS OLD.receipt
        AND NEW.approved_by = OLD.approved_by
        AND NEW.paid_by = OLD.paid_by
        AND NEW.paid_at IS OLD.paid_at
        AND NEW.voids IS OLD.voids
        AND NEW.created_at = OLD.created_at
    )
    BEGIN
        SELECT RAISE(ABORT, 'a payment that was paid never changes');
    END
    """,
    """
    CREATE TRIGGER payment_paid_is_not_removed BEFORE DELETE ON payment
    WHEN OLD.receipt IS NOT NULL
    BEGIN
        SELECT RAISE(ABORT, 'a payment that was paid is never removed');
    END
    """,
    """
    CREATE TRIGGER payment_added_with_next_receipt BEFORE INSERT ON payment
    WHEN NEW.receipt <> (SELECT coalesce(max(receipt), 0) + 1 FROM payment)
    BEGIN
        SELECT RAISE(ABORT, 'a receipt whose number is not the next');
    END
    """,
    """
    CREATE TRIGGER payment_given_next_receipt BEFORE UPDATE OF receipt ON payment
    WHEN OLD.receipt IS NULL AND NEW.receipt <> (SELECT coalesce(max(receipt), 0) + 1 FROM payment)
    BEGIN
        SELECT RAISE(ABORT, 'a receipt whose number is not the next');
    END
    """,
)
