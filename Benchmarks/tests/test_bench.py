#!/usr/bin/env python3
"""Tests of the benchmark's own reckoning: `python3 -m unittest discover Benchmarks/tests`."""
import json
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from bench import arguments, data, figures, page, process, programs, result, sizes, turns, verify  # noqa: E402
from bench.claims import Claim, ratio_claim  # noqa: E402


class Figures(unittest.TestCase):
    def test_a_ratio_is_that_of_the_medians(self):
        self.assertEqual(figures.ratio_of_medians([1, 9, 2], [4, 1, 100]), 0.5)
        self.assertIsNone(figures.ratio_of_medians([], [1]))
        self.assertIsNone(figures.ratio_of_medians([1], [0]))

    def test_the_range_of_a_ratio_is_that_of_the_rounds(self):
        self.assertEqual(figures.ratios_by_round([2, 6], [1, 2]), [2, 3])

    def test_numbers_have_three_figures(self):
        told = [figures.number(value) for value in (0.4821, 4.712, 46.21, 850.4, 0, None, -1.2344)]
        self.assertEqual(told, ["0.482", "4.71", "46.2", "850", "0.000", "–", "-1.23"])

    def test_a_spread_names_least_and_most(self):
        self.assertEqual(figures.spread([4.8, 4.66, 4.71]), "4.71 (4.66–4.80)")
        self.assertEqual(figures.spread([4.8]), "4.80")
        self.assertEqual(figures.spread([]), "–")


class Claims(unittest.TestCase):
    def test_a_bound_is_kept_up_to_the_bound(self):
        verdicts = [Claim("", value, 3.0, 2.0).verdict for value in (2.0, 2.01, 3.0, 3.01, None)]
        self.assertEqual(verdicts, ["goal met", "met", "met", "missed", "not measured"])

    def test_a_goal_without_a_target_is_met_or_not(self):
        self.assertEqual([Claim("", value, None, 0.6).verdict for value in (0.6, 0.7)], ["goal met", "goal not met"])
        self.assertEqual(Claim("", 5.0).verdict, "")

    def test_a_row_holds_figure_bounds_and_verdict(self):
        row = ratio_claim("a ÷ b", [2.0, 4.0, 6.0], [1.0, 2.0, 2.0], 3.0).row()
        self.assertEqual(row, ["a ÷ b", "2.00 (2.00–3.00) ×", "≤ 3.00 ×", "–", "met"])


class Kernels(unittest.TestCase):
    def test_both_forms_of_figures_are_read(self):
        self.assertEqual(programs.kernel_figures("rows 7 bytes 80 ms 9\n"), {"own rows": 7, "own bytes": 80, "own ms": 9})
        self.assertEqual(programs.kernel_figures("200000 rows 31 ms\n"), {"own rows": 200_000, "own ms": 31})

    def test_a_kernel_that_counts_other_rows_is_at_fault(self):
        for output in ("3 rows 1 ms", "rows 4 bytes 9 ms 1"):
            self.assertIsNone(programs.kernel_fault(output, 3), output)
        for output in ("microbench: no such file", "-1 rows 5 ms", "2 rows 5 ms", "5 rows 5 ms", ""):
            self.assertIsNotNone(programs.kernel_fault(output, 3), output)

    def test_the_help_line_names_the_kernels(self):
        known = programs.kernels_known("microbench xml FILE | xml-pieces FILE | xlsx-write FILE ROWS\n")
        self.assertEqual(known, {"xml", "xml-pieces", "xlsx-write"})


class Quarantine(unittest.TestCase):
    def fault(self, rows, spoiled=(3, 11)):
        with tempfile.TemporaryDirectory() as folder:
            facts = {"raggedRows": len(spoiled), "raggedAtDataRow": list(spoiled)}
            data.write_manifest(folder, {"files": {"insurance.csv": facts, "lowincome.xml": {}}})
            with open(os.path.join(folder, "insurance.csv"), "w", encoding="utf-8") as file:
                file.write("file,row,line\n" + "".join(f"insurance.csv,{row},{row + 1}\n" for row in rows))
            return verify.quarantine_fault(folder, folder)

    def test_the_rows_put_aside_are_exactly_the_spoiled_ones(self):
        self.assertIsNone(self.fault([11, 3]))
        self.assertIn("missing [11]", self.fault([3]))
        self.assertIn("too many [12]", self.fault([3, 11, 12]))
        self.assertIsNotNone(self.fault([3, 3, 11]))
        self.assertIsNotNone(self.fault([]))


