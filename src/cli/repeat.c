#include "cli/repeat.h"

#include "base/message.h"

static int watch_and_run(struct session *session, struct watch *watch,
                         int (*round)(void *context, struct watch *watch, unsigned changed),
                         void *context)
{
    enum watch_news news = WATCH_CHANGED;
    unsigned changed = 0;
    while (news == WATCH_CHANGED) {
        session_renew(session, changed);
        watch_begin(watch);
        int status = round(context, watch, changed);
        if (status != REPEAT_AGAIN)
            return status;
        fputs(_("Waiting for changes; Ctrl-C ends.\n"), stderr);
        diags_clear(session->diags);
        news = watch_wait(watch, session->diags, &changed);
    }
    return session_tell(session);
}

int repeat_on_change(struct session *session,
                     int (*round)(void *context, struct watch *watch, unsigned changed),
                     void *context)
{
    struct watch *watch = watch_new(session->diags);
    if (!watch)
        return session_tell(session);
    int status = watch_and_run(session, watch, round, context);
    watch_free(watch);
    return status;
}
