#include "catalogue/catalogue.hpp"
#include "core/functions/function.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;

namespace {

/// Reads the values of an example: numbers, "text", TRUE, DATE(y;m;d), {1;2|3;4}, errors, and nothing at all.
class Literals
{
  public:
    explicit Literals(std::string_view text) : text_(text) {}

    std::vector<Value> arguments()
    {
        std::vector<Value> values;
        skipSpaces();
        if (atEnd()) return values;
        do
            values.push_back(value());
        while (take(';'));
        if (!atEnd()) throw std::runtime_error("not understood: " + std::string(text_.substr(at_)));
        return values;
    }

    Value single()
    {
        const Value read = value();
        if (!atEnd()) throw std::runtime_error("not understood: " + std::string(text_.substr(at_)));
        return read;
    }

  private:
    Value value()
    {
        skipSpaces();
        if (atEnd() || peek() == ';' || peek() == '|' || peek() == '}') return {};
        if (peek() == '"') return text();
        if (peek() == '{') return array();
        return word();
    }

    Value text()
    {
        std::string read;
        for (++at_; !atEnd(); ++at_) {
            if (peek() != '"') {
                read += peek();
                continue;
            }
            ++at_;
            if (atEnd() || peek() != '"') {
                skipSpaces();
                return read;
            }
            read += '"';
        }
        throw std::runtime_error("a text does not end");
    }

    Value array()
    {
        std::vector<Value> cells;
        std::size_t rows = 0, columns = 0;
        ++at_;
        do {
            std::size_t width = 0;
            do {
                cells.push_back(value());
                ++width;
            } while (take(';'));
            columns = rows == 0 ? width : columns;
            if (width != columns) throw std::runtime_error("rows of different lengths");
            ++rows;
        } while (take('|'));
        if (!take('}')) throw std::runtime_error("an array does not end");
        return Array(rows, columns, std::move(cells));
    }

    Value word()
    {
        static constexpr std::pair<std::string_view, CellError> errors[] = {
            {"#N/A", CellError::notAvailable},       {"#DIV/0!", CellError::divisionByZero},
            {"#VALUE!", CellError::noValue},         {"Err:502", CellError::illegalArgument},
            {"Err:511", CellError::missingArgument}, {"Err:523", CellError::noConvergence}};
        const std::size_t end = std::min(
            text_.find_first_of(text_.substr(at_).starts_with("DATE(") ? ")" : ";|}", at_), text_.size());
        std::string_view read = text_.substr(at_, end - at_);
        at_ = end;
        while (read.ends_with(' '))
            read.remove_suffix(1);
        for (const auto& [shown, error] : errors)
            if (read == shown) return error;
        if (read == "TRUE" || read == "FALSE") return read == "TRUE" ? 1.0 : 0.0;
        if (read.starts_with("DATE(")) {
            take(')');
            const auto parts = Literals(read.substr(5)).arguments();
            return serialOf(std::chrono::year(static_cast<int>(parts.at(0).number())) /
                            static_cast<int>(parts.at(1).number()) / static_cast<int>(parts.at(2).number()));
        }
        double number = 0;
        const auto [rest, problem] = std::from_chars(read.data(), read.data() + read.size(), number);
        if (problem != std::errc() || rest != read.data() + read.size())
            throw std::runtime_error("no literal: " + std::string(read));
        return number;
    }

