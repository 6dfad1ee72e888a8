// Reading, understanding and checking an open-data file of 10^5 projects, some 20 MB, of which 826 rows are
// wrong. The file is made in memory, always the same; each step starts from the result of the one before.

#include "core/rules/engine.hpp"
#include "core/table/csv.hpp"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using namespace panorama;

constexpr int projectCount = 100'000;
constexpr int everyBadRow = 121;
constexpr std::size_t badRows = projectCount / everyBadRow; // 826
static_assert(badRows == 826);

struct Project
{
    std::string interministerial;
    std::string phase;
    std::string cost;
    std::string band;
};

/// One of four defects, each of which is one finding.
void spoil(Project& project, int which)
{
    switch (which % 4) {
    case 0: project.phase = "En production"; break;
    case 1: project.cost = "douze"; break;
    case 2: project.band = "plus de 100 M€"; break;
    default: project.interministerial = "Peut-être"; break;
    }
}

std::string row(int number)
{
    static constexpr std::string_view ministries[][2] = {{"MJ", "Ministère de la Justice"},
                                                         {"MINARM", "Ministère des Armées"},
                                                         {"MI", "Ministère de l'Intérieur"},
                                                         {"MC", "Ministère de la Culture"}};
    static constexpr std::string_view phases[] = {"Conception / Réalisation", "Expérimentation",
                                                  "Déploiement"};
    const auto& [acronym, ministry] = ministries[number % 4];
    const double cost = 9.25 + number % 1000 / 100.0; // 9.25 to 19.24
    Project project{number % 3 ? "Non" : "Oui", std::string(phases[number % 3]), fmt::format("{:.2f}", cost),
                    "entre 9 et 20 M€"};
    if (number % everyBadRow == 0) spoil(project, number / everyBadRow);
    return fmt::format("{},{},PROJET {:06},{},\"Refonte du système, de ses données et de ses échanges : lot "
                       "{}\",https://example.fr/{}/,"
                       "{}-{:02}-01,{:.2f},{},{},{},Gestion des moyens "
                       "{},P{},https://example.fr/pap/{},2021-12-01\n",
                       acronym, ministry, number, project.interministerial, number % 50, number,
                       2016 + number % 5, 1 + number % 12, 6 + number % 13 / 4.0, project.phase, project.cost,
                       project.band, number % 40, 100 + number % 250, number % 250);
}

const std::string& file()
{
    static const std::string text = [] {
        std::string all = "Ministère porteur,Ministère nom complet,Nom du projet,Projet "
                          "interministériel,Description et objectifs du projet,"
                          "En savoir plus sur le projet,Début,Durée prévisionnelle en année,Phase du projet "
                          "en cours,Coût estimé,Coût estimé par "
                          "tranche,Zone fonctionnelle,Financement [programme(s)],Lien vers les Projets "
                          "Annuels de Performances,Date de publication\n";
        for (int number = 1; number <= projectCount; ++number)
            all += row(number);
        return all;
    }();
    return text;
}

template <typename T>
T required(DataResult<T> result)
{
    if (!result) throw std::runtime_error(result.error().file + ": " + result.error().subject);
    return std::move(*result);
}

struct Library
{
    std::filesystem::path folder = std::filesystem::path(PANORAMA_SOURCE_DIR) / "extension";
    Columns columns = required(Columns::read(folder / "data/columns.xml"));
    Nomenclatures nomenclatures = required(Nomenclatures::read(folder / "data/nomenclatures.xml"));
    EditionTable editions = required(EditionTable::read(folder / "data/editions.xml"));
    Pack pack = required(PackReader(columns, nomenclatures, folder / "packs").readStandard("open-data"));

    CheckContext context() const
    {
        return {nomenclatures, editions, {.number = {}, .month = parseYearMonth("2021-11")}};
    }
};

const Library& library()
{
    static const Library library;
    return library;
}

void countRows(benchmark::State& state)
{
    state.SetItemsProcessed(state.iterations() * projectCount);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file().size()));
}

void readFile(benchmark::State& state)
{
    const std::string& text = file();
    for (auto _ : state) {
        auto csv = parseCsv(text, "bench");
        benchmark::DoNotOptimize(csv);
        if (!csv || csv->sheet.rowCount() != projectCount + 1)
            return state.SkipWithError("the file was not read as written");
    }
    countRows(state);
}

void findTheTable(benchmark::State& state)
{
    const auto csv = parseCsv(file(), "bench");
    for (auto _ : state) {
        const auto tables = findTables(csv->sheet, library().columns);
        if (tables.size() != 1 || tables[0].rowCount() != projectCount)
            return state.SkipWithError("the table was not found");
    }
    countRows(state);
}

void checkTheTable(benchmark::State& state)
{
    const auto csv = parseCsv(file(), "bench");
    const auto tables = findTables(csv->sheet, library().columns);
    for (auto _ : state) {
        const auto findings = findAll(tables.at(0), library().pack, library().context());
        if (findings.size() != badRows) return state.SkipWithError("not one finding for each wrong row");
    }
    countRows(state);
}

void everything(benchmark::State& state)
{
    for (auto _ : state) {
        const auto csv = parseCsv(file(), "bench");
        const auto tables = findTables(csv->sheet, library().columns);
        if (findAll(tables.at(0), library().pack, library().context()).size() != badRows)
            return state.SkipWithError("not one finding for each wrong row");
    }
    countRows(state);
}

BENCHMARK(readFile)->Unit(benchmark::kMillisecond);
BENCHMARK(findTheTable)->Unit(benchmark::kMillisecond);
BENCHMARK(checkTheTable)->Unit(benchmark::kMillisecond);
BENCHMARK(everything)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
