#include "process/crash.h"

#include "base/message.h"

#include <string.h>
#include <sys/wait.h>

static void tell_end(struct diags *diags, struct diag_place place, int status)
{
    if (WIFSIGNALED(status))
        diag_add(diags, RULE_WORKER_DIED, place, NULL,
                 _("its worker process was ended by signal %d (%s)"), WTERMSIG(status),
                 strsignal(WTERMSIG(status)));
    else
        diag_add(diags, RULE_WORKER_DIED, place, NULL, _("its worker process ended with status %d"),
                 WEXITSTATUS(status));
}

void crash_report(struct diags *diags, struct diag_place place, const struct crash_rules *rules,
                  const struct limits *limits, enum workers_cause cause, int status)
{
    if (cause == WORKERS_OUT_OF_TIME)
        diag_add(diags, rules->time, place,
                 _("look for what makes it so large, or allow more with --timeout"),
                 _("took longer than %u seconds"), limits->seconds);
    else if (cause == WORKERS_OUT_OF_MEMORY)
        diag_add(diags, rules->memory, place,
                 _("look for what makes it so large, or allow more with --max-memory"),
                 _("needs more memory than the %u MiB that it may take, or than there is"),
                 limits->mebibytes);
    else if (cause == WORKERS_REPLY_TOO_LARGE)
        diag_add(diags, rules->memory, place, _("look for what makes it so large"),
                 _("there is too much to tell of it"));
    else
        tell_end(diags, place, status);
}
