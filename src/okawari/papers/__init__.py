"""Documents to print or to send: HTML that loads nothing, PDF made of it, and a zip with the evidence."""
