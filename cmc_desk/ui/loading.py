"""How Python is set while the program loads, and from then on."""

import builtins
import gc

_SELDOM = 1000


def begin_loading() -> None:
    """Load without looking for garbage, and without the look of Qt's binding at every module.

    Loading makes a hundred thousand objects that stay: looking for garbage among them is time lost. The binding looks at
    every import for a feature that is not used here; without that, loading is a fifth quicker.
    """
    gc.disable()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def end_loading() -> None:
    """Look for garbage again, but no more at what was loaded: that stays, and a look at it stops the window for 100 ms."""
    gc.freeze()
    # And hardly ever at all that has been made since: while a list of ten thousand people is open, that is another 150 ms, and it
    # came after every few thousand new objects. What is thrown away young, which is nearly everything, is found as before.
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, _SELDOM)
    gc.enable()
