#include "core/table/said_unit.hpp"

#include "core/table/reading_limits.hpp"
#include "core/text/fold.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace panorama {

namespace {

using Words = std::span<const std::string_view>;

bool hasAny(std::string_view key, Words words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return hasWord(key, word); });
}

/// Currencies that no other word is spelt like.
constexpr std::string_view currencies[] = {
    "usd",    "musd",   "kusd",     "dollar", "dollars", "gbp",     "chf",    "fcfa",     "cfa",
    "xof",    "xaf",    "xpf",      "cfp",    "fcfp",    "mfcfa",   "mfcfp",  "kfcfa",    "kfcfp",
    "jpy",    "livres", "sterling", "franc",  "francs",  "frf",     "dirham", "dirhams",  "dinar",
    "dinars", "yen",    "yens",     "yuan",   "cny",     "roupies", "ariary", "comorien", "comoriens"};
/// Short ones, believed where a unit stands.
constexpr std::string_view shortCurrencies[] = {
    "f",   "mf",  "kf",  "mdf", "ff",  "dh",  "mdh", "kdh", "mad", "tnd", "dzd", "cad", "aud", "nok", "sek",
    "dkk", "pln", "czk", "huf", "ron", "bgn", "inr", "brl", "mxn", "zar", "rub", "try", "m f", "k f"};
/// Codes of ISO 4217, read in capitals where a unit stands ("M MAD", "(kVND)"). Without those that are French
/// abbreviations of something else: ALL, GIP, TOP.
constexpr std::string_view currencyCodes =
    " AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF"
    " CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GBP GEL GHS GMD GNF GTQ GYD HKD HNL"
    " HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD"
    " MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR"
    " PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TRY"
    " TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ";
/// What stands where a unit does and counts no money.
constexpr std::string_view otherUnits[] = {
    "j h",        "jh",         "jours homme", "jours hommes", "jour homme",  "jours",
    "jour",       "j",          "etp",         "etpt",         "mois",        "ans",
    "annees",     "heures",     "h",           "pourcentage",  "pour cent",   "points",
    "unites",     "nombre",     "nb",          "mois homme",   "mois hommes", "hommes jours",
    "homme jour", "homme mois", "hommes mois", "j hommes",     "j homme"};

/// What stands in brackets, or behind "en" at the end: where a header names its unit.
std::string unitPart(std::string_view header)
{
    std::string part;
    for (std::size_t open = header.find_first_of("(["); open != std::string_view::npos;
         open = header.find_first_of("([", open + 1))
    {
        const std::size_t close = std::min(header.find_first_of(")]", open), header.size());
        part += std::string(header.substr(open + 1, close - open - 1)) + " ; ";
    }
    const std::string key = fold(header);
    if (const auto at = key.rfind(" en "); at != std::string::npos && part.empty()) part = key.substr(at + 4);
    return part;
}

/// Without what stands beside a unit and changes nothing in it.
std::string bareUnit(std::string_view part)
{
    std::string bare;
    for (const auto& word : wordsOf(fold(part)))
        if (word != "en" && word != "ttc" && word != "ht" && word != "courants" && word != "constants")
            bare += (bare.empty() ? "" : " ") + word;
    return bare;
}

/// "MAD", "M MAD", "kMAD": with or without what it is counted in.
bool isCurrencyCode(std::string_view unit)
{
    unit = trimmed(unit);
    for (const std::string_view scale : {"", "M", "k", "K", "Md"}) {
        if (!unit.starts_with(scale)) continue;
        const auto code = trimmed(unit.substr(scale.size()));
        const bool isCode = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char letter) {
                                return letter >= 'A' && letter <= 'Z';
                            });
        if (isCode && currencyCodes.find(" " + std::string(code) + " ") != std::string_view::npos)
            return true;
    }
    return false;
}

bool isOneOf(std::string_view key, Words words)
{
    return std::find(words.begin(), words.end(), key) != words.end();
}

} // namespace

