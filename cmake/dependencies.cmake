# Every third-party library, found by pkg-config where it has a .pc file, and named in one place.
find_package(PkgConfig REQUIRED)
foreach(pair
        "xml2=libxml-2.0" "xslt=libxslt" "exslt=libexslt" "glib=glib-2.0" "harfbuzz=harfbuzz"
        "harfbuzz_subset=harfbuzz-subset" "fontconfig=fontconfig" "voikko=libvoikko"
        "unibreak=libunibreak" "json=json-c"
        "deflate=libdeflate" "png=libpng" "jpeg=libjpeg" "xlsxwriter=xlsxwriter" "zip=libzip")
  string(REPLACE "=" ";" pair ${pair})
  list(GET pair 0 name)
  list(GET pair 1 package)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${package})
endforeach()

# libharu and libhyphen come without a .pc file on Debian.
function(pykala_find_plain_library name header library package)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  find_library(${name}_LIBRARY ${library} REQUIRED)
  add_library(PkgConfig::${name} INTERFACE IMPORTED)
  target_include_directories(PkgConfig::${name} SYSTEM INTERFACE ${${name}_INCLUDE})
  target_link_libraries(PkgConfig::${name} INTERFACE ${${name}_LIBRARY})
endfunction()
pykala_find_plain_library(haru hpdf.h hpdf libhpdf-dev)
pykala_find_plain_library(hyphen hyphen.h hyphen libhyphen-dev)

# Lets a target include a library's headers and open it by its name, PYKALA_LIBRARY_NAME, when it is needed (base/shared.h).
# That name is the one which the loader would have looked for.
function(pykala_open_later target name)
  list(GET ${name}_LINK_LIBRARIES 0 file)
  execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${file} OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCH "SONAME +([^\n]+)" found "${headers}")
  if(NOT found)
    message(FATAL_ERROR "${file} is no shared library")
  endif()
  string(TOUPPER ${name} upper)
  target_include_directories(${target} SYSTEM PRIVATE ${${name}_INCLUDE_DIRS})
  target_compile_definitions(${target} PRIVATE PYKALA_LIBRARY_${upper}="${CMAKE_MATCH_1}")
endfunction()
