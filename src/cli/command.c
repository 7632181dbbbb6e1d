#include "cli/command.h"

#include "base/buf.h"
#include "base/clean.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int command_help(const struct command *command)
{
    printf(_("Use: pykala %s %s\n"), command->name, _(command->arguments));
    printf("\n%s\n\n%s", _(command->summary), _(command->details));
    return STATUS_DONE;
}

static void print_shown(const char *format, va_list arguments)
{
    struct buf text = {0}, shown = {0};
    buf_vprintf(&text, format, arguments);
    clean_shown(text.data ? text.data : "", &shown);
    fwrite(shown.data, 1, shown.size, stderr);
    buf_free(&text);
    buf_free(&shown);
}

void command_say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_shown(format, arguments);
    va_end(arguments);
}

int command_misused(const struct command *command, const char *format, ...)
{
    va_list arguments;
    fprintf(stderr, "pykala %s: ", command->name);
    va_start(arguments, format);
    print_shown(format, arguments);
    va_end(arguments);
    fprintf(stderr, "\n");
    fprintf(stderr, _("  pykala %s --help tells how it is used\n"), command->name);
    return STATUS_USAGE;
}

int command_unknown(const struct command *command, const char *format, const char *name,
                    const char *nearest)
{
    struct buf message = {0};
    buf_printf(&message, format, name);
    if (nearest)
        buf_printf(&message, _("; did you mean \"%s\"?"), nearest);
    command_misused(command, "%s", message.data);
    buf_free(&message);
    return STATUS_USAGE;
}
