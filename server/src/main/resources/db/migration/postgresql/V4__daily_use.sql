-- What conversations take of a day, counted for all servers; the same tables as sqlite/V4.
CREATE TABLE chat_spent (
    day BIGINT PRIMARY KEY,
    nano BIGINT NOT NULL CHECK (nano >= 0)
);

CREATE TABLE chat_answers (
    day BIGINT NOT NULL,
    who BYTEA NOT NULL CHECK (length(who) = 32),
    answers INTEGER NOT NULL CHECK (answers > 0),
    PRIMARY KEY (day, who)
);
