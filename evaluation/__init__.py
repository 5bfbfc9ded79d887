"""Gates: what the program reaches on reference data, and the floors below which it must not fall."""
