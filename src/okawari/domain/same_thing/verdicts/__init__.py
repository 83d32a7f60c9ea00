"""What differs for certain, what is left open, and what is only a part, each with its reason."""
