"""DHL: notices of parcels."""
