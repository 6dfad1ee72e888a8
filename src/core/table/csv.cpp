#include "core/table/csv.hpp"

#include "core/text/date.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

namespace {

// A panorama has fifty rows, a benchmark 10^5; beyond these bounds a file is a mistake or an attack.
constexpr std::uintmax_t largestFile = 512ull * 1024 * 1024;
constexpr int mostColumns = 16384; // as many as Calc has

constexpr std::size_t detectionSize = 256 * 1024;

CsvProblem problemOf(DecodingProblem problem)
{
    return problem == DecodingProblem::utf32 ? CsvProblem::utf32 : CsvProblem::binary;
}

/// Whether a separator stands as prose and numbers have it: "12,5", "Justice, Culture", "voir A ; voir B".
bool looksLikeProse(std::string_view text, std::size_t at)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text[at] == '\t' || text[at] == '|' || at + 1 >= text.size()) return false;
    if (text[at + 1] == ' ') return true;
    return text[at] == ',' && at > 0 && isDigit(text[at - 1]) && isDigit(text[at + 1]);
}

/// Walks through the cells of a CSV text. A quote opens a quoted cell only at its start, as RFC 4180 says;
/// what follows a closing quote is kept, because losing characters would be worse. A quote that does not
/// close its cell is a character, so that it swallows no rows.
class CsvScanner
{
  public:
    enum class After : unsigned char { cell, row, end };
    struct Stray
    {
        std::size_t offset = 0;
        std::size_t swallowedRows = 0;
    };

    /// `width` is how many cells most rows have, 0 where that is not known.
    CsvScanner(std::string_view text, std::size_t start, char separator, int width)
        : text_(text), separator_(separator), width_(width), at_(start)
    {
    }

    bool atEnd() const { return at_ >= text_.size(); }
    /// Where the next cell starts.
    std::size_t position() const { return at_; }
    /// The cell just read begins with a quote that does not close it.
    const std::optional<Stray>& strayQuote() const { return stray_; }

    /// The next cell and what comes after it. The view holds until the next call.
    After next(std::string_view& cell)
    {
        stray_.reset();
        const After after = !atEnd() && text_[at_] == '"' ? quoted(cell) : plain(cell);
        column_ = after == After::cell ? column_ + 1 : 0;
        return after;
    }

  private:
    After plain(std::string_view& cell)
    {
        const std::size_t start = at_;
        while (at_ < text_.size() && !isBorder(text_[at_]))
            ++at_;
        cell = text_.substr(start, at_ - start);
        return step();
    }

    After quoted(std::string_view& cell)
    {
        const std::size_t open = at_;
        const std::size_t close = closingQuote(open + 1);
        const auto content =
            text_.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
        const std::size_t next = close == std::string_view::npos ? text_.size() : close + 1;
        if (isStray(open, close, content)) {
            stray_ = {open, lineEnds(content)};
            return plain(cell);
        }
        at_ = next;
        if (content.find('"') == std::string_view::npos && (atEnd() || isBorder(text_[at_])))
            cell = content; // the common case costs no copy
        else {
            buffer_.clear();
            for (std::size_t i = 0; i < content.size(); ++i) {
                buffer_ += content[i];
                if (content[i] == '"') ++i; // the second of two
            }
            while (at_ < text_.size() && !isBorder(text_[at_]))
                buffer_ += text_[at_++];
            cell = buffer_;
        }
        return step();
    }

    /// The quote that ends what starts there: two of them are one in the text.
    std::size_t closingQuote(std::size_t start) const
    {
        std::size_t quote = text_.find('"', start);
        while (quote != std::string_view::npos && quote + 1 < text_.size() && text_[quote + 1] == '"')
            quote = text_.find('"', quote + 2);
        return quote;
    }

