"""Titles written anew in one spelling, before they are cut up."""
