// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_county.h"

#include "store/store.h"

namespace xiangtu::app::test {

QString makeCounty(const std::filesystem::path& file, const support::CoverageOptions& options) {
    auto store = store::create(file, XIANGTU_DATA_DIR);
    auto rows = store->beginBulk();
    support::fill(*rows, options);
    rows->setTitle("样例县", true);
    rows->commit();
    return QString::fromStdString(file.string());
}

QString makeEmptyFile(const std::filesystem::path& file) {
    (void)store::create(file, XIANGTU_DATA_DIR);
    return QString::fromStdString(file.string());
}

}  // namespace xiangtu::app::test
