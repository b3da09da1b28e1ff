"""Invented news pages in thirteen languages with planted milestones, for measuring speed, memory and recall at any size."""
