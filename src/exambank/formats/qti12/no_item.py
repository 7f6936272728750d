"""What the readers of an item's parts raise where there is no item of the model to be had."""


class NoItemError(ValueError):
    """The element is no item of the model; the message says why."""
