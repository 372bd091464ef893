"""Where everything of the seat wall stands: delegations in three columns, two seats in a row. No Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from cmc_desk.ui.travel.tiles import Block, Tile

COLUMNS, ABREAST = 3, 2
HEAD, TILE, GAP, SPACE = 29, 37, 6, 4
EDGE = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the wall, in px."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class PlacedTile:
    """A seat and where it stands; `column` and `row` are for the arrows, `shown` says that the filter means it."""

    tile: Tile
    box: Box
    column: int
    row: int
    shown: bool


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A delegation and where it stands."""

    block: Block
    box: Box
    tiles: tuple[PlacedTile, ...]


@dataclass(frozen=True)
class WallLayout:
    """The whole wall, `height` px high; the blocks stand in the order in which they are read, column by column."""

    blocks: tuple[PlacedBlock, ...] = ()
    width: int = 0
    height: int = 0
    by_key: dict[str, PlacedTile] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    places: dict[str, int] = field(default_factory=dict)

    def at(self, x: float, y: float) -> PlacedTile | None:
        """Return the seat at a point."""
        for block in self.blocks:
            if block.box.holds(x, y):
                return next((one for one in block.tiles if one.box.holds(x, y)), None)
        return None

    def beside(self, key: str, *, across: int = 0, down: int = 0) -> str:
        """Return the seat that an arrow leads to from a seat: the nearest one that is shown in that direction; else the same."""
        here = self.by_key.get(key)
        if here is None:
            return self.order[0] if self.order else ""
        if down:
            line = [one for one in self.by_key.values() if one.column == here.column and one.shown]
            line.sort(key=lambda one: one.box.y)
        else:
            # A row of the next column may stand some px higher or lower where a delegation has many seats.
            line = [one for one in self.by_key.values() if one.shown and abs(one.box.y - here.box.y) < TILE + GAP]
            line = [
                min((one for one in line if one.column == column), key=lambda one: abs(one.box.y - here.box.y))
                for column in sorted({one.column for one in line})
            ]
        keys = [one.tile.key for one in line]
        if key not in keys:
            return self.order[0] if self.order else key
        return keys[max(0, min(len(keys) - 1, keys.index(key) + (across or down)))]

    def after(self, key: str) -> tuple[str, ...]:
        """Return the shown seats in reading order, beginning after a seat and ending with it."""
        place = self.places.get(key, -1) + 1
        return (*self.order[place:], *self.order[:place])


def lay_out(blocks: Sequence[Block], shown: dict[str, frozenset[str]], *, width: int, height: int = 0) -> WallLayout:
    """Return where the delegations of `shown` stand in `width` px; where a few px are missing to `height` rows are set closer."""
    listed = [block for block in blocks if block.code in shown]
    if not listed:
        return WallLayout(width=width)
    space = _space(listed, height)
    tall = [_height(block, space) for block in listed]
    ends = _columns(tall)
    column_width = width // COLUMNS
    placed: list[PlacedBlock] = []
    y, lowest = 0, 0
    for place, block in enumerate(listed):
        column = bisect_right(ends, place)
        if place in ends:
            y = 0
        x = column * column_width
        wide = column_width if column < COLUMNS - 1 else width - x
        placed.append(_placed(block, Box(x, y, wide, tall[place]), column, shown[block.code], space))
        y += tall[place]
        lowest = max(lowest, y)
    tiles = {one.tile.key: one for block in placed for one in block.tiles}
    order = tuple(key for key, one in tiles.items() if one.shown)
    return WallLayout(tuple(placed), width, lowest, tiles, order, {key: place for place, key in enumerate(order)})


def _space(blocks: Sequence[Block], height: int) -> int:
    """Return the px above and beneath the tiles of a delegation: a little less where all then fits without scrolling."""
    rows = -(-len(blocks) // COLUMNS)
    if not height or any(len(block.tiles) > ABREAST for block in blocks):
        return SPACE
    return max(0, min(SPACE, (height // rows - HEAD - TILE) // 2))


def _height(block: Block, space: int) -> int:
    lines = max(1, -(-len(block.tiles) // ABREAST))
    return HEAD + lines * TILE + (lines - 1) * GAP + 2 * space


def _columns(tall: Sequence[int]) -> list[int]:
    """Return at which delegation each column but the first begins, so that they are about equally high."""
    if len(set(tall)) == 1:
        rows = -(-len(tall) // COLUMNS)
        return [rows * number for number in range(1, COLUMNS)]
    whole, done = sum(tall), 0
    ends: list[int] = []
    for place, height in enumerate(tall):
        if len(ends) < COLUMNS - 1 and done >= whole * (len(ends) + 1) / COLUMNS - height / 2 and place:
            ends.append(place)
        done += height
    return [*ends, *[len(tall)] * (COLUMNS - 1 - len(ends))]


def _placed(block: Block, box: Box, column: int, shown: frozenset[str], space: int) -> PlacedBlock:
    left, top = box.x + EDGE, box.y + HEAD + space - 2
    wide = (box.width - 2 * EDGE + 1 - GAP) // ABREAST
    tiles = []
    for place, tile in enumerate(block.tiles):
        line, side = divmod(place, ABREAST)
        where = Box(left + side * (wide + GAP), top + line * (TILE + GAP), wide, TILE)
        tiles.append(PlacedTile(tile, where, column * ABREAST + side, line, tile.key in shown))
    return PlacedBlock(block, box, tuple(tiles))
