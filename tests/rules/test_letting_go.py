"""What was let go of is gone."""

from typing import Any

import pytest

from cmc_desk.rules.letting_go import let_go


@pytest.mark.parametrize("held", [[1, [2]], {"a": [1], "b": 2}, {1, 2}, [], {}])
def test_a_collection_that_was_let_go_of_is_empty(held: Any) -> None:
    let_go(held)
    assert not held
