# Of whom do the reports say most? Facts by subject, the most first.
expect (4): find count(?what) as ?facts where Hamas ?relation ?what;
find ?who, count(?what) as ?facts where ?who ?relation ?what order by ?facts desc, ?who limit 10;
