"""Yahoo! Flea Market (Yahoo!フリマ), PayPay Flea Market until 2023."""
