"""Grading a whole class: pupils' code runs in a sandbox, and is judged outside it."""
