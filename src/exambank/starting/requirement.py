"""What pip installs to have the exambank that runs now."""

import json
from importlib.metadata import PackageNotFoundError, distribution

NAME = "exambank"


def requirement() -> str:
    """The commit of the repository that exambank was installed from; its name alone where it was not, or is elsewhere.

    Installers write down where a package is from (PEP 610). A folder on this machine is nothing to write into a
    repository.
    """
    try:
        text = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return NAME
    try:
        source = json.loads(text or "{}")
        made = f"{NAME} @ {source['vcs_info']['vcs']}+{source['url']}@{source['vcs_info']['commit_id']}"
    except (ValueError, LookupError, TypeError):
        return NAME
    is_plain = source["url"].startswith("https://") and made.isascii() and not set(made) & set("\"'\\$`")
    return made if is_plain else NAME
