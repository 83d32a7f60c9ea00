"""What the world promises, as dated data."""
