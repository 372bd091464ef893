"""Take the airports that sell tickets out of `airportsdata`: `resources/airports/airports.tsv`.

python3 run.py airports

Read whole, that package costs 130 ms and 10 MB in the middle of somebody's work, and its newest versions ask for a newer Python
than we do. The code, city, country and zone of the 7,900 airports with a code of IATA are 250 kB and are read in 10 ms.
"""

from pathlib import Path

import airportsdata


def main() -> None:
    """Renew the list of this checkout."""
    listed = listed_airports()
    path = Path(__file__).resolve().parent.parent / "resources" / "airports" / "airports.tsv"
    path.write_text(listed, encoding="utf-8", newline="\n")
    print(
        f"{listed.count(chr(10))} airports, {len(listed.encode()) // 1024} kB, of airportsdata {airportsdata.__version__}"
    )


def listed_airports() -> str:
    """Return one line for each airport: its code of IATA, city (its own name where none is told), country and zone."""
    return "".join(
        "\t".join((code, airport["city"] or airport["name"], airport["country"], airport["tz"])) + "\n"
        for code, airport in sorted(airportsdata.load("IATA").items())
    )


if __name__ == "__main__":
    main()
