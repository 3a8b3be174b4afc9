"""Two made-up rosters that share some of their people, each with its own gaps and errors, and the truth beside them."""
import datetime
import os

import numpy as np

import roster_names as names
import roster_numbers

COLUMNS = ["编号", "姓名", "证件号码", "性别", "出生日期", "联系电话", "地区代码"]
FIRST_DAY, LAST_DAY = datetime.date(1950, 1, 1).toordinal(), datetime.date(2008, 12, 31).toordinal()
MASKED, WRONG_DIGIT, SWAPPED, OLD_FORM, NO_NUMBER = 0.05, 0.02, 0.01, 0.02, 0.02
NAME_ERROR, WRONG_BIRTH, NO_BIRTH = 0.02, 0.015, 0.015
NO_PHONE, OTHER_PHONE, OTHER_COUNTY = 0.10, 0.08, 0.05


def generate(folder, left=100_000, right=1_000_000, links=35_000, seed=1):
    """Writes left.csv, right.csv and truth.csv."""
    os.makedirs(folder, exist_ok=True)
    draw = np.random.default_rng(seed)
    people = make_people(left + right - links, draw)
    moved = after_moves(people, draw)
    in_left, in_right = draw.permutation(left), draw.permutation(np.arange(left - links, len(people["name"])))
    write(os.path.join(folder, "left.csv"), [labels("L", left), *damaged(chosen(people, in_left), draw)], COLUMNS)
    write(os.path.join(folder, "right.csv"), [labels("R", right), *damaged(chosen(moved, in_right), draw)], COLUMNS)
    write(os.path.join(folder, "truth.csv"), shared(in_left, in_right), ["left_id", "right_id"])


def make_people(count, draw):
    """What is true of each person, as columns."""
    counties, weights = names.county_weights()
    home = draw.choice(counties, count, p=weights)
    births = birth_dates(count, draw)
    sequences = distinct_sequences(home, births, draw)
    stays = draw.random(count) < 0.75
    return {
        "name": full_names(sequences % 2, draw),
        "number": roster_numbers.numbers(home, births, sequences),
        "sex": sequences % 2,
        "birth": births,
        "phone": phones(count, draw),
        "county": np.where(stays, home, draw.choice(counties, count, p=weights)),
    }


def birth_dates(count, draw):
    """Days as numbers like 19801231; years of many births weigh more."""
    days = [datetime.date.fromordinal(day) for day in range(FIRST_DAY, LAST_DAY + 1)]
    weights = np.array([1.6 if 1963 <= day.year <= 1973 or 1982 <= day.year <= 1991 else 0.8 if day.year > 2000 else 1.0 for day in days])
    written = np.array([day.year * 10000 + day.month * 100 + day.day for day in days])
    return draw.choice(written, count, p=weights / weights.sum())


def distinct_sequences(home, births, draw):
    """Sequence numbers, low ones more often, such that no two people of a county and day have the same."""
    sequences = np.zeros(len(home), dtype=np.int64)
    again = np.arange(len(home))
    while len(again):
        sequences[again] = 1 + (998 * draw.random(len(again)) ** 1.5).astype(np.int64)
        keys = (home * 10**8 + births) * 1000 + sequences
        again = np.setdiff1d(np.arange(len(home)), np.unique(keys, return_index=True)[1])
    return sequences


def full_names(sexes, draw):
    """Surname and given name of one or two characters; a few names have two parts with a dot."""
    surnames = np.array(names.SURNAMES)[draw.choice(len(names.SURNAMES), len(sexes), p=names.surname_weights())]
    result = np.char.add(surnames, given_names(sexes, draw)).astype("U16")
    dotted = np.flatnonzero(draw.random(len(sexes)) < 0.004)
    firsts, lasts = draw.choice(names.DOTTED_FIRST, len(dotted)), draw.choice(names.DOTTED_LAST, len(dotted))
    result[dotted] = np.char.add(np.char.add(firsts, "·"), lasts)
    return result


def given_names(sexes, draw):
    """Given names, one in seven of a single character."""
    result = np.zeros(len(sexes), dtype="U2")
    for sex in (0, 1):
        of_sex = np.flatnonzero(sexes == sex)
        characters, weights = names.given_characters(sex)
        first, second = (draw.choice(characters, len(of_sex), p=weights) for _ in range(2))
        result[of_sex] = np.char.add(first, np.where(draw.random(len(of_sex)) < 0.14, "", second))
    return result


def phones(count, draw):
    """Mobile numbers of eleven digits."""
    return (130 + draw.integers(0, 70, count)) * 10**8 + draw.integers(0, 10**8, count)


