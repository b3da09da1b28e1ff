"""Claims in, events and milestones out: fused dates, counted origins, visible contradictions."""
