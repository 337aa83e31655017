"""Windows, day plan, playlist and `due`: what belongs on a board at an instant. Pure and total."""
