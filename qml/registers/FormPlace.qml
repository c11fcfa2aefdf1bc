// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Xiangtu.App
import Xiangtu.Ui

/// What the record stands on: a unit, chosen or taken from the map, or a drawing.
Item {
    id: place
    required property RegisterSession session
    readonly property RecordForm form: session.form
    readonly property bool ofUnit: form.anchor === "unit"
    readonly property bool drawn: form.anchor === "point" || form.anchor === "line" || form.anchor === "polygon"
    readonly property string selected: session.mapSession.dossier.code
    signal unitAsked

    visible: ofUnit || drawn
    height: visible ? column.implicitHeight + 24 : 0

    Column {
        id: column
        x: Theme.pad
        y: 12
        width: parent.width - 2 * Theme.pad
        spacing: 6
        ThemeText {
            text: place.ofUnit ? qsTr("Unit") : place.form.anchor === "point" ? qsTr("Place") : place.form.anchor === "line" ? qsTr("Course") : qsTr("Area")
            color: Theme.muted
            font.pixelSize: Theme.elder ? Theme.small : 13
        }
        Flow {
            width: parent.width
            spacing: 8
            ActionButton {
                objectName: "placeUnit"
                visible: place.ofUnit
                iconName: "search"
                text: place.form.unitName === "" ? qsTr("Choose a unit…") : place.form.unitName
                onClicked: place.unitAsked()
            }
            ActionButton {
                objectName: "placeSelected"
                visible: place.ofUnit && place.selected !== "" && place.selected !== place.form.unit
                iconName: "map"
                text: qsTr("The one on the map: %1").arg(place.session.mapSession.dossier.name)
                onClicked: place.form.unit = place.selected
            }
            ActionButton {
                objectName: "placeDraw"
                visible: place.drawn
                primary: !place.form.placed && !place.session.drawing
                iconName: "draw"
                text: place.session.drawing ? qsTr("Stop drawing") : place.form.placed ? qsTr("Draw anew") : qsTr("Draw on the map")
                onClicked: place.session.drawing ? place.session.stopDrawing() : place.session.startDrawing()
            }
            Repeater {
                model: place.form.photoPlaces
                ActionButton {
                    required property var modelData
                    required property int index
                    objectName: "placePhoto_" + index
                    iconName: "map"
                    text: place.form.photoPlaces.length === 1 ? qsTr("Place of the photo") : qsTr("Place of photo %1").arg(index + 1)
                    onClicked: {
                        place.form.setPlaces([modelData.lon, modelData.lat]);
                        place.session.map.goToPlace(modelData.lon, modelData.lat, 2);
                    }
                }
            }
            ThemeText {
                objectName: "drawnText"
                visible: place.drawn && place.form.placed
                height: Theme.target
                text: place.form.placeText
            }
        }
        ThemeText {
            objectName: "placeError"
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            text: place.form.placeError
            color: Theme.seal
            font.pixelSize: Theme.elder ? Theme.body : 13
        }
    }
}
