"""A made-up mailbox for the demo: one shopper, the situations of a stockout, always as of today."""
