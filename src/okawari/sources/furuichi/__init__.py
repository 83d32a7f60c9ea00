"""Furuichi Online (ふるいちオンライン)."""
