"""What currencies are called on a receipt, in the four languages of the Caribbean."""

from collections.abc import Mapping
from dataclasses import dataclass

# Each line: the code; for en, es, fr and nl the name of one and of many, then those of the hundredth part. A star marks a feminine name.
# Dutch leaves the name of a currency in the singular after a number.
_NAMES = """
ANG|Netherlands Antillean guilder,Netherlands Antillean guilders|florín de las Antillas Neerlandesas,florines de las Antillas Neerlandesas|florin des Antilles néerlandaises,florins des Antilles néerlandaises|Antilliaanse gulden
AWG|Aruban florin,Aruban florins|florín de Aruba,florines de Aruba|florin d’Aruba,florins d’Aruba|Arubaanse florin
BBD|Barbados dollar,Barbados dollars|dólar de Barbados,dólares de Barbados|dollar de la Barbade,dollars de la Barbade|Barbadiaanse dollar
BMD|Bermudian dollar,Bermudian dollars|dólar de las Bermudas,dólares de las Bermudas|dollar des Bermudes,dollars des Bermudes|Bermudaanse dollar
BSD|Bahamian dollar,Bahamian dollars|dólar de las Bahamas,dólares de las Bahamas|dollar des Bahamas,dollars des Bahamas|Bahamaanse dollar
BZD|Belize dollar,Belize dollars|dólar de Belice,dólares de Belice|dollar du Belize,dollars du Belize|Belizaanse dollar
CUP|Cuban peso,Cuban pesos|peso cubano,pesos cubanos|peso cubain,pesos cubains|Cubaanse peso
DOP|Dominican peso,Dominican pesos|peso dominicano,pesos dominicanos|peso dominicain,pesos dominicains|Dominicaanse peso
EUR|euro,euros|euro,euros|euro,euros|euro
GBP|pound sterling,pounds sterling|*libra esterlina,libras esterlinas|*livre sterling,livres sterling|pond sterling
GYD|Guyana dollar,Guyana dollars|dólar de Guyana,dólares de Guyana|dollar du Guyana,dollars du Guyana|Guyaanse dollar
HTG|Haitian gourde,Haitian gourdes|*gurda haitiana,gurdas haitianas|*gourde haïtienne,gourdes haïtiennes|Haïtiaanse gourde
JMD|Jamaican dollar,Jamaican dollars|dólar jamaiquino,dólares jamaiquinos|dollar jamaïcain,dollars jamaïcains|Jamaicaanse dollar
KYD|Cayman Islands dollar,Cayman Islands dollars|dólar de las Islas Caimán,dólares de las Islas Caimán|dollar des îles Caïmans,dollars des îles Caïmans|Kaaimaneilandse dollar
SRD|Surinamese dollar,Surinamese dollars|dólar de Suriname,dólares de Suriname|dollar du Suriname,dollars du Suriname|Surinaamse dollar
TTD|Trinidad and Tobago dollar,Trinidad and Tobago dollars|dólar de Trinidad y Tabago,dólares de Trinidad y Tabago|dollar de Trinité-et-Tobago,dollars de Trinité-et-Tobago|dollar van Trinidad en Tobago
USD|United States dollar,United States dollars|dólar de los Estados Unidos,dólares de los Estados Unidos|dollar des États-Unis,dollars des États-Unis|Amerikaanse dollar
XCD|East Caribbean dollar,East Caribbean dollars|dólar del Caribe Oriental,dólares del Caribe Oriental|dollar des Caraïbes orientales,dollars des Caraïbes orientales|Oost-Caribische dollar
XCG|Caribbean guilder,Caribbean guilders|florín caribeño,florines caribeños|florin caribéen,florins caribéens|Caribische gulden
"""
_CENT = "cent,cents|centavo,centavos|cent,cents|cent"
_PARTS = {
    "CUP": "centavo,centavos|centavo,centavos|centavo,centavos|centavo",
    "DOP": "centavo,centavos|centavo,centavos|centavo,centavos|centavo",
    "EUR": "cent,cents|céntimo,céntimos|centime,centimes|cent",
    "GBP": "penny,pence|penique,peniques|penny,pence|penny,pence",
    "HTG": "centime,centimes|céntimo,céntimos|centime,centimes|centime",
}
_LANGUAGES = ("en", "es", "fr", "nl")


@dataclass(frozen=True, slots=True)
class Name:
    """What one and many of a unit are called; the gender matters to the numbers before it."""

    one: str
    many: str
    feminine: bool = False


def names_of(currency: str, language: str) -> tuple[Name, Name] | None:
    """Return the names of a currency and of its hundredth part in a language, or None if they are not known."""
    return _KNOWN.get((currency, language))


def _name(text: str) -> Name:
    one, _comma, many = text.removeprefix("*").partition(",")
    return Name(one, many or one, text.startswith("*"))


def _known() -> Mapping[tuple[str, str], tuple[Name, Name]]:
    found: dict[tuple[str, str], tuple[Name, Name]] = {}
    for line in _NAMES.strip().splitlines():
        currency, *whole = line.split("|")
        parts = _PARTS.get(currency, _CENT).split("|")
        for language, name, part in zip(_LANGUAGES, whole, parts, strict=True):
            found[currency, language] = (_name(name), _name(part))
    return found


_KNOWN = _known()
