"""The JSON documents that commands and the API print, and their schemas."""
