"""Japan Post: notices of parcels."""
