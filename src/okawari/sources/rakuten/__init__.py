"""Rakuten Ichiba (楽天市場) with its shops, Rakuten Books and Rakuten Pay."""
