"""IMS Content Packaging, in the flavours of QTI 2.1, 2.2 and 3.0: the manifest, written and read."""
