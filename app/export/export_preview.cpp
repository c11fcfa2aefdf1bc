// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_preview.h"

#include "app/export/export_words.h"
#include "app/export/window_work.h"
#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/query/question_words.h"

#include <QCoreApplication>

namespace xiangtu::app {

namespace {

/// Whoever types is not looked after at every letter.
constexpr int kSoonMs = 250;

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

/// "EPSG:4546 CGCS2000 / …" in the words of the form.
QString systemWords(const std::string& label) {
    const auto crs =
        exchange::chooseExportCrs(label.substr(0, label.find(' ')), exchange::ExportFormat::geoPackage, 1, -1);
    return crs ? systemTitle(crs.value()) : fromUtf8(label);
}

}  // namespace

ExportPreview::ExportPreview(QObject* parent) : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &ExportPreview::look);
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_seen.reset();
        m_fault = text.toStdString();
        emit changed();
    });
}

void ExportPreview::setForm(ExportForm* form) {
    if (m_form == form) return;
    if (m_form) m_form->disconnect(this);
    m_form = form;
    if (m_form) {
        connect(m_form, &ExportForm::changed, this, &ExportPreview::lookSoon);
        connect(m_form, &ExportForm::languageChanged, this, &ExportPreview::changed);
    }
    emit formChanged();
    lookSoon();
}

void ExportPreview::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit activeChanged();
    if (active) return lookSoon();
    m_soon.stop();
    m_job.cancel();
    m_seen.reset();  // it holds the whole layer's state
    m_fault.clear();
    emit changed();
}

void ExportPreview::lookSoon() {
    if (!m_active) return;
    m_soon.start();
    emit changed();
}

void ExportPreview::look() {
    const ProjectObject* project = m_form ? m_form->project() : nullptr;
    const exchange::ExportRecipe recipe = m_form ? m_form->recipe() : exchange::ExportRecipe();
    ExportWork work = project ? windowWork(*project, m_styleDir, recipe) : ExportWork();
    if (!work.snapshot) {
        m_seen.reset();
        return emit changed();
    }
    m_fault.clear();
    m_job.start<std::shared_ptr<const ExportForesight>>(
        [work = std::move(work), recipe](const base::Progress& progress) {
            return std::make_shared<const ExportForesight>(foresee(onItsDay(work, recipe), recipe, progress));
        },
        [this](std::shared_ptr<const ExportForesight> seen) {
            m_seen = std::move(seen);
            emit changed();
        });
    emit changed();
}

QString ExportPreview::summary() const {
    if (!m_seen || !m_seen->check) return {};
    const exchange::ExportCheck& check = m_seen->check.value();
    QStringList parts{ExportWords::tr("%1 records").arg(countText(qint64(check.rows)))};
    if (check.files > 1) parts << ExportWords::tr("%1 files").arg(check.files);
    if (check.withoutShape > 0) parts << ExportWords::tr("%1 without shape").arg(countText(qint64(check.withoutShape)));
    if (check.areaM2 > 0) parts << muText(check.areaM2);
    parts << systemWords(check.crs);
    if (check.losses.empty()) parts << ExportWords::tr("everything fits");
    return parts.join(QStringLiteral(" · "));
}

QStringList ExportPreview::losses() const {
    QStringList list;
    if (!m_seen || !m_seen->check) return list;
    for (const auto& [kind, count] : m_seen->check.value().losses) list << lossWords(kind, count);
    return list;
}

QStringList ExportPreview::notes() const {
    QStringList list;
    if (!m_seen) return list;
    for (const std::string& what : m_seen->leftOut) list << exportNote("left out: " + what);
    if (m_seen->check) {
        for (const std::string& note : m_seen->check.value().notes) list << exportNote(note);
    }
    return list;
}

QVariantList ExportPreview::fields() const {
    QVariantList list;
    if (!m_seen) return list;
    for (const auto& [name, column] : m_seen->fields) {
        list << QVariantMap{{"name", fromUtf8(name)},
                            {"title", titleOf(column.title)},
                            {"type", columnTypeTitle(column.type)},
                            {"unit", measureTitle(column.unit)}};
    }
    return list;
}

std::string ExportPreview::reason() const {
    if (!m_fault.empty()) return m_fault;
    return m_seen && !m_seen->check ? m_seen->check.error().reason : std::string();
}

QString ExportPreview::problem() const {
    const std::string why = reason();
    return why.empty() ? QString() : exportRefused(why);
}

bool ExportPreview::inTheWay() const { return reason().find("is there already") != std::string::npos; }

}  // namespace xiangtu::app
