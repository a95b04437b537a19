"""Check digits."""


def isbn10_check(digits: str) -> str:
    """Give the check digit of the first nine digits of an old ISBN: weights 10 to 2, modulo 11 (ISO 2108).

    >>> isbn10_check("030640615"), isbn10_check("275940269")
    ('2', 'X')
    """
    return _sign(-sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11)


def isbn13_check(digits: str) -> str:
    """Give the check digit of the first twelve digits of an ISBN: weights 1 and 3, modulo 10 (ISO 2108).

    >>> isbn13_check("978030640615")
    '7'
    """
    return str(-sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(digits)) % 10)


def orcid_check(digits: str) -> str:
    """Give the check sign of the first fifteen digits of an ORCID: ISO 7064, MOD 11-2.

    >>> orcid_check("000000021825009"), orcid_check("000000021694233")
    ('7', 'X')
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return _sign((12 - total % 11) % 11)


def _sign(number: int) -> str:
    return "X" if number == 10 else str(number)
