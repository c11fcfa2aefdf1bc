// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/job.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace xiangtu::cli {

namespace {

base::Progress* runningJob = nullptr;
void cancelOnSignal(int) {
    if (runningJob) runningJob->cancel();
}

}  // namespace

base::Progress terminalProgress() {
    if (!isatty(STDERR_FILENO)) return base::Progress();
    return base::Progress([](std::string_view stage, std::int64_t done, std::int64_t total) {
        std::fprintf(stderr, "\r\033[K%.*s %lld/%lld", int(stage.size()), stage.data(), static_cast<long long>(done),
                     static_cast<long long>(total));
        if (done >= total) std::fputs("\r\033[K", stderr);
    });
}

CancelOnInterrupt::CancelOnInterrupt(base::Progress& progress) {
    runningJob = &progress;
    m_before = std::signal(SIGINT, cancelOnSignal);
}

CancelOnInterrupt::~CancelOnInterrupt() {
    std::signal(SIGINT, m_before);
    runningJob = nullptr;
}

}  // namespace xiangtu::cli
