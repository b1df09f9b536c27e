#pragma once

#include <stdbool.h>
#include <stddef.h>

/// The English model: see Training/FORMAT.md. Constant, 16-byte aligned.
const void *tercet_english_model_bytes(void);

/// Its size in bytes.
size_t tercet_english_model_size(void);

/// Whether the processor and the kernel support AVX2.
bool tercet_machine_has_avx2(void);

/// Whether the processor and the kernel support AVX-512F.
bool tercet_machine_has_avx512(void);
