"""Figures of a short text that are not about its incident: other days, other attacks, aims, accusations."""

def is_background(figure, text, published=None):
    return False
