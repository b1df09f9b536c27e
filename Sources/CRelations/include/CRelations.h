#pragma once

#include <stddef.h>

/// The relation vocabulary of `relations.tsv`, embedded at build.
const unsigned char *tercet_relations_start(void);
/// Its length in bytes.
extern const size_t tercet_relations_count;
