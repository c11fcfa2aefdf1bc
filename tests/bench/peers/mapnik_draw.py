# SPDX-License-Identifier: GPL-3.0-or-later
"""mapnik_draw.py SHAPEFILE PNG [METRES…]: a new mapnik process draws all polygons filled by class with outlines,
1280 × 800. Then, for each resolution in metres per pixel (0 = whole), the median seconds of a few more pictures
around the middle: a line each, "METRES SECONDS"."""
import statistics
import sys
import time

import mapnik

COLOURS = {"green": "#6bbf8a", "blue": "#4f7dbd", "yellow": "#ffe17d", "orange": "#f0a05a", "red": "#d1483f"}

source = mapnik.Shapefile(file=sys.argv[1].removesuffix(".shp"), encoding="utf-8")
FIELD = "class_code"
rules = "".join(
    f"<Rule><Filter>[{FIELD}]='{code}'</Filter><PolygonSymbolizer fill='{colour}'/>"
    "<LineSymbolizer stroke='#444444' stroke-width='0.5'/></Rule>" for code, colour in COLOURS.items())
canvas = mapnik.Map(1280, 800, "+proj=longlat +ellps=GRS80 +no_defs")
mapnik.load_map_from_string(canvas, f"<Map background-color='white'><Style name='grid'>{rules}</Style></Map>")
canvas.srs = "+proj=longlat +ellps=GRS80 +no_defs"
layer = mapnik.Layer("grid", canvas.srs)
layer.datasource = source
layer.styles.append("grid")
canvas.layers.append(layer)
canvas.zoom_all()
mapnik.render_to_file(canvas, sys.argv[2], "png")

middle = canvas.layers[0].envelope().center()
for metres in map(float, sys.argv[3:]):
    width, height = 1280 * metres / 98000, 800 * metres / 111000
    if metres == 0:
        canvas.zoom_all()
    else:
        canvas.zoom_to_box(mapnik.Box2d(middle.x - width / 2, middle.y - height / 2,
                                        middle.x + width / 2, middle.y + height / 2))
    times = []
    while len(times) < 5 and sum(times) < 10:
        begin = time.perf_counter()
        mapnik.render(canvas, mapnik.Image(1280, 800))
        times.append(time.perf_counter() - begin)
    print(f"{metres:g} {statistics.median(times):.9f}")
