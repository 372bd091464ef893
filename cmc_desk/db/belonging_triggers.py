"""Who holds a seat is of its delegation, whatever is written: triggers, in the words of each database.

A seat does not travel with the person, nor the person with the seat; and what is put in the place of a row keeps to the rules of a change
of it (SQLite only: nothing else has `INSERT OR REPLACE`). On PostgreSQL the participant is locked while the delegation is looked at: a
move that somebody else is making at the same instant is waited for.
"""

SQLITE = (
    """
    CREATE TRIGGER holder_added_of_own_delegation BEFORE INSERT ON sponsorship
    WHEN NEW.nomination IN ('nominated', 'accepted') AND (
        SELECT participant.delegation <> seat.delegation
        FROM participant, seat
        WHERE participant.id = NEW.participant AND seat.id = NEW.seat
    )
    BEGIN
        SELECT RAISE(ABORT, 'a holder of another delegation');
    END
    """,
    """
    CREATE TRIGGER holder_changed_of_own_delegation BEFORE UPDATE OF seat, participant, nomination ON sponsorship
    WHEN NEW.nomination IN ('nominated', 'accepted') AND (
        SELECT participant.delegation <> seat.delegation
        FROM participant, seat
        WHERE participant.id = NEW.participant AND seat.id = NEW.seat
    )
    BEGIN
        SELECT RAISE(ABORT, 'a holder of another delegation');
    END
    """,
    """
    CREATE TRIGGER participant_moves_without_a_seat BEFORE UPDATE OF delegation ON participant
    WHEN NEW.delegation <> OLD.delegation AND EXISTS (
        SELECT 1
        FROM sponsorship JOIN seat ON seat.id = sponsorship.seat
        WHERE sponsorship.participant = NEW.id AND sponsorship.holds_seat = 1 AND seat.delegation <> NEW.delegation
    )
    BEGIN
        SELECT RAISE(ABORT, 'a holder of another delegation');
    END
    """,
    """
    CREATE TRIGGER participant_put_in_place_without_a_seat BEFORE INSERT ON participant
    WHEN EXISTS (
        SELECT 1
        FROM sponsorship JOIN seat ON seat.id = sponsorship.seat
        WHERE sponsorship.participant = NEW.id AND sponsorship.holds_seat = 1 AND seat.delegation <> NEW.delegation
    )
    BEGIN
        SELECT RAISE(ABORT, 'a holder of another delegation');
    END
    """,
    """
    CREATE TRIGGER seat_stays_with_its_delegation BEFORE UPDATE OF delegation ON seat
    WHEN NEW.delegation <> OLD.delegation
    BEGIN
        SELECT RAISE(ABORT, 'a seat stays with its delegation');
    END
    """,
    """
    CREATE TRIGGER seat_put_in_place_of_its_delegation BEFORE INSERT ON seat
    WHEN EXISTS (SELECT 1 FROM seat WHERE id = NEW.id AND delegation <> NEW.delegation)
    BEGIN
        SELECT RAISE(ABORT, 'a seat stays with its delegation');
    END
    """,
    """
    CREATE TRIGGER delegation_put_in_place_with_what_is_held BEFORE INSERT ON delegation
    WHEN EXISTS (
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
    CREATE FUNCTION holder_of_own_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        home varchar;
    BEGIN
        IF NEW.nomination IN ('nominated', 'accepted') THEN
            SELECT delegation INTO home FROM participant WHERE id = NEW.participant FOR SHARE;
            IF home <> (SELECT delegation FROM seat WHERE id = NEW.seat) THEN
                RAISE EXCEPTION 'a holder of another delegation' USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER holder_of_own_delegation BEFORE INSERT OR UPDATE OF seat, participant, nomination ON sponsorship
    FOR EACH ROW EXECUTE FUNCTION holder_of_own_delegation()
    """,
    """
    CREATE FUNCTION participant_moves_without_a_seat() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.delegation <> OLD.delegation AND EXISTS (
            SELECT 1
            FROM sponsorship JOIN seat ON seat.id = sponsorship.seat
            WHERE sponsorship.participant = NEW.id AND sponsorship.holds_seat = 1 AND seat.delegation <> NEW.delegation
        ) THEN
            RAISE EXCEPTION 'a holder of another delegation' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER participant_moves_without_a_seat AFTER UPDATE OF delegation ON participant
    FOR EACH ROW EXECUTE FUNCTION participant_moves_without_a_seat()
    """,
    """
    CREATE FUNCTION seat_stays_with_its_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.delegation <> OLD.delegation THEN
            RAISE EXCEPTION 'a seat stays with its delegation' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER seat_stays_with_its_delegation BEFORE UPDATE OF delegation ON seat
    FOR EACH ROW EXECUTE FUNCTION seat_stays_with_its_delegation()
    """,
)
