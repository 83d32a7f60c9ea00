"""What two titles say in two scripts or languages: katakana for Latin letters, English for Japanese, letters for a word."""
