"""How well a font can be read on a board: text → frames → enlarged pictures → two readers → error rates."""
