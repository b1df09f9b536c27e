#include "CEnglishLexicon.h"

static const unsigned char words[] = {
#embed "tables/words.tsv"
};
static const unsigned char titles[] = {
#embed "tables/titles.tsv"
};
static const unsigned char name_keywords[] = {
#embed "tables/name-keywords.tsv"
};
static const unsigned char quantities[] = {
#embed "tables/quantities.tsv"
};
static const unsigned char bounds[] = {
#embed "tables/bounds.tsv"
};
static const unsigned char units[] = {
#embed "tables/units.tsv"
};
static const unsigned char calendar[] = {
#embed "tables/calendar.tsv"
};
static const unsigned char abbreviations[] = {
#embed "tables/abbreviations.tsv"
};
static const unsigned char sentence_starters[] = {
#embed "tables/sentence-starters.tsv"
};
// Learnt from UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0) and WordNet: see NOTICE.
static const unsigned char lemmas[] = {
#embed "tables/lemmas.tsv"
};
static const unsigned char nouns[] = {
#embed "tables/nouns.tsv"
};
static const unsigned char derivations[] = {
#embed "tables/derivations.tsv"
};
static const unsigned char countries[] = {
#embed "tables/countries.tsv"
};
static const unsigned char demonyms[] = {
#embed "tables/demonyms.tsv"
};
static const unsigned char cities[] = {
#embed "tables/cities.tsv"
};
static const unsigned char instances[] = {
#embed "tables/instances.tsv"
};
static const unsigned char own_given_names[] = {
#embed "tables/own-given-names.tsv"
};
// Learnt from UD English GUM (annotations CC BY 4.0): see NOTICE.
static const unsigned char name_types[] = {
#embed "tables/name-types.tsv"
};
// Of Link Grammar's dictionaries, LGPL 2.1: see NOTICE.
static const unsigned char given_names[] = {
#embed "tables/given-names.tsv"
};

#define TABLE(name)             \
    case tercet_lexicon_##name: \
        *length = sizeof name;  \
        return name;

const unsigned char *tercet_lexicon_text(enum tercet_lexicon_table table, size_t *length) {
    switch (table) {
        TABLE(words)
        TABLE(titles)
        TABLE(name_keywords)
        TABLE(quantities)
        TABLE(bounds)
        TABLE(units)
        TABLE(calendar)
        TABLE(abbreviations)
        TABLE(sentence_starters)
        TABLE(lemmas)
        TABLE(nouns)
        TABLE(derivations)
        TABLE(countries)
        TABLE(demonyms)
        TABLE(cities)
        TABLE(instances)
        TABLE(own_given_names)
        TABLE(given_names)
        TABLE(name_types)
    }
    *length = 0;
    return words;
}
