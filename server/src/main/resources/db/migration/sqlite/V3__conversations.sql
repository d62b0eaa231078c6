-- What a fan and the assistant said, a row a turn; the same table as postgresql/V3.
CREATE TABLE profile_turn (
    profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    turn TEXT NOT NULL,
    PRIMARY KEY (profile_id, id)
) STRICT;
