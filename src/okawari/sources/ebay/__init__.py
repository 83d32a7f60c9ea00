"""eBay, abroad: its mails by their senders, its offers by its own interface."""
