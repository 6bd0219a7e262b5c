"""Source documents in, a policy brief in several languages out, in which every figure is proven."""
