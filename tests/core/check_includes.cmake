# Fails where a file below FOLDER includes UNO or one of the shells.
#   cmake -D FOLDER=src/core -P check_includes.cmake
file(GLOB_RECURSE files ${FOLDER}/*.hpp ${FOLDER}/*.cpp)
if(NOT files)
    message(FATAL_ERROR "No source file below ${FOLDER}")
endif()
set(found FALSE)
foreach(file ${files})
    file(STRINGS ${file} lines
        REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"](com/sun/star|rtl/|osl/|sal/|cppu|uno/|bridge/|addin/|office/|checker/|sidebar/|workbench/)")
    foreach(line ${lines})
        message(SEND_ERROR "${file}: ${line}")
        set(found TRUE)
    endforeach()
endforeach()
if(found)
    message(FATAL_ERROR "The core must not depend on UNO or on a shell.")
endif()
