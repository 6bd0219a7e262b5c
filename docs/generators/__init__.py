"""The code of the product in, pages of its reference out: each module here writes one."""
