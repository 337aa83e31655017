"""What a file holds, whoever wrote it: its words in order (`model`), and what reading makes of them (`result`)."""
