// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

class QSettings;

namespace xiangtu::app {

/// What the program remembers about its user between runs. Every change is written at once; values
/// given on the command line hold for one run and are not written.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Client")
    /// "zh" or "en".
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    Q_PROPERTY(bool elder READ elder WRITE setElder NOTIFY elderChanged)
    Q_PROPERTY(bool hatching READ hatching WRITE setHatching NOTIFY hatchingChanged)
    /// Name written into the history of every edit; never empty.
    Q_PROPERTY(QString author READ author WRITE setAuthor NOTIFY authorChanged)
    /// As what the user acts: grid_worker, leader, planner or administrator.
    Q_PROPERTY(QString role READ role WRITE setRole NOTIFY roleChanged)
    /// Questions with a name, in the order they were kept: [{ name, question: { id, params } }].
    Q_PROPERTY(QVariantList questions READ questions NOTIFY questionsChanged)
    /// Imports with a name: [{ name, fields, recipe }], see ImportTask::recipe().
    Q_PROPERTY(QVariantList imports READ imports NOTIFY importsChanged)
    /// Exports with a name, in the order they were kept: [{ name, recipe }], the recipe as its JSON says it.
    Q_PROPERTY(QVariantList recipes READ recipes NOTIFY recipesChanged)
    /// Absolute paths, newest first.
    Q_PROPERTY(QStringList recentFiles READ recentFiles NOTIFY recentFilesChanged)

public:
    /// `settings` must outlive this.
    explicit Preferences(QSettings* settings, QObject* parent = nullptr);

    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    [[nodiscard]] bool dark() const { return m_dark; }
    void setDark(bool dark);
    [[nodiscard]] bool elder() const { return m_elder; }
    void setElder(bool elder);
    [[nodiscard]] bool hatching() const { return m_hatching; }
    void setHatching(bool hatching);
    [[nodiscard]] QString author() const { return m_author; }
    void setAuthor(const QString& author);
    [[nodiscard]] QString role() const { return m_role; }
    void setRole(const QString& role);
    [[nodiscard]] QStringList recentFiles() const { return m_recentFiles; }

    [[nodiscard]] QVariantList questions() const { return m_questions; }
    [[nodiscard]] QVariantList imports() const { return m_imports; }

    Q_INVOKABLE void rememberFile(const QString& path);
    Q_INVOKABLE void forgetFile(const QString& path);

    /// Under a name that there is already it takes the place of the one before.
    Q_INVOKABLE void keepQuestion(const QString& name, const QVariantMap& question);
    Q_INVOKABLE void forgetQuestion(const QString& name);
    /// By its member "name", likewise; nothing without one.
    Q_INVOKABLE void keepImport(const QVariantMap& recipe);

    [[nodiscard]] QVariantList recipes() const { return m_recipes; }
    // As questions are kept.
    Q_INVOKABLE void keepRecipe(const QString& name, const QVariantMap& recipe);
    Q_INVOKABLE void forgetRecipe(const QString& name);

    /// What somebody had typed and not saved, by a key of the form; empty = nothing.
    [[nodiscard]] Q_INVOKABLE QVariantMap draft(const QString& key) const;
    /// An empty draft forgets it.
    Q_INVOKABLE void setDraft(const QString& key, const QVariantMap& draft);

    // For one run only.
    void assumeLanguage(const QString& language);
    void assumeDark(bool dark);
    void assumeElder(bool elder);

signals:
    void languageChanged();
    void darkChanged();
    void elderChanged();
    void hatchingChanged();
    void authorChanged();
    void roleChanged();
    void recentFilesChanged();
    void questionsChanged();
    void importsChanged();
    void recipesChanged();

private:
    void setQuestions(const QVariantList& questions);
    void setRecipes(const QVariantList& recipes);

    QSettings* m_settings;
    QString m_language;
    bool m_dark = false;
    bool m_elder = false;
    bool m_hatching = false;
    QString m_author;
    QString m_role;
    QStringList m_recentFiles;
    QVariantList m_questions;
    QVariantList m_imports;
    QVariantList m_recipes;
};

}  // namespace xiangtu::app
