"""What was really shown, and how sure we are: Showing, evidence, totals. Pure."""
