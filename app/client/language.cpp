// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace xiangtu::app {

Language::~Language() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::use(const QString& language) {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (language != QLatin1String("zh")) return;
    // Both stay optional: without them the texts are the English sources.
    if (m_qt.load(QStringLiteral("qt_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_own.load(QStringLiteral(":/i18n/xiangtu_zh_CN.qm"))) QCoreApplication::installTranslator(&m_own);
}

}  // namespace xiangtu::app
