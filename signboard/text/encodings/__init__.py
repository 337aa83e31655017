"""Family: ways of writing Vietnamese as bytes, old and new. Each goes both ways; tables are facts with sources."""
