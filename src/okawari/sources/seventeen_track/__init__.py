"""17TRACK: parcels of many carriers, with a key of the person's own."""
