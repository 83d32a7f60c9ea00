"""PayPay Card: notices of use, and statements where there are any."""
