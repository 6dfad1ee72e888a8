#include "catalogue/catalogue.hpp"

#include <boost/test/unit_test.hpp>
#include <initializer_list>
#include <string>
#include <string_view>

namespace {

using panorama::parseCatalogue;

/// A catalogue that is right; each test spoils one thing in it. Line numbers below count from <catalogue>,
/// line 1.
constexpr std::string_view good = R"(<catalogue>
<group name="slippage"><title xml:lang="fr">Glissement</title><title xml:lang="en">Slippage</title></group>
<function name="slippage" group="slippage" category="Financial" format="percent">
<name xml:lang="fr">GLISSEMENT</name>
<name xml:lang="en">SLIPPAGE</name>
<description xml:lang="fr">Taux d'écart.</description>
<description xml:lang="en">Slippage rate.</description>
<argument name="initial" shape="value" unit="M€">
<name xml:lang="fr">coût initial</name><name xml:lang="en">initial cost</name>
<help xml:lang="fr">Coût au lancement</help><help xml:lang="en">Cost at start</help>
</argument>
<argument name="updated" shape="range" unit="M€" optional="yes" default="24">
<name xml:lang="fr">coût actualisé</name><name xml:lang="en">updated cost</name>
<help xml:lang="fr">Coût à ce jour</help><help xml:lang="en">Cost today</help>
</argument>
<error value="#DIV/0!"><when xml:lang="fr">le coût est nul</when><when xml:lang="en">the cost is zero</when></error>
<example args="100; 112.5" gives="0.125"/>
<example args='100; "NA"' gives="#N/A"/>
<example args="0; 10" gives="#DIV/0!"/>
</function>
<function name="meanSlippage" group="slippage" category="Statistical" format="points" array="7x2" document="yes">
<name xml:lang="fr">GLISSEMENT.MOYEN</name><name xml:lang="en">SLIPPAGE.MEAN</name>
<description xml:lang="fr">Moyenne.</description><description xml:lang="en">Mean.</description>
<error value="#N/A"><when xml:lang="fr">rien</when><when xml:lang="en">nothing</when></error>
<example args="" gives='"moyen"'/><example args="" gives='{"a";1|"b";2}'/><example args="" gives="Err:502"/>
</function>
</catalogue>
)";

struct Change
{
    std::string_view from;
    std::string_view to;
};

std::string changed(std::initializer_list<Change> changes)
{
    std::string xml(good);
    for (const auto& [from, to] : changes) {
        const auto at = xml.find(from);
        BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the catalogue of the test lacks " << from);
        xml.replace(at, from.size(), to);
    }
    return xml;
}

/// "line: message", or "" where the catalogue is accepted.
std::string complaint(const std::string& xml)
{
    const auto catalogue = parseCatalogue(xml);
    return catalogue ? "" : std::to_string(catalogue.error().line) + ": " + described(catalogue.error());
}

