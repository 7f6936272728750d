"""What differs between the manifests of the QTI versions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flavour:
    """A manifest's namespace, where its schema is, what it declares itself to be, and how it types its resources."""

    namespace: str
    schema_location: str
    schema: str
    schema_version: str
    version_suffix: str  # of resource types: "imsqti_item_" + this

    @property
    def item_type(self) -> str:
        """The type of an item's resource."""
        return f"imsqti_item_{self.version_suffix}"

    @property
    def test_type(self) -> str:
        """The type of a test's resource."""
        return f"imsqti_test_{self.version_suffix}"
