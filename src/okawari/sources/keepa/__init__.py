"""Keepa, which keeps what Amazon and its sellers ask for."""
