"""Files of people to slogans: one importer a kind of file. Bytes in, never paths; nothing is dropped in silence."""
