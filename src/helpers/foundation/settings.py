"""Where the project is, what it is about and how configuration is read: strictly, with file and line in every error."""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.foundation.errors import ConfigError, InputError
from helpers.foundation.languages import LANGUAGES
from helpers.foundation.parsed import entry_of, read_entry, write_entry
from helpers.foundation.schemas import TOPICS


@lru_cache(maxsize=1)
def _strict_loader() -> Any:
    """Safe YAML, and a key that stands twice in one mapping is an error; made when a file has to be parsed."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the wheel may lack libyaml; same result, slower

    class StrictLoader(base):  # type: ignore[misc,valid-type]
        pass

    def construct_mapping(loader: Any, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        loader.flatten_mapping(node)
        out: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable):
                raise yaml.constructor.ConstructorError(
                    None, None, "a key must be one word or number", key_node.start_mark
                )
            if key in out:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            out[key] = loader.construct_object(value_node, deep=True)
        return out

    StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, construct_mapping)
    # Words such as no, on, yes and dates stay strings: they are names of languages, weekdays and days here.
    StrictLoader.yaml_implicit_resolvers = {
        first: [
            (tag, rx)
            for tag, rx in pairs
            if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
        ]
        for first, pairs in base.yaml_implicit_resolvers.items()
    }
    StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    return StrictLoader


def load_yaml(path: Path) -> Any:
    """Read one YAML file: safe tags only, no duplicate keys, `true`/`false` the only booleans, dates as strings.

    Raises:
        ConfigError: missing, unreadable or not valid, with the line.
    """
    try:
        data = path.read_bytes()
    except OSError as err:
        raise ConfigError(
            path, f"cannot be read ({err.strerror}); restore it from the project's repository"
        ) from err
    entry = entry_of(path)
    if entry is not None and (kept := read_entry(entry, data)):
        return kept[0]
    value = _parse(path, data)
    if entry is not None:
        write_entry(entry, data, value)
    return value


def _parse(path: Path, data: bytes) -> Any:
    import yaml

    try:
        return yaml.load(data, Loader=_strict_loader())
    except yaml.YAMLError as err:
        mark = getattr(err, "problem_mark", None)
        problem = getattr(err, "problem", None) or str(err)
        raise ConfigError(
            path, f"not valid YAML here: {problem}", line=mark.line + 1 if mark else None
        ) from err
    except (ValueError, RecursionError) as err:  # a number that is none, thousands of brackets
        raise ConfigError(path, f"not valid YAML: {err}") from err


def line_of(path: Path, *keys: str | int) -> int | None:
    """The 1-based line on which the value at `keys` begins, for error messages; None when it is not there."""
    import yaml

    node = yaml.compose(path.read_bytes(), Loader=_strict_loader())
    line: int | None = None
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            for key_node, value_node in node.value:
                if key_node.value == str(key):
                    node, line = value_node, key_node.start_mark.line + 1
                    break
            else:
                return line
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
        else:
            return line
    return line


def check_keys(
    path: Path,
    where: Mapping[str, Any],
    *,
    allowed: Mapping[str, bool] | tuple[str, ...],
    at: tuple[str | int, ...] = (),
) -> None:
    """Check the keys of a mapping read from `path`.

    Args:
        path: the file, for the message.
        where: the mapping.
        allowed: names, or names with True where the key must be present.
        at: keys that lead to the mapping, for the line number.

    Raises:
        ConfigError: an unknown key, or one that must be there is not.
    """
    names = dict.fromkeys(allowed, False) if isinstance(allowed, tuple) else dict(allowed)
    for key in where:
        if key not in names:
            raise ConfigError(
                path, f"unknown key {key!r}; allowed: {', '.join(names)}", line=line_of(path, *at, key)
            )
    for key, required in names.items():
        if required and key not in where:
            raise ConfigError(path, f"the key {key!r} is missing", line=line_of(path, *at) if at else None)


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one project; all absolute."""

    root: Path

    @property
    def config(self) -> Path:
        """Configuration: data with comments."""
        return self.root / "config"

    @property
    def notebooks(self) -> Path:
        """The parameterized notebooks."""
        return self.root / "notebooks"

    @property
    def raw(self) -> Path:
        """Raw files; never written to but by `dossier collect`."""
        return self.root / "data" / "raw"

    @property
    def processed(self) -> Path:
        """Tables."""
        return self.root / "data" / "processed"

    @property
    def reviews(self) -> Path:
        """People's decisions."""
        return self.root / "data" / "reviews"

    @property
    def reports(self) -> Path:
        """One folder a run, and `latest`."""
        return self.root / "reports"

    @property
    def cache(self) -> Path:
        """What can be thrown away at any time."""
        return self.root / ".cache"

    def lexicon(self, language: str, stage: str) -> Path:
        """`config/lexicon/<language>/<stage>.yml`; stage is dates, claims or furniture."""
        return self.config / "lexicon" / language / f"{stage}.yml"


