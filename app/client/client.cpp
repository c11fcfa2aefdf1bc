// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/client.h"

#include "app/client/icon_provider.h"

#include <QCoreApplication>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStandardPaths>

namespace xiangtu::app {

namespace {

QString demoFile() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("demo-fenghuang.sqlite"));
}

}  // namespace

Client::Client(const ClientOptions& options, QSettings* settings, const QString& dataDir)
    : m_options(options), m_dataDir(dataDir), m_preferences(settings), m_demo(demoFile(), dataDir) {
    if (!options.language.isEmpty()) m_preferences.assumeLanguage(options.language);
    if (!options.style.isEmpty()) m_preferences.assumeDark(options.style == QLatin1String("dark"));
    if (options.elder) m_preferences.assumeElder(true);
    m_language.use(m_preferences.language());
    m_project.setAuthor(m_preferences.author());
    m_project.setRole(m_preferences.role());
    // First in line: whoever else hears of a new language already gets its texts.
    connect(&m_preferences, &Preferences::languageChanged, this, [this] { m_language.use(m_preferences.language()); });
    connect(&m_preferences, &Preferences::authorChanged, this, [this] { m_project.setAuthor(m_preferences.author()); });
    connect(&m_preferences, &Preferences::roleChanged, this, [this] { m_project.setRole(m_preferences.role()); });
    connect(&m_demo, &DemoCounty::made, this, &Client::openPath);
    connect(&m_project, &ProjectObject::phaseChanged, this, [this] {
        if (m_project.phase() == ProjectObject::Phase::Ready) m_preferences.rememberFile(m_project.file());
    });
}

Client::~Client() = default;

QString Client::styleDir() const { return QDir(m_dataDir).filePath(QStringLiteral("styles")); }
QString Client::version() const { return QCoreApplication::applicationVersion(); }

QString Client::startTheme() const {
    return m_options.theme.isEmpty() ? QStringLiteral("five_colour") : m_options.theme;
}

QString Client::startPage() const {
    if (!m_options.page.isEmpty()) return m_options.page;
    return m_options.report.isEmpty() ? QStringLiteral("map") : QStringLiteral("reports");
}

QQuickWindow* Client::show(QQmlApplicationEngine& engine) {
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    connect(&m_preferences, &Preferences::languageChanged, &engine, &QQmlEngine::retranslate);
    QVariantMap start{{QStringLiteral("client"), QVariant::fromValue(this)}};
    if (!m_options.size.isEmpty()) {
        start.insert(QStringLiteral("width"), m_options.size.width());
        start.insert(QStringLiteral("height"), m_options.size.height());
    }
    engine.setInitialProperties(start);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Xiangtu/Ui/Main.qml")));
    if (engine.rootObjects().isEmpty()) return nullptr;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (window && !m_options.file.isEmpty()) openPath(m_options.file);
    return window;
}

void Client::openDemo() { m_demo.make(); }
void Client::open(const QUrl& file) { m_project.open(file); }
void Client::openPath(const QString& path) { open(QUrl::fromLocalFile(path)); }

}  // namespace xiangtu::app
