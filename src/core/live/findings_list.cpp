#include "core/live/findings_list.hpp"

#include "core/live/sheet_at_hand.hpp"
#include "core/report/finding_words.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace panorama {

namespace {

/// "cout intranet" as its words.
std::vector<std::string> wordsOf(const std::string& folded)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', start), folded.size());
        words.push_back(folded.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

bool holdsWords(const Finding& finding, const std::vector<std::string>& words, Language language)
{
    if (words.empty()) return true;
    const std::string text =
        fold(finding.rule->id + " " + finding.rule->title.in(language) + " " + messageOf(finding, language) +
             " " + projectOf(finding) + " " + a1(finding.place));
    return std::all_of(words.begin(), words.end(),
                       [&](const auto& word) { return text.find(word) != std::string::npos; });
}

/// Where a finding stands among those of the sheet: its table, then its cell.
using Position = std::tuple<std::size_t, int, int>;

class Lister
{
  public:
    Lister(const FindingsFilter& filter, const std::function<bool()>& cancelled)
        : filter_(filter), words_(wordsOf(fold(filter.text))), cancelled_(cancelled)
    {
    }

    void add(const Finding& finding, std::size_t table)
    {
        if (finding.severity > filter_.lowest || !holdsWords(finding, words_, filter_.language)) {
            ++list_.hidden;
            return;
        }
        ++list_.shown;
        const std::string key = keyOf(finding);
        const auto [at, isNew] = places_.emplace(key, found_.size());
        if (isNew) {
            found_.emplace_back();
            found_.back().group.key = key;
            found_.back().group.heading = headingOf(finding);
        }
        Found& found = found_[at->second];
        if (!finding.accepted) found.group.worst = std::min(found.group.worst, finding.severity);
        found.findings.emplace_back(Position(table, finding.place.row, finding.place.column), &finding);
    }

    /// Asked for every finding, passed on now and then.
    bool isCancelled() { return ++asked_ % 1024 == 0 && cancelled_ && cancelled_(); }

    FindingsList take()
    {
        // Findings of rows just typed came first; they go where they stand in the sheet.
        const auto byPosition = [](const auto& a, const auto& b) { return a.first < b.first; };
        for (Found& found : found_)
            std::stable_sort(found.findings.begin(), found.findings.end(), byPosition);
        std::stable_sort(found_.begin(), found_.end(), [&](const Found& a, const Found& b) {
            if (a.group.worst != b.group.worst) return a.group.worst < b.group.worst;
            return filter_.byProject ? byPosition(a.findings.front(), b.findings.front())
                                     : a.group.key < b.group.key;
        });
        for (Found& found : found_) {
            for (const auto& [position, finding] : found.findings)
                found.group.findings.push_back(finding);
            list_.groups.push_back(std::move(found.group));
        }
        return std::move(list_);
    }

  private:
    struct Found
    {
        FindingsGroup group;
        std::vector<std::pair<Position, const Finding*>> findings;
    };

    std::string keyOf(const Finding& finding) const
    {
        return filter_.byProject ? "project " + ownProjectOf(finding) : finding.rule->id;
    }

    std::string headingOf(const Finding& finding) const
    {
        if (!filter_.byProject)
            return finding.rule->id + "\xC2\xA0\xE2\x80\x94 " + finding.rule->title.in(filter_.language);
        const std::string project = ownProjectOf(finding);
        return project.empty() ? say(vocabulary::wholePortfolio, filter_.language) : project;
    }

    const FindingsFilter& filter_;
    std::vector<std::string> words_;
    const std::function<bool()>& cancelled_;
    std::size_t asked_ = 0;
    FindingsList list_;
    std::vector<Found> found_;
    std::map<std::string, std::size_t> places_; ///< of the groups' keys
};

/// Rows of which the whole's findings are out of date.
class ChangedRows
{
  public:
    explicit ChangedRows(const LiveResult& source)
        : rows_(source.changedRows.begin(), source.changedRows.end())
    {
    }
    bool contains(const Finding& finding) const
    {
        return !rows_.empty() && finding.project &&
               rows_.contains({finding.table->sheet().name(), finding.place.row});
    }

  private:
    std::set<std::pair<std::string, int>> rows_;
};

/// The findings of the rows judged alone, in those tables that the sheet at hand shows.
void addChanged(Lister& lister, const CheckedWorkbook& changed, const ChangedRows& rows,
                const std::vector<const CheckedTable*>& shown)
{
    for (const CheckedTable& checked : changed.tables())
        for (std::size_t at = 0; at < shown.size(); ++at) {
            const Table& whole = shown[at]->table;
            const bool same = checked.table.sheet().name() == whole.sheet().name() &&
                              checked.table.headerPlace(Field::name) == whole.headerPlace(Field::name);
            for (std::size_t i = 0; same && i < checked.findings.size(); ++i)
                forEachOf(checked.findings[i], [&](const Finding& each) {
                    if (rows.contains(each)) lister.add(each, at);
                });
        }
}

/// A finding that stands for several cells is one line, but where its projects are looked at one by one or
/// some of its rows have changed since.
void addFinding(Lister& lister, const Finding& finding, std::size_t at, const ChangedRows& changed,
                bool byProject)
{
    bool apart = byProject;
    forEachOf(finding, [&](const Finding& each) { apart = apart || changed.contains(each); });
    if (!apart) return lister.add(finding, at);
    forEachOf(finding, [&](const Finding& each) {
        if (!changed.contains(each)) lister.add(each, at);
    });
}

} // namespace

FindingsList listFindings(const LiveResult& source, const std::string& activeSheet,
                          const FindingsFilter& filter, const std::function<bool()>& cancelled)
{
    Lister lister(filter, cancelled);
    if (source.workbook) {
        const ChangedRows changed(source);
        const auto shown = sheetAtHand(*source.workbook, activeSheet).tables;
        if (source.changed) addChanged(lister, *source.changed, changed, shown);
        bool goesOn = true;
        for (std::size_t at = 0; at < shown.size() && goesOn; ++at)
            for (const Finding& finding : shown[at]->findings) {
                goesOn = !lister.isCancelled();
                if (!goesOn) break;
                addFinding(lister, finding, at, changed, filter.byProject);
            }
    }
    FindingsList list = lister.take();
    list.source = source;
    return list;
}

std::string identityOf(const Finding& finding)
{
    return finding.table->sheet().name() + "\n" + a1(finding.place) + "\n" + finding.rule->id + "\n" +
           finding.subject;
}

} // namespace panorama
