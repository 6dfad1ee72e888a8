#include "core/figures/opinion.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <string_view>

using namespace panorama;

BOOST_AUTO_TEST_SUITE(opinion)

BOOST_AUTO_TEST_CASE(the_kind_is_read_in_both_languages)
{
    constexpr struct
    {
        std::string_view text;
        std::optional<OpinionKind> kind;
    } rows[] = {
        {"ministère", OpinionKind::ministry},
        {"MINISTERE", OpinionKind::ministry},
        {"ministry", OpinionKind::ministry},
        {"tutelle", OpinionKind::supervised},
        {"sous tutelle", OpinionKind::supervised},
        {"hors champ", OpinionKind::outsideScope},
        {"Hors-champ", OpinionKind::outsideScope},
        {"région", std::nullopt},
        {"", std::nullopt},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text) BOOST_TEST((opinionKind(row.text) == row.kind));
}

BOOST_AUTO_TEST_CASE(nine_million_euros_call_for_an_opinion)
{
    using enum OpinionKind;
    constexpr struct
    {
        double cost;
        bool inCadrage;
        OpinionKind kind;
        std::string_view date; // empty: today's rule
        std::string_view status;
    } rows[] = {
        {8.999999, true, ministry, "", "non requis"},
        {9, true, ministry, "", "avis conforme requis avant contractualisation"},
        {9, false, ministry, "", "avis conforme attendu au dossier"},
        {9, true, supervised, "", "avis avec recommandations requis avant contractualisation"},
        {9, false, supervised, "", "avis avec recommandations attendu au dossier"},
        {500, true, outsideScope, "", "hors champ"},
        {1, true, outsideScope, "", "hors champ"},
        {12, false, ministry, "2014-07-31", "non requis avant août 2014"},
        {12, false, ministry, "2014-08-01", "avis conforme attendu au dossier"},
        {8, false, ministry, "2014-07-31", "non requis"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.cost << " " << row.date)
        {
            const auto date =
                row.date.empty() ? std::nullopt : std::optional(parseDate(row.date).value().date);
            BOOST_TEST(opinionStatus(row.cost, row.inCadrage, row.kind, date) == row.status);
        }
}

BOOST_AUTO_TEST_CASE(the_answer_is_due_a_month_later_then_the_suspended_days)
{
    constexpr struct
    {
        std::string_view received;
        int suspended;
        std::string_view due; // empty: out of domain
    } rows[] = {
        {"2021-03-15", 0, "2021-04-15"}, {"2021-03-15", 10, "2021-04-25"}, {"2021-01-31", 0, "2021-02-28"},
        {"2020-01-31", 0, "2020-02-29"}, {"2021-01-31", 1, "2021-03-01"},  {"2021-12-31", 0, "2022-01-31"},
        {"2021-03-15", -1, ""},          {"2021-03-15", 1'000'000, ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.received << " + " << row.suspended)
        {
            const auto due = opinionDue(parseDate(row.received).value().date, row.suspended);
            BOOST_TEST((due ? isoDate(*due) : "") == row.due);
            if (!due) BOOST_TEST((due.error() == FigureError::outOfDomain));
        }
}

BOOST_AUTO_TEST_SUITE_END()
