"""Shops that have no reader of their own: read by labels and strong wordings only."""
