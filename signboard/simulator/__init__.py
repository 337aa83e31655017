"""Virtual boards: a protocol's Panel behind a real port, throttled like a real line, with faults, records and views."""
