"""The same job from files in GB18030."""
from .. import data, programs
from ..claims import bounds, ratio_claim
from ..result import Result
from ..turns import in_turn

TARGETS = {"M": (1.3, None)}


def run(bench):
    folder = data.make(bench, bench.derived("gb18030"), bench.size, encoding="gb18030")
    chinese = programs.ours(bench, "taizhang, GB18030", folder)
    unicode = programs.ours(bench, "taizhang, UTF-8", bench.base_data())
    in_turn([chinese, unicode], bench.rounds, bench.logs)
    title = f"GB18030 ({data.size_told(chinese.files)}) and UTF-8 ({data.size_told(unicode.files)})"
    walls = chinese.values("wall"), unicode.values("wall")
    claim = ratio_claim("wall, GB18030 ÷ UTF-8", *walls, *bounds(TARGETS, bench.size))
    return Result("gb18030", title, [chinese, unicode], [claim])
