// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace xiangtu::app {

/// Installs the texts of a language into the application: our own (embedded) and, where the system
/// has them, Qt's own for the file dialog. The source texts are English. One per program.
class Language {
public:
    ~Language();
    /// "zh" or "en".
    void use(const QString& language);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

}  // namespace xiangtu::app
