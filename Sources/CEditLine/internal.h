// What the files of this target share.
#pragma once

#include "include/CEditLine.h"

/// Wakes a wait for a key from a signal handler.
void tercet_wake(void);
