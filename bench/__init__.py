"""Benchmarks, each printing a ratio."""
