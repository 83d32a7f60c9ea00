"""Kotobukiya Online Shop (コトブキヤオンラインショップ)."""
