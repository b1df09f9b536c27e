#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_bool interrupted;
static atomic_bool exits_on_second_interrupt;
static void (*_Atomic notify)(void);

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    int saved_errno = errno;
    if (atomic_exchange(&interrupted, true) && atomic_load(&exits_on_second_interrupt)) {
        _exit(130);
    }
    void (*notified)(void) = atomic_load(&notify);
    if (notified != NULL) {
        notified();
    }
    tercet_wake();
    errno = saved_errno;
}

void tercet_interrupt_install(bool exits_on_second, void (*on_interrupt_call)(void))
{
    atomic_store(&notify, on_interrupt_call);
    atomic_store(&exits_on_second_interrupt, exits_on_second);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt;  // no SA_RESTART: a blocked read must come back
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

bool tercet_interrupt_pending(void) { return atomic_load(&interrupted); }

void tercet_interrupt_clear(void) { atomic_store(&interrupted, false); }

void tercet_interrupt_raise(void) { atomic_store(&interrupted, true); }
