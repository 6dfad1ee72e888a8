#include "generator/fields.hpp"

#include "core/data/xml_file.hpp"

#include <algorithm>
#include <cctype>

namespace panorama {

namespace {

bool makesName(const std::string& key)
{
    const auto isPart = [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; };
    return !key.empty() && std::islower(static_cast<unsigned char>(key.front())) &&
           std::all_of(key.begin(), key.end(), isPart);
}

class FieldKeysReader
{
  public:
    explicit FieldKeysReader(XmlFile& file) : file_(file) {}

    std::vector<std::string> read()
    {
        file_.children(file_.root(), {{"field", [this](XmlFile::Element e) { add(e); }},
                                      {"layout", [](XmlFile::Element) {}}});
        return std::move(keys_);
    }

  private:
    void add(XmlFile::Element element)
    {
        std::string key = file_.required(element, "key");
        if (!makesName(key)) file_.fail(element, DataProblem::badValue, key, "a-z, 0-9, _");
        if (std::find(keys_.begin(), keys_.end(), key) != keys_.end())
            file_.fail(element, DataProblem::duplicate, key);
        keys_.push_back(std::move(key));
    }

    XmlFile& file_;
    std::vector<std::string> keys_;
};

} // namespace

DataResult<std::vector<std::string>> readFieldKeys(const std::filesystem::path& file)
{
    return readWith<FieldKeysReader>(XmlFile::open(file, "columns"));
}

std::string nameOfKey(const std::string& key)
{
    std::string name;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (key[i] == '_' && i + 1 < key.size())
            name += static_cast<char>(std::toupper(static_cast<unsigned char>(key[++i])));
        else if (key[i] != '_')
            name += key[i];
    }
    return name;
}

} // namespace panorama
