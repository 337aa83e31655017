"""The SQL of the store, whole and constant. Column orders are those of `signboard.store.rows` and `.audit`."""

__all__ = [
    "ADD_APPROVAL",
    "ADD_EVENT",
    "ADD_SHOWING",
    "APPROVALS_OF",
    "BOARDS",
    "CHAINED_SHOWINGS",
    "CLOSE_OPEN_SHOWING",
    "CUT_SHOWING",
    "EVENTS_FROM",
    "LAST_EVENT",
    "LAST_SHOWING",
    "LATER_CUT",
    "ONE_EVENT_AFTER_THE_OTHER",
    "OPEN_SHOWING",
    "SALVAGED_SHOWING",
    "SAME_SHOWING",
    "SET_OPEN_SHOWING",
    "SHOWINGS_BETWEEN",
    "STORED_EVENTS",
    "STORED_SHOWINGS",
]

ADD_APPROVAL = """
    INSERT INTO approvals (schema_version, site_id, board_id, bundle, number, date_day, signer, actor, approved_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

APPROVALS_OF = """
    SELECT bundle, number, date_day, signer, actor, approved_at
    FROM approvals WHERE bundle = ? ORDER BY id DESC
"""

LAST_SHOWING = "SELECT seq, digest FROM showings WHERE board_id = ? ORDER BY seq DESC LIMIT 1"

ADD_SHOWING = """
    INSERT INTO showings (
        seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion,
        since_at, until_at, frame_digest, exchanges, evidence, reason, trust, is_cut,
        pass_since_at, pass_until_at, salvaged, schema_version, digest
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

SHOWINGS_BETWEEN = """
    SELECT seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion,
        since_at, until_at, frame_digest, exchanges, evidence, reason, trust, is_cut, pass_since_at, pass_until_at
    FROM showings WHERE board_id = ? AND since_at < ? AND until_at > ? ORDER BY since_at, seq
"""

CHAINED_SHOWINGS = """
    SELECT seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion,
        since_at, until_at, frame_digest, exchanges, evidence, reason, trust, is_cut,
        pass_since_at, pass_until_at, salvaged, schema_version, digest
    FROM showings WHERE board_id = ? AND seq > ? ORDER BY seq LIMIT ?
"""

STORED_SHOWINGS = """
    SELECT seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion,
        since_at, until_at, frame_digest, exchanges, evidence, reason, trust, is_cut,
        pass_since_at, pass_until_at, salvaged, schema_version, digest
    FROM showings WHERE rowid BETWEEN ? AND ? ORDER BY rowid
"""

CUT_SHOWING = """
    SELECT max(until_at) FROM showings WHERE board_id = ? AND since_at = ? AND is_cut = 1
"""

LATER_CUT = "SELECT 1 FROM showings WHERE board_id = ? AND since_at >= ? AND is_cut = 1 LIMIT 1"

SAME_SHOWING = "SELECT seq FROM showings WHERE board_id = ? AND since_at = ? AND salvaged = ''"

SALVAGED_SHOWING = "SELECT seq FROM showings WHERE board_id = ? AND salvaged = ?"

BOARDS = "SELECT board_id FROM showings UNION SELECT board_id FROM open_showings ORDER BY board_id"

OPEN_SHOWING = "SELECT run, content FROM open_showings WHERE board_id = ?"

SET_OPEN_SHOWING = """
    INSERT OR REPLACE INTO open_showings (board_id, schema_version, site_id, run, content) VALUES (?, ?, ?, ?, ?)
"""

CLOSE_OPEN_SHOWING = "DELETE FROM open_showings WHERE board_id = ?"

LAST_EVENT = "SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1"

ADD_EVENT = """
    INSERT INTO audit (seq, schema_version, site_id, board_id, happened_at, actor, event, details, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

ONE_EVENT_AFTER_THE_OTHER = """
    SELECT seq, schema_version, site_id, board_id, happened_at, actor, event, details, digest
    FROM audit ORDER BY seq
"""

EVENTS_FROM = """
    SELECT seq, schema_version, site_id, board_id, happened_at, actor, event, details, digest
    FROM audit WHERE seq >= ? ORDER BY seq
"""

STORED_EVENTS = """
    SELECT seq, schema_version, site_id, board_id, happened_at, actor, event, details, digest
    FROM audit WHERE rowid BETWEEN ? AND ? ORDER BY rowid
"""