    bool isStray(std::size_t open, std::size_t close, std::string_view content) const
    {
        if (close == std::string_view::npos) return true;
        const bool spansLines =
            content.find('\n') != std::string_view::npos || content.find('\r') != std::string_view::npos;
        std::size_t behind = close + 1;
        while (behind < text_.size() && text_[behind] == ' ' && separator_ != ' ')
            ++behind;
        const bool closes = behind >= text_.size() || isBorder(text_[behind]);
        if (!closes && spansLines) return true;
        if ((closes && !spansLines) || width_ < 2) return false;
        // A quote may also pair with a later stray one: then whole rows stand between them, or the row only
        // fits the table without them.
        const auto line = content.substr(0, content.find_first_of("\r\n"));
        constexpr int fewestSeparators = 3; // fewer stand in a text by chance
        if (spansLines && width_ - 1 - column_ >= fewestSeparators &&
            separatorsIn(line) == width_ - 1 - column_)
            return true;
        return cellsOfRow(open, true) == width_ && cellsOfRow(open, false) != width_;
    }

    /// How many cells the row at hand has, its cell that opens there being read with or without its quote.
    int cellsOfRow(std::size_t open, bool asCharacter) const
    {
        CsvScanner ahead(text_, open, separator_, 0);
        std::string_view cell;
        int cells = column_ + 1;
        auto after = asCharacter ? ahead.plain(cell) : ahead.next(cell);
        for (; after == After::cell && cells <= width_; ++cells)
            after = ahead.next(cell);
        return cells;
    }

    /// The separators of a line; 0 where one stands as prose has it.
    int separatorsIn(std::string_view line) const
    {
        int count = 0;
        for (std::size_t at = line.find(separator_); at != std::string_view::npos;
             at = line.find(separator_, at + 1)) {
            if (looksLikeProse(line, at)) return 0;
            ++count;
        }
        return count;
    }

    static std::size_t lineEnds(std::string_view text)
    {
        std::size_t ends = 0;
        for (std::size_t i = 0; i + 1 < text.size(); ++i)
            if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) ++ends;
        return ends;
    }

    bool isBorder(char character) const
    {
        return character == separator_ || character == '\n' || character == '\r';
    }

    After step()
    {
        if (atEnd()) return After::end;
        const char border = text_[at_++];
        if (border == separator_) return After::cell;
        if (border == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
        return After::row;
    }

    std::string_view text_;
    char separator_;
    int width_;
    std::size_t at_ = 0;
    int column_ = 0;
    std::string buffer_;
    std::optional<Stray> stray_;
};

/// A separator, and what speaks for it.
struct Separation
{
    char separator = ',';
    int width = 0; ///< cells of most rows; 0 where nothing is separated
    double score = 0;
};

/// How many rows agree on how many separators they hold, over the first rows. Titles above a header and notes
/// have few or none, so that many cells in many rows count; what looks like prose counts for a fifth.
Separation separation(std::string_view text, std::size_t start, char separator)
{
    constexpr int rowsTried = 50;
    constexpr double ofProse = 0.2;
    std::map<int, std::pair<int, double>> rowsByCount; // with the weights of their separators
    CsvScanner scanner(text, start, separator, 0);
    for (int row = 0; row < rowsTried && !scanner.atEnd(); ++row) {
        int count = 0;
        double weight = 0;
        std::string_view cell;
        while (scanner.next(cell) == CsvScanner::After::cell && count < mostColumns) {
            ++count;
            weight += looksLikeProse(text, scanner.position() - 1) ? ofProse : 1;
        }
        if (count == 0) continue;
        ++rowsByCount[count].first;
        rowsByCount[count].second += weight;
    }
    Separation best{.separator = separator};
    for (const auto& [count, rows] : rowsByCount)
        if (rows.second >= best.score) best = {separator, count + 1, rows.second};
    return best;
}

Separation detectSeparator(std::string_view text, std::size_t start)
{
    Separation best;
    for (const char separator : {',', ';', '\t', '|'})
        if (const auto found = separation(text, start, separator); found.score > best.score) best = found;
    return best;
}

/// "sep=;", by which a file tells Excel its separator.
struct SeparatorLine
{
    char separator = 0;  ///< 0 where there is none
    std::size_t end = 0; ///< where the next line starts
};

