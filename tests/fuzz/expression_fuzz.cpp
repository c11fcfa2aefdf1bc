// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions and formulas of catalogues and command lines, and well-known text: refused with
// base::Error, or read and then safe to ask.
#include "base/error.h"
#include "fuzz/target.h"
#include "geom/validity.h"
#include "geom/wkt.h"
#include "model/expression.h"

namespace {

using namespace xiangtu;

model::RegisterDef someRegister() {
    model::RegisterDef def;
    for (const char* name : {"amount", "name", "day"}) {
        model::FieldDef field;
        field.name = name;
        def.fields.push_back(field);
    }
    return def;
}

void asExpression(std::string_view text) {
    static const model::RegisterDef def = someRegister();
    model::Record record;
    record.values = {12.5, std::string("a,b"), std::string("2024-02-29")};
    model::Expression expression;
    try {
        expression = model::Expression::parse(text, &def);
    } catch (const base::Error& e) {
        fuzz::require(e.fault() == base::Fault::format, "bad text is a fault of format");
        return;
    }
    const model::ExpressionRow row{&def, &record, nullptr, nullptr, model::Level::village, base::Date::of(2024, 3, 1)};
    const model::Value value = expression.evaluate(row);
    fuzz::require(value == expression.evaluate(row), "an expression always gives the same");
}

void asShape(std::string_view text) {
    try {
        const geom::GeoShape shape = geom::shapeFromWkt(text);
        (void)geom::whyInvalid(shape);
        const std::string again = geom::wkt(shape);
        fuzz::require(geom::wkt(geom::shapeFromWkt(again)) == again, "a shape written reads back the same");
    } catch (const base::Error& e) { fuzz::require(e.fault() == base::Fault::format, "bad text is a fault of format"); }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::asText(data, size);
    asExpression(text);
    asShape(text);
    return 0;
}
