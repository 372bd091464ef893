"""What schema 1.5 adds to sponsored travel: who holds a seat is of its delegation, drives to more than one airport, until when a hotel waits, whom a letter names besides."""

TRAVEL_1_005 = (
    "ALTER TABLE nomination_letter ADD COLUMN also_named VARCHAR",
    """
    CREATE TABLE drive (
        airport VARCHAR(3) NOT NULL,
        minutes INTEGER NOT NULL,
        CONSTRAINT pk_drive PRIMARY KEY (airport),
        CONSTRAINT ck_drive_not_negative CHECK (minutes >= 0)
    )
    """,
    """
    CREATE TABLE hotel_terms (
        hotel VARCHAR NOT NULL,
        kept_until INTEGER NOT NULL,
        CONSTRAINT pk_hotel_terms PRIMARY KEY (hotel),
        CONSTRAINT ck_hotel_terms_time_of_day CHECK (kept_until BETWEEN 0 AND 1439)
    )
    """,
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
