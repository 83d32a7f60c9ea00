"""The commands: thin skins over services."""
