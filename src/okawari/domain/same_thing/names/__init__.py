"""The words of two names: which of them only one title has (`left_over`), and which of these tell of another article."""
