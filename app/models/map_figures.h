// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QString>

namespace xiangtu::app {

/// The figures of the status line as texts. QML binds the numbers in and the texts out.
class MapFigures : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double lon MEMBER m_lon NOTIFY changed)
    Q_PROPERTY(double lat MEMBER m_lat NOTIFY changed)
    Q_PROPERTY(double metresPerPixel MEMBER m_metresPerPixel NOTIFY changed)
    /// Widest the scale bar may be, in interface pixels.
    Q_PROPERTY(double widestBar MEMBER m_widestBar NOTIFY changed)
    Q_PROPERTY(double lengthM MEMBER m_lengthM NOTIFY changed)
    Q_PROPERTY(double areaM2 MEMBER m_areaM2 NOTIFY changed)
    /// "zh" or "en"; a change writes the texts anew.
    Q_PROPERTY(QString language MEMBER m_language NOTIFY changed)

    Q_PROPERTY(QString geographic READ geographic NOTIFY changed)
    Q_PROPERTY(QString zone READ zone NOTIFY changed)
    Q_PROPERTY(double barPx READ barPx NOTIFY changed)
    Q_PROPERTY(QString barText READ barText NOTIFY changed)
    /// "1 : 25 000" at 96 dots per inch.
    Q_PROPERTY(QString scale READ scale NOTIFY changed)
    Q_PROPERTY(QString length READ length NOTIFY changed)
    Q_PROPERTY(QString areaMu READ areaMu NOTIFY changed)
    Q_PROPERTY(QString areaOther READ areaOther NOTIFY changed)

public:
    explicit MapFigures(QObject* parent = nullptr);

    [[nodiscard]] QString geographic() const;
    [[nodiscard]] QString zone() const;
    [[nodiscard]] double barPx() const;
    [[nodiscard]] QString barText() const;
    [[nodiscard]] QString scale() const;
    [[nodiscard]] QString length() const;
    [[nodiscard]] QString areaMu() const;
    [[nodiscard]] QString areaOther() const;

signals:
    void changed();

private:
    double m_lon = 0;
    double m_lat = 0;
    double m_metresPerPixel = 1;
    double m_widestBar = 120;
    double m_lengthM = 0;
    double m_areaM2 = 0;
    QString m_language;
};

}  // namespace xiangtu::app
