"""Vpass (Sumitomo Mitsui Card, Amazon Mastercard): notices of use, and statements where there are any."""
