"""What an offer really costs: points, coupons, shipping, and what an import adds, line by line in whole yen."""
