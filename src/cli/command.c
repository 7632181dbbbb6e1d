#include "cli/command.h"

#include "base/buf.h"
#include "base/clean.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int command_help(const struct command *command)
{
    printf(_("Use: pykala %s %s\n"), command->name, _(command->arguments));
    printf("\n%s\n\n%s", _(command->summary), _(command->details));
    return CLI_DONE;
}

static void print_shown(const char *text)
{
    struct buf shown = {0};
    clean_shown(text, &shown);
    fwrite(shown.data, 1, shown.size, stderr);
    buf_free(&shown);
}

void command_say(const char *format, ...)
{
    va_list arguments;
    char text[1024];
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    print_shown(text);
}

int command_misused(const struct command *command, const char *format, ...)
{
    va_list arguments;
    char text[1024];
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    fprintf(stderr, "pykala %s: ", command->name);
    print_shown(text);
    fprintf(stderr, "\n");
    fprintf(stderr, _("  pykala %s --help tells how it is used\n"), command->name);
    return CLI_USAGE;
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
    return CLI_USAGE;
}

/* An empty value stands there where a script's variable isn't set; the files of a folder "" would
 * be the root's. */
static bool lacks_value(int option)
{
    return option == ':' || (option != -1 && option != '?' && optarg && !*optarg);
}

int command_option(const struct command *command, int argc, char **argv, const char *letters,
                   const struct option *options)
{
    opterr = 0;
    int option = getopt_long(argc, argv, letters, options, NULL);
    if (lacks_value(option)) {
        const char *name = argv[optind - 1];
        command_misused(command, _("the option %s needs a value"), *name ? name : argv[optind - 2]);
        return '?';
    }
    if (option == '?' && optopt && strncmp(argv[optind - 1], "--", 2) != 0)
        command_misused(command, _("there is no option -%c"), optopt);
    else if (option == '?')
        command_misused(command, _("there is no option %s"), argv[optind - 1]);
    return option;
}

bool command_number(const struct command *command, const char *option, const char *value,
                    unsigned most, unsigned *number)
{
    char *end;
    errno = 0;
    long read = strtol(value, &end, 10);
    if (errno || end == value || *end || read < 1 || read > (long)most) {
        command_misused(command, _("%s takes a number from 1 to %u, not \"%s\""), option, most,
                        value);
        return false;
    }
    *number = (unsigned)read;
    return true;
}
