/* Inside text: how good a place to cut a word is. */
#ifndef PYKALA_TEXT_HYPHEN_LEVEL_H
#define PYKALA_TEXT_HYPHEN_LEVEL_H

enum hyphen_level {
    HYPHEN_NONE,
    HYPHEN_EMERGENCY, /* rather than an overfull line: a word the dictionary doesn't know */
    HYPHEN_SYLLABLE,
    HYPHEN_COMPOUND /* between the parts of a compound, or where the author says */
};

#endif