SeparatorLine separatorLine(std::string_view text)
{
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    const bool isQuoted = line.starts_with('"');
    if (isQuoted) line.remove_prefix(1);
    if (line.size() < 5 || fold(line.substr(0, 3)) != "sep" || line[3] != '=') return {};
    const char separator = line[4];
    line.remove_prefix(5);
    if (isQuoted && line.starts_with('"')) line.remove_prefix(1);
    // A program that has written it anew may have filled the row up.
    const bool isOnlyThat = line.find_first_not_of(separator) == std::string_view::npos;
    if (!isOnlyThat || static_cast<unsigned char>(separator) >= 0x80 || separator == '"') return {};
    return {separator, end + (text.substr(end).starts_with("\r\n") ? 2 : end < text.size() ? 1 : 0)};
}

/// A file decoded, before its cells are read.
struct OpenedCsv
{
    DecodedText decoded;
    std::size_t start = 0; ///< of the first row
    Separation separation;
    bool separatorLine = false;

    CsvScanner scanner() const { return {decoded.text(), start, separation.separator, separation.width}; }
};

tl::expected<OpenedCsv, CsvProblem> openCsv(std::string_view bytes, const KnownWords& words)
{
    auto decoded = decode(bytes, words);
    if (!decoded) return tl::unexpected(problemOf(decoded.error()));
    OpenedCsv opened{.decoded = std::move(*decoded), .separation = {}};
    const auto sample = opened.decoded.text().substr(0, detectionSize);
    const SeparatorLine line = separatorLine(sample);
    opened.start = line.end;
    opened.separatorLine = line.separator != 0;
    opened.separation =
        line.separator ? separation(sample, line.end, line.separator) : detectSeparator(sample, 0);
    return opened;
}

/// Collects what is to be told of cells as they are read.
class CsvEvidence
{
  public:
    explicit CsvEvidence(const OpenedCsv& opened)
        : text_(opened.decoded.text()), places_(opened.decoded.evidence().places), positions_(text_)
    {
        form.decoding = opened.decoded.evidence();
        form.separator = opened.separation.separator;
        form.separatorLine = opened.separatorLine;
        if (places_.size() > DamagedCells::mostListed) form.decoding.places.resize(DamagedCells::mostListed);
    }

    void add(Place place, const CsvScanner& scanner)
    {
        if (const auto& stray = scanner.strayQuote();
            stray && form.strayQuotes.size() < DamagedCells::mostListed)
            form.strayQuotes.push_back({place, positions_.of(stray->offset), stray->swallowedRows});
        const auto isHere = [&] {
            return next_ < places_.size() && (places_[next_].offset < scanner.position() || scanner.atEnd());
        };
        if (!isHere()) return;
        addDamaged(place, places_[next_]);
        while (isHere())
            ++next_;
    }

    CsvForm form;

  private:
    void addDamaged(Place place, const TextDamage& damage)
    {
        auto& damaged = form.damaged;
        ++damaged.total;
        const auto column = static_cast<std::size_t>(place.column);
        if (damaged.byColumn.size() <= column) damaged.byColumn.resize(column + 1);
        ++damaged.byColumn[column];
        if (damaged.first.size() < DamagedCells::mostListed)
            damaged.first.push_back({place, damage.kind, positions_.of(damage.offset), damage.bytes,
                                     std::string(text_.substr(damage.offset, damage.length))});
    }

    std::string_view text_;
    const std::vector<TextDamage>& places_;
    std::size_t next_ = 0;
    TextPositions positions_;
};

} // namespace

tl::expected<CsvSheet, CsvProblem> parseCsv(std::string_view bytes, std::string name, const KnownWords& words)
{
    const auto opened = openCsv(bytes, words);
    if (!opened) return tl::unexpected(opened.error());
    CsvEvidence evidence(*opened);
    Sheet sheet(std::move(name), CellOrigin::plainText);
    CsvScanner scanner = opened->scanner();
    for (Place place; !scanner.atEnd(); ++place.row) {
        place.column = 0;
        std::string_view cell;
        CsvScanner::After after;
        do {
            after = scanner.next(cell);
            if (place.column >= mostColumns) return tl::unexpected(CsvProblem::tooLarge);
            sheet.addText(place, cell);
            evidence.add(place, scanner);
            ++place.column;
        } while (after == CsvScanner::After::cell);
        sheet.noteWidth(place.column);
        if (place.column > 1) evidence.form.lastRecord = place.row;
    }
    return CsvSheet{std::move(sheet), std::move(evidence.form)};
}

