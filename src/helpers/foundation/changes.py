"""What changed since the run before, where a stage does more than its new pages: said in words, from what that run noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.foundation.cache import Cache, hash_parts


@dataclass(frozen=True, slots=True)
class Change:
    """What changed.

    Attributes:
        groups: the groups of items that are done again; a stage without groups has one, ''.
        files: configuration files that came, went or changed, below `config`; none when it was code or a library.
    """

    groups: Sequence[str]
    files: Sequence[str]

    @property
    def cause(self) -> str:
        """What changed, in words."""
        return ", ".join(self.files) or "the code of this stage or an installed library"


def note_change(
    cache: Cache, stage: str, groups: Mapping[str, str], files: Callable[[], Iterable[Path]], *, root: Path
) -> Change | None:
    """Compare what a stage is made of with what the run before in this cache noted, and note it.

    Args:
        cache: where it is noted.
        stage: name of the stage.
        groups: the stage's fingerprint for each group of items.
        files: gives the configuration that fingerprints are made of; asked and read only when one of them is new.
        root: the project's config folder.

    Returns:
        What changed; None on a first run, and when no group that was there before has another fingerprint.
    """
    import orjson

    key = hash_parts("made of", stage, str(root))
    content = cache.get("last", key)
    before: dict[str, dict[str, str]] = (
        orjson.loads(content) if content is not None else {"groups": {}, "files": {}}
    )
    if all(before["groups"].get(group) == fingerprint for group, fingerprint in groups.items()):
        return None
    now = {
        path.relative_to(root).as_posix(): hash_parts(path.read_bytes()) if path.is_file() else ""
        for path in files()
    }
    kept = {
        "groups": before["groups"] | dict(groups),
        "files": {n: d for n, d in before["files"].items() if (root / n).exists()} | now,
    }
    cache.put("last", key, orjson.dumps(kept))
    again = sorted(
        g for g, fingerprint in groups.items() if before["groups"].get(g, fingerprint) != fingerprint
    )
    if not again:
        return None
    gone = (n for n in before["files"] if n not in now and not (root / n).exists())
    return Change(
        again, sorted([*gone, *(n for n, digest in now.items() if before["files"].get(n) != digest)])
    )
