"""Report runs on a schedule: when they are due, what became of them, and who is told."""
