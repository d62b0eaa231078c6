-- The same tables as postgresql/V1; what each column means is said in docs/storage.md.
CREATE TABLE profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created INTEGER NOT NULL,
    used_day INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE profile_title (
    profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    item_id INTEGER NOT NULL CHECK (item_id > 0),
    status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
    changed INTEGER NOT NULL,
    PRIMARY KEY (profile_id, kind, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_setting (
    profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (profile_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_change (
    profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    made INTEGER NOT NULL,
    action INTEGER NOT NULL CHECK (action BETWEEN 0 AND 2),
    undoes INTEGER,
    undone INTEGER NOT NULL CHECK (undone BETWEEN 0 AND 1),
    part_count INTEGER NOT NULL,
    parts TEXT NOT NULL,
    PRIMARY KEY (profile_id, id)
) STRICT;

CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    secret_hash BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER,
    last_used INTEGER,
    revoked INTEGER
) STRICT;
