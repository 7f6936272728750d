"""The language server. Its modules import pygls, which is an extra: without it, tests here are skipped and say so."""

WITHOUT = "pygls is not installed (`exambank[lsp]`)"
