"""Links two rosters with Splink and writes pairs with probabilities. Numbers are brought into one form first, as far as SQL can."""
import argparse
import csv
import logging

import duckdb
import splink.comparison_level_library as level
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

SEED = 1
PREPARED = """
select 编号 as id, 姓名 as name, left(姓名, 1) as surname, 性别 as sex, 出生日期 as birth, 联系电话 as phone, 地区代码 as county,
       case when 证件号码 like '%*%' then null
            when length(证件号码) = 15 then left(证件号码, 6) || '19' || right(证件号码, 9)
            else left(证件号码, 17) end as body,
       case when length(证件号码) = 18 then left(证件号码, 4) || right(证件号码, 4) end as ends,
       coalesce(证件号码 like '%*%', false) as masked
from given
"""
LOOKED_AT = [("body",), ("phone",), ("name", "birth"), ("ends", "name"), ("name", "county", "sex"), ("birth", "county", "surname"), ("birth", "ends")]
BOTH_SHOWN = "body_l is not null and body_r is not null"
ENDS_KNOWN = "ends_l is not null and ends_r is not null"


def main():
    """Reads the files, trains, predicts, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs=2)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    linker = trained(options.files)
    write(options.out, linker.inference.predict(threshold_match_probability=0.5))


def trained(files):
    """A linker whose model is trained without labels."""
    connection = duckdb.connect()
    database = DuckDBAPI(connection)
    given = [database.register(prepared(connection, path)) for path in files]
    linker = Linker(given, settings(), log_level=logging.ERROR)
    certain = [block_on("body"), block_on("name", "birth", "phone")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=SEED)
    for rule in (block_on("body"), block_on("name", "birth"), block_on("phone")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    return linker


def prepared(connection, path):
    """The columns of a roster as the model wants them."""
    return connection.read_csv(path, all_varchar=True).query("given", PREPARED)


def settings():
    """The model: what is compared, and which pairs are looked at."""
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in LOOKED_AT],
        comparisons=comparisons(),
        retain_matching_columns=False,
    )


def comparisons():
    """Number, name, birth, phone and county, each with the errors it suffers from."""
    return [
        number(),
        name(),
        compare.ExactMatch("sex"),
        compare.DateOfBirthComparison("birth", input_is_string=True, datetime_format="%Y-%m-%d"),
        compare.DamerauLevenshteinAtThresholds("phone", [1]),
        compare.ExactMatch("county").configure(term_frequency_adjustments=True),
    ]


def number():
    """The identity number: the same, one slip apart, the same as far as a mask shows it, or another."""
    return compare.CustomComparison([
        level.CustomLevel(f"not (({BOTH_SHOWN}) or ({ENDS_KNOWN} and (masked_l or masked_r)))", "unknown").configure(is_null_level=True),
        level.CustomLevel("body_l = body_r", "same"),
        level.CustomLevel(f"{BOTH_SHOWN} and damerau_levenshtein(body_l, body_r) <= 1", "one slip"),
        level.CustomLevel("(masked_l or masked_r) and ends_l = ends_r", "same as far as shown"),
        level.ElseLevel(),
    ], output_column_name="number")


def name():
    """The name: the same, rare ones weighing more, one character apart, only the surname, or another."""
    return compare.CustomComparison([
        level.NullLevel("name"),
        level.ExactMatchLevel("name", term_frequency_adjustments=True),
        level.DamerauLevenshteinLevel("name", 1),
        level.ExactMatchLevel("surname"),
        level.ElseLevel(),
    ], output_column_name="name")


def write(path, predictions):
    """Writes the pairs with their probabilities, keys of the first roster on the left."""
    columns = "least(id_l, id_r), greatest(id_l, id_r), match_probability"
    wanted = predictions.as_duckdbpyrelation().project(columns).fetchall()
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["left_id", "right_id", "probability"])
        writer.writerows(wanted)


if __name__ == "__main__":
    main()
