"""`python -m exambank` is the same as the `exambank` command."""

from exambank.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
