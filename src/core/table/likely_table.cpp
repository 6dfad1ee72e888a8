#include "core/table/likely_table.hpp"

#include "core/table/reading_limits.hpp"
#include "core/table/row_kinds.hpp"
#include "core/text/date.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <cmath>
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

/// Sheets of people: their rows are no projects, whatever ministry stands beside them.
bool namesContact(const std::string& key)
{
    return isOneOfWords(key, {"telephone", "tel", "courriel", "mail", "email", "e mail", "adresse", "prenom",
                              "fonction", "contact", "phone"});
}

/// P310, T3, 104: a code of the budget and not what something is called.
bool isBudgetCode(const std::string& key)
{
    const std::size_t digits = key.find_first_of("0123456789");
    return digits <= 1 && key.size() <= 4 && isDigits(std::string_view(key).substr(digits), 1, 4);
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
        if (contacts_) return std::nullopt;
        if (alike_ < limits::fewestLikelyRows || names_.size() < 2 || (!described && !headed))
            return std::nullopt;
        return LikelyTable{first_, alike_};
    }

  private:
    void take(int row)
    {
        int texts = 0, amounts = 0, described = 0, filled = 0;
        std::string name;
        bool thing = false, amount = false, isKnown = false, contact = false;
        for (int column = within_.first.column; column <= within_.last.column; ++column) {
            const Place place{row, column};
            const CellKind kind = sheet_.kind(place);
            const auto text = trimmed(sheet_.text(place));
            const auto written =
                kind == CellKind::text && text.size() < 40 ? parseNumber(text) : std::nullopt;
            if (kind == CellKind::number || written) {
                const double number = written ? written->value : sheet_.number(place);
                // The number of the row stands first.
                const bool counts = filled == 0 && number == std::floor(number);
                if (number > 0 && !(number >= 1990 && number <= 2100) && !counts) ++amounts;
            } else if (kind == CellKind::text && !text.empty() && text.size() <= limits::longestHeader &&
                       !parseDate(text))
            {
                ++texts;
                const std::string key = fold(text);
                const bool isMinistry = namesMinistry(text), isPhase = namesPhase(key);
                if (name.empty() && !isMinistry && !isPhase && !isBudgetCode(key)) name = key;
                isKnown = isKnown || known_.contains(key);
                thing = thing || namesThing(key);
                amount = amount || namesAmount(key);
                contact = contact || namesContact(key) || text.find('@') != std::string_view::npos;
                if (isPhase || isMinistry) ++described;
            }
            if (kind != CellKind::empty) ++filled;
        }
        if (texts >= 2 && amounts == 0) {
            thing_ = thing_ || thing;
            amount_ = amount_ || amount;
            contacts_ = contacts_ || contact;
        }
        if (texts == 0 || amounts == 0 || isKnown || contact || name.empty()) return;
        if (alike_++ == 0) first_ = {row, within_.first.column};
        if (described > 0 && texts > 1) ++described_; // a phase beside a number is a count
        names_.insert(name);
    }

    const Sheet& sheet_;
    const std::set<std::string>& known_;
    CellArea within_;
    Place first_;
    int alike_ = 0, described_ = 0;
    bool thing_ = false, amount_ = false, contacts_ = false;
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
