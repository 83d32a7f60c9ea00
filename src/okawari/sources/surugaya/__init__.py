"""Suruga-ya (駿河屋) and its marketplace (駿河屋マーケットプレイス)."""
