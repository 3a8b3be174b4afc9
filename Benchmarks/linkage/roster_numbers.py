"""Identity numbers of eighteen characters: made, damaged, and read again."""
import datetime

import numpy as np

WEIGHTS = np.array([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
CHECKS = np.frombuffer(b"10X98765432", dtype=np.uint8)
ZERO, STAR = ord("0"), ord("*")


def numbers(counties, births, sequences):
    """The numbers as rows of eighteen bytes. Births are numbers like 19801231."""
    values = counties.astype(np.int64) * 10**11 + births.astype(np.int64) * 1000 + sequences
    digits = values[:, None] // 10 ** np.arange(16, -1, -1) % 10
    checks = CHECKS[digits @ WEIGHTS % 11]
    return np.column_stack([digits.astype(np.uint8) + ZERO, checks])


def masked(rows, draw):
    """Hides the birth date of half of them and the middle ten characters of the others."""
    result = rows.copy()
    narrow = draw.random(len(rows)) < 0.5
    result[narrow, 6:14] = STAR
    result[~narrow, 4:14] = STAR
    return result


def one_digit_wrong(rows, draw):
    """Changes one of the seventeen digits, which the check character always tells."""
    result, every = rows.copy(), np.arange(len(rows))
    places, steps = draw.integers(0, 17, len(rows)), draw.integers(1, 10, len(rows)).astype(np.uint8)
    result[every, places] = (result[every, places] - ZERO + steps) % 10 + ZERO
    return result


def neighbours_swapped(rows, draw):
    """Swaps two neighbouring digits that differ, which the check character always tells."""
    result, every = rows.copy(), np.arange(len(rows))
    differing = rows[:, :16] != rows[:, 1:17]
    places = np.argmax(np.where(differing, draw.random(differing.shape), -1), axis=1)
    result[every, places], result[every, places + 1] = rows[every, places + 1], rows[every, places]
    return result


def old_form(rows):
    """The fifteen-digit form, without century and check character, of those born before 2000; the others stay."""
    result, old = rows.copy(), rows[:, 6] == ord("1")
    result[old, 6:15] = rows[old, 8:17]
    result[old, 15:] = 0
    return result


def full(text):
    """The number as eighteen characters if it is whole and valid in either form, else nothing."""
    text = text.strip().upper()
    if len(text) == 15 and text.isdecimal():
        text = text[:6] + "19" + text[6:]
        text += check_character(text)
    valid = len(text) == 18 and text[:17].isdecimal() and text[17] == check_character(text) and is_date(text[6:14])
    return text if valid else None


def check_character(text):
    """The check character that belongs to the first seventeen digits."""
    return chr(CHECKS[sum(int(digit) * int(weight) for digit, weight in zip(text[:17], WEIGHTS)) % 11])


def is_date(text):
    """Whether the eight digits are a day."""
    try:
        return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:])) is not None
    except ValueError:
        return False


def is_masked(text):
    """Whether part of the number is hidden."""
    return "*" in text


def masks_agree(first, second):
    """Whether two numbers, of which at least one is masked, show the same wherever both show something."""
    if not (is_masked(first) or is_masked(second)) or len(first) != len(second):
        return False
    return all(one == other or "*" in (one, other) for one, other in zip(first.upper(), second.upper()))


def kind(text):
    """What an officer sees: `valid`, `masked`, `wrong` or `none`."""
    if not text:
        return "none"
    return "masked" if is_masked(text) else "valid" if full(text) else "wrong"
