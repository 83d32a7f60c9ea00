"""The records that Amazon hands out to its customer ("Your Orders.zip"), and an order list that a browser extension writes."""
