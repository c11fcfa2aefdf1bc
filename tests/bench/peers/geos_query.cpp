// SPDX-License-Identifier: GPL-3.0-or-later
// geos_query DIR CASE…: the questions of query_file answered by GEOS alone, from the layers query_file wrote into DIR.
// One line a case: its name, median seconds, answer. Cases: join (points per grid), land (pairs of bases and villages;
// areas in square degrees cannot be compared), dissolve (villages; by the union for coverages).
#include <geos_c.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

GEOSContextHandle_t context;

struct Point {
    double x, y;
};

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

class Reader {
public:
    explicit Reader(const std::string& path) : m_file(std::fopen(path.c_str(), "rb")) {
        if (!m_file) {
            std::fprintf(stderr, "%s cannot be read\n", path.c_str());
            std::exit(1);
        }
    }
    ~Reader() { std::fclose(m_file); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    template <class T>
    std::vector<T> read(std::size_t count) {
        std::vector<T> out(count);
        if (std::fread(out.data(), sizeof(T), count, m_file) != count) std::exit(1);
        return out;
    }

private:
    std::FILE* m_file;
};

bool counterClockwise(const Point* ring, std::size_t count) {
    double twice = 0;
    for (std::size_t i = 1; i + 1 < count; ++i) {
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    }
    return twice > 0;
}

std::vector<GEOSGeometry*> polygons(const std::string& path) {
    Reader file(path);
    const auto head = file.read<std::uint64_t>(3);
    const auto rings = file.read<std::uint64_t>(head[0] + 1), starts = file.read<std::uint64_t>(head[1] + 1);
    const auto points = file.read<Point>(head[2]);
    std::vector<GEOSGeometry*> out;
    for (std::size_t f = 0; f < head[0]; ++f) {
        std::vector<GEOSGeometry*> parts, holes;
        GEOSGeometry* shell = nullptr;
        const auto close = [&] {
            if (shell) parts.push_back(GEOSGeom_createPolygon_r(context, shell, holes.data(), unsigned(holes.size())));
            holes.clear();
        };
        for (std::uint64_t r = rings[f]; r < rings[f + 1]; ++r) {
            const std::size_t count = starts[r + 1] - starts[r];
            GEOSGeometry* ring = GEOSGeom_createLinearRing_r(
                context, GEOSCoordSeq_copyFromBuffer_r(context, &points[starts[r]].x, unsigned(count), 0, 0));
            if (counterClockwise(&points[starts[r]], count)) {
                close();
                shell = ring;
            } else {
                holes.push_back(ring);
            }
        }
        close();
        out.push_back(parts.size() == 1 ? parts[0]
                                        : GEOSGeom_createCollection_r(context, GEOS_MULTIPOLYGON, parts.data(),
                                                                      unsigned(parts.size())));
    }
    return out;
}

template <class Work>
void tell(const char* name, int repeats, const Work& work) {
    std::vector<double> seconds;
    std::size_t result = 0;
    for (int i = 0; i < repeats; ++i) {
        const double begin = now();
        result = work();
        seconds.push_back(now() - begin);
    }
    std::ranges::sort(seconds);
    std::printf("%s %.9f %zu\n", name, seconds[seconds.size() / 2], result);
}

void join(const std::string& dir) {
    const auto grids = polygons(dir + "/grid.bin");
    Reader file(dir + "/points.bin");
    const auto points = file.read<Point>(file.read<std::uint64_t>(1)[0]);
    tell("join", points.size() > 5'000'000 ? 1 : 3, [&] {
        auto* tree = GEOSSTRtree_create_r(context, 10);
        std::vector<GEOSGeometry*> made;
        for (const Point& p : points) {
            made.push_back(GEOSGeom_createPointFromXY_r(context, p.x, p.y));
            GEOSSTRtree_insert_r(context, tree, made.back(), made.back());
        }
        struct Asked {
            const GEOSPreparedGeometry* grid;
            std::size_t count;
        } asked{nullptr, 0};
        for (const GEOSGeometry* grid : grids) {
            asked.grid = GEOSPrepare_r(context, grid);
            GEOSSTRtree_query_r(
                context, tree, grid,
                [](void* item, void* user) {
                    auto* a = static_cast<Asked*>(user);
                    a->count += GEOSPreparedContains_r(context, a->grid, static_cast<GEOSGeometry*>(item)) == 1;
                },
                &asked);
            GEOSPreparedGeom_destroy_r(context, asked.grid);
        }
        GEOSSTRtree_destroy_r(context, tree);
        for (GEOSGeometry* point : made) GEOSGeom_destroy_r(context, point);
        return asked.count;
    });
}

void land(const std::string& dir) {
    const auto bases = polygons(dir + "/base.bin"), villages = polygons(dir + "/village.bin");
    tell("land", 3, [&] {
        auto* tree = GEOSSTRtree_create_r(context, 10);
        for (GEOSGeometry* village : villages) GEOSSTRtree_insert_r(context, tree, village, village);
        struct Asked {
            GEOSGeometry* base;
            std::size_t pairs;
        } asked{nullptr, 0};
        for (GEOSGeometry* base : bases) {
            asked.base = base;
            GEOSSTRtree_query_r(
                context, tree, base,
                [](void* item, void* user) {
                    auto* a = static_cast<Asked*>(user);
                    auto* common = GEOSIntersection_r(context, a->base, static_cast<GEOSGeometry*>(item));
                    double area = 0;
                    // A square millimetre in square degrees: less is touching.
                    if (GEOSArea_r(context, common, &area) && area > 1e-13) ++a->pairs;
                    GEOSGeom_destroy_r(context, common);
                },
                &asked);
        }
        GEOSSTRtree_destroy_r(context, tree);
        return asked.pairs;
    });
}

void dissolve(const std::string& dir) {
    const auto grids = polygons(dir + "/grid.bin");
    Reader file(dir + "/grid_village.bin");
    const auto villageOf = file.read<std::int32_t>(file.read<std::uint64_t>(1)[0]);
    std::vector<std::vector<GEOSGeometry*>> members(std::size_t(*std::ranges::max_element(villageOf)) + 1);
    for (std::size_t i = 0; i < grids.size(); ++i) members[std::size_t(villageOf[i])].push_back(grids[i]);
    std::vector<GEOSGeometry*> villages;
    for (auto& each : members) {
        villages.push_back(
            GEOSGeom_createCollection_r(context, GEOS_GEOMETRYCOLLECTION, each.data(), unsigned(each.size())));
    }
    tell("dissolve", 3, [&] {
        std::size_t joined = 0;
        for (const GEOSGeometry* village : villages) {
            GEOSGeometry* all = GEOSCoverageUnion_r(context, village);
            joined += all && GEOSGetNumCoordinates_r(context, all) > 0;
            GEOSGeom_destroy_r(context, all);
        }
        return joined;
    });
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    context = GEOS_init_r();
    for (int i = 2; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "join") join(argv[1]);
        if (name == "land") land(argv[1]);
        if (name == "dissolve") dissolve(argv[1]);
    }
    return 0;
}
