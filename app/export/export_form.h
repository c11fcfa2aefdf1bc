// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"
#include "exchange/export_recipe.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>
#include <QVariantList>
#include <QVariantMap>

namespace xiangtu::app {

/// An export as it is put together on the screen: a recipe, and what there is to choose from for each of its parts.
/// Interface thread; nothing here reads or writes a file but load() and save().
class ExportForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Answers that can be exported: [{ name, question: { id, params } }].
    Q_PROPERTY(QVariantList questions READ questions WRITE setQuestions NOTIFY listsChanged)
    // What there is to choose from: [{ key, text }] or [{ key, title }], see export_choices.h.
    Q_PROPERTY(QVariantList layers READ layers NOTIFY listsChanged)
    Q_PROPERTY(QVariantList places READ places NOTIFY listsChanged)
    Q_PROPERTY(QVariantList schemes READ schemes NOTIFY listsChanged)
    Q_PROPERTY(QVariantList formats READ formats NOTIFY listsChanged)
    Q_PROPERTY(QVariantList classes READ classes NOTIFY changed)
    Q_PROPERTY(QVariantList encodings READ encodings NOTIFY changed)
    Q_PROPERTY(QVariantList namings READ namings NOTIFY changed)
    Q_PROPERTY(QVariantList systems READ systems NOTIFY changed)
    // What is chosen, by key.
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY changed)
    Q_PROPERTY(QString within READ within WRITE setWithin NOTIFY changed)
    Q_PROPERTY(QString condition READ condition WRITE setCondition NOTIFY changed)
    Q_PROPERTY(QString scheme READ scheme WRITE setScheme NOTIFY changed)
    /// ISO; "" = today.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY changed)
    Q_PROPERTY(QString format READ format WRITE setFormat NOTIFY changed)
    Q_PROPERTY(QString encoding READ encoding WRITE setEncoding NOTIFY changed)
    Q_PROPERTY(QString naming READ naming WRITE setNaming NOTIFY changed)
    Q_PROPERTY(QString system READ system WRITE setSystem NOTIFY changed)
    Q_PROPERTY(bool split READ split WRITE setSplit NOTIFY changed)
    Q_PROPERTY(bool publicUse READ publicUse WRITE setPublicUse NOTIFY changed)
    Q_PROPERTY(bool sensitive READ sensitive WRITE setSensitive NOTIFY changed)
    Q_PROPERTY(bool twelveFields READ twelveFields WRITE setTwelveFields NOTIFY changed)
    /// Path of the file, or of the folder when there is one file per township.
    Q_PROPERTY(QString target READ target WRITE setTarget NOTIFY changed)
    Q_PROPERTY(bool replace READ replace WRITE setReplace NOTIFY changed)
    // Which parts there are for what is exported.
    Q_PROPERTY(bool ofUnits READ ofUnits NOTIFY changed)
    Q_PROPERTY(bool ofAnswer READ ofAnswer NOTIFY changed)
    Q_PROPERTY(bool maySensitive READ maySensitive NOTIFY changed)
    /// The recipe as its JSON says it.
    Q_PROPERTY(QVariantMap recipe READ recipeMap NOTIFY changed)

public:
    explicit ExportForm(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QVariantList questions() const { return m_questions; }
    void setQuestions(const QVariantList& questions);
    [[nodiscard]] QVariantList layers() const;
    [[nodiscard]] QVariantList places() const;
    [[nodiscard]] QVariantList schemes() const;
    [[nodiscard]] QVariantList formats() const;
    [[nodiscard]] QVariantList classes() const;
    [[nodiscard]] QVariantList encodings() const;
    [[nodiscard]] QVariantList namings() const;
    [[nodiscard]] QVariantList systems() const;

    [[nodiscard]] QString layer() const;
    void setLayer(const QString& key);
    [[nodiscard]] QString within() const { return QString::fromStdString(m_recipe.within); }
    void setWithin(const QString& code);
    [[nodiscard]] QString condition() const { return QString::fromStdString(m_recipe.where); }
    void setCondition(const QString& condition);
    [[nodiscard]] QString scheme() const { return QString::fromStdString(m_recipe.scheme); }
    void setScheme(const QString& key);
    Q_INVOKABLE void toggleClass(const QString& code);
    [[nodiscard]] QString day() const { return QString::fromStdString(m_recipe.date); }
    void setDay(const QString& iso);
    [[nodiscard]] QString format() const;
    void setFormat(const QString& name);
    [[nodiscard]] QString encoding() const;
    void setEncoding(const QString& name);
    [[nodiscard]] QString naming() const;
    void setNaming(const QString& name);
    [[nodiscard]] QString system() const { return QString::fromStdString(m_recipe.options.crs); }
    void setSystem(const QString& key);
    [[nodiscard]] bool split() const;
    void setSplit(bool split);
    [[nodiscard]] bool publicUse() const;
    void setPublicUse(bool publicUse);
    [[nodiscard]] bool sensitive() const { return m_recipe.sensitive; }
    void setSensitive(bool sensitive);
    [[nodiscard]] bool twelveFields() const { return m_recipe.options.landText.fields == 12; }
    void setTwelveFields(bool twelve);
    [[nodiscard]] QString target() const { return QString::fromStdString(m_recipe.out); }
    void setTarget(const QString& path);
    [[nodiscard]] bool replace() const;
    void setReplace(bool replace);
    [[nodiscard]] bool ofUnits() const { return m_recipe.level.has_value(); }
    [[nodiscard]] bool ofAnswer() const { return !m_recipe.question.empty(); }
    [[nodiscard]] bool maySensitive() const;
    [[nodiscard]] QVariantMap recipeMap() const;
    [[nodiscard]] const exchange::ExportRecipe& recipe() const { return m_recipe; }

    /// Begins with what is asked for: { registerId, within, condition }, { name, question: { id, params } }, or what a
    /// recipe says; {} leaves what is there. What the file does not have gives way to what it has.
    Q_INVOKABLE void begin(const QVariantMap& what);
    /// Takes a recipe as its JSON says it; why it cannot be read, "" = it is taken.
    Q_INVOKABLE QString take(const QVariantMap& recipe);
    // The same file the command line takes. Why it cannot be read or written, "" = it is.
    Q_INVOKABLE QString load(const QUrl& file);
    Q_INVOKABLE QString save(const QUrl& file) const;
    /// A path picked in the dialog of files, which has asked whether what is there may go.
    Q_INVOKABLE void pickTarget(const QUrl& file);

signals:
    void projectChanged();
    void languageChanged();
    void listsChanged();
    void changed();

private:
    [[nodiscard]] std::shared_ptr<const model::Snapshot> snapshot() const;
    void takeState();
    void takeRecipe(exchange::ExportRecipe recipe);
    /// Parts the format or the layer do not have go back to the usual.
    void settle();
    /// A name for the file, while nobody has given one.
    void suggestTarget();
    void tell();

    QPointer<ProjectObject> m_project;
    QString m_language;
    QVariantList m_questions;
    exchange::ExportRecipe m_recipe;
    bool m_ownTarget = false;  ///< the target was typed or picked
    QString m_folder;          ///< where the last one went
};

}  // namespace xiangtu::app
