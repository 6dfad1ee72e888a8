#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace panorama {

/// Words that the files at hand are likely to hold, by which a charset that nothing announces is recognised:
/// the commonest French words with an accent, and what the caller adds (headers, names of ministries).
class KnownWords
{
  public:
    KnownWords();
    /// Adds every word of a text of three letters and more; shorter ones appear by chance.
    void add(std::string_view text);
    /// Whether a folded word is one of them.
    bool holds(std::string_view foldedWord) const { return words_.contains(std::string(foldedWord)); }

    /// Only what everybody's French has.
    static const KnownWords& french();

  private:
    std::unordered_set<std::string> words_; ///< folded
};

} // namespace panorama
