"""The command line: one file per command in `commands/`, each thin, found lazily so that `--help` stays quick. Rim."""
