"""FedEx: notices of parcels."""