    bool atEnd() const { return at_ >= text_.size(); }
    char peek() const { return text_[at_]; }
    void skipSpaces()
    {
        while (!atEnd() && peek() == ' ')
            ++at_;
    }
    bool take(char character)
    {
        skipSpaces();
        if (atEnd() || peek() != character) return false;
        ++at_;
        skipSpaces();
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string shown(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::absent: return "(nothing)";
    case Value::Kind::number: return std::to_string(value.number());
    case Value::Kind::text: return '"' + value.text() + '"';
    case Value::Kind::error: {
        static constexpr const char* names[] = {"#N/A",    "#DIV/0!", "#VALUE!",
                                                "Err:502", "Err:523", "Err:511"};
        return names[static_cast<int>(value.error())];
    }
    case Value::Kind::cells: return "(cells)";
    case Value::Kind::array: break;
    }
    std::string text = "{";
    const Array& array = value.array();
    for (std::size_t i = 0; i < array.size(); ++i)
        text += (i == 0 ? "" : i % array.columnCount() == 0 ? "|" : ";") + shown(array.at(i));
    return text + "}";
}

bool same(const Value& got, const Value& expected)
{
    if (got.kind() != expected.kind()) return false;
    switch (got.kind()) {
    case Value::Kind::number: {
        const double size = std::max(1.0, std::fabs(expected.number()));
        return std::fabs(got.number() - expected.number()) <= 1e-11 * size;
    }
    case Value::Kind::text: return got.text() == expected.text();
    case Value::Kind::error: return got.error() == expected.error();
    case Value::Kind::absent: return true;
    case Value::Kind::cells: return false;
    case Value::Kind::array: break;
    }
    const Array &a = got.array(), &b = expected.array();
    if (a.rowCount() != b.rowCount() || a.columnCount() != b.columnCount()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same(a.at(i), b.at(i))) return false;
    return true;
}

Host host()
{
    return {.nullDateOffset = 0, .editions = &test::library().editions};
}

void check(std::string_view name, std::string_view arguments, std::string_view result)
{
    BOOST_TEST_CONTEXT(name << "(" << arguments << ")")
    {
        const auto values = Literals(arguments).arguments();
        const Value got = compute(name, values, host()), expected = Literals(result).single();
        BOOST_TEST(same(got, expected), "got " << shown(got) << ", expected " << shown(expected));
    }
}

const Catalogue& catalogue()
{
    static const Catalogue read = readCatalogue(test::sourceFolder / "catalogue/functions.xml").value();
    return read;
}

} // namespace

BOOST_AUTO_TEST_SUITE(functions)

BOOST_AUTO_TEST_CASE(every_example_of_the_catalogue_holds)
{
    for (const auto& function : catalogue().functions)
        for (const auto& example : function.examples)
            BOOST_TEST_CONTEXT("functions.xml:" << example.line)
    check(function.name, example.arguments, example.result);
}

BOOST_AUTO_TEST_CASE(catalogue_and_code_agree)
{
    std::vector<std::string> declared;
    for (const auto& function : catalogue().functions)
        declared.push_back(function.name);
    const auto names = functionNames();
    BOOST_TEST(std::vector<std::string>(names.begin(), names.end()) == declared,
               boost::test_tools::per_element());

    for (const auto& function : catalogue().functions)
        BOOST_TEST_CONTEXT(function.name)
        {
            const std::vector<Value> none(function.arguments.size());
            if (function.requiredCount() > 0) check(function.name, "", "Err:511");
            BOOST_TEST(same(compute(function.name, none, host()), CellError::missingArgument));
            // one required argument left out, all others of no harm
            for (std::size_t left = 0; left < function.requiredCount(); ++left) {
                std::vector<Value> values(function.requiredCount(), Value(1.0));
                values[left] = Value();
                BOOST_TEST(same(compute(function.name, values, host()), CellError::missingArgument),
                           "without argument " << left);
            }
            const std::vector<Value> tooMany(function.arguments.size() + 1, Value(1.0));
            BOOST_TEST(same(compute(function.name, tooMany, host()), CellError::illegalArgument));
        }
}

// The names and their arguments are what saved files carry.
BOOST_AUTO_TEST_CASE(the_functions_of_the_contract_take_as_many_arguments_as_it_says)
{
    constexpr struct
    {
        std::string_view name;
        std::string_view english;
        std::string_view french;
        std::size_t required;
        std::size_t all;
    } rows[] = {
        {"fullCost", "MAREVA.COST", "MAREVA.COUT", 2, 6},
        {"fullCostSchedule", "MAREVA.COST.SCHEDULE", "MAREVA.COUT.ECHEANCIER", 4, 5},
        {"netPresentValue", "MAREVA.NPV", "MAREVA.VAN", 3, 4},
        {"internalRate", "MAREVA.IRR", "MAREVA.TRI", 2, 3},
        {"payback", "MAREVA.PAYBACK", "MAREVA.DELAI.RETOUR", 2, 3},
        {"costBand", "COST.BAND", "TRANCHE.COUT", 1, 2},
        {"slippage", "SLIPPAGE", "GLISSEMENT", 2, 2},
        {"calendarSlippage", "SLIPPAGE.CALENDAR", "GLISSEMENT.CALENDAIRE", 3, 3},
        {"meanSlippage", "SLIPPAGE.MEAN", "GLISSEMENT.MOYEN", 2, 5},
        {"slippageDetail", "SLIPPAGE.DETAIL", "GLISSEMENT.DETAIL", 2, 5},
        {"globalSlippage", "SLIPPAGE.GLOBAL", "GLISSEMENT.GLOBAL", 2, 2},
        {"floorSlippage", "SLIPPAGE.FLOOR", "GLISSEMENT.PLANCHER", 3, 5},
        {"slippageBreakdown", "SLIPPAGE.BREAKDOWN", "GLISSEMENT.DECOMPOSITION", 6, 8},
        {"recurringDrift", "SLIPPAGE.RECURRING", "GLISSEMENT.RECURRENT", 1, 3},
        {"targetGap", "TARGET.GAP", "ECART.CIBLE", 2, 2},
        {"avoidedSpending", "AVOIDED.SPENDING", "DEPENSES.EVITEES", 3, 3},
        {"editionDelta", "EDITION.DELTA", "ECART.EDITION", 2, 2},
        {"editionDeltaText", "EDITION.DELTA.TEXT", "ECART.EDITION.TEXTE", 3, 3},
        {"editionFigure", "EDITION.FIGURE", "EDITION.CHIFFRE", 2, 3},
        {"editionSource", "EDITION.SOURCE", "EDITION.SOURCE", 2, 2},
        {"editionBreak", "EDITION.BREAK", "EDITION.RUPTURE", 2, 2},
        {"editionEntering", "EDITION.ENTERING", "EDITION.ENTRANTS", 2, 3},
        {"editionLeaving", "EDITION.LEAVING", "EDITION.SORTANTS", 2, 3},
        {"editionRenamed", "EDITION.RENAMED", "EDITION.RENOMMES", 2, 2},
        {"editionRenewal", "EDITION.RENEWAL", "EDITION.RENOUVELLEMENT", 2, 3},
        {"portfolioTotal", "PORTFOLIO.TOTAL", "PANORAMA.TOTAL", 1, 2},
        {"durationYears", "DURATION.YEARS", "DUREE.ANNEES", 2, 3},
        {"plannedEnd", "PLANNED.END", "FIN.PREVUE", 2, 2},
        {"frenchDate", "FRENCH.DATE", "DATE.FRANCAISE", 1, 1},
        {"opinionStatus", "OPINION.STATUS", "AVIS.STATUT", 2, 4},
        {"opinionDue", "OPINION.DUE", "AVIS.ECHEANCE", 1, 2},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.name)
        {
            const auto& all = catalogue().functions;
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const auto& f) { return f.name == row.name; });
            BOOST_REQUIRE((found != all.end()));
            BOOST_TEST(found->label.english == row.english);
            BOOST_TEST(found->label.french == row.french);
            BOOST_TEST(found->requiredCount() == row.required);
            BOOST_TEST(found->arguments.size() == row.all);
        }
}

