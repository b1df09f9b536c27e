# What did people say, announce, insist on or claim, in their own words? One row a statement.
expect at least 1 row: Blinken announced ?content;
expect (Benjamin Netanyahu): find ?who where ?who insists ?content, ?content ~ 'Hamas is dismantled';
?who (announced|insists|claims) ?content order by ?who, ?content;
