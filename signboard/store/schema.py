"""The tables, and the steps from each version of them to the next. A step, once released, is never edited."""

__all__ = ["MIGRATIONS", "SCHEMA_VERSION"]

_VERSION_1 = (
    """
    CREATE TABLE approvals (
        id INTEGER PRIMARY KEY,
        schema_version INTEGER NOT NULL,
        site_id TEXT NOT NULL,
        board_id TEXT NOT NULL,
        bundle TEXT NOT NULL,
        number TEXT NOT NULL,
        date_day TEXT NOT NULL,
        signer TEXT NOT NULL,
        actor TEXT NOT NULL,
        approved_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX approvals_by_bundle ON approvals (bundle, id)",
    """
    CREATE TABLE showings (
        board_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        schema_version INTEGER NOT NULL,
        site_id TEXT NOT NULL,
        bundle TEXT NOT NULL,
        campaign TEXT,
        slogan TEXT,
        text TEXT NOT NULL,
        page INTEGER NOT NULL,
        phase_px INTEGER NOT NULL,
        motion TEXT NOT NULL,
        since_at TEXT NOT NULL,
        until_at TEXT NOT NULL,
        frame_digest TEXT NOT NULL,
        exchanges INTEGER NOT NULL,
        evidence TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (board_id, seq)
    ) STRICT
    """,
    "CREATE INDEX showings_by_time ON showings (board_id, since_at)",
    """
    CREATE TABLE audit (
        seq INTEGER PRIMARY KEY,
        schema_version INTEGER NOT NULL,
        site_id TEXT NOT NULL,
        board_id TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        event TEXT NOT NULL,
        details TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TRIGGER audit_is_never_edited BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END",
)

_VERSION_2 = (
    "ALTER TABLE showings ADD COLUMN trust TEXT NOT NULL DEFAULT 'trusted'",
    "ALTER TABLE showings ADD COLUMN is_cut INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE showings ADD COLUMN pass_since_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE showings ADD COLUMN pass_until_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE showings ADD COLUMN salvaged TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE showings ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    "CREATE UNIQUE INDEX showings_salvaged ON showings (board_id, salvaged) WHERE salvaged <> ''",
    """
    CREATE TABLE open_showings (
        board_id TEXT PRIMARY KEY,
        schema_version INTEGER NOT NULL,
        site_id TEXT NOT NULL,
        run TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE alerts (
        id INTEGER PRIMARY KEY,
        schema_version INTEGER NOT NULL,
        site_id TEXT NOT NULL,
        board_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        raised_at TEXT NOT NULL,
        cleared_at TEXT,
        sent_at TEXT,
        clear_sent_at TEXT,
        tries INTEGER NOT NULL DEFAULT 0,
        next_try_at TEXT,
        details TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX alerts_open ON alerts (board_id, kind, cleared_at)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1, _VERSION_2)
"""Statements from version n to n + 1, where an empty file has version 0."""

SCHEMA_VERSION = len(MIGRATIONS)
