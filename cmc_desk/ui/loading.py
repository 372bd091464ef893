"""How Python is set while the program loads, and from then on."""

import builtins
import gc


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
    gc.enable()
