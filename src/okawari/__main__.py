"""`python -m okawari` is the `okawari` command."""

from okawari.cli.main import run

# The processes of a large import read this module again, under another name.
if __name__ == "__main__":
    run()
