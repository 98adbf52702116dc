"""What hears and translates: protocols, the registry, device choice, and one adapter per engine."""
