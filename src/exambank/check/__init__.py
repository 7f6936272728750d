"""Rules over items and banks, and the run that turns files into findings."""
