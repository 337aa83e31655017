"""Family of effects: words that are set in pixels become a Message. One file and one line per member. Pure."""
