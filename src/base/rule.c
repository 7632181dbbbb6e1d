#include "base/rule.h"

#include "base/message.h"
#include "base/names.h"

#include <string.h>

enum { RULE_FIXED = false, RULE_SETTABLE = true };

#define RULE(name, id, severity, is_settable, meaning) {id, severity, is_settable, meaning},
static const struct rule_info rules[] = {
#include "base/rules.def"
};
#undef RULE

const struct rule_info *rule_info(enum rule rule)
{
    return &rules[rule];
}

enum rule rule_find(const char *id)
{
    int rule = 0;
    while (rule < RULE_COUNT && strcmp(rules[rule].id, id) != 0)
        rule++;
    return (enum rule)rule;
}

const char *rule_nearest(const char *id)
{
    struct names names = {0};
    for (int i = 0; i < RULE_COUNT; i++)
        if (rules[i].is_settable)
            names_add(&names, rules[i].id);
    const char *nearest = names_nearest(&names, id);
    names_free(&names);
    return nearest;
}
