"""What is kept: evidence, the facts read from it, and what the person told; on SQLite or PostgreSQL."""
