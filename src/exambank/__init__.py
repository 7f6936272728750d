"""exambank turns Markdown questions in a git repository into exams."""
