/* The compiled XSD, and the XSD's own text as a vocabulary to explain it with. */
#ifndef PYKALA_INPUT_SCHEMA_H
#define PYKALA_INPUT_SCHEMA_H

#include "base/reading.h"
#include "input/input.h"
#include "input/model.h"
#include "input/vocabulary.h"

#include <libxml/xmlschemas.h>

struct input_schema {
    xmlSchemaPtr compiled;
    struct vocabulary *vocabulary;
    struct models *models;   /* of the vocabulary */
    struct reading *reading; /* NULL: nobody watches */
};

#endif
