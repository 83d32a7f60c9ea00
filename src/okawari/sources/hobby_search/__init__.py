"""Hobby Search (ホビーサーチ)."""
