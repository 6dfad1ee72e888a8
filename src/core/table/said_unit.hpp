#pragma once

#include <string_view>

namespace panorama {

/// What a text says of a unit.
struct UnitSaid
{
    bool money = false;   ///< the text names a unit of money
    bool foreign = false; ///< a currency other than the euro, or no money at all: its amounts are not M€
    double divisor = 1;   ///< what an amount must be divided by to be in M€
    friend bool operator==(const UnitSaid&, const UnitSaid&) = default;
};

/// The unit of money that a text names, in words or in signs: "k€", "milliers d'euros", "USD"...
UnitSaid unitOfMoney(std::string_view text);

/// The unit that the header of amounts names: also one that is no money, as people type under such headers:
/// "Coût (j.h)", "Budget (ETP)", "Coût (%)".
UnitSaid unitOfAmounts(std::string_view header);

/// Whether a text is a unit and nothing more: "M€ TTC", "milliers d'euros", "MF".
bool isUnitAlone(std::string_view text);

/// Whether a short text is nothing but what a row of units or of hints says: "M€", "JJ/MM/AAAA", "Oui/Non".
bool isUnitOrHint(std::string_view text);

/// Whether a title says in which unit amounts are: "Montants en k€", and not "un budget de 12 M€".
bool saysUnitOfTable(std::string_view title);

} // namespace panorama
