"""The fuzz targets under atheris, guided by coverage: python tests/fuzz/with_atheris.py TARGET [-max_total_time=60 ...]

atheris is no dependency of the project. It installs from PyPI on Linux into an environment of its own that also has the project's
requirements (tried with atheris 3.0.0, Python 3.11): pip install atheris. Without it, tests/fuzz/test_fuzz.py searches with
hypothesis alone. What is found is written as crash-<hash> into the working directory; the same target takes that file as its argument.
"""

import sys
import tempfile
from pathlib import Path


def main():
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        import atheris
    except ImportError:
        sys.exit(
            "atheris is not installed: pip install atheris (in an environment of its own), or run pytest tests/fuzz"
        )
    with atheris.instrument_imports(include=["helpers"]):
        from targets import TARGETS
    from seeds import make_seeds

    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: with_atheris.py TARGET [libFuzzer options]; targets: {', '.join(TARGETS)}")
    name = sys.argv[1]
    options = sys.argv[2:]
    with tempfile.TemporaryDirectory() as corpus:
        for n, seed in enumerate(make_seeds()[name]):
            (Path(corpus) / str(n)).write_bytes(seed)
        if all(o.startswith("-") for o in options):
            options.append(corpus)
        atheris.Setup([sys.argv[0], *options], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
