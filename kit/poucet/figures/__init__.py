"""Figures: one a file, each with its sentence in words; none needs pyplot."""
