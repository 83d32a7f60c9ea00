"""Amazon.co.jp."""
