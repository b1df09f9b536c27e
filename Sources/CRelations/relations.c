#include "CRelations.h"

static const unsigned char relations[] = {
#embed "../../relations.tsv"
};

const size_t tercet_relations_count = sizeof relations;

const unsigned char *tercet_relations_start(void) { return relations; }
