"""`python -m okawari` is the `okawari` command."""

from okawari.cli.main import run

run()
