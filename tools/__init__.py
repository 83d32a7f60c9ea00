"""Tools for those who work on Okawari."""