def after_moves(people, draw):
    """The same people for the second roster: some have another phone by then, some live elsewhere."""
    count = len(people["name"])
    counties, weights = names.county_weights()
    elsewhere, changed = draw.random(count) < OTHER_COUNTY, draw.random(count) < OTHER_PHONE
    county = np.where(elsewhere, other_counties(people["county"], counties, weights, draw), people["county"])
    return {**people, "phone": np.where(changed, phones(count, draw), people["phone"]), "county": county}


def other_counties(present, counties, weights, draw):
    """A county for each that is not the present one."""
    result = draw.choice(counties, len(present), p=weights)
    while (same := np.flatnonzero(result == present)).size:
        result[same] = draw.choice(counties, len(same), p=weights)
    return result


def chosen(people, rows):
    """Some of the people in a given order."""
    return {name: column[rows] for name, column in people.items()}


def damaged(people, draw):
    """The columns after the key as one roster has them, as text, with its own errors."""
    sexes = np.where(people["sex"] == 1, "男", "女")
    phone = np.where(draw.random(len(sexes)) < NO_PHONE, "", people["phone"].astype("U11"))
    return [misspelt(people["name"], draw), number_texts(people["number"], draw), sexes, birth_texts(people["birth"], draw), phone, people["county"].astype("U6")]


def number_texts(rows, draw):
    """Identity numbers as text, some masked, wrong, in the old form or missing; no number has two of these."""
    changes = [(MASKED, roster_numbers.masked), (WRONG_DIGIT, roster_numbers.one_digit_wrong), (SWAPPED, roster_numbers.neighbours_swapped),
               (OLD_FORM, lambda some, _: roster_numbers.old_form(some)), (NO_NUMBER, lambda some, _: some * 0)]
    result, fate, begin = rows.copy(), draw.random(len(rows)), 0.0
    for share, change in changes:
        hit = (fate >= begin) & (fate < begin + share)
        result[hit] = change(rows[hit], draw)
        begin += share
    return np.ascontiguousarray(result).view("S18")[:, 0].astype("U18")


def misspelt(column, draw):
    """Names, some of them misspelt."""
    result, others = column.copy(), names.mistakable()
    for row in np.flatnonzero(draw.random(len(column)) < NAME_ERROR):
        result[row] = one_misspelt(str(column[row]), others, draw)
    return result


def one_misspelt(name, others, draw):
    """A character is taken for another that sounds or looks alike; one in four names, and those that have none, lose a character."""
    places = [place for place, character in enumerate(name) if character in others]
    if "·" in name:
        return name.replace("·", draw.choice(["", "•", "."]))
    if places and (draw.random() < 0.75 or len(name) == 2):
        place = draw.choice(places)
        return name[:place] + draw.choice(others[name[place]]) + name[place + 1:]
    if len(name) == 2:
        return name + name[1]
    lost = draw.integers(1, len(name))
    return name[:lost] + name[lost + 1:]


def birth_texts(births, draw):
    """Birth dates as text, some wrong, some missing."""
    fate, written = draw.random(len(births)), births.astype("U8").tolist()
    for row in np.flatnonzero(fate < WRONG_BIRTH):
        written[row] = wrong_date(written[row], draw)
    texts = np.array([f"{date[:4]}-{date[4:6]}-{date[6:]}" for date in written])
    return np.where((fate >= WRONG_BIRTH) & (fate < WRONG_BIRTH + NO_BIRTH), "", texts)


def wrong_date(date, draw):
    """Another day: month and day are swapped where that is a day, or a digit is changed."""
    swapped = date[:4] + date[6:] + date[4:6]
    if draw.random() < 0.3 and swapped != date and roster_numbers.is_date(swapped):
        return swapped
    while True:
        place = draw.integers(2, 8)
        changed = date[:place] + str(draw.integers(0, 10)) + date[place + 1:]
        if changed != date and roster_numbers.is_date(changed):
            return changed


def labels(letter, count):
    """The keys of a roster in the order of its rows."""
    return np.char.add(letter, np.char.zfill(np.arange(1, count + 1).astype("U7"), 7))


def shared(in_left, in_right):
    """The keys of the people who are in both rosters, in the order of the left one."""
    _, left_rows, right_rows = np.intersect1d(in_left, in_right, return_indices=True)
    order = np.argsort(left_rows)
    return [labels("L", len(in_left))[left_rows[order]], labels("R", len(in_right))[right_rows[order]]]


def write(path, columns, header):
    """Writes columns of text that need no quotes as CSV."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(row) + "\n" for row in zip(*(column.tolist() for column in columns)))