@lru_cache(maxsize=8)
def _find_root(home: str, start: str) -> Path:
    if home:
        root = Path(home).expanduser().resolve()
        if not (root / "config" / "dossier.yml").is_file():
            raise InputError(
                f"DOSSIER_HOME={home!r}: there is no config/dossier.yml below it; point it at the project folder or unset it"
            )
        return root
    here = Path(start).resolve()
    for folder in (here, *here.parents, *Path(__file__).resolve().parents):
        if (folder / "config" / "dossier.yml").is_file():
            return folder
    raise InputError(
        f"no project found: neither {here} nor a folder above it holds config/dossier.yml; run inside the project or set DOSSIER_HOME"
    )


def find_paths() -> Paths:
    """The project's folders: $DOSSIER_HOME, else the first folder upward from here, else the checkout of this package.

    Raises:
        InputError: no project is found.
    """
    return Paths(_find_root(os.environ.get("DOSSIER_HOME", ""), str(Path.cwd())))


@dataclass(frozen=True, slots=True)
class Profile:
    """The subject of a run, from config/dossier.yml.

    Attributes:
        title: what the report is called.
        parties: the two (or more) countries, ISO 3166 alpha-3, sorted.
        topic: the field in focus, of `TOPICS` (`defence` by default).
        languages: ISO 639-1 codes that are coded.
        start: first day of interest, ISO, or None.
        end: last day of interest, ISO, or None.
        options: every other section, for the stage that reads it.
    """

    title: str
    parties: tuple[str, ...]
    topic: str
    languages: tuple[str, ...]
    start: str | None
    end: str | None
    options: Mapping[str, Any] = field(default_factory=dict)


PROFILE_KEYS = {
    "title": True, "parties": True, "topic": True, "languages": True, "start": False, "end": False,
    "inclusion": False, "events": False, "report": False, "runner": False, "duplicates": False,
}  # fmt: skip


def unknown_countries(codes: Iterable[object]) -> list[str]:
    """Those of some codes that are no country's ISO 3166 alpha-3 code."""
    from babel.core import get_global

    countries = set(get_global("territory_zones")) - {"ZZ"}  # ZZ stands for an unknown country
    aliases = get_global("territory_aliases")
    return [
        str(c)
        for c in codes
        if not (isinstance(c, str) and len(c) == 3 and c in aliases and aliases[c][0] in countries)
    ]


def say_unknown_countries(unknown: Sequence[str]) -> str:
    """What to answer when somebody names a country by something else than its code."""
    return f"parties: {list(unknown)} not known; allowed: ISO 3166 alpha-3 codes such as BLR, IRN, RUS, DEU"


def load_profile(path: Path | None = None) -> Profile:
    """Read the profile; `path` defaults to config/dossier.yml of the project.

    Raises:
        ConfigError: unknown key, language, country, topic or shape.
    """
    path = path or find_paths().config / "dossier.yml"
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, f"must hold a mapping with the keys {', '.join(PROFILE_KEYS)}")
    check_keys(path, data, allowed=PROFILE_KEYS)
    unknown = sorted(set(data["languages"]) - set(LANGUAGES))
    if unknown:
        raise ConfigError(
            path,
            f"unknown language(s) {unknown}; allowed: {', '.join(LANGUAGES)}",
            line=line_of(path, "languages"),
        )
    if not isinstance(data["parties"], list) or len(set(map(str, data["parties"]))) < 2:
        raise ConfigError(
            path, "parties must name at least two ISO 3166 alpha-3 codes", line=line_of(path, "parties")
        )
    if unknown := unknown_countries(data["parties"]):
        raise ConfigError(path, say_unknown_countries(unknown), line=line_of(path, "parties"))
    if data["topic"] not in TOPICS:
        raise ConfigError(
            path,
            f"topic {data['topic']!r} not known; allowed: {', '.join(TOPICS)}",
            line=line_of(path, "topic"),
        )
    fixed = ("title", "parties", "topic", "languages", "start", "end")
    return Profile(
        title=data["title"],
        parties=tuple(sorted(data["parties"])),
        topic=data["topic"],
        languages=tuple(data["languages"]),
        start=data.get("start"),
        end=data.get("end"),
        options={k: v for k, v in data.items() if k not in fixed},
    )
