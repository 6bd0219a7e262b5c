"""Brief -> the bytes of a format: one module a format."""
