# SPDX-License-Identifier: GPL-3.0-or-later
"""qgis_draw.py SHAPEFILE PNG [METRES…]: a new QGIS process draws all polygons filled by class with outlines,
1280 × 800. Then, for each resolution in metres per pixel (0 = whole), the median seconds of a few more pictures
around the middle: a line each, "METRES SECONDS"."""
import statistics
import sys
import time

from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsMapRendererParallelJob,
                       QgsMapSettings, QgsRectangle, QgsRendererCategory, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

COLOURS = {"green": "#6bbf8a", "blue": "#4f7dbd", "yellow": "#ffe17d", "orange": "#f0a05a", "red": "#d1483f"}

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(sys.argv[1], "grid", "ogr")
if not layer.isValid():
    sys.exit(f"{sys.argv[1]}: not a layer")
FIELD = "class_code"
layer.setRenderer(QgsCategorizedSymbolRenderer(FIELD, [
    QgsRendererCategory(code, QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": "#444444", "outline_width": "0.2"}), code) for code, colour in COLOURS.items()]))
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setDestinationCrs(layer.crs())
settings.setOutputSize(QSize(1280, 800))
settings.setBackgroundColor(QColor("white"))
settings.setExtent(layer.extent())
settings.setFlag(QgsMapSettings.UseRenderingOptimization, True)


def draw():
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job


draw().renderedImage().save(sys.argv[2])
middle = layer.extent().center()
for metres in map(float, sys.argv[3:]):
    width, height = 1280 * metres / 98000, 800 * metres / 111000
    settings.setExtent(layer.extent() if metres == 0 else QgsRectangle(
        middle.x() - width / 2, middle.y() - height / 2, middle.x() + width / 2, middle.y() + height / 2))
    times = []
    while len(times) < 5 and sum(times) < 10:
        begin = time.perf_counter()
        draw()
        times.append(time.perf_counter() - begin)
    print(f"{metres:g} {statistics.median(times):.9f}")
