"""Faults made one at a time, in a row that never changes: each must be seen by a check that is about it."""
