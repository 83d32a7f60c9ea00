"""animate's online shop (アニメイト通販)."""
