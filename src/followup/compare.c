#include "followup/compare.h"

const struct trace *compare_trace(const struct followup_year *year, size_t party)
{
    static const struct trace none;
    const struct trace *trace = year->submissions[party].trace;
    return trace ? trace : &none;
}

const struct trace_number *compare_earlier(const struct comparison *comparison, size_t party,
                                           const struct trace_number *number)
{
    const struct followup_year *before = comparison->before;
    const struct followup_indicator *then =
        before ? followup_indicator_in(&comparison->year->version->indicators[number->indicator],
                                       before)
               : NULL;
    if (!then)
        return NULL;
    const struct trace *trace = compare_trace(before, party);
    const size_t index = (size_t)(then - before->version->indicators);
    size_t low = 0, high = trace->number_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (trace->numbers[middle].indicator < index)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found = low < trace->number_count && trace->numbers[low].indicator == index;
    return is_found ? &trace->numbers[low] : NULL;
}

struct check *compare_check(const struct comparison *comparison, size_t party, enum rule rule,
                            const char *measure, const char *indicator)
{
    struct check *check = &comparison->checks[party];
    check->rule = rule;
    check->measure_id = measure;
    check->indicator_id = indicator;
    return check;
}

struct check *compare_check_number(const struct comparison *comparison, size_t party,
                                   enum rule rule, const struct trace_number *number)
{
    const struct followup_version *version = comparison->year->version;
    const struct followup_indicator *indicator = &version->indicators[number->indicator];
    return compare_check(comparison, party, rule, version->measures[indicator->measure].id,
                         indicator->id);
}
