"""At rest: the log of what was shown, approvals, the audit chain, and the bundles. The only user of sqlite3."""
