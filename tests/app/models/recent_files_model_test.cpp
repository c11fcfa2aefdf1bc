// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/recent_files_model.h"

#include <gtest/gtest.h>

#include <QDir>

namespace xiangtu::app {
namespace {

TEST(RecentFilesModel, ShowsNameAndShortFolder) {
    RecentFilesModel model;
    model.setFiles({QDir::homePath() + QStringLiteral("/地图/凤凰.sqlite"), QStringLiteral("/srv/共和.sqlite"),
                    QDir::homePath() + QStringLiteral("er/x.sqlite")});
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.data(model.index(0), RecentFilesModel::NameRole).toString(), QStringLiteral("凤凰.sqlite"));
    EXPECT_EQ(model.data(model.index(0), RecentFilesModel::FolderRole).toString(), QStringLiteral("~/地图"));
    EXPECT_EQ(model.data(model.index(1), RecentFilesModel::FolderRole).toString(), QStringLiteral("/srv"));
    // A folder that only begins like the home folder is not in it.
    EXPECT_FALSE(model.data(model.index(2), RecentFilesModel::FolderRole).toString().startsWith(QLatin1Char('~')));
}

TEST(RecentFilesModel, LeavesOutTheOpenFile) {
    RecentFilesModel model;
    model.setFiles({QStringLiteral("/a.sqlite"), QStringLiteral("/b.sqlite"), QStringLiteral("/c.sqlite")});
    model.setExcept(QStringLiteral("/a.sqlite"));
    model.setMost(1);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.data(model.index(0), RecentFilesModel::PathRole).toString(), QStringLiteral("/b.sqlite"));
}

}  // namespace
}  // namespace xiangtu::app
