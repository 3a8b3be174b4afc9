// The headers of ICU, which Debian's libxml2 includes, clash with those inside Foundation, and nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
