// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

namespace xiangtu::cli {

/// Stage and count on one line of standard error, where that is a terminal; silent otherwise.
[[nodiscard]] base::Progress terminalProgress();

/// While it lives, Ctrl-C asks the job to stop, so that it can leave files as they were. One at a time.
class CancelOnInterrupt {
public:
    explicit CancelOnInterrupt(base::Progress& progress);
    ~CancelOnInterrupt();
    CancelOnInterrupt(const CancelOnInterrupt&) = delete;
    CancelOnInterrupt& operator=(const CancelOnInterrupt&) = delete;

private:
    void (*m_before)(int);
};

}  // namespace xiangtu::cli
