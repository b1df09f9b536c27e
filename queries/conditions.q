# What would be, if: statements that somebody makes under a condition.
expect at least 1 row: ?what ?relation ?object [conditional, said by Netanyahu];
?subject ?relation ?object [conditional, said by ?speaker, sentence ?text] order by ?text;