bool isCsvName(const std::filesystem::path& file)
{
    const std::string extension = fold(file.extension().string());
    return extension == "csv" || extension == "tsv" || extension == "txt";
}

namespace {

/// The decimal mark that most numbers of a column have.
char decimalMarkOf(const Sheet& sheet, int column)
{
    long commas = 0, points = 0;
    for (int row = 0; row < sheet.rowCount(); ++row)
        if (const auto number = parseNumber(sheet.text({row, column})); number && number->decimalMark)
            ++(number->decimalMark == ',' ? commas : points);
    return commas > points ? ',' : '.';
}

/// A cell as the file writes it: quoted where it must be.
std::string written(const CellEdit& edit, char separator, char decimalMark)
{
    std::string text = edit.text;
    if (edit.kind == CellEdit::Kind::number) {
        text = fmt::format("{}", edit.number);
        std::replace(text.begin(), text.end(), '.', decimalMark);
    } else if (edit.kind == CellEdit::Kind::date)
        if (const auto date = dateOfSerial(edit.number)) text = isoDate(*date);
    const bool quotes = text.find_first_of(std::string("\"\r\n") + separator) != std::string::npos;
    if (!quotes) return text;
    std::string quoted = "\"";
    for (const char character : text)
        quoted += character == '"' ? "\"\"" : std::string(1, character);
    return quoted + '"';
}

} // namespace

tl::expected<std::string, CsvProblem> editCsv(std::string_view bytes, std::span<const CellEdit> edits,
                                              const KnownWords& words)
{
    const auto opened = openCsv(bytes, words);
    if (!opened) return tl::unexpected(opened.error());
    const std::string_view text = opened->decoded.text();
    std::map<std::pair<int, int>, const CellEdit*> byPlace;
    for (const CellEdit& edit : edits)
        byPlace.emplace(std::pair(edit.place.row, edit.place.column), &edit);
    const auto sheet = parseCsv(bytes, {}, words);
    if (!sheet) return tl::unexpected(sheet.error());

    const DecodingEvidence& decoding = opened->decoded.evidence();
    std::string edited = decoding.charset == "UTF-8" && !decoding.mark ? "" : "\xEF\xBB\xBF";
    std::size_t kept = 0;
    CsvScanner scanner = opened->scanner();
    for (Place place; !scanner.atEnd(); ++place.row) {
        CsvScanner::After after;
        place.column = 0;
        do {
            const std::size_t start = scanner.position();
            std::string_view cell;
            after = scanner.next(cell);
            const auto edit = byPlace.find({place.row, place.column++});
            if (edit == byPlace.end()) continue;
            std::size_t end = scanner.position();
            if (after != CsvScanner::After::end) --end;
            if (after == CsvScanner::After::row && end > start && text[end] == '\n' && text[end - 1] == '\r')
                --end;
            edited.append(text.substr(kept, start - kept));
            edited += written(*edit->second, opened->separation.separator,
                              decimalMarkOf(sheet->sheet, edit->second->place.column));
            kept = end;
        } while (after == CsvScanner::After::cell);
    }
    return edited.append(text.substr(kept));
}

tl::expected<CsvSheet, CsvProblem> readCsv(const std::filesystem::path& path, const KnownWords& words)
{
    std::error_code problem;
    const auto size = std::filesystem::file_size(path, problem);
    if (problem) return tl::unexpected(CsvProblem::unreadable);
    if (size > largestFile) return tl::unexpected(CsvProblem::tooLarge);
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!stream) return tl::unexpected(CsvProblem::unreadable);
    return parseCsv(bytes, path.stem().string(), words);
}

} // namespace panorama
