"""Mercari (メルカリ) and Mercari Shops."""
