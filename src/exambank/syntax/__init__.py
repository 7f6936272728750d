"""Text into front matter and Markdown blocks, each with its line, column and offset."""
