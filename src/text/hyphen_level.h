/* Inside text: levels of places to cut words at, better ones later. */
#ifndef PYKALA_TEXT_HYPHEN_LEVEL_H
#define PYKALA_TEXT_HYPHEN_LEVEL_H

enum hyphen_level {
    HYPHEN_NONE,
    HYPHEN_EMERGENCY, /* rather than an overfull line: a word the dictionary doesn't know */
    HYPHEN_SYLLABLE,
    HYPHEN_COMPOUND /* between the parts of a compound, or the author's own */
};

#endif
