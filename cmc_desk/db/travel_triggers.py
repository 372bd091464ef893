"""Rules of sponsored travel that no constraint of a table can say: triggers, in the words of each database.

A seat has a number within the quota of its delegation, nobody holds one above it, and a quota is not lowered below a seat that is held. On
PostgreSQL the delegation is locked while it is looked at: a quota that somebody else is lowering at the same instant is waited for.
"""

SQLITE = (
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
POSTGRESQL = (
    """
    CREATE FUNCTION seat_within_quota() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        allowed integer;
    BEGIN
        SELECT quota INTO allowed FROM delegation WHERE id = NEW.delegation FOR SHARE;
        IF NEW.number > allowed THEN
            RAISE EXCEPTION 'a seat above the quota of its delegation' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER seat_within_quota BEFORE INSERT OR UPDATE OF number, delegation ON seat
    FOR EACH ROW EXECUTE FUNCTION seat_within_quota()
    """,
    """
    CREATE FUNCTION holder_within_quota() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        place integer;
        allowed integer;
    BEGIN
        IF NEW.nomination IN ('nominated', 'accepted') THEN
            SELECT number INTO place FROM seat WHERE id = NEW.seat FOR SHARE;
            SELECT quota INTO allowed
            FROM delegation WHERE id = (SELECT delegation FROM seat WHERE id = NEW.seat) FOR SHARE;
            IF place > allowed THEN
                RAISE EXCEPTION 'a holder of a seat above the quota' USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER holder_within_quota BEFORE INSERT OR UPDATE OF seat, nomination ON sponsorship
    FOR EACH ROW EXECUTE FUNCTION holder_within_quota()
    """,
    """
    CREATE FUNCTION quota_not_below_what_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.quota < OLD.quota AND EXISTS (
            SELECT 1
            FROM seat JOIN sponsorship ON sponsorship.seat = seat.id
            WHERE seat.delegation = NEW.id AND seat.number > NEW.quota AND sponsorship.holds_seat = 1
        ) THEN
            RAISE EXCEPTION 'a quota below a seat that is held' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER quota_not_below_what_is_held AFTER UPDATE OF quota ON delegation
    FOR EACH ROW EXECUTE FUNCTION quota_not_below_what_is_held()
    """,
)
