#include "core/report/finding_words.hpp"
#include "core/rules/check_kind.hpp"
#include "core/rules/examples.hpp"
#include "findings_of.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <tinyxml2.h>
#include <vector>

using namespace panorama;
using test::library;

namespace {

/// A folder of its own that goes away with the test.
class PackFolder
{
  public:
    PackFolder() : path_(std::filesystem::temp_directory_path() / "panorama-test-packs")
    {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~PackFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::filesystem::path write(const std::string& name, std::string_view content) const
    {
        const auto file = path_ / (name + ".xml");
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }
    PackReader reader() const { return {library().columns, library().nomenclatures, path_}; }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// A pack that is right, one thing a line; each test spoils something in it.
constexpr std::string_view good = R"(<pack id="mine" version="1" date="2026-11-22" layout="dashboard">
<title xml:lang="fr">Mes règles</title><title xml:lang="en">My rules</title>
<rule id="F01" slug="nom">
<title xml:lang="fr">Nom</title><title xml:lang="en">Name</title>
<why xml:lang="fr">Parce que.</why><why xml:lang="en">Because.</why>
<expected xml:lang="fr">Un nom.</expected><expected xml:lang="en">A name.</expected>
<repair xml:lang="fr">Saisissez.</repair><repair xml:lang="en">Enter it.</repair>
<source xml:lang="fr">Fichiers.</source><source xml:lang="en">Files.</source>
<check kind="presence" severity="error" rows="all" fields="name">
<message case="empty" xml:lang="fr">« {field} » est vide.</message><message case="empty" xml:lang="en">“{field}” is empty.</message>
</check>
<check kind="nomenclature" severity="warning" list="yes-no" dated="yes" codes="no" fields="interministerial">
<message case="unknown" xml:lang="fr">a</message><message case="unknown" xml:lang="en">a</message>
<message case="alias" xml:lang="fr">a</message><message case="alias" xml:lang="en">a</message>
<message case="outdated" xml:lang="fr">a</message><message case="outdated" xml:lang="en">a</message>
</check>
<example finds="error" field="name">
<row name="" phase="Cadrage"/>
</example>
<example finds="nothing" edition="2021-11">
<row name="A" phase="Cadrage"/>
</example>
</rule>
</pack>
)";

std::string spoiled(std::string_view from, std::string_view to)
{
    std::string xml(good);
    const auto at = xml.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the pack of the test lacks " << from);
    return xml.replace(at, from.size(), to);
}

const char* nameOf(DataProblem problem)
{
    static constexpr const char* names[] = {
        "unreadable",       "tooLarge",    "notXml",   "unknownElement", "unknownAttribute", "missingElement",
        "missingAttribute", "missingText", "badValue", "duplicate",      "unknownReference"};
    return names[static_cast<int>(problem)];
}

template <typename T>
std::string complaint(const DataResult<T>& result)
{
    if (result) return "accepted";
    return std::string(nameOf(result.error().problem)) + " " + std::to_string(result.error().line) + " " +
           result.error().subject;
}

void load(tinyxml2::XMLDocument& document, const std::string& file)
{
    const auto path = test::sourceFolder / "extension/packs" / file;
    BOOST_REQUIRE_MESSAGE(document.LoadFile(path.c_str()) == tinyxml2::XML_SUCCESS, file);
}

/// The rules that a pack's file and those it extends hold for it: not silenced, with a check for such sheets.
void addRulesWritten(const std::string& pack, std::set<std::string> line, std::set<std::string>& rules)
{
    tinyxml2::XMLDocument document;
    load(document, pack + ".xml");
    const auto* root = document.RootElement();
    line.insert(pack);
    for (const std::string& parent :
         attributeWords(root->Attribute("extends") ? root->Attribute("extends") : ""))
        addRulesWritten(parent, line, rules);
    for (const auto* silence = root->FirstChildElement("silence"); silence;
         silence = silence->NextSiblingElement("silence"))
        rules.erase(silence->Attribute("rule"));
    for (const auto* rule = root->FirstChildElement("rule"); rule; rule = rule->NextSiblingElement("rule"))
        for (const auto* check = rule->FirstChildElement("check"); check;
             check = check->NextSiblingElement("check")) {
            const char* packs = check->Attribute("packs");
            const auto named = attributeWords(packs ? packs : "");
            if (!packs ||
                std::any_of(named.begin(), named.end(), [&](auto& id) { return line.contains(id); }))
                rules.insert(rule->Attribute("id"));
        }
}

std::vector<std::string> rulesWritten(const std::string& pack)
{
    std::set<std::string> rules;
    addRulesWritten(pack, {}, rules);
    return {rules.begin(), rules.end()};
}

std::vector<std::string> ids(const Pack& pack)
{
    std::vector<std::string> list;
    for (const auto& rule : pack.rules)
        list.push_back(rule->id);
    return list;
}

} // namespace

BOOST_AUTO_TEST_SUITE(packs)

BOOST_AUTO_TEST_CASE(the_packs_of_the_extension_load_with_the_rules_of_their_files)
{
    for (const std::string name : {"open-data", "dashboard", "panorama", "fiche"})
        BOOST_TEST_CONTEXT(name)
        {
            const Pack& pack = library().pack(name);
            BOOST_TEST(pack.id == name);
            BOOST_TEST(pack.title.complete());
            BOOST_TEST(ids(pack) == rulesWritten(name), boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_CASE(kinds_of_checks_are_those_of_the_schema)
{
    tinyxml2::XMLDocument schema;
    load(schema, "pack.rng");
    std::vector<std::string> said, known;
    const auto* check = schema.RootElement()->FirstChildElement("define");
    while (check && !check->Attribute("name", "check"))
        check = check->NextSiblingElement("define");
    BOOST_REQUIRE(check);
    const auto* choice = check->FirstChildElement("element")->FirstChildElement("choice");
    for (const auto* group = choice->FirstChildElement("group"); group; group = group->NextSiblingElement())
        said.emplace_back(group->FirstChildElement("attribute")->FirstChildElement("value")->GetText());
    for (const CheckKind* kind : checkKinds())
        known.emplace_back(kind->name);
    std::sort(said.begin(), said.end());
    BOOST_TEST(known == said, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_layout_has_its_pack)
{
    for (const auto& layout : library().columns.layouts())
        if (!layout.pack.empty())
            BOOST_TEST_CONTEXT(layout.id) BOOST_TEST(library().pack(layout.pack).layout == layout.id);
}

BOOST_AUTO_TEST_CASE(every_message_found_in_examples_is_a_whole_sentence_in_both_languages)
{
    // What is left of a message when something to be put in was not there.
    constexpr std::string_view gaps[] = {"{", "}", "«\u00a0\u00a0»", "“”", "()", "( ", "  ", " .", ": ."};
    int messages = 0;
    for (const std::string name : {"open-data", "dashboard", "panorama", "fiche"})
        runExamples(library().pack(name), library().columns, library().nomenclatures, library().editions,
                    [&](const Finding& finding) {
                        ++messages;
                        for (const Language language : {Language::french, Language::english}) {
                            const std::string message = messageOf(finding, language);
                            BOOST_TEST(message.size() > 10);
                            for (const auto gap : gaps)
                                if (finding.value.find(gap) == std::string::npos)
                                    BOOST_TEST(message.find(gap) == std::string::npos,
                                               name << " " << finding.rule->id << ": " << message);
                        }
                    });
    BOOST_TEST(messages > 300);
}

BOOST_AUTO_TEST_CASE(french_elides_before_a_vowel)
{
    struct : Check
    {
        void run(Findings&) const override {}
    } check;
    check.messages.push_back({"La fin passe de {before} à {now}.", "The end goes from {before} to {now}."});
    const auto said = [&](const char* before, Language language) {
        Finding finding;
        finding.check = &check;
        finding.arguments = {{Slot{"before"}, parseYearMonth(before).value()},
                             {Slot{"now"}, parseYearMonth("2023-03").value()}};
        return messageOf(finding, language);
    };
    BOOST_TEST(said("2021-08", Language::french) == "La fin passe d’août 2021 à mars 2023.");
    BOOST_TEST(said("2021-10", Language::french) == "La fin passe d’octobre 2021 à mars 2023.");
    BOOST_TEST(said("2021-05", Language::french) == "La fin passe de mai 2021 à mars 2023.");
    BOOST_TEST(said("2021-08", Language::english) == "The end goes from August 2021 to March 2023.");
}

BOOST_AUTO_TEST_CASE(every_example_of_every_rule_holds)
{
    for (const std::string name : {"open-data", "dashboard", "panorama", "fiche"})
        for (const auto& failure : runExamples(library().pack(name), library().columns,
                                               library().nomenclatures, library().editions))
            BOOST_ERROR(name << ".xml:" << failure.line << ": " << failure.rule << " announces \""
                             << failure.announced << "\" and finds \"" << failure.found << "\"");
}

BOOST_AUTO_TEST_CASE(an_example_that_does_not_hold_is_said)
{
    const PackFolder folder;
    const struct
    {
        std::string_view from;
        std::string_view to;
        std::string_view failure; // line, announced, found
    } rows[] = {
        {"<row name=\"\"", "<row name=\"A\"", "17 error name | nothing"},
        {"<row name=\"A\"", "<row name=\"\"", "20 nothing | error name"},
        {"finds=\"error\"", "finds=\"warning\"", "17 warning name | error name"},
        {"field=\"name\">\n<row", "field=\"name\" fix=\"A\">\n<row", "17 error name | no fix"},
        {"</example>", "<row name=\"\" phase=\"Cadrage\"/></example>",
         "17 error name | error name; error name"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.to)
        {
            const Pack pack =
                test::required(folder.reader().read(folder.write("mine", spoiled(row.from, row.to))));
            const auto failures =
                runExamples(pack, library().columns, library().nomenclatures, library().editions);
            BOOST_REQUIRE(failures.size() == 1U);
            BOOST_TEST(failures[0].rule == "F01");
            BOOST_TEST(std::to_string(failures[0].line) + " " + failures[0].announced + " | " +
                           failures[0].found ==
                       row.failure);
        }
}

BOOST_AUTO_TEST_CASE(a_pack_that_is_right_is_read_as_it_stands)
{
    const PackFolder folder;
    const Pack pack = test::required(folder.reader().read(folder.write("mine", good)));
    BOOST_TEST(pack.id == "mine");
    BOOST_TEST(pack.layout == "dashboard");
    BOOST_TEST(pack.title.english == "My rules");
    BOOST_REQUIRE(pack.rules.size() == 1U);
    const Rule& rule = *pack.rules[0];
    BOOST_TEST(rule.slug == "nom");
    BOOST_TEST(rule.checks.size() == 2U);
    BOOST_TEST((rule.checks[0]->severity == Severity::error));
    BOOST_TEST((rule.checks[1]->severity == Severity::warning));
    BOOST_TEST(rule.checks[0]->messages[0].french == "« {field} » est vide.");
    BOOST_TEST(rule.examples.size() == 2U);
    BOOST_TEST((rule.examples[1].edition == parseYearMonth("2021-11")));
    BOOST_TEST(pack.find("F01") == &rule);
    BOOST_TEST(!pack.find("F02"));
}

BOOST_AUTO_TEST_CASE(a_faulty_pack_is_refused_with_its_line)
{
    const PackFolder folder;
    const struct
    {
        std::string_view from;
        std::string_view to;
        std::string_view complaint;
    } rows[] = {
        // elements and attributes nobody knows
        {"<rule id", "<regle/><rule id", "unknownElement 3 regle"},
        {"<why xml:lang=\"fr\"", "<because/><why xml:lang=\"fr\"", "unknownElement 5 because"},
        {"<message case", "<text/><message case", "unknownElement 10 text"},
        {"<row name=\"\"", "<line/><row name=\"\"", "unknownElement 18 line"},
        {"layout=\"dashboard\"", "layout=\"dashboard\" colour=\"red\"", "unknownAttribute 1 colour"},
        {"slug=\"nom\"", "slug=\"nom\" level=\"2\"", "unknownAttribute 3 level"},
        {"rows=\"all\"", "rows=\"all\" limit=\"3\"", "unknownAttribute 9 limit"},
        {"<message case=\"empty\"", "<message tone=\"loud\" case=\"empty\"", "unknownAttribute 10 tone"},
        {"<example finds=\"error\"", "<example wants=\"x\" finds=\"error\"", "unknownAttribute 17 wants"},
        {"<title xml:lang=\"fr\">Mes", "<title tone=\"loud\" xml:lang=\"fr\">Mes", "unknownAttribute 2 tone"},
        {"<why xml:lang=\"fr\"", "<why tone=\"loud\" xml:lang=\"fr\"", "unknownAttribute 5 tone"},
        {"Mes règles", "Mes <b>règles</b>", "unknownElement 2 b"},
        {"<row name=\"\" phase=\"Cadrage\"/>", "<row name=\"\" phase=\"Cadrage\"><cell/></row>",
         "unknownElement 18 cell"},
        // what is missing
        {" id=\"mine\"", "", "missingAttribute 1 id"},
        {" version=\"1\"", "", "missingAttribute 1 version"},
        {" date=\"2026-11-22\"", "", "missingAttribute 1 date"},
        {"<title xml:lang=\"en\">My rules</title>", "", "missingText 1 title"},
        {"My rules", " ", "missingText 1 title"},
        {"id=\"F01\" ", "", "missingAttribute 3 id"},
        {" slug=\"nom\"", "", "missingAttribute 3 slug"},
        {"<why xml:lang=\"en\">Because.</why>", "", "missingText 3 why"},
        {"<source xml:lang=\"fr\">Fichiers.</source>", "", "missingText 3 source"},
        {"<repair xml:lang=\"fr\"", "<repair", "missingAttribute 7 xml:lang"},
        {"kind=\"presence\" ", "", "missingAttribute 9 kind"},
        {" severity=\"error\" rows", " rows", "missingAttribute 9 severity"},
        {" fields=\"name\"", "", "missingAttribute 9 fields"},
        {" list=\"yes-no\"", "", "missingAttribute 12 list"},
        {"<message case=\"empty\" xml:lang=\"en\">“{field}” is empty.</message>", "",
         "missingText 9 message case=\"empty\""},
        {"<message case=\"outdated\" xml:lang=\"fr\">a</message><message case=\"outdated\" "
         "xml:lang=\"en\">a</message>",
         "", "missingText 12 message case=\"outdated\""},
        {"<message case=\"empty\"", "<message", "missingAttribute 10 case"},
        {"finds=\"error\" ", "", "missingAttribute 17 finds"},
        {" field=\"name\">\n<row", ">\n<row", "missingAttribute 17 field"},
        {"<row name=\"\" phase=\"Cadrage\"/>", "", "missingElement 17 row"},
        {"finds=\"nothing\"", "finds=\"error\" field=\"name\"", "missingElement 3 example finds=\"nothing\""},
        {"finds=\"error\" field=\"name\"", "finds=\"nothing\"", "missingElement 3 example finds=\"error\""},
        // values outside of their lists
        {"kind=\"presence\"", "kind=\"absence\"", "badValue 9 absence"},
        {"severity=\"error\" rows", "severity=\"fatal\" rows", "badValue 9 fatal"},
        {"rows=\"all\"", "rows=\"some\"", "badValue 9 some"},
        {"codes=\"no\"", "codes=\"maybe\"", "badValue 12 maybe"},
        {"case=\"empty\"", "case=\"full\"", "badValue 10 full"},
        {"{field}", "{colour}", "badValue 10 {colour}"},
        {"xml:lang=\"fr\">Mes", "xml:lang=\"de\">Mes", "badValue 2 de"},
        {"finds=\"error\"", "finds=\"much\"", "badValue 17 much"},
        {"edition=\"2021-11\"", "edition=\"14\"", "badValue 20 14"},
        // what refers to nothing
        {"fields=\"name\"", "fields=\"name colour\"", "unknownReference 9 colour"},
        {"list=\"yes-no\"", "list=\"colours\"", "unknownReference 12 colours"},
        {"field=\"name\">\n<row", "field=\"colour\">\n<row", "unknownReference 17 colour"},
        {"<row name=\"\"", "<row colour=\"red\" name=\"\"", "unknownReference 18 colour"},
        {"<rule id", "<silence rule=\"F99\"/><rule id", "unknownReference 3 F99"},
        {"layout=", "extends=\"nobody\" layout=", "unknownReference 1 nobody"},
        // what stands twice
        {"<title xml:lang=\"en\">My", "<title xml:lang=\"fr\">My", "duplicate 2 title"},
        {"<message case=\"empty\" xml:lang=\"en\"", "<message case=\"empty\" xml:lang=\"fr\"",
         "duplicate 10 message"},
        // no XML, or another file
        {"</rule>", "", "notXml 3 XML_ERROR_MISMATCHED_ELEMENT"},
        {"<pack ", "<rules ", "notXml 1 XML_ERROR_MISMATCHED_ELEMENT"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.from << " -> " << row.to)
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", spoiled(row.from, row.to)))) ==
               row.complaint);

    std::string noCheck(good);
    noCheck.erase(noCheck.find("<check"), noCheck.rfind("</check>") + 8 - noCheck.find("<check"));
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", noCheck))) == "missingElement 3 check");

    std::string twice(good);
    const std::string rule =
        twice.substr(twice.find("<rule"), twice.find("</rule>") + 7 - twice.find("<rule"));
    twice.insert(twice.find("</pack>"), rule);
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", twice))) == "duplicate 24 F01");

    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", "<columns/>"))) ==
               "missingElement 1 pack");
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", ""))) ==
               "notXml 0 XML_ERROR_EMPTY_DOCUMENT");
    BOOST_TEST(complaint(folder.reader().read(folder.path() / "absent.xml")) == "unreadable 0 ");
    BOOST_TEST(complaint(folder.reader().read(folder.path())) == "unreadable 0 ");
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", std::string(9 * 1024 * 1024, ' ')))) ==
               "tooLarge 0 ");
}

BOOST_AUTO_TEST_CASE(a_parameter_that_is_no_number_is_refused)
{
    const PackFolder folder;
    const auto withLimit = [](const std::string& limit) {
        return spoiled("<check kind=\"presence\"",
                       "<check kind=\"withheld-share\" severity=\"warning\"" + limit +
                           " fields=\"cost\"><message case=\"share\" xml:lang=\"fr\">a</message><message "
                           "case=\"share\" xml:lang=\"en\">a</message></check><check kind=\"presence\"");
    };
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", withLimit(" limit=\"0.10\"")))) ==
               "accepted");
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", withLimit(" limit=\"much\"")))) ==
               "badValue 9 much");
    BOOST_TEST(complaint(folder.reader().read(folder.write("mine", withLimit("")))) ==
               "missingAttribute 9 limit");
}

