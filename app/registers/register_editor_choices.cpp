// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor offers to choose from.
#include "app/models/terms.h"
#include "app/registers/register_editor.h"
#include "app/registers/words.h"

#include <QCoreApplication>

#include <array>

namespace xiangtu::app {

namespace {

struct EditorTexts {
    Q_DECLARE_TR_FUNCTIONS(EditorTexts)
};

constexpr std::array kAnchors{model::Anchor::unit, model::Anchor::point, model::Anchor::line, model::Anchor::polygon,
                              model::Anchor::link};
constexpr std::size_t kTypes = std::size_t(model::FieldType::attachment) + 1;
const QString kAnyLevel = QStringLiteral("any");

QVariantMap entry(const QString& key, const QString& text) { return {{"key", key}, {"text", text}}; }

}  // namespace

QVariantList RegisterEditor::groups() const {
    QVariantList list;
    if (const auto now = snapshot()) {
        for (const model::Group& group : now->catalogue->groups)
            list << entry(fromUtf8(group.id), titleOf(group.title));
    }
    return list;
}

QVariantList RegisterEditor::anchors() const {
    QVariantList list;
    for (const model::Anchor each : kAnchors) list << entry(fromUtf8(model::anchorName(each)), anchorTitle(each));
    return list;
}

QVariantList RegisterEditor::levels() const {
    QVariantList list{entry(kAnyLevel, EditorTexts::tr("Any level"))};
    for (const model::Level each : model::kLevels) list << entry(fromUtf8(model::levelName(each)), levelTitle(each));
    return list;
}

QVariantList RegisterEditor::lifecycles() const {
    QVariantList list{entry({}, EditorTexts::tr("No steps"))};
    if (const auto now = snapshot()) {
        for (const auto& each : now->catalogue->lifecycles) list << entry(fromUtf8(each.id), titleOf(each.title));
    }
    return list;
}

QVariantList RegisterEditor::types() const {
    QVariantList list;
    for (std::size_t i = 0; i < kTypes; ++i) {
        const auto type = model::FieldType(i);
        list << entry(fromUtf8(model::fieldTypeName(type)), fieldTypeTitle(type));
    }
    return list;
}

QVariantList RegisterEditor::registers() const {
    QVariantList list;
    if (const auto now = snapshot()) {
        for (const auto& each : now->catalogue->registers) list << entry(fromUtf8(each.id), titleOf(each.title));
    }
    return list;
}

}  // namespace xiangtu::app
