"""Mail as it lies in files and mailboxes: containers, MIME, character sets, authentication headers."""