BOOST_AUTO_TEST_CASE(a_pack_extends_replaces_and_silences)
{
    const PackFolder folder;
    std::string parent(good);
    parent.replace(parent.find("\"mine\""), 6, "\"parent\"");
    const std::string rule =
        parent.substr(parent.find("<rule"), parent.find("</rule>") + 7 - parent.find("<rule"));
    std::string other = rule;
    other.replace(other.find("F01"), 3, "F00");
    parent.insert(parent.find("</pack>"), other);
    folder.write("parent", parent);

    const std::string head = "<pack id=\"child\" version=\"1\" date=\"2026-11-22\" "
                             "extends=\"parent\">\n<title xml:lang=\"fr\">a</title><title "
                             "xml:lang=\"en\">a</title>\n";
    const auto child = [&](const std::string& content) {
        return folder.write("child", head + content + "</pack>");
    };
    std::string replacement = rule;
    replacement.replace(replacement.find("slug=\"nom\""), 10, "slug=\"autre\"");
    const struct
    {
        std::string content;
        std::vector<std::string> rules;
        std::string_view slug; // of F01
    } rows[] = {
        {"", {"F00", "F01"}, "nom"},
        {"<silence rule=\"F00\"/>", {"F01"}, "nom"},
        {"<silence rule=\"F01\"/>", {"F00"}, ""},
        {replacement, {"F00", "F01"}, "autre"},
        {"<silence rule=\"F00\"/>" + replacement, {"F01"}, "autre"},
    };
    for (const auto& row : rows) {
        const Pack pack = test::required(folder.reader().read(child(row.content)));
        BOOST_TEST(pack.id == "child");
        BOOST_TEST(pack.layout == "dashboard"); // its parent's
        BOOST_TEST(ids(pack) == row.rules, boost::test_tools::per_element());
        BOOST_TEST((pack.find("F01") ? pack.find("F01")->slug : "") == row.slug);
    }
    BOOST_TEST(complaint(folder.reader().read(child("<silence/>"))) == "missingAttribute 3 rule");
    BOOST_TEST(complaint(folder.reader().read(child("<silence rule=\"F00\" why=\"x\"/>"))) ==
               "unknownAttribute 3 why");
    BOOST_TEST(complaint(folder.reader().read(child("<silence rule=\"F00\"/><silence rule=\"F00\"/>"))) ==
               "unknownReference 3 F00");

    folder.write("parent", spoiled("kind=\"presence\"", "kind=\"absence\""));
    const auto faulty = folder.reader().read(child(""));
    BOOST_TEST(complaint(faulty) == "badValue 9 absence");
    BOOST_TEST((faulty.error().file == (folder.path() / "parent.xml").string())); // the file to repair

    folder.write("a", "<pack id=\"a\" version=\"1\" date=\"d\" extends=\"b\"/>");
    folder.write("b", "<pack id=\"b\" version=\"1\" date=\"d\" extends=\"a\"/>");
    BOOST_TEST(complaint(folder.reader().readStandard("a")).starts_with("unknownReference 1 ")); // a circle
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(data_files)

BOOST_AUTO_TEST_CASE(faulty_columns_are_refused_with_their_line)
{
    const std::string field = "<columns>\n<field key=\"name\" type=\"text\"><label "
                              "xml:lang=\"fr\">Nom</label><label xml:lang=\"en\">Name</label></field>\n";
    const auto within = [&](std::string_view line) { return field + std::string(line) + "\n</columns>"; };
    const struct
    {
        std::string xml;
        std::string_view complaint;
    } rows[] = {
        {within(""), "accepted"},
        {"<columns", "notXml 1 XML_ERROR_PARSING_ELEMENT"},
        {"<editions/>", "missingElement 1 columns"},
        {"<columns colour=\"red\"/>", "unknownAttribute 1 colour"},
        {within("<colour/>"), "unknownElement 3 colour"},
        {within("<field type=\"text\"/>"), "missingAttribute 3 key"},
        {within("<field key=\"cost\"/>"), "missingAttribute 3 type"},
        {within("<field key=\"cost\" type=\"francs\"/>"), "badValue 3 francs"},
        {within("<field key=\"cost\" type=\"money\" unit=\"k\"/>"), "unknownAttribute 3 unit"},
        {within("<field key=\"name\" type=\"text\"/>"), "duplicate 3 name"},
        {within("<field key=\"cost\" type=\"money\"><label xml:lang=\"fr\">Coût</label></field>"),
         "missingText 3 label"},
        {within("<field key=\"cost\" type=\"money\"><label xml:lang=\"fr\">Coût</label><label "
                "xml:lang=\"en\">Cost</label><header>nom</header></field>"),
         "duplicate 3 nom"},
        {within("<field key=\"cost\" type=\"money\"><label xml:lang=\"fr\">Coût</label><label "
                "xml:lang=\"en\">Cost</label><header unit=\"k\">Prix</header></field>"),
         "unknownAttribute 3 unit"},
        {within("<field key=\"cost\" type=\"money\"><note/></field>"), "unknownElement 3 note"},
        {within("<layout pack=\"p\"/>"), "missingAttribute 3 id"},
        {within("<layout id=\"l\"/>"), "missingAttribute 3 pack"},
        {within("<layout id=\"l\" pack=\"p\"><needs field=\"cost\"/></layout>"), "unknownReference 3 cost"},
        {within("<layout id=\"l\" pack=\"p\"><needs field=\"name\" count=\"2\"/></layout>"),
         "unknownAttribute 3 count"},
        {within("<layout id=\"l\" pack=\"p\"><any count=\"x\"/></layout>"), "badValue 3 x"},
        {within("<layout id=\"l\" pack=\"p\"><any count=\"1\"><field key=\"cost\"/></any></layout>"),
         "unknownReference 3 cost"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.xml)
    BOOST_TEST(complaint(Columns::parse(row.xml, "columns.xml")) == row.complaint);
    BOOST_TEST(complaint(Columns::read("no/such/columns.xml")) == "unreadable 0 ");
}

BOOST_AUTO_TEST_CASE(faulty_nomenclatures_are_refused_with_their_line)
{
    const auto within = [](std::string_view line) {
        return "<nomenclatures version=\"1\">\n<nomenclature id=\"l\">\n" + std::string(line) +
               "\n</nomenclature>\n</nomenclatures>";
    };
    const struct
    {
        std::string xml;
        std::string_view complaint;
    } rows[] = {
        {within("<entry label=\"A\"/>"), "accepted"},
        {"<nomenclatures/>", "missingAttribute 1 version"},
        {"<nomenclatures version=\"1\">\n<list/></nomenclatures>", "unknownElement 2 list"},
        {"<nomenclatures version=\"1\">\n<nomenclature/></nomenclatures>", "missingAttribute 2 id"},
        {"<nomenclatures version=\"1\"><nomenclature id=\"l\"/>\n<nomenclature id=\"l\"/></nomenclatures>",
         "duplicate 2 l"},
        {within("<entry/>"), "missingElement 3 name"},
        {within("<entry label=\"A\" colour=\"red\"/>"), "unknownAttribute 3 colour"},
        {within("<entry label=\"A\"><note/></entry>"), "unknownElement 3 note"},
        {within("<entry><name from=\"hier\">A</name></entry>"), "badValue 3 hier"},
        {within("<entry><name from=\"2021-01\" until=\"2021-02\">A</name></entry>"),
         "unknownAttribute 3 until"},
        {within("<entry label=\"A\"><alias from=\"2021-01\">B</alias></entry>"), "unknownAttribute 3 from"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.xml)
    BOOST_TEST(complaint(Nomenclatures::parse(row.xml, "nomenclatures.xml")) == row.complaint);
}

BOOST_AUTO_TEST_CASE(a_nomenclature_says_what_a_text_is_at_a_month)
{
    const auto lists = test::required(Nomenclatures::parse(R"(<nomenclatures version="1"><nomenclature id="l">
        <entry code="MINARM"><name from="2017-05">Ministère des Armées</name><name to="2017-05">Ministère de la Défense</name>
            <accept>Les Armées</accept><alias>Armées de terre</alias></entry>
        <entry label="Ministère de la Justice"/>
    </nomenclature></nomenclatures>)",
                                                           "n.xml"));
    const Nomenclature& list = *lists.find("l");
    BOOST_TEST(!lists.find("m"));
    using enum Nomenclature::Match;
    const struct
    {
        std::string_view text;
        std::string_view month; // empty: any time
        Nomenclature::Match match;
        std::string_view expected;
    } rows[] = {
        {"Ministère des Armées", "2021-11", allowed, "Ministère des Armées"},
        {"MINISTERE DES ARMEES", "2021-11", allowed, "Ministère des Armées"},
        {"Ministère des Armées", "2017-05", allowed, "Ministère des Armées"},
        {"Ministère de la Défense", "2016-11", allowed, "Ministère de la Défense"},
        {"Ministère de la Défense", "2017-05", allowed,
         "Ministère des Armées"}, // the month of the change belongs to both
        {"Ministère de la Défense", "2017-11", allowed,
         "Ministère des Armées"}, // files are prepared months before
        {"Ministère de la Défense", "2017-12", outdated, "Ministère des Armées"},
        {"Ministère de la Défense", "2021-11", outdated, "Ministère des Armées"},
        {"Ministère de la Défense", "", allowed, "Ministère des Armées"},
        {"Ministère des Armées", "2016-11", outdated, "Ministère de la Défense"},
        {"Les Armées", "2021-11", allowed, "Ministère des Armées"},
        {"MinArm", "2021-11", code, "Ministère des Armées"},
        {"Armées de terre", "2021-11", Nomenclature::Match::alias, "Ministère des Armées"},
        {"Ministère de la Justise", "2021-11", unknown, "Ministère de la Justice"}, // a guess
        {"Ministère du Temps libre", "2021-11", unknown, ""},
        {"MJ", "2021-11", unknown, ""},
        {"", "2021-11", unknown, ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text << " " << row.month)
        {
            const auto answer =
                list.look(row.text, row.month.empty() ? std::nullopt : parseYearMonth(row.month));
            BOOST_TEST((answer.match == row.match));
            if (row.match != allowed) BOOST_TEST(answer.expected == row.expected);
        }
}

BOOST_AUTO_TEST_SUITE_END()
