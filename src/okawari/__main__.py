"""`python -m okawari` is the `okawari` command."""

# The processes of a large import read this module again, under another name, and need no command line.
if __name__ == "__main__":
    from okawari.cli.main import run

    run()
