#include "core/report/problem_words.hpp"

#include "core/data/text.hpp"

namespace panorama {

namespace {

struct Words
{
    FileProblem problem;
    std::string_view key;
    Text text;
};

constexpr Words words[] = {
    {FileProblem::missing, "missing",
     Text{"{} : ce fichier n’existe pas. Vérifiez son nom et son dossier.",
          "{}: this file does not exist. Check its name and folder."}},
    {FileProblem::folder, "folder",
     Text{"{} : c’est un dossier. Indiquez le fichier qu’il contient ; seule la consolidation lit un dossier "
          "entier.",
          "{}: this is a folder. Give the file in it; only consolidation reads a whole folder."}},
    {FileProblem::unreadable, "unreadable",
     Text{"{} : ce fichier ne peut pas être lu. Il est endommagé, ou vous n’en avez pas le droit. Ouvrez-le "
          "dans "
          "LibreOffice pour vérifier, puis enregistrez-le de nouveau.",
          "{}: this file cannot be read. It is damaged, or you have no right to read it. Open it in "
          "LibreOffice "
          "to check, then save it again."}},
    {FileProblem::password, "password",
     Text{
         "{} : ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis "
         "contrôlez cette copie.",
         "{}: this workbook is protected by a password. Save a copy without a password, then check that "
         "copy."}},
    {FileProblem::notASpreadsheet, "not-a-spreadsheet",
     Text{"{} : ce fichier n’est pas un classeur. Attendu : .ods, .xlsx, .xls, .fods ou .csv.",
          "{}: this file is no workbook. Expected: .ods, .xlsx, .xls, .fods or .csv."}},
    {FileProblem::utf32, "utf-32",
     Text{
         "{} : ce fichier est encodé en UTF-32, qui n’est pas lu. Enregistrez-le en UTF-8, puis recommencez.",
         "{}: this file is encoded in UTF-32, which is not read. Save it in UTF-8, then try again."}},
    {FileProblem::tooLarge, "too-large",
     Text{
         "{} : une feuille est trop grande pour être contrôlée. Supprimez les lignes et colonnes vides mises "
         "en "
         "forme, puis recommencez.",
         "{}: a sheet is too large to be checked. Delete empty formatted rows and columns, then try again."}},
    {FileProblem::timedOut, "timed-out",
     Text{"{} : l’ouverture prend trop de temps et a été arrêtée. Ouvrez ce fichier dans LibreOffice pour "
          "vérifier qu’il s’ouvre.",
          "{}: opening takes too long and was stopped. Open this file in LibreOffice to see whether it "
          "opens."}},
    {FileProblem::officeFailed, "office-failed",
     Text{"{} : LibreOffice n’a pas pu démarrer ou s’est arrêté sur ce fichier. Vérifiez que LibreOffice est "
          "installé et que ce fichier s’y ouvre.",
          "{}: LibreOffice could not start or stopped on this file. Check that LibreOffice is installed and "
          "opens "
          "this file."}},
    {FileProblem::empty, "empty",
     Text{"{} : ce fichier est vide. Aucune cellule ne contient de valeur.",
          "{}: this file is empty. No cell holds a value."}},
    {FileProblem::noMeanings, "no-meanings",
     Text{"{} : ce fichier ne dit pas ce que sont les colonnes. Attendu : deux colonnes « En-tête » et « "
          "Champ », "
          "avec des champs connus, par exemple « Budget consolidé » et « Coût actualisé ».",
          "{}: this file does not say what columns are. Expected: two columns “En-tête” and “Champ”, with "
          "fields "
          "that are known, for example “Budget consolidé” and “Coût actualisé”."}},
    {FileProblem::noTable, "no-table",
     Text{
         "{} : aucun tableau de projets reconnu. Attendu : une ligne d’en-têtes avec « Nom du projet » et au "
         "moins deux autres colonnes connues, par exemple « Début » et « Coût estimé ».",
         "{}: no table of projects recognised. Expected: a row of headers with “Nom du projet” and at least "
         "two "
         "other known columns, for example “Début” and “Coût estimé”."}},
};

const Words& wordsOf(FileProblem problem)
{
    for (const Words& entry : words)
        if (entry.problem == problem) return entry;
    return words[2];
}

} // namespace

std::string_view keyOf(FileProblem problem)
{
    return wordsOf(problem).key;
}

std::string describe(FileProblem problem, const std::string& file, Language language)
{
    return say(wordsOf(problem).text, language, file);
}

} // namespace panorama
