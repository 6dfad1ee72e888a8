#include "core/fiche/fiche_plan.hpp"

#include "core/data/xml_file.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace panorama {

namespace {

constexpr std::array<std::string_view, 4> natureNames = {"bought", "payroll", "mco", "mco-payroll"};
constexpr std::array<std::string_view, 5> expectationNames = {"no", "yes", "past-cadrage", "drifting",
                                                              "taxed"};
constexpr double mostRows = 100;

class PlanReader
{
  public:
    PlanReader(XmlFile& file, const Columns& columns, const Nomenclatures& nomenclatures)
        : file_(file), columns_(columns), nomenclatures_(nomenclatures)
    {
    }

    FichePlan read()
    {
        FichePlan plan;
        file_.allowAttributes(file_.root(), {});
        file_.children(file_.root(),
                       {{"title", [&](XmlFile::Element e) { file_.localised(e, plan.title); }},
                        {"guide", [&](XmlFile::Element e) { file_.localised(e, plan.guide); }},
                        {"condition", [&](XmlFile::Element e) { condition(e, plan); }},
                        {"section", [&](XmlFile::Element e) { plan.sections.push_back(section(e)); }}});
        file_.requireBoth(file_.root(), plan.title, "title");
        file_.requireBoth(file_.root(), plan.guide, "guide");
        for (const Expectation expected : asked_)
            if (!plan.conditions.contains(expected))
                file_.fail(file_.root(), DataProblem::unknownReference, nameOf(expected));
        return plan;
    }

  private:
    static std::string nameOf(Expectation expected)
    {
        return std::string(expectationNames[static_cast<std::size_t>(expected)]);
    }

    void condition(XmlFile::Element element, FichePlan& plan)
    {
        file_.allowAttributes(element, {"of", "formula"});
        plan.conditions.emplace(expectation(element, "of"), file_.required(element, "formula"));
    }

    Expectation expectation(XmlFile::Element element, const char* attribute)
    {
        const std::string text = file_.optional(element, attribute);
        if (text.empty()) return Expectation::none;
        const auto found = std::find(expectationNames.begin(), expectationNames.end(), text);
        if (found != expectationNames.end())
            return static_cast<Expectation>(found - expectationNames.begin());
        file_.fail(element, DataProblem::badValue, text, "no, yes, past-cadrage, drifting, taxed");
        return Expectation::none;
    }

    /// Of what is asked only of some projects, the plan must say of which.
    Expectation expected(XmlFile::Element element)
    {
        const Expectation expected = expectation(element, "expected");
        if (expected > Expectation::everyProject) asked_.insert(expected);
        return expected;
    }

    FicheSection section(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id", "folded"});
        FicheSection section{.id = file_.required(element, "id"), .folded = yes(element, "folded")};
        file_.children(element,
                       {{"title", [&](XmlFile::Element e) { file_.localised(e, section.title); }},
                        {"line", [&](XmlFile::Element e) { section.parts.emplace_back(line(e)); }},
                        {"journal", [&](XmlFile::Element e) { section.parts.emplace_back(journal(e)); }},
                        {"schedule", [&](XmlFile::Element e) { section.parts.emplace_back(schedule(e)); }}});
        file_.requireBoth(element, section.title, "title");
        return section;
    }

