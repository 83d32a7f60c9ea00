"""Yamato: notices of parcels."""