class Data(unittest.TestCase):
    def test_data_are_used_again_only_if_made_alike_and_whole(self):
        size = sizes.SIZES["S"]
        wanted = data.expected_arguments(size, seed=1)
        with tempfile.TemporaryDirectory() as folder:
            self.assertFalse(data.is_made(folder, wanted))
            data.write_manifest(folder, {"args": {**wanted, "mess": 0.01}, "files": {"pension.csv": {"bytes": 3}}})
            self.assertFalse(data.is_made(folder, wanted))
            with open(os.path.join(folder, "pension.csv"), "w", encoding="ascii") as file:
                file.write("abc")
            self.assertTrue(data.is_made(folder, wanted))
            os.truncate(os.path.join(folder, "pension.csv"), 2)
            self.assertFalse(data.is_made(folder, wanted))
            os.truncate(os.path.join(folder, "pension.csv"), 3)
            self.assertTrue(data.is_made(folder, wanted))
            self.assertFalse(data.is_made(folder, data.expected_arguments(size, seed=2)))
            self.assertFalse(data.is_made(folder, data.expected_arguments(size.with_insurance(7), seed=1)))

    def test_a_folder_that_the_user_named_is_not_written_over(self):
        with tempfile.TemporaryDirectory() as folder:
            open(os.path.join(folder, "letter.txt"), "wb").close()
            with self.assertRaises(data.DataError):
                data.make(type("Bench", (), {"seed": 1}), folder, sizes.SIZES["S"], may_replace=False)


class Turns(unittest.TestCase):
    def subject(self, name, script, **more):
        return turns.Subject(name, [sys.executable, "-c", script], **more)

    def test_programs_take_turns_and_a_failing_one_sits_out(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "order")
            note = lambda letter: f"open({path!r}, 'a').write({letter!r})"
            broken = self.subject("b", note("B") + "; raise SystemExit('out of sorts')")
            first = self.subject("a", note("A"))
            turns.in_turn([first, broken, self.subject("c", note("C"))], 2, folder)
            with open(path, encoding="ascii") as file:
                self.assertEqual(file.read(), "ABCAC")
            self.assertEqual((len(first.runs), broken.runs), (2, []))
            self.assertIn("out of sorts", broken.fault)

    def test_a_wrong_answer_is_a_fault_and_no_figure(self):
        with tempfile.TemporaryDirectory() as folder:
            wrong = self.subject("a", "", check=lambda run: "wrong answer", ours=True)
            turns.in_turn([wrong], 2, folder)
            self.assertEqual(wrong.runs, [])
            self.assertTrue(result.Result("job", "", [wrong]).is_wrong)

    def test_memory_and_processor_time_are_the_childs(self):
        with tempfile.TemporaryDirectory() as folder:
            script = "import time\nblock = bytearray(200 << 20)\nend = time.process_time() + 0.2\nwhile time.process_time() < end: pass"
            run = process.measure([sys.executable, "-c", script], os.path.join(folder, "log"))
            self.assertTrue(200 < run.memory < 300, run.memory)
            self.assertTrue(0.2 <= run.cpu <= run.wall + 0.1, run.cpu)


class Page(unittest.TestCase):
    def test_a_section_takes_the_place_of_its_older_self(self):
        order = ["job, M", "gz, M"]
        page_ = page.updated("", {"gz, M": "## gz, M\n\nold gz"}, order)
        page_ = page.updated(page_, {"job, M": "## job, M\n\n### Stages\n\nold job"}, order)
        page_ = page.updated(page_, {"gz, M": "## gz, M\n\nnew gz"}, order)
        self.assertTrue(page_.startswith("# Results"))
        self.assertNotIn("old gz", page_)
        self.assertLess(page_.index("### Stages\n\nold job"), page_.index("new gz"))
        self.assertEqual(page.updated(page_, {}, order), page_)

    def test_tables_are_square(self):
        self.assertEqual(result.markdown(["a", "b"], [["1", "x|y"]]), "| a | b |\n| --- | --- |\n| 1 | x\\|y |")
        self.assertEqual(result.plain(["a", "b"], [["100", "2"]]), "a    b\n---  -\n100  2")


class Arguments(unittest.TestCase):
    def test_names_are_taken_once_in_their_order(self):
        options = arguments.parse(["--only", "gz,job,gz", "--peers", "none"], "/project")
        self.assertEqual((options.only, options.peers), (["job", "gz"], []))

    def test_unknown_names_and_numbers_leave_with_64(self):
        for wrong in (["--only", "speed"], ["--peers", "excel"], ["--runs", "0"], ["--size", "XL"]):
            with self.assertRaises(SystemExit) as left, open(os.devnull, "w", encoding="ascii") as nowhere:
                kept, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), nowhere, nowhere
                try:
                    arguments.parse(wrong, "/project")
                finally:
                    sys.stdout, sys.stderr = kept
            self.assertEqual(left.exception.code, 64, wrong)


if __name__ == "__main__":
    unittest.main()