    FicheLine line(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"field", "formula", "expected", "carried", "strict"});
        FicheLine line;
        const std::string key = file_.required(element, "field");
        const auto field = fieldNamed(key);
        if (!field) file_.fail(element, DataProblem::unknownReference, key);
        line.field = field.value_or(Field{});
        line.formula = file_.optional(element, "formula");
        line.expected = expected(element);
        line.carried = file_.optional(element, "carried").empty() || yes(element, "carried");
        line.strict = yes(element, "strict");
        file_.children(element, {{"help", [&](XmlFile::Element e) { file_.localised(e, line.help); }}});
        return line;
    }

    FicheJournal journal(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id", "rows", "least", "expected"});
        FicheJournal journal{.id = file_.required(element, "id"),
                             .rows = count(element, "rows"),
                             .expected = expected(element)};
        if (journal.expected != Expectation::none) journal.least = count(element, "least");
        file_.children(element,
                       {{"title", [&](XmlFile::Element e) { file_.localised(e, journal.title); }},
                        {"column", [&](XmlFile::Element e) { journal.columns.push_back(column(e)); }}});
        file_.requireBoth(element, journal.title, "title");
        return journal;
    }

    FicheJournal::Column column(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id", "type", "list"});
        FicheJournal::Column column{.id = file_.required(element, "id"),
                                    .type = type(element),
                                    .list = file_.optional(element, "list")};
        if (!column.list.empty() && !nomenclatures_.find(column.list))
            file_.fail(element, DataProblem::unknownReference, column.list);
        file_.children(element, {{"label", [&](XmlFile::Element e) { file_.localised(e, column.label); }}});
        file_.requireBoth(element, column.label, "label");
        return column;
    }

    FicheSchedule schedule(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id", "years"});
        FicheSchedule schedule{.id = file_.required(element, "id"), .years = count(element, "years")};
        file_.children(element,
                       {{"title", [&](XmlFile::Element e) { file_.localised(e, schedule.title); }},
                        {"nature", [&](XmlFile::Element e) { schedule.natures.push_back(nature(e)); }}});
        file_.requireBoth(element, schedule.title, "title");
        return schedule;
    }

    FicheSchedule::Nature nature(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"kind"});
        FicheSchedule::Nature nature{.kind = kind(element)};
        file_.children(element, {{"label", [&](XmlFile::Element e) { file_.localised(e, nature.label); }}});
        file_.requireBoth(element, nature.label, "label");
        return nature;
    }

    bool yes(XmlFile::Element element, const char* attribute)
    {
        const std::string text = file_.optional(element, attribute);
        if (!text.empty() && text != "yes" && text != "no")
            file_.fail(element, DataProblem::badValue, text, "yes, no");
        return text == "yes";
    }

    int count(XmlFile::Element element, const char* attribute)
    {
        const std::string text = file_.required(element, attribute);
        const double number = file_.number(element, text);
        if (number < 1 || number > mostRows) file_.fail(element, DataProblem::badValue, text, "1-100");
        return static_cast<int>(std::clamp(number, 1.0, mostRows));
    }

    FieldType type(XmlFile::Element element)
    {
        const std::string text = file_.required(element, "type");
        const auto type = fieldTypeNamed(text);
        if (!type) file_.fail(element, DataProblem::badValue, text, "text, money, date, list...");
        return type.value_or(FieldType::text);
    }

    FicheSchedule::Kind kind(XmlFile::Element element)
    {
        const std::string text = file_.required(element, "kind");
        const auto found = std::find(natureNames.begin(), natureNames.end(), text);
        if (found == natureNames.end())
            file_.fail(element, DataProblem::badValue, text, "bought, payroll, mco, mco-payroll");
        return static_cast<FicheSchedule::Kind>(found == natureNames.end() ? 0 : found - natureNames.begin());
    }

    std::set<Expectation> asked_;
    XmlFile& file_;
    const Columns& columns_;
    const Nomenclatures& nomenclatures_;
};

} // namespace

std::vector<Field> FichePlan::expectedFields() const
{
    std::vector<Field> fields;
    for (const FicheSection& section : sections)
        for (const FichePart& part : section.parts)
            if (const auto* line = std::get_if<FicheLine>(&part); line && isOfAll(line->expected))
                fields.push_back(line->field);
    return fields;
}

DataResult<FichePlan> FichePlan::read(const std::filesystem::path& path, const Columns& columns,
                                      const Nomenclatures& nomenclatures)
{
    auto file = XmlFile::open(path, "fiche");
    if (!file) return tl::unexpected(file.error());
    FichePlan plan = PlanReader(**file, columns, nomenclatures).read();
    if ((*file)->error()) return tl::unexpected(*(*file)->error());
    return plan;
}

} // namespace panorama
