# Of whom do the reports say most? Facts by subject, the most first.
expect (Hamas): find ?who where ?who ?relation ?what, ?who is a agent having count(?what) > 3;
find ?who, count(?what) as ?facts where ?who ?relation ?what order by ?facts desc, ?who limit 10;
