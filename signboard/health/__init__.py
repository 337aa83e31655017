"""Is everything there that a board needs? Checks of the machine and of the board, each with its cure. Rim."""
