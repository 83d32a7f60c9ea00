"""Joshin web shop (Joshin webショップ)."""
