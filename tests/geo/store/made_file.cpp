// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"

#include "support/temp_dir.h"

namespace xiangtu {

std::unique_ptr<store::Store> createFilled(const std::filesystem::path& file) {
    // Made once, copied for each test.
    static const support::TempDir dir;
    static const std::filesystem::path made = [] {
        const std::filesystem::path path = dir / "made.sqlite";
        (void)createFilled(path, {});
        return path;
    }();
    std::filesystem::copy_file(made, file);
    return store::open(file, store::OpenMode::readWrite);
}

std::unique_ptr<store::Store> createFilled(const std::filesystem::path& file, const support::CoverageOptions& options) {
    auto made = store::create(file, XIANGTU_DATA_DIR);
    auto bulk = made->beginBulk();
    support::fill(*bulk, options);
    bulk->setTitle("造县", true);
    bulk->commit();
    return made;
}

model::NewUnit newUnit(model::Level level, const std::string& code, const std::string& name) {
    model::NewUnit unit;
    unit.level = level;
    unit.code = *model::Code::parse(code);
    unit.name = name;
    return unit;
}

model::NewPartyOrg newOrg(const std::string& name, model::PartyOrgKind kind, model::Level level,
                          const std::string& serves) {
    model::NewPartyOrg org;
    org.name = name;
    org.kind = kind;
    org.level = level;
    if (!serves.empty()) org.serves = *model::Code::parse(serves);
    return org;
}

std::optional<base::Fault> thrownBy(const std::function<void()>& action, std::string* text) {
    try {
        action();
        return std::nullopt;
    } catch (const base::Error& e) {
        if (text) *text = e.what();
        return e.fault();
    }
}

edit::ChangeSet classRow(std::int64_t id, std::int64_t unit, std::int64_t scheme, const std::string& classCode,
                         const std::string& day) {
    const model::Value code = classCode.empty() ? model::Value() : model::Value(classCode);
    return {"set_class",
            "测试",
            "2026-01-01T00:00:00.000Z",
            {{"unit_class", id, std::nullopt,
              model::Fields{{"unit_id", unit},
                            {"scheme_id", scheme},
                            {"class_code", code},
                            {"valid_from", day},
                            {"reason", std::string("看过")},
                            {"author", std::string("测试")},
                            {"at", std::string("2026-01-01T00:00:00.000Z")}}}}};
}

}  // namespace xiangtu
