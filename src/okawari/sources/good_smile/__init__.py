"""Good Smile Company's own shop (グッドスマイルカンパニー公式ショップ)."""
