#pragma once

#include <stddef.h>

/// The English model: see Training/FORMAT.md. Constant, 16-byte aligned.
const void *tercet_english_model_bytes(void);

/// Its size in bytes.
size_t tercet_english_model_size(void);
