"""Messages to channels: mail, Apprise's services, the log, a feed and a calendar."""
