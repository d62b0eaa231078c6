-- What a fan and the assistant said, a row a turn; the same table as sqlite/V3.
CREATE TABLE profile_turn (
    profile_id BIGINT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    id BIGINT NOT NULL,
    turn TEXT NOT NULL,
    PRIMARY KEY (profile_id, id)
);
