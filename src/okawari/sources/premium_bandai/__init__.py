"""Premium Bandai (プレミアムバンダイ)."""
