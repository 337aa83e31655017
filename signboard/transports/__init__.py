"""Ways to a board: serial ports and pyserial URLs, TCP, loopback, and wrappers that record or disturb. Rim."""
