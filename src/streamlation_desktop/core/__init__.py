"""Values, errors, events and cancellation: what every layer may know (standard library, numpy and langcodes only)."""
