"""A disk that has kept what was written and says that it has not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from cmc_desk.db.store import Store
from cmc_desk.rules.refusal import Unavailable


@contextmanager
def lost(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every writing transaction be committed, and its answer be lost."""
    write: Callable[..., Any] = Store.write

    @contextmanager
    def written_and_lost(store: Store, **how: Any) -> Iterator[Any]:
        with write(store, **how) as session:
            yield session
        raise Unavailable("The disk does not answer.")

    with patch.context() as inner:
        inner.setattr(Store, "write", written_and_lost)
        yield