BOOST_AUTO_TEST_CASE(withheld_zero_empty_and_wrong_values_have_the_answer_of_the_contract)
{
    constexpr struct
    {
        std::string_view name;
        std::string_view arguments;
        std::string_view result;
    } rows[] = {
        // withheld or absent where one value is asked
        {"slippage", "\"En cadrage\"; 110", "#N/A"},
        {"slippage", "100; \"Non communiqué\"", "#N/A"},
        {"slippage", "100; \"NA\"", "#N/A"},
        {"slippage", "100; \"-\"", "#N/A"},
        {"slippage", "100; \"\"", "#N/A"},
        {"slippage", "\"\"; 110", "#N/A"},
        {"slippage", "\"Révision de trajectoire\"; 110", "#N/A"},
        {"slippage", "\"Appel d'offres en cours\"; 110", "#N/A"},
        {"costBand", "\"-\"", "#N/A"},
        {"fullCost", "10; \"En cadrage\"", "#N/A"},
        {"fullCost", "10; {1|\"NA\"}", "#N/A"},
        {"plannedEnd", "\"En cadrage\"; 3", "#N/A"},
        {"frenchDate", "\"-\"", "#N/A"},
        {"opinionStatus", "\"Non communiqué\"; \"Cadrage\"", "#N/A"},
        {"editionDelta", "\"-\"; 0.1", "#N/A"},
        {"editionDeltaText", "0.1; \"\"; 12", "#N/A"},
        {"globalSlippage", "\"En cadrage\"; 0.1", "#N/A"},
        {"durationYears", "\"NA\"; DATE(2020;7;1)", "#N/A"},
        // the same inside a range, and its empty cells: left out and counted
        {"meanSlippage", "{100|\"En cadrage\"|200}; {110|90|260}", "0.2"},
        {"meanSlippage", "{100|200|50}; {110|260|\"Non communiqué\"}", "0.2"},
        {"meanSlippage", "{100|200|50}; {110|260|}", "0.2"},
        {"meanSlippage", "{100|200|}; {110|260|90}", "0.2"},
        {"meanSlippage", "{100|200|50}; {110|260|\"-\"}; \"agrégé\"", "0.23333333333333333"},
        {"portfolioTotal", "{10||\"NA\"|\"\"|20}", "30"},
        {"floorSlippage", "{100|\"NA\"|200}; {110|1|260}; {0|0|0}", "0.2"},
        {"recurringDrift", "{0.1|\"NA\"|0.12||0.15|0.2}", "1"},
        {"slippageDetail", "{100|200|\"En cadrage\"|50}; {110|260|1|}",
         "{\"méthode\";\"moyen\"|\"taux\";0.2|\"projets retenus\";2|\"projets "
         "exclus\";2|\"médiane\";0.2|\"minimum\";0.1|\"maximum\";0.3}"},
        {"slippageDetail", "{100|200|50}; {110|260|90}; ; {\"\"|\"Publiable\"|\"Révision de trajectoire\"}",
         "{\"méthode\";\"moyen\"|\"taux\";0.2|\"projets retenus\";2|\"projets "
         "exclus\";1|\"médiane\";0.2|\"minimum\";0.1|\"maximum\";0.3}"},
        {"slippageDetail", "{100|200|50}; {110|260|90}; \"pondéré\"; ; {3|1|\"NA\"}",
         "{\"méthode\";\"pondéré\"|\"taux\";0.15|\"projets retenus\";2|\"projets "
         "exclus\";1|\"médiane\";0.2|\"minimum\";0.1|\"maximum\";0.3}"},
        // an empty single cell arrives as 0
        {"slippage", "100; 0", "#N/A"},
        {"slippage", "0; 110", "#DIV/0!"},
        {"slippage", "0; 0", "#DIV/0!"},
        {"slippage", "\"En cadrage\"; 0", "#N/A"},
        {"meanSlippage", "100; 0", "#N/A"},
        {"costBand", "0", "#N/A"},
        {"portfolioTotal", "0", "#N/A"},
        {"fullCost", "0; 1", "#N/A"},
        {"fullCost", "10; 0", "#N/A"},
        {"opinionStatus", "0; \"Cadrage\"", "#N/A"},
        {"avoidedSpending", "0; 0.3; 0.1", "#N/A"},
        {"frenchDate", "0", "#N/A"},
        {"opinionDue", "0", "#N/A"},
        {"plannedEnd", "0; 3", "#N/A"},
        {"durationYears", "0; DATE(2020;7;1)", "#N/A"},
        {"durationYears", "DATE(2020;7;1); 0", "#N/A"},
        {"calendarSlippage", "DATE(2021;1;1); DATE(2022;1;1); 0", "#N/A"},
        {"calendarSlippage", "0; DATE(2022;1;1); DATE(2023;1;1)", "#N/A"},
        {"targetGap", "0.1; 0", "#N/A"},
        // a rate of 0 is a rate; a cost of 0 or below in a range is none
        {"editionDelta", "0; 0.1", "10"},
        {"editionDelta", "0.1; 0", "-10"},
        {"globalSlippage", "0; 0", "0"},
        {"targetGap", "0; DATE(2021;11;1)", "-25"},
        {"avoidedSpending", "100; 0.2; 0", "20"},
        {"netPresentValue", "0; {0|60}; {50|0}", "10"},
        {"portfolioTotal", "{10|0}", "10"},
        {"portfolioTotal", "{10|-4}", "10"},
        {"portfolioTotal", "-4", "Err:502"},
        {"meanSlippage", "{100|100}; {0|100}", "0"},
        {"meanSlippage", "{100|0}; {110|10}", "0.1"},
        {"meanSlippage", "{100|-5}; {110|10}", "0.1"},
        {"floorSlippage", "{100|0}; {110|10}; {0|0}", "0.1"},
        {"slippageDetail", "{100|0}; {110|10}",
         "{\"méthode\";\"moyen\"|\"taux\";0.1|\"projets retenus\";1|\"projets "
         "exclus\";1|\"médiane\";0.1|\"minimum\";0.1|\"maximum\";0.1}"},
        // an initial value of zero
        {"calendarSlippage", "DATE(2021;1;1); DATE(2021;1;1); DATE(2022;1;1)", "#DIV/0!"},
        // numbers as text, and texts that are none
        {"slippage", "\"100\"; \"112,5\"", "0.125"},
        {"slippage", "\"1 000\"; \"1 125.0\"", "0.125"},
        {"slippage", "\"100\u00A0000\"; \"112\u202F500\"", "0.125"},
        {"editionDelta", "\"28,4 %\"; \"13,5 %\"", "-14.9"},
        {"slippage", "100; \"beaucoup\"", "#VALUE!"},
        {"slippage", "100; \"=1+1\"", "#VALUE!"},
        {"meanSlippage", "{100|\"cent\"}; {110|110}", "#VALUE!"},
        {"portfolioTotal", "{10|\"x\"}", "#VALUE!"},
        {"frenchDate", "\"31/04/2015\"", "#VALUE!"},
        {"frenchDate", "\"2021\"", "#VALUE!"},
        {"globalSlippage", "28.4; 24.6", "Err:502"},
        {"editionRenewal", "{\"ALTAÏR\"|\"BÊTA\"}; {\"AL\u00ADTAÏR\"|\"\u200BBÊTA\u2060\"}", "0"},
        {"targetGap", "28.4; DATE(2021;11;1)", "Err:502"},
        {"frenchDate", "\"T3 2022\"", "#VALUE!"},
        {"frenchDate", "\"fin 2024\"", "#VALUE!"},
        {"frenchDate", "\"20260401\"", "#VALUE!"},
        {"frenchDate", "\"31/12/26\"", "46387"},
        {"frenchDate", "\"depuis janvier 2019\"", "43466"},
        {"editionFigure", "\"quatorze\"; \"projets\"", "#VALUE!"},
        // out of domain, different lengths, unknown methods and editions
        {"slippage", "-1; 10", "Err:502"},
        {"slippage", "10; -1", "Err:502"},
        {"meanSlippage", "{100|200}; {110}", "Err:502"},
        {"meanSlippage", "{100|200}; {110|260}; ; {\"Cadrage\"}", "Err:502"},
        {"meanSlippage", "{100|200}; {110|260}; \"pondéré\"; ; {1}", "Err:502"},
        {"meanSlippage", "{100|200}; {110|260}; 3", "Err:502"},
        {"floorSlippage", "{100|200}; {110|260}; {0}", "Err:502"},
        {"slippageBreakdown", "{\"A\"|\"B\"}; {100}; {110|130}; {\"A\"}; {100}; {120}", "Err:502"},
        {"portfolioTotal", "{10|20}; {\"Cadrage\"}", "Err:502"},
        {"netPresentValue", "0.1; {1|2|3}; {1|2}", "Err:502"},
        {"editionFigure", "15; \"projets\"", "#N/A"},
        {"editionFigure", "17; \"coût total\"", "#N/A"},
        {"editionFigure", "21; \"projets\"", "Err:502"},
        {"editionFigure", "0; \"projets\"", "Err:502"},
        {"editionFigure", "14.5; \"projets\"", "Err:502"},
        {"editionFigure", "14; \"projets\"; \"rumeur\"", "Err:502"},
        {"editionBreak", "0; 14", "Err:502"},
        {"durationYears", "DATE(2020;7;1); DATE(2015;4;1)", "Err:502"},
        {"opinionDue", "DATE(2021;3;15); 1.5", "Err:502"},
        {"costBand", "-0.5", "Err:502"},
        // several cells where one value is asked
        {"slippage", "100; {110|120}", "#VALUE!"},
        {"costBand", "{5|6}", "#VALUE!"},
        {"costBand", "{5;6}", "#VALUE!"},
        {"meanSlippage", "{100|200}; {110|260}; {\"moyen\"|\"agrégé\"}", "#VALUE!"},
        {"editionFigure", "{13|14}; \"projets\"", "#VALUE!"},
        {"frenchDate", "{\"avril 15\"|\"mai 15\"}", "#VALUE!"},
        // one cell of an array is one value; an empty one is there but absent
        {"slippage", "{100}; {112.5}", "0.125"},
        {"slippage", "100; {}", "#N/A"},
        {"costBand", "{}", "#N/A"},
        // errors in a single cell come out again
        {"slippage", "#DIV/0!; 110", "#DIV/0!"},
        {"slippage", "100; Err:502", "Err:502"},
        {"costBand", "#N/A", "#N/A"},
        {"meanSlippage", "{100}; #VALUE!", "#VALUE!"},
        {"editionDelta", "{#DIV/0!}; 0.1", "#DIV/0!"},
        // optional arguments left out or empty
        {"fullCost", "10; 1; ; 0.2", "14.4"},
        {"fullCost", "{4|6|0}; 1; ; 0.2", "14.4"},
        {"fullCost", "{4|6}; 1", "12"},
        {"fullCost", "{4|\"En cadrage\"}; 1", "#N/A"},
        {"fullCost", "{4|\"beaucoup\"}; 1", "#VALUE!"},
        {"fullCost", "{0|0}; 1", "#N/A"},
        {"fullCost", "10; 1; \"\"; 0.2", "14.4"},
        {"meanSlippage", "{100|200}; {110|260}; ", "0.2"},
        {"meanSlippage", "{100|200}; {110|260}; ; ; ", "0.2"},
        {"meanSlippage", "{100|200}; {110|260}; \"\"", "0.2"},
        {"meanSlippage", "{100|200}; {110|260}; 0", "0.2"}, // an empty cell
        {"recurringDrift", "{0.1|0.12|0.15|0.2}; ; 3", "1"},
        {"recurringDrift", "{0.15|0.2}; 0.05; 1", "0"}, // 5 points are not more than 5 points
        {"durationYears", "DATE(2015;4;1); DATE(2020;7;1); ", "5.25"},
        {"costBand", "12; ", "\"entre 9 et 20 M€\""},
        {"costBand", "12; \"\"", "\"entre 9 et 20 M€\""},
        {"opinionStatus", "12; \"Cadrage\"; ; ", "\"avis conforme requis avant contractualisation\""},
        {"opinionDue", "DATE(2021;1;31); ", "DATE(2021;2;28)"},
        {"editionFigure", "14; \"projets\"; ", "50"},
        // flows of periods: empty is 0, a withheld amount makes the figure unknown
        {"netPresentValue", "0; {|60|60}; {100||}", "20"},
        {"netPresentValue", "0; {0|\"En cadrage\"}; {100|0}", "#N/A"},
        {"payback", "{|50|50}; {100||}", "2"},
        // figures of editions, contradictions and breaks
        {"editionFigure", "9; \"durée moyenne\"", "Err:511"},
        {"editionFigure", "5; \"glissement budgétaire\"; \"article\"", "0.26"},
        {"editionFigure", "18; \"coût total\"", "3.602"},
        {"editionFigure", "1; \"Interministeriels\"", "18"},
        {"editionFigure", "10; \"glissement budgétaire\"", "#N/A"},
        {"editionFigure", "13; \"sortants\"", "#N/A"},
        {"editionBreak", "12; 14", "\"\""},
        {"editionDeltaText", "0.284; 0.135; 12", "\"-14,9 points par rapport à novembre 2020\""},
        {"editionDeltaText", "0.1; 0.119; 8", "\"+1,9 point par rapport à mars 2019\""},
        {"targetGap", "0.24; DATE(2022;12;31)", "9"},
        {"targetGap", "0.24; DATE(2023;1;1)", "#N/A"},
        // leaving flags
        {"floorSlippage", "{100|100|100|100}; {110|200|200|200}; {\"Non\"|\"oui\"|\"X\"|1}", "0.1"},
        {"floorSlippage", "{100|100}; {110|200}; {FALSE|TRUE}", "0.1"},
        {"floorSlippage", "{100|100}; {110|200}; {|\"Oui\"}", "0.1"},
        // renewal and renames
        {"editionRenewal", "{\"A\"|\"B\"|\"C\"}; {\"a\"|\"b\"|\"D\"|\"E\"}", "0.5"},
        {"editionEntering", "{\"A\"}; {\"A\"|\"\"|\"-\"|\"B\"}", "{\"B\"}"},
        {"editionLeaving", "{\"A\"|\"B\"}; {\"A\"|\"C\"}; {\"B\";\"C\"}", "{\"\"}"},
        {"noSuchFunction", "1", "Err:502"},
    };
    for (const auto& row : rows)
        check(row.name, row.arguments, row.result);
}

