"""Watching product pages: what is wished for, what was seen, and when to speak up."""
