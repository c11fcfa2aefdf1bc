// SPDX-License-Identifier: GPL-3.0-or-later
// How a form becomes a command, and where the answer is shown.
#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/record_form.h"
#include "app/registers/words.h"
#include "geodesy/area.h"
#include "geom/measure.h"
#include "model/field_rules.h"

#include <QCoreApplication>

namespace xiangtu::app {

namespace {

struct FormSaveTexts {
    Q_DECLARE_TR_FUNCTIONS(FormSaveTexts)
};

}  // namespace

bool RecordForm::placed() const {
    if (!m_def || m_def->anchor == model::Anchor::link || !m_stepFields.isEmpty()) return true;
    return m_def->anchor == model::Anchor::unit ? !m_unit.isEmpty() : m_shape.index() != 0;
}

QString RecordForm::placeText() const {
    if (const auto* point = std::get_if<geom::GeoPoint>(&m_shape)) return geographicText(*point);
    if (const auto* lines = std::get_if<geom::GeoMultiLine>(&m_shape)) {
        double metres = 0;
        for (const geom::GeoLine& line : *lines) metres += geodesy::length(line);
        return lengthText(metres);
    }
    if (const auto* areas = std::get_if<geom::GeoMultiPolygon>(&m_shape)) return muText(geodesy::area(*areas));
    return {};
}

void RecordForm::setPlaces(const QList<double>& places) {
    std::vector<geom::GeoPoint> points;
    for (qsizetype i = 0; i + 1 < places.size(); i += 2) points.push_back({places[i], places[i + 1]});
    if (!m_def || points.empty()) return;
    switch (m_def->anchor) {
    case model::Anchor::point: m_shape = points.front(); break;
    case model::Anchor::line: m_shape = geom::GeoMultiLine{points}; break;
    case model::Anchor::polygon: {
        geom::GeoMultiPolygon shape{{points, {}}};
        geom::orient(shape);
        m_shape = std::move(shape);
        break;
    }
    case model::Anchor::unit:
    case model::Anchor::link: return;
    }
    m_drawn = true;
    m_dirty = true;
    m_placeError.clear();
    emit placeChanged();
    emit draftChanged();
}

std::optional<model::Value> RecordForm::valueOf(const Entry& entry) const {
    return model::valueFromText(field(entry), entry.text.toStdString());
}

std::optional<model::Fields> RecordForm::read() {
    model::Fields values;
    int firstWrong = -1;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry& entry = m_entries[i];
        const auto value = valueOf(entry);
        const std::string reason = value ? model::reasonAgainst(field(entry), *value) : std::string();
        entry.error = !value ? unreadableReason(field(entry).type) : reason.empty() ? QString() : fieldReason(reason);
        if (!entry.error.isEmpty()) {
            if (firstWrong < 0) firstWrong = int(i);
            if (entry.section > 0) m_sections[std::size_t(entry.section - 1)].open = true;
            continue;
        }
        // A new record says all that is filled in, a change only what is different.
        const bool tell =
            m_record == 0 ? !model::isNull(*value) || entry.text != entry.before : entry.text != entry.before;
        if (tell) values.emplace_back(field(entry).name, *value);
    }
    m_placeError = placed()                               ? QString()
                   : m_def->anchor == model::Anchor::unit ? FormSaveTexts::tr("Please choose a unit.")
                                                          : FormSaveTexts::tr("Please draw it on the map.");
    emit dataChanged(index(0), index(rowCount() - 1), {ErrorRole, OpenRole});
    emit sectionsChanged();
    emit placeChanged();
    emit errorChanged();
    if (firstWrong >= 0) emit wrongAt(firstWrong);
    if (firstWrong >= 0 || !m_placeError.isEmpty()) return std::nullopt;
    return values;
}

bool RecordForm::check() { return m_def && read().has_value(); }
model::Fields RecordForm::evidence() { return m_def ? read().value_or(model::Fields()) : model::Fields(); }

void RecordForm::save() {
    if (!m_project || !m_def || m_busy) return;
    setError({});
    auto values = read();
    if (!values) return setError(FormSaveTexts::tr("Something is missing or does not fit; nothing was saved yet."));
    const auto unit = model::Code::parse(m_unit.toStdString());
    const bool ofUnit = m_def->anchor == model::Anchor::unit;
    edit::Command command;
    if (m_record == 0) {
        edit::AddRecord add;
        add.registerId = m_def->id;
        if (ofUnit) add.unit = unit;
        add.shape = m_shape;
        add.values = std::move(*values);
        command = std::move(add);
    } else {
        edit::SetRecord set;
        set.registerId = m_def->id;
        set.id = m_record;
        set.values = std::move(*values);
        if (m_drawn) set.shape = m_shape;
        if (ofUnit && m_unit != m_unitBefore) set.unit = unit;
        command = std::move(set);
    }
    setBusy(true);
    m_project->apply(command, this, [this](const ProjectObject::Answer& answer) { take(answer); });
}

void RecordForm::take(const ProjectObject::Answer& answer) {
    setBusy(false);
    if (answer.saved()) {
        const qint64 id = answer.records.empty() ? m_record : qint64(answer.records.front().id);
        m_dirty = false;
        m_drawn = false;
        emit draftChanged();
        emit saved(m_registerId, id);
        return;
    }
    const QString words = answerText(answer);
    const std::string name = answer.refusal ? answer.refusal->field : std::string();
    const int row = rowOf(fromUtf8(name));
    if (row >= 0) {
        Entry& entry = m_entries[std::size_t(row)];
        entry.error = words;
        if (entry.section > 0) m_sections[std::size_t(entry.section - 1)].open = true;
        emit dataChanged(index(0), index(rowCount() - 1), {ErrorRole, OpenRole});
        emit sectionsChanged();
        emit wrongAt(row);
        setError(FormSaveTexts::tr("Something is missing or does not fit; nothing was saved yet."));
        return;
    }
    const bool place = answer.refusal && (name == "unit" || answer.refusal->reason == edit::RefusalReason::badShape);
    if (place) {
        m_placeError = words;
        emit placeChanged();
    }
    setError(words);
}

void RecordForm::setError(const QString& error) {
    m_error = error;
    emit errorChanged();
}

void RecordForm::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged();
}

}  // namespace xiangtu::app