BOOST_AUTO_TEST_CASE(dates_count_from_the_null_date_of_the_document)
{
    // A document that counts from 1904-01-01 is 1462 days behind.
    const Host later{.nullDateOffset = 1462, .editions = &test::library().editions};
    const auto call = [&](std::string_view name, std::vector<Value> values) {
        return compute(name, values, later);
    };
    const double april2015 = 42095 - 1462, july2020 = 44013 - 1462;
    BOOST_TEST(same(call("frenchDate", {"avril 15"}), april2015));
    BOOST_TEST(same(call("plannedEnd", {april2015, 5.25}), july2020));
    BOOST_TEST(same(call("durationYears", {april2015, july2020}), 5.25));
    BOOST_TEST(same(call("durationYears", {"avril 2015", july2020}), 5.25));
    BOOST_TEST(same(call("opinionDue", {april2015}), april2015 + 30));
    BOOST_TEST(same(call("targetGap", {0.154, 44501.0 - 1462}), -9.6)); // 2021-11-01
}

BOOST_AUTO_TEST_CASE(without_the_published_editions_their_functions_know_nothing)
{
    const Host none;
    const auto call = [&](std::string_view name, std::vector<Value> values) {
        return compute(name, values, none);
    };
    BOOST_TEST(same(call("editionFigure", {14.0, "projets"}), CellError::notAvailable));
    BOOST_TEST(same(call("editionBreak", {13.0, 14.0}), CellError::notAvailable));
    BOOST_TEST(same(call("targetGap", {0.1, 44501.0}), CellError::notAvailable));
}

BOOST_AUTO_TEST_CASE(a_whole_column_is_as_long_as_its_data)
{
    const auto column = [](std::vector<Value> cells) { return Value(Array(1048576, 1, std::move(cells))); };
    const std::vector<Value> rates{column({100.0, 200.0}), column({110.0, 260.0, Value()})};
    BOOST_TEST(same(compute("meanSlippage", rates, host()), 0.2));
    const std::vector<Value> names{column({"A", "B"}), column({"A", "C"})};
    BOOST_TEST(same(compute("editionEntering", names, host()), Value(Array(1, 1, {Value("C")}))));
    const std::vector<Value> costs{column({10.0, 20.0}), column({"Cadrage"})};
    BOOST_TEST(same(compute("portfolioTotal", costs, host()), 20.0));
}

BOOST_AUTO_TEST_SUITE_END()
