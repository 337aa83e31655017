"""What Word and its like keep in a file, made plain: bytes in, manuscripts' paragraphs and tables out; all bounded."""
