"""Searches one FEBRL list for duplicates, or links two, with Splink; writes pairs with probabilities."""
import argparse
import csv
import logging

import duckdb
import splink.comparison_level_library as level
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

KEY, SEED = "rec_id", 1
LOOKED_AT = [
    ("given_name", "surname"), ("date_of_birth",), ("postcode",), ("state", "address_1"), ("street_number", "address_1"),
    ("suburb", "street_number"), ("surname", "street_number"), ("given_name", "suburb"), ("surname", "suburb"), ("address_2", "state"),
]
SWAPPED = "l.given_name = r.surname and l.surname = r.given_name"


def main():
    """Reads the files, trains, predicts, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    linker = trained(options.files)
    write(options.out, linker.inference.predict(threshold_match_probability=0.1))


def trained(files):
    """A linker whose model is trained without labels."""
    connection = duckdb.connect()
    tables = [connection.read_csv(path, all_varchar=True) for path in files]
    database, columns = DuckDBAPI(connection), tables[0].columns
    given = [database.register(table) for table in tables]
    linker = Linker(given, settings(columns, len(files)), log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(certain(columns), recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    for rule in (block_on("date_of_birth"), block_on("postcode"), block_on("given_name", "surname")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    return linker


def settings(columns, lists):
    """The model: what is compared, and which pairs are looked at."""
    return SettingsCreator(
        link_type="dedupe_only" if lists == 1 else "link_only",
        unique_id_column_name=KEY,
        blocking_rules_to_generate_predictions=blocking(columns),
        comparisons=comparisons(columns),
        retain_matching_columns=False,
    )


def comparisons(columns):
    """Names, birth, number and address, each with the errors it suffers from."""
    number = [compare.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2])] if "soc_sec_id" in columns else []
    return number + [
        name("given_name", "surname"),
        name("surname", "given_name"),
        compare.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
        compare.LevenshteinAtThresholds("street_number", [1]).configure(term_frequency_adjustments=True),
        compare.JaroWinklerAtThresholds("address_1", [0.92, 0.8]),
        compare.JaroWinklerAtThresholds("address_2", [0.92, 0.8]),
        compare.JaroWinklerAtThresholds("suburb", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        compare.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        compare.ExactMatch("state"),
    ]


def name(own, other):
    """A name that may be misspelt or stand in the other name's column; agreement on a rare name weighs more."""
    levels = [
        level.NullLevel(own),
        level.ExactMatchLevel(own, term_frequency_adjustments=True),
        *(level.JaroWinklerLevel(own, least).configure(tf_adjustment_column=own, tf_adjustment_weight=0.5) for least in (0.92, 0.88)),
        level.ColumnsReversedLevel(own, other),
        level.JaroWinklerLevel(own, 0.7),
        level.ElseLevel(),
    ]
    return compare.CustomComparison(levels, output_column_name=own)


def blocking(columns):
    """Several ways for a true pair to be looked at."""
    number = [block_on("soc_sec_id")] if "soc_sec_id" in columns else []
    return number + [block_on(*columns) for columns in LOOKED_AT] + [SWAPPED]


def certain(columns):
    """Rules that find true pairs only, from which follows how rare true pairs are."""
    number = [block_on("soc_sec_id")] if "soc_sec_id" in columns else []
    same = [block_on("given_name", "surname", "date_of_birth"), block_on("date_of_birth", "postcode", "street_number")]
    return number + same + [f"{SWAPPED} and l.date_of_birth = r.date_of_birth"]


def write(path, predictions):
    """Writes the pairs with their probabilities."""
    wanted = predictions.as_duckdbpyrelation().project(f"{KEY}_l, {KEY}_r, match_probability").fetchall()
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["left_id", "right_id", "probability"])
        writer.writerows(wanted)


if __name__ == "__main__":
    main()
