"""One file per command; `signboard.cli.main` holds the table. Each module has one public name, `command`."""
