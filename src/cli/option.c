#include "cli/option.h"

#include "cli/session.h"

#include "base/names.h"
#include "followup/followup.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SECONDS = 86400, MOST_MEBIBYTES = 65536, MOST_SHARDS = 1000000 };

/* Returns whether an option lacks its value. A script's variable that isn't set leaves an empty
 * one; the files of a folder "" would be the root's. */
static bool lacks_value(int option)
{
    return option == ':' || (option != -1 && option != '?' && optarg && !*optarg);
}

int option_next(const struct command *command, int argc, char **argv, const char *letters,
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

bool option_number(const struct command *command, const char *option, const char *value,
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

bool option_limits(const struct command *command, int option, const char *value,
                   struct limits *limits)
{
    if (option == OPTION_TIMEOUT)
        return option_number(command, "--timeout", value, MOST_SECONDS, &limits->seconds);
    return option_number(command, "--max-memory", value, MOST_MEBIBYTES, &limits->mebibytes);
}

/* Reads digits, as far as the number can be one of shards, and moves past them. */
static size_t read_number(const char **text)
{
    size_t number = 0;
    while (**text >= '0' && **text <= '9' && number <= MOST_SHARDS)
        number = number * 10 + (size_t)(*(*text)++ - '0');
    return number;
}

bool option_shard(const struct command *command, const char *value, struct shard *shard)
{
    const char *rest = value;
    shard->number = read_number(&rest);
    bool has_count = *rest == '/';
    rest += has_count;
    shard->count = has_count ? read_number(&rest) : 0;
    if (!*rest && shard->number && shard->number <= shard->count && shard->count <= MOST_SHARDS)
        return true;
    command_misused(command, _("--shard takes I/N, the part I of N (1/8 to 8/8), not \"%s\""),
                    value);
    return false;
}

bool option_stage(const struct command *command, const char *name, enum paper_stage *stage)
{
    struct names names = {0};
    bool found = false;
    for (int i = 0; i < PAPER_STAGES && !found; i++) {
        const char *stage_name = paper_stage_name((enum paper_stage)i);
        if (!stage_name)
            continue;
        names_add(&names, stage_name);
        found = strcmp(stage_name, name) == 0;
        if (found)
            *stage = (enum paper_stage)i;
    }
    if (!found)
        command_unknown(command, _("there is no stage \"%s\""), name, names_nearest(&names, name));
    names_free(&names);
    return found;
}

bool option_year(const struct command *command, const char *value, int *year)
{
    if (followup_is_year(value) && *value != '0') {
        *year = atoi(value);
        return true;
    }
    command_misused(command, _("--year takes a year in four digits, not \"%s\""), value);
    return false;
}

bool option_language(const struct command *command, const char *name)
{
    if (strcmp(name, "fi") == 0 || strcmp(name, "sv") == 0 || strcmp(name, "en") == 0) {
        session_speak(name);
        return true;
    }
    command_misused(command, _("--lang takes fi, sv or en, not \"%s\""), name);
    return false;
}