std::string complaintAfter(std::string_view from, std::string_view to)
{
    return complaint(changed({{from, to}}));
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(reads_what_is_declared)
{
    const auto catalogue = parseCatalogue(good);
    BOOST_REQUIRE(catalogue.has_value());
    BOOST_REQUIRE_EQUAL(catalogue->functions.size(), 2U);
    const auto& slippage = catalogue->functions[0];
    BOOST_TEST(slippage.label.french == "GLISSEMENT");
    BOOST_TEST(slippage.description.english == "Slippage rate.");
    BOOST_TEST(slippage.requiredCount() == 1U);
    BOOST_TEST(!slippage.needsDocument);
    BOOST_TEST(!slippage.arguments[0].isRange);
    BOOST_TEST(slippage.arguments[1].isRange);
    BOOST_TEST(slippage.arguments[1].isOptional);
    BOOST_TEST(slippage.arguments[1].defaultValue == "24");
    BOOST_TEST(slippage.failures[0].when.french == "le coût est nul");
    BOOST_TEST(slippage.examples[1].arguments == "100; \"NA\"");
    BOOST_TEST(slippage.examples[1].line == 18);
    BOOST_TEST(catalogue->functions[1].array == "7x2");
    BOOST_TEST(catalogue->functions[1].needsDocument);
    BOOST_TEST(catalogue->groups[0].title.english == "Slippage");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_a_catalogue)
{
    BOOST_TEST(complaint("<catalogue>").find("not well-formed XML") != std::string::npos);
    BOOST_TEST(complaint("").find("not well-formed XML") != std::string::npos);
    BOOST_TEST(complaint("<!-- nothing -->") == "1: missing element: catalogue");
    BOOST_TEST(complaint("<rules/>") == "1: missing element: catalogue");
    BOOST_TEST(complaint("<catalogue/>") == "1: missing element: function");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_opened_is_an_error)
{
    const auto catalogue = panorama::readCatalogue("no/such/functions.xml");
    BOOST_REQUIRE(!catalogue.has_value());
    BOOST_TEST(catalogue.error().line == 0);
    BOOST_TEST(described(catalogue.error()) == "the file cannot be read");
}

BOOST_AUTO_TEST_CASE(refuses_unknown_elements_attributes_and_text)
{
    BOOST_TEST(complaintAfter("<catalogue>\n", "<catalogue>\n<rule/>") ==
               "2: unknown element: rule (expected: group, function)");
    BOOST_TEST(complaintAfter("<name xml:lang=\"en\">SLIPPAGE</name>", "<note/>") ==
               "5: unknown element: note (expected: name, description, argument, error, example)");
    BOOST_TEST(complaintAfter("<help xml:lang=\"en\">Cost at start",
                              "<hint xml:lang=\"en\"/><help xml:lang=\"en\">C") ==
               "10: unknown element: hint (expected: name, help)");
    BOOST_TEST(complaintAfter("Taux d'écart.", "Taux <b>d'écart</b>") == "6: unknown element: b");
    BOOST_TEST(complaintAfter("format=\"percent\"", "format=\"percent\" colour=\"red\"") ==
               "3: unknown attribute: colour (expected: name, category, format, group, array, document)");
    BOOST_TEST(
        complaintAfter("<name xml:lang=\"fr\">GLISSEMENT</name>", "<name lang=\"fr\">GLISSEMENT</name>") ==
        "4: unknown attribute: lang (expected: xml:lang)");
    BOOST_TEST(complaintAfter("</argument>", "</argument>stray") ==
               "11: bad value: stray (expected: name, description, argument, error, example)");
}

BOOST_AUTO_TEST_CASE(refuses_a_language_that_is_missing_twice_there_or_unknown)
{
    BOOST_TEST(complaintAfter("<name xml:lang=\"en\">SLIPPAGE</name>", "") ==
               "3: not in both languages: name (expected: fr, en)");
    BOOST_TEST(complaintAfter("<description xml:lang=\"fr\">Taux d'écart.</description>", "") ==
               "3: not in both languages: description (expected: fr, en)");
    BOOST_TEST(complaintAfter("<name xml:lang=\"en\">initial cost</name>", "") ==
               "8: not in both languages: name (expected: fr, en)");
    BOOST_TEST(complaintAfter("<help xml:lang=\"fr\">Coût au lancement</help>", "") ==
               "8: not in both languages: help (expected: fr, en)");
    BOOST_TEST(complaintAfter("<when xml:lang=\"en\">the cost is zero</when>", "") ==
               "16: not in both languages: when (expected: fr, en)");
    BOOST_TEST(complaintAfter("<title xml:lang=\"fr\">Glissement</title>", "") ==
               "2: not in both languages: title (expected: fr, en)");
    BOOST_TEST(complaintAfter("Slippage rate.", " ") ==
               "3: not in both languages: description (expected: fr, en)");
    BOOST_TEST(complaintAfter("<description xml:lang=\"en\"", "<description xml:lang=\"fr\"") ==
               "7: given twice: description");
    BOOST_TEST(complaintAfter("<description xml:lang=\"en\"", "<description xml:lang=\"de\"") ==
               "7: bad value: de (expected: fr, en)");
}

BOOST_AUTO_TEST_CASE(refuses_names_given_twice)
{
    BOOST_TEST(complaintAfter("name=\"meanSlippage\"", "name=\"slippage\"") == "21: given twice: slippage");
    BOOST_TEST(complaintAfter("GLISSEMENT.MOYEN", "GLISSEMENT") == "21: given twice: GLISSEMENT");
    BOOST_TEST(complaintAfter("SLIPPAGE.MEAN", "SLIPPAGE") == "21: given twice: SLIPPAGE");
    BOOST_TEST(complaintAfter("name=\"updated\"", "name=\"initial\"") == "12: given twice: initial");
    BOOST_TEST(complaintAfter("<function",
                              "<group name=\"slippage\"><title xml:lang=\"fr\">a</title><title "
                              "xml:lang=\"en\">a</title></group><function") == "3: given twice: slippage");
}

BOOST_AUTO_TEST_CASE(the_two_languages_may_share_a_name)
{
    BOOST_TEST(complaintAfter("SLIPPAGE.MEAN", "GLISSEMENT.MOYEN") == "");
}

BOOST_AUTO_TEST_CASE(refuses_names_that_are_no_names)
{
    BOOST_TEST(complaintAfter("name=\"initial\"", "name=\"Initial\"") ==
               "8: bad value: Initial (expected: letters and digits, a small letter first)");
    BOOST_TEST(complaintAfter("name=\"initial\"", "name=\"first_cost\"") ==
               "8: bad value: first_cost (expected: letters and digits, a small letter first)");
    BOOST_TEST(complaintAfter("name=\"initial\"", "name=\"any\"") ==
               "8: bad value: any (expected: no reserved word)");
    BOOST_TEST(complaintAfter("name=\"initial\"", "name=\"document\"") ==
               "8: bad value: document (expected: no reserved word)");
    BOOST_TEST(complaintAfter("name=\"initial\" ", "") == "8: missing attribute: name");
    BOOST_TEST(complaintAfter(">GLISSEMENT<", ">Glissement<") ==
               "3: bad value: Glissement (expected: a function name: capitals, digits and inner dots only)");
}

BOOST_AUTO_TEST_CASE(refuses_values_outside_their_lists)
{
    BOOST_TEST(complaintAfter("category=\"Financial\"", "category=\"Money\"") ==
               "3: bad value: Money (expected: Financial, Date&Time, Statistical, Text, Information, "
               "Add-In)");
    BOOST_TEST(complaintAfter("format=\"percent\"", "format=\"euro\"") ==
               "3: bad value: euro (expected: percent, points, meur, years, date, text, count, number)");
    BOOST_TEST(complaintAfter(" format=\"percent\"", "") == "3: missing attribute: format");
    BOOST_TEST(complaintAfter("shape=\"value\"", "shape=\"cell\"") ==
               "8: bad value: cell (expected: value, range, cells)");
    BOOST_TEST(complaintAfter("unit=\"M€\"", "unit=\"k€\"") == "8: bad value: k€ (expected: a known unit)");
    BOOST_TEST(complaintAfter("optional=\"yes\"", "optional=\"no\"") == "12: bad value: no (expected: yes)");
    BOOST_TEST(complaintAfter("document=\"yes\"", "document=\"1\"") == "21: bad value: 1 (expected: yes)");
    BOOST_TEST(complaintAfter("array=\"7x2\"", "array=\"7x\"") ==
               "21: bad value: 7x (expected: column, or rows x columns such as 7x2)");
    BOOST_TEST(complaintAfter("group=\"slippage\"", "group=\"dates\"") ==
               "3: nothing before has the name: dates (expected: a group)");
    BOOST_TEST(complaintAfter("error value=\"#DIV/0!\"", "error value=\"Err:504\"") ==
               "16: bad value: Err:504 (expected: #N/A, #DIV/0!, #VALUE!, Err:502, Err:511, Err:523)");
}

BOOST_AUTO_TEST_CASE(optional_arguments_come_last_and_only_they_have_a_default)
{
    BOOST_TEST(complaintAfter("name=\"initial\" shape=\"value\" unit=\"M€\"",
                              "name=\"initial\" shape=\"value\" unit=\"M€\" default=\"1\"") ==
               "8: bad value: 1 (expected: no default, as the argument is required)");
    BOOST_TEST(complaint(changed({{"unit=\"M€\">", "unit=\"M€\" optional=\"yes\">"},
                                  {" optional=\"yes\" default=\"24\"", ""}})) ==
               "3: bad value: updated (expected: required arguments before optional ones)");
}

BOOST_AUTO_TEST_CASE(refuses_too_few_or_faulty_examples)
{
    BOOST_TEST(complaintAfter("<example args=\"100; 112.5\" gives=\"0.125\"/>", "") ==
               "3: missing element: example (expected: at least 3)");
    BOOST_TEST(
        complaint(changed({{"gives=\"#N/A\"", "gives=\"1\""}, {"gives=\"#DIV/0!\"", "gives=\"2\""}})) ==
        "3: missing element: example (expected: one that gives an error)");
    BOOST_TEST(complaintAfter("gives=\"0.125\"", "gives=\"0,125\"")
                   .starts_with("17: bad value: 0,125 (expected: a number"));
    BOOST_TEST(
        complaintAfter("gives=\"0.125\"", "gives=\"moyen\"").starts_with("17: bad value: moyen (expected"));
    BOOST_TEST(complaintAfter(" gives=\"0.125\"", "") == "17: missing attribute: gives");
    BOOST_TEST(complaintAfter("args=\"100; 112.5\" ", "") == "17: missing attribute: args");
    BOOST_TEST(complaintAfter("<error value=\"#N/A\"><when xml:lang=\"fr\">rien</when><when "
                              "xml:lang=\"en\">nothing</when></error>\n",
                              "") == "21: missing element: error");
}

BOOST_AUTO_TEST_SUITE_END()
