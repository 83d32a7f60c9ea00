"""Okawari: what to do when an order goes out of stock after it was placed."""