UnitSaid unitOfMoney(std::string_view text)
{
    const std::string key = fold(text);
    const auto holds = [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
    if (hasAny(key, currencies) || holds("$") || holds("£") || holds("¥") || holds("₣") || holds("₹") ||
        holds("₽") || holds("₺"))
        return {.money = true, .foreign = true};
    if (hasAny(key, std::array<std::string_view, 5>{
                        {"mdeur", "milliards d euros", "milliards", "mdeuros", "geur"}}))
        return {.money = true, .divisor = 1e-3};
    if (hasAny(key, std::array<std::string_view, 7>{{"meur", "millions d euros", "million d euros",
                                                     "millions", "meuros", "m eur", "m euros"}}))
        return {.money = true};
    if (hasAny(key, std::array<std::string_view, 6>{
                        {"keur", "milliers d euros", "milliers", "keuros", "k eur", "k euros"}}))
        return {.money = true, .divisor = 1e3};
    if (hasAny(key, std::array<std::string_view, 3>{{"eur", "euros", "euro"}}))
        return {.money = true, .divisor = 1e6};
    return {};
}

UnitSaid unitOfAmounts(std::string_view header)
{
    const UnitSaid money = unitOfMoney(header);
    if (money.money) return money;
    std::string part = unitPart(header);
    if (part.find('%') != std::string::npos) return {.money = true, .foreign = true};
    for (std::size_t start = 0; start < part.size();) {
        const std::size_t end = std::min(part.find(';', start), part.size());
        if (isCurrencyCode(std::string_view(part).substr(start, end - start)))
            return {.money = true, .foreign = true};
        std::string unit = bareUnit(std::string_view(part).substr(start, end - start));
        for (const std::string_view scale : {"m ", "k ", "md ", "millions de ", "milliers de "})
            if (unit.starts_with(scale) && isOneOf(unit.substr(scale.size()), shortCurrencies))
                unit.erase(0, scale.size());
        if (isOneOf(unit, shortCurrencies) || isOneOf(unit, otherUnits))
            return {.money = true, .foreign = true};
        if (unit == "m" || unit == "me") return {.money = true};
        if (unit == "k" || unit == "ke") return {.money = true, .divisor = 1e3};
        start = end + 1;
    }
    return {};
}

bool isUnitAlone(std::string_view text)
{
    static constexpr std::string_view beside[] = {"en",       "d",         "de", "ttc", "ht",
                                                  "courants", "constants", "m",  "k"};
    const auto words = wordsOf(fold(text));
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return isOneOf(word, beside) || isOneOf(word, shortCurrencies) || isOneOf(word, otherUnits) ||
               unitOfMoney(word).money;
    });
}

bool isUnitOrHint(std::string_view text)
{
    static constexpr std::string_view said[] = {"oui non",
                                                "jj mm aaaa",
                                                "jj mm aa",
                                                "mm aaaa",
                                                "aaaa",
                                                "date",
                                                "texte",
                                                "texte libre",
                                                "ans",
                                                "annees",
                                                "en annees",
                                                "en annee",
                                                "mois",
                                                "en mois",
                                                "jours",
                                                "liste",
                                                "liste deroulante",
                                                "nombre",
                                                "pourcentage",
                                                "ttc",
                                                "ht",
                                                "url",
                                                "lien",
                                                "o n",
                                                "aaaa mm jj",
                                                "en ans",
                                                "obligatoire",
                                                "facultatif",
                                                "optionnel",
                                                "requis",
                                                "a choisir",
                                                "choix",
                                                "menu deroulant",
                                                "saisie libre",
                                                "recommande",
                                                "calcule",
                                                "automatique",
                                                "a remplir",
                                                "si connu",
                                                "conditionnel",
                                                "champ obligatoire",
                                                "champ facultatif"};
    const std::string key = fold(text);
    if (std::find(std::begin(said), std::end(said), key) != std::end(said)) return true;
    if (trimmed(text) == "%" || trimmed(text) == "(%)") return true;
    const bool isShort =
        text.size() <= limits::longestUnit && key.find_first_of("0123456789") == std::string::npos;
    return isShort && unitOfMoney(text).money;
}

bool saysUnitOfTable(std::string_view title)
{
    if (title.empty() || title.size() > limits::longestHeader || !unitOfMoney(title).money) return false;
    const std::string key = " " + fold(title) + " ";
    static constexpr std::string_view signs[] = {
        " en meur ",   " en keur ", " en eur ",  " en euro",  " en millier", " en million", " en milliard",
        " montant",    " cout",     " unite",    " en usd ",  " en dollar",  " en m ",      " en k ",
        " en francs ", " en mf ",   " en fcfa ", " en fcfp ", " budget",     " chiffres ",  " en mdeur "};
    // A title with a figure speaks of that figure; with a year it says when.
    const auto words = wordsOf(key);
    const bool figure = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word.find_first_of("0123456789") != std::string::npos && !isYearWord(word);
    });
    const bool says = std::any_of(std::begin(signs), std::end(signs),
                                  [&](std::string_view sign) { return key.find(sign) != std::string::npos; });
    if (says && !figure) return true;
    return !figure && title.size() <= limits::longestUnit && isUnitOrHint(title);
}

} // namespace panorama
