#include "core/table/likely_table.hpp"

#include "core/table/reading_limits.hpp"
#include "core/table/row_kinds.hpp"
#include "core/text/date.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <set>

namespace panorama {

namespace {

bool isOneOfWords(const std::string& key, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return hasWord(key, word); });
}

bool namesThing(const std::string& key)
{
    return isOneOfWords(key, {"projet", "projets", "operation", "operations", "application", "applications",
                              "chantier", "chantiers", "produit", "produits", "si", "programme", "intitule",
                              "denomination", "libelle", "project", "projects", "initiative", "initiatives"});
}

bool namesAmount(const std::string& key)
{
    return isOneOfWords(key, {"montant", "montants", "cout", "couts", "budget", "budgets", "enveloppe",
                              "cost", "amount", "meur", "keur", "eur", "prix", "ae", "cp"});
}

bool namesPhase(const std::string& key)
{
    return isOneOfWords(
        key, {"cadrage", "deploiement", "experimentation", "conception", "realisation", "termine"});
}

/// What speaks for projects, gathered row by row.
class Signs
{
  public:
    Signs(const Sheet& sheet, CellArea within, const std::set<std::string>& known)
        : sheet_(sheet), known_(known), within_(within)
    {
        for (int row = within.first.row; row <= within.last.row; ++row)
            take(row);
    }

    std::optional<LikelyTable> result() const
    {
        const bool described = 2 * described_ >= alike_ && described_ >= limits::fewestLikelyRows;
        const bool headed = thing_ && amount_;
        if (alike_ < limits::fewestLikelyRows || names_.size() < 2 || (!described && !headed))
            return std::nullopt;
        return LikelyTable{first_, alike_};
    }

  private:
    void take(int row)
    {
        int texts = 0, amounts = 0, described = 0;
        std::string name;
        bool thing = false, amount = false, isKnown = false;
        for (int column = within_.first.column; column <= within_.last.column; ++column) {
            const Place place{row, column};
            const CellKind kind = sheet_.kind(place);
            const auto text = trimmed(sheet_.text(place));
            const auto written =
                kind == CellKind::text && text.size() < 40 ? parseNumber(text) : std::nullopt;
            if (kind == CellKind::number || written) {
                const double number = written ? written->value : sheet_.number(place);
                if (number > 0 && !(number >= 1990 && number <= 2100)) ++amounts;
            } else if (kind == CellKind::text && !text.empty() && text.size() <= limits::longestHeader &&
                       !parseDate(text))
            {
                ++texts;
                const std::string key = fold(text);
                if (name.empty()) name = key;
                isKnown = isKnown || known_.contains(key);
                thing = thing || namesThing(key);
                amount = amount || namesAmount(key);
                if (namesPhase(key) || namesMinistry(text)) ++described;
            }
        }
        if (texts >= 2 && amounts == 0) {
            thing_ = thing_ || thing;
            amount_ = amount_ || amount;
        }
        if (texts == 0 || amounts == 0 || isKnown) return;
        if (alike_++ == 0) first_ = {row, within_.first.column};
        if (described > 0 && texts > 1) ++described_; // a phase beside a number is a count
        names_.insert(name);
    }

    const Sheet& sheet_;
    const std::set<std::string>& known_;
    CellArea within_;
    Place first_;
    int alike_ = 0, described_ = 0;
    bool thing_ = false, amount_ = false;
    std::set<std::string> names_;
};

} // namespace

std::optional<LikelyTable> likelyTable(const Sheet& sheet, CellArea within,
                                       const std::set<std::string>& known)
{
    within.last.row =
        std::min({within.last.row, sheet.rowCount() - 1, within.first.row + limits::longestFiche});
    within.last.column = std::min({within.last.column, sheet.columnCount() - 1, limits::mostColumnsScanned});
    return Signs(sheet, within, known).result();
}

} // namespace panorama
