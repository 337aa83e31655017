"""The player: what belongs on the board at an instant (screenplay), and the loop that puts it there (streamer)."""
