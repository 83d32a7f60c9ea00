"""Looking a parcel up: what is asked, what was answered, and what that says of an order."""
