"""Grading: submissions are sanitized, executed and recorded."""
