# What is denied, failed or little hoped for?
expect at least 1 row: ?who ?relation ?what [negated, sentence ?text], ?text ~ 'little hope';
?subject ?relation ?object [negated, certainty ?how, sentence ?text] order by ?text;
