"""What people want shown: slogans, campaigns, bundles, approvals. Pure values; bytes and texts in, never paths."""
