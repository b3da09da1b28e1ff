"""Claims: what one article asserts, denies, plans or reports about one event, by the conventions of the codebook."""
