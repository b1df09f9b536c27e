#pragma once
#include <stddef.h>

// Lexical tables, each a text of lines `key TAB value`, sorted by the key's UTF-8 bytes. Training/lexicon/build.py writes them,
// Training/name_types.py that of the types of names.
enum tercet_lexicon_table {
    tercet_lexicon_words,
    tercet_lexicon_titles,
    tercet_lexicon_name_keywords,
    tercet_lexicon_quantities,
    tercet_lexicon_bounds,
    tercet_lexicon_units,
    tercet_lexicon_calendar,
    tercet_lexicon_abbreviations,
    tercet_lexicon_sentence_starters,
    tercet_lexicon_lemmas,
    tercet_lexicon_nouns,
    tercet_lexicon_derivations,
    tercet_lexicon_countries,
    tercet_lexicon_demonyms,
    tercet_lexicon_cities,
    tercet_lexicon_instances,
    tercet_lexicon_own_given_names,
    tercet_lexicon_given_names,
    tercet_lexicon_name_types,
};

/// The text of a table, and its length in bytes.
const unsigned char *_Nonnull tercet_lexicon_text(enum tercet_lexicon_table table, size_t *_Nonnull length);
