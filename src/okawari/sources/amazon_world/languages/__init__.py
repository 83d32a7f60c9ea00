"""How the Amazons write, one table a language."""
