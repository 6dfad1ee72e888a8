#pragma once

#include "workbench/file_reports.hpp"

namespace panorama::workbench {

/// Takes out of a stored OpenDocument file what its application says of the machine it was made on: the
/// printer and its setup, the application's build. The document's settings cannot do it: the office asks the
/// printer again while it stores. May throw UNO's exceptions; the file must not be handed out then.
void removeMachineTraces(const Context& context, const std::filesystem::path& file);

} // namespace panorama::workbench
