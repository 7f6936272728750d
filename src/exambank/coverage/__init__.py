"""Coverage: what a bank holds against what its blueprint wants."""
