// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/demo_county.h"

#include "app/project/fault.h"
#include "base/error.h"
#include "demo/demo.h"
#include "store/store.h"

#include <QFileInfo>

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace xiangtu::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCounty = "fenghuang";
constexpr qint64 kReportEveryMs = 60;

void removeFile(const fs::path& file) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + suffix, ignored);
}

/// The file gets its name only when it is whole: a stopped run leaves nothing that looks like a county.
void makeFile(const fs::path& file, const fs::path& dataDir, const base::Progress& progress) {
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    const fs::path part = file.string() + ".growing";
    removeFile(part);
    try {
        const demo::CountyFacts facts = demo::loadFacts(demo::factsFile(dataDir, kCounty));
        const demo::Phrases phrases = demo::loadPhrases(demo::phrasesFile(dataDir));
        const auto store = store::create(part, dataDir);
        const auto rows = store->beginBulk();
        demo::generate(facts, phrases, {}, *rows, progress);
        progress.report("commit", 0, 0);
        progress.check();
        rows->commit();
    } catch (...) {
        removeFile(part);
        throw;
    }
    fs::rename(part, file, failed);
    if (failed) throw base::Error(base::Fault::io, file.string() + ": " + failed.message());
}

}  // namespace

DemoCounty::DemoCounty(QString file, QString dataDir) : m_file(std::move(file)), m_dataDir(std::move(dataDir)) {}

void DemoCounty::make() {
    if (m_running) return;
    if (QFileInfo::exists(m_file)) {
        emit made(m_file);
        return;
    }
    setRunning(true);
    auto clock = std::make_shared<QElapsedTimer>();
    base::Progress progress([this, clock](std::string_view stage, std::int64_t done, std::int64_t total) {
        if (clock->isValid() && clock->elapsed() < kReportEveryMs) return;
        clock->start();
        QMetaObject::invokeMethod(
            this,
            [this, stage = QString::fromUtf8(stage.data(), qsizetype(stage.size())),
             share = total > 0 ? double(done) / double(total) : -1] {
                m_stage = stage;
                m_progress = share;
                emit progressChanged();
            },
            Qt::QueuedConnection);
    });
    // The fault comes as an answer, since its kind decides what the user reads. A cancelled job has none.
    m_job.start<std::optional<Fault>>([file = fs::path(m_file.toStdString()), dir = fs::path(m_dataDir.toStdString())](
                                          const base::Progress& p) { return caught([&] { makeFile(file, dir, p); }); },
                                      [this](const std::optional<Fault>& fault) {
                                          setRunning(false);
                                          if (fault)
                                              emit failed(fault->kind, fault->text);
                                          else
                                              emit made(m_file);
                                      },
                                      std::move(progress));
}

void DemoCounty::cancel() {
    m_job.cancel();
    setRunning(false);
}

void DemoCounty::setRunning(bool running) {
    if (m_running == running) return;
    m_running = running;
    m_stage.clear();
    m_progress = -1;
    emit progressChanged();
    emit runningChanged();
}

}  // namespace xiangtu::app
