# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables scripts/check_layers.py holds the tree against. Changing the architecture means changing
these, and geo/*/CMakeLists.txt with them."""

import re

# Folder of geo/ -> folders whose headers it may include (besides its own). The same lists stand as
# DEPENDS in geo/<folder>/CMakeLists.txt, where the linker proves them; both must agree.
GEO_ARROWS = {
    "base": [],
    "geom": ["base"],
    "geodesy": ["base", "geom"],
    "topology": ["base", "geom"],
    "model": ["base", "geom"],
    "index": ["base", "geom", "model"],
    "borders": ["base", "geom", "geodesy", "topology", "model", "index"],
    "indicators": ["base", "geom", "geodesy", "model", "index"],
    "edit": ["base", "geom", "geodesy", "model", "index", "borders"],
    "style": ["base", "model"],
    "scene": ["base", "geom", "geodesy", "topology", "model", "index", "style"],
    "raster": ["base", "geom", "geodesy", "topology", "model", "style", "scene"],
    "store": ["base", "geom", "geodesy", "model", "index", "borders", "edit", "style"],
    "display": ["base", "geom", "topology", "model", "index", "store"],
    "exchange": ["base", "geom", "geodesy", "model", "topology", "index"],
    "query": ["base", "geom", "geodesy", "topology", "model", "index", "borders", "indicators", "edit", "exchange"],
    "demo": ["base", "geom", "geodesy", "model"],
    "project": ["base", "geom", "topology", "model", "index", "borders", "edit", "store", "display"],
}

# Folder of app/ -> folders of app/ it may include. All of them may use geo/. The map item owns the
# gestures (tools) and hands them views and points; a tool does not know the item.
APP_ARROWS = {
    "jobs": [],
    "project": ["jobs"],
    "render": ["project"],
    "map": ["project", "jobs", "render", "tools"],
    "tools": ["project", "jobs"],
    "models": ["project", "jobs", "render", "map"],
    "registers": ["project", "jobs", "map", "models"],
    "history": ["project", "jobs", "map", "tools", "models", "registers"],
    "query": ["project", "jobs", "render", "map", "tools", "models", "registers"],
    "import": ["project", "jobs", "map", "models"],
    "export": ["project", "jobs", "models", "registers", "query"],
    "client": ["project", "jobs", "render", "map", "tools", "models"],
    "cli": ["project", "render", "client", "query", "import", "export"],
}

# Include pattern -> (library, folders that own it). A foreign header anywhere else is a finding.
FOREIGN = [
    (r"sqlite3(ext)?\.h|spatialite(/.*|\.h)", "SQLite and SpatiaLite", ["geo/store/spatialite"]),
    (r"(gdal|ogr|cpl)[\w-]*\.h|gnm.*\.h", "GDAL", ["geo/exchange"]),
    (r"exiv2/.*", "Exiv2", ["geo/exchange"]),
    (r"sodium(\.h|/.*)", "libsodium", ["geo/base"]),
    (r"(proj|geodesic|proj_\w+)\.h", "PROJ", ["geo/geodesy"]),
    (r"boost/.*", "Boost", ["geo/geom"]),
    (r"unicode/.*", "ICU", ["geo/index"]),
    (r"(oneapi/)?tbb(/.*|\.h)", "oneTBB", ["geo/base"]),
    (r"nlohmann/.*", "nlohmann-json", ["geo/base"]),
    (r"CLI/.*", "CLI11", ["app/cli"]),
    (r"Qt?[A-Z]\w*(/.*)?|q\w+\.h", "Qt", ["app", "qml"]),
    (r"g(test|mock)/.*", "GoogleTest", ["tests"]),
    (r"benchmark/.*", "Google Benchmark", ["tests/bench"]),
    (r"geos_c\.h", "GEOS", ["tests/bench"]),
]
# A test may ask a library of the core directly, as an independent witness; Qt stays out of the core's tests.
QT_TESTS = ["tests/app", "tests/qml", "tests/e2e", "tests/golden", "tests/bench"]

# A store that can write, of a file that may have accounts (store::create makes a new one, which has none).
WRITING = re.compile(r"store::open\([^)]*readWrite")

STANDARD = set("""
algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes
climits clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg
cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem
forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator latch
limits list locale map memory memory_resource mutex new numbers numeric optional ostream queue random ranges
ratio regex scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept
stop_token streambuf string string_view strstream syncstream system_error thread tuple type_traits typeindex
typeinfo unordered_map unordered_set utility valarray variant vector version
""".split())
POSIX = re.compile(r"unistd\.h|fcntl\.h|iconv\.h|poll\.h|signal\.h|pthread\.h|sys/\w+\.h|immintrin\.h|malloc\.h|termios\.h")

ROOT_ENTRIES = set("""
CMakeLists.txt geo app qml data tests scripts README.md .ci .clang-format .clang-tidy CMakePresets.json
LICENSE CHANGELOG.md CONTRIBUTING.md .gitignore .editorconfig
""".split())
# Made by tools, never committed (.gitignore names them).
UNTRACKED = {".git", "build", ".cache", "__pycache__"}

MAX_LINES = 350
COUNTED = {".h", ".cpp", ".qml", ".js", ".py", ".sh", ".cmake"}

# Pieces keep this file from finding itself.
UNFINISHED = re.compile(
    r"\b(to" r"do|fix" r"me|xx" r"x|ha" r"ck|st" r"ub|not imple" r"mented|place" r"holder|dum" r"my|for n" r"ow|in a re" r"al)\b",
    re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.}$)])/(?:work|tmp|home|root|Users)/")
