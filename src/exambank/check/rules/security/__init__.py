"""Rules about what gives the key or a person away."""
