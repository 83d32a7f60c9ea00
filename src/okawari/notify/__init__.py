"""Messages to channels: a calendar's feed."""
