"""BicCamera (ビックカメラ.com)."""
