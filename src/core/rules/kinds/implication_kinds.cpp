// The kind for everything that reads "where this holds of a row, that must be so".

#include "core/rules/check_kind.hpp"
#include "core/table/cell_words.hpp"
#include "core/text/fold.hpp"

namespace panorama {

namespace {

class Implication : public Check
{
  public:
    static constexpr Cases cases{"holds"};

    explicit Implication(CheckSource& source)
        : must_(static_cast<Must>(source.choice("must", {"filled", "empty", "ticked", "nothing"})))
    {
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            for (const Field field : fields) {
                if (!table.has(field) || holds(table, table.readings(field)[row])) continue;
                if (!looksAt(findings, row)) break;
                findings.atCell(*this, cases["holds"], field, row);
                break; // one finding for one problem, at the first cell that could mend it
            }
    }

  private:
    enum class Must : unsigned char { filled, empty, ticked, nothing };

    bool holds(const Table& table, const Reading& reading) const
    {
        const bool blank = reading.isEmpty() ||
                           (reading.kind == Reading::Kind::text && trimmed(table.textOf(reading)).empty());
        switch (must_) {
        case Must::filled: return !blank;
        case Must::empty: return blank;
        case Must::ticked: return !blank && isTicked(table, reading);
        case Must::nothing: break;
        }
        return false;
    }

    Must must_;
};

const KindOf<Implication> implication{"implication"};

} // namespace

} // namespace panorama
