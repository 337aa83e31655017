"""The SQL of the store, whole and constant. Column orders are those of `signboard.store.rows` and `.audit`."""

__all__ = [
    "ADD_APPROVAL",
    "ADD_EVENT",
    "ADD_SHOWING",
    "APPROVALS_OF",
    "EXTEND_SHOWING",
    "LAST_EVENT",
    "NEXT_SHOWING",
    "ONE_EVENT_AFTER_THE_OTHER",
    "ONE_SHOWING",
    "SHOWINGS_BETWEEN",
]

ADD_APPROVAL = """
    INSERT INTO approvals (schema_version, site_id, board_id, bundle, number, date_day, signer, actor, approved_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

APPROVALS_OF = """
    SELECT bundle, number, date_day, signer, actor, approved_at
    FROM approvals WHERE bundle = ? ORDER BY id DESC
"""

NEXT_SHOWING = "SELECT coalesce(max(seq), 0) + 1 FROM showings WHERE board_id = ?"

ADD_SHOWING = """
    INSERT INTO showings (
        seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion,
        since_at, until_at, frame_digest, exchanges, evidence, reason, trust, schema_version
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

ONE_SHOWING = """
    SELECT seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion,
        since_at, until_at, frame_digest, exchanges, evidence, reason, trust
    FROM showings WHERE board_id = ? AND seq = ?
"""

SHOWINGS_BETWEEN = """
    SELECT seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion,
        since_at, until_at, frame_digest, exchanges, evidence, reason, trust
    FROM showings WHERE board_id = ? AND since_at < ? AND until_at > ? ORDER BY seq
"""

EXTEND_SHOWING = "UPDATE showings SET until_at = ?, exchanges = ?, evidence = ? WHERE board_id = ? AND seq = ?"

LAST_EVENT = "SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1"

ADD_EVENT = """
    INSERT INTO audit (seq, schema_version, site_id, board_id, happened_at, actor, event, details, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

ONE_EVENT_AFTER_THE_OTHER = """
    SELECT seq, schema_version, site_id, board_id, happened_at, actor, event, details, digest
    FROM audit ORDER BY seq
"""
