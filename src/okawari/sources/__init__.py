"""One folder for each shop, carrier, card and service: who may write in its name, and how its mails are read."""
