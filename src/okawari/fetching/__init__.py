"""The one gate to the outside."""
