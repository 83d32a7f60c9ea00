"""DMM mail-order (DMM通販)."""
