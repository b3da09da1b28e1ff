"""Growth of cost with size, judged without a clock's luck.

A test may not ask how long something takes: the answer depends on the machine and on who else is at work there. It may ask
how the cost *grows*: the same work on a text eight times as long costs eight times as much when it is linear and sixty-four
times when it is quadratic, on any machine. What spoils such a ratio is measured away here: the garbage collector rests
(a test late in a long run would pay for the objects of all tests before it), the processor's own time is read, the
shorter of several tries counts (disturbance only ever adds), sizes grow until the cost can be told from nothing, and a
verdict against the code needs every try to agree.
"""

import gc
import math
import time
from collections.abc import Callable

# Linear work has exponent 1, quadratic 2; between them lies what noise and logarithms may add.
EXPONENT = 1.6
# Below this many seconds of processor time a cost cannot be told from the cost of measuring it: the sizes are doubled until
# the smaller work costs so much, at most eight times over.
TELLING = 0.005
DOUBLINGS = 8
TRIES = 6


def cost_of(act: Callable[[], object]) -> float:
    """Seconds of processor time of one call, with no garbage collected meanwhile."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        act()
        return time.process_time() - begun
    finally:
        gc.enable()


def assert_linear(prepare: Callable[[int], Callable[[], object]], small: int, times: int = 8) -> None:
    """Fail when `prepare(n)()` grows clearly faster than `n` in every one of six tries.

    Args:
        prepare: makes the work of a size; making it is not measured.
        small: the smaller size; `times` as much is the larger.
        times: how many times as large the second size is.
    """
    prepare(max(small // times, 1))()  # what is loaded or compiled once is paid before
    for _ in range(DOUBLINGS):
        if cost_of(prepare(small)) >= TELLING:
            break
        small *= 2
    seen: list[tuple[float, float]] = []
    for _ in range(TRIES):
        little, much = cost_of(prepare(small)), cost_of(prepare(small * times))
        seen.append((little, much))
        if much < TELLING or growth(little, much, times) < EXPONENT:
            return
    best = min(much for _, much in seen)
    if growth(min(little for little, _ in seen), best, times) >= EXPONENT:
        costs = ", ".join(f"{little:.3f} s and {much:.3f} s" for little, much in seen)
        raise AssertionError(
            f"size {small} and {small * times}: {costs}; {times} times the size may not cost that"
        )


def growth(little: float, much: float, times: int) -> float:
    """The exponent with which cost grew: 1 is linear, 2 is quadratic."""
    return math.log(much / max(little, TELLING / 10)) / math.log(times)


def assert_ends(act: Callable[[], object], seconds: float) -> None:
    """Fail when `act` needs more processor time than a generous bound three times over: it hangs or explodes.

    For inputs of one size only (a bomb cannot be halved). The bound is far above what any machine needs.
    """
    begun = time.process_time()
    act()
    costs = [time.process_time() - begun]
    while costs[-1] >= seconds:
        if len(costs) == 3:
            break
        costs.append(cost_of(act))
    else:
        return
    raise AssertionError(f"{', '.join(f'{c:.1f} s' for c in costs)}: this should end long before {seconds} s")
