"""The Amazons outside Japan."""
