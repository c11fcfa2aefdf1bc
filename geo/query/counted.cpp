// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/counted.h"

#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace xiangtu::query {

void countedFor(std::size_t count, std::size_t grain, const base::Progress& progress, std::string_view stage,
                const std::function<void(std::size_t)>& each) {
    std::atomic<std::size_t> done = 0;
    std::mutex telling;
    std::size_t told = 0;  // guarded by `telling`
    progress.report(stage, 0, std::int64_t(count));
    base::parallelFor(count, grain, [&](std::size_t begin, std::size_t end) {
        while (begin < end && !progress.cancelled()) {
            const std::size_t next = std::min(end, begin + grain);
            for (std::size_t i = begin; i < next; ++i) each(i);
            const std::size_t now = done += next - begin;
            begin = next;
            // Whoever finds another telling lets it: the next one knows more.
            const std::unique_lock lock(telling, std::try_to_lock);
            if (!lock || now <= told) continue;
            told = now;
            progress.report(stage, std::int64_t(now), std::int64_t(count));
        }
    });
    progress.check();
}

}  // namespace xiangtu::query
