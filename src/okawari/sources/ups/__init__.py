"""UPS: notices of parcels."""
