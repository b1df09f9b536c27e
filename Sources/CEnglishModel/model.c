#include "CEnglishModel.h"

#include <stdalign.h>

// Written by Training/export.py.
alignas(64) static const unsigned char model[] = {
#embed "english.model"
};

const void *tercet_english_model_bytes(void) { return model; }

size_t tercet_english_model_size(void) { return sizeof model; }
