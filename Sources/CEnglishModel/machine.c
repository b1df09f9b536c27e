#include "CEnglishModel.h"

#if defined(__x86_64__)
bool tercet_machine_has_avx2(void) { return __builtin_cpu_supports("avx2"); }
bool tercet_machine_has_avx512(void) { return __builtin_cpu_supports("avx512f"); }
#else
bool tercet_machine_has_avx2(void) { return false; }
bool tercet_machine_has_avx512(void) { return false; }
#endif
