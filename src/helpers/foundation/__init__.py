"""What every stage speaks: errors, dates, records, tables, provenance, settings, storage, engine."""
