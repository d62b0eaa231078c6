-- What conversations take of a day, counted for all servers; the same tables as postgresql/V4.
CREATE TABLE chat_spent (
    day INTEGER PRIMARY KEY,
    nano INTEGER NOT NULL CHECK (nano >= 0)
) STRICT;

CREATE TABLE chat_answers (
    day INTEGER NOT NULL,
    who BLOB NOT NULL CHECK (length(who) = 32),
    answers INTEGER NOT NULL CHECK (answers > 0),
    PRIMARY KEY (day, who)
) STRICT, WITHOUT ROWID;
