#include "core/text/withheld.hpp"

#include <boost/test/unit_test.hpp>
#include <string_view>

using namespace panorama;

BOOST_AUTO_TEST_SUITE(withheld_text)

BOOST_AUTO_TEST_CASE(what_a_cell_says_about_withholding)
{
    using enum Withheld;
    constexpr struct
    {
        std::string_view text;
        Withheld meaning;
    } rows[] = {
        {"", absent},
        {" ", absent},
        {"-", absent},
        {"—", absent},
        {"NA", absent},
        {"N/A", absent},
        {"na", absent},
        {"\u00A0", absent},
        {"Cadrage", cadrage},
        {"En cadrage", cadrage},
        {"en cadrage", cadrage},
        {"EN CADRAGE ", cadrage},
        {"En\u00A0cadrage", cadrage},
        {"En phase de cadrage", cadrage},
        {"Révision de trajectoire", revision},
        {"REVISION DE TRAJECTOIRE", revision},
        {"En révision de trajectoire", revision},
        {"Appel d'offres en cours", tender},
        {"Appel d’offres en cours", tender},
        {"appel d offres en cours", tender},
        {"Non communiqué", other},
        {"NON COMMUNIQUE", other},
        {"Autre motif", other},
        // what the published files put into the phase column
        {"Les éléments chiffrés des projets en cours d’appel d’offres ou dont la trajectoire est en cours de "
         "révision ne sont "
         "volontairement pas publiés",
         other},
        {"Déploiement", no},
        {"Conception / Réalisation", no},
        {"Expérimentation", no},
        {"Terminé", no},
        {"Publiable", no},
        {"12,5", no},
        {"0", no},
        {"cadrages", no},
        {"Recadrage", no},
        {"NAVIRE", no},
        {"Projet sans révision", no},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT("<" << row.text << ">") BOOST_TEST((withheldBy(row.text) == row.meaning));
}

BOOST_AUTO_TEST_CASE(a_blank_is_no_reason)
{
    constexpr struct
    {
        Withheld meaning;
        bool isKeyword;
    } rows[] = {{Withheld::no, false},      {Withheld::absent, false}, {Withheld::cadrage, true},
                {Withheld::revision, true}, {Withheld::tender, true},  {Withheld::other, true}};
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(static_cast<int>(row.meaning))
    BOOST_TEST(isControlledKeyword(row.meaning) == row.isKeyword);
}

BOOST_AUTO_TEST_SUITE_END()
