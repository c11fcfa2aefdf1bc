# SPDX-License-Identifier: GPL-3.0-or-later
"""qgis_draw.py SHAPEFILE PNG: a new QGIS process draws all polygons filled by class with outlines, 1280 × 800."""
import sys

from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsMapRendererParallelJob,
                       QgsMapSettings, QgsRendererCategory, QgsVectorLayer)
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
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
job.renderedImage().save(sys.argv[2])
