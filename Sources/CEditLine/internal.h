// What the files of this target share.
#pragma once

// pipe2 and memmem are GNU extensions.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "include/CEditLine.h"

/// Wakes a wait for a key from a signal handler.
void tercet_wake(void);
