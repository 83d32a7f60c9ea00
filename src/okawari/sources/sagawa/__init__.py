"""Sagawa: notices of parcels."""
