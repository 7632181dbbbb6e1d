# One static library for each folder of src/: pykala_stage(NAME SOURCES … USES stage… LIBRARIES target…).
function(pykala_stage name)
  cmake_parse_arguments(stage "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(pykala_${name} STATIC ${stage_SOURCES})
  target_include_directories(pykala_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  pykala_strict(pykala_${name})
  foreach(used ${stage_USES})
    target_link_libraries(pykala_${name} PUBLIC pykala_${used})
  endforeach()
  foreach(library ${stage_LIBRARIES})
    target_link_libraries(pykala_${name} PUBLIC PkgConfig::${library})
  endforeach()
endfunction()

function(pykala_strict target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
    -Wcast-qual -Wwrite-strings $<$<BOOL:${PYKALA_WERROR}>:-Werror>)
  target_compile_definitions(${target} PRIVATE _XOPEN_SOURCE=700)
endfunction()
