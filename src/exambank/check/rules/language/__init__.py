"""Rules on language and fairness: words that some candidates cannot know, or need not read."""
