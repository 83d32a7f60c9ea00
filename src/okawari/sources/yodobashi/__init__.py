"""Yodobashi.com (ヨドバシ・ドット・コム)."""
