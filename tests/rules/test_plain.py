"""Facts as JSON: what is only wanted as a text says the same as the plain value does."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.plain import from_plain, to_json, to_plain


class _Word(StrEnum):
    HEAD = "head"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class _Fact:
    name: str
    inner: Any
    seen: Mapping[str, Any]


_DAYS = st.dates() | st.times()
_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), _DAYS, st.datetimes(timezones=st.just(UTC)), st.binary(), st.sampled_from(_Word)
)  # fmt: skip
# Of one kind in one fact: 1 and "1" would be the same key.
_KEYS: tuple[st.SearchStrategy[Any], ...] = (st.text(), st.integers(), st.sampled_from(_Word), _DAYS)


def _deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        *(st.dictionaries(keys, inner) for keys in _KEYS),
        st.dictionaries(st.text(), inner).map(MappingProxyType),
        st.frozensets(st.integers(), max_size=1),
        st.builds(_Fact, st.text(), inner, st.dictionaries(st.text(), inner)),
    )


@given(st.recursive(_SCALARS, _deeper))
def test_the_text_of_a_fact_is_that_of_its_plain_value(value: Any) -> None:
    assert to_json(value) == json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def test_a_day_may_be_a_key() -> None:
    assert to_json({date(2019, 12, 5): datetime(2019, 12, 5, 9, tzinfo=UTC)}) == (
        '{"2019-12-05":"2019-12-05T09:00:00+00:00"}'
    )


def test_a_fact_may_hold_what_json_does_not_know() -> None:
    fact = _Fact("n", frozenset({1}), MappingProxyType({"day": date(2019, 12, 5), "of": _Word.HEAD}))
    assert to_json(fact) == '{"name":"n","inner":[1],"seen":{"day":"2019-12-05","of":"head"}}'


def test_what_is_no_fact_has_no_text() -> None:
    with pytest.raises(TypeError, match="object is not plain data"):
        to_json({"widget": object()})


def test_a_time_of_day_is_read_back() -> None:
    assert from_plain(time, to_plain(time(18, 30))) == time(18, 30)
