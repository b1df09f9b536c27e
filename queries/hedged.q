# What is said with reserve only: may, could, tentatively? Nothing here is a fact.
expect no: ask Israel accepted "bridging proposal";
expect (_, Antony Blinken, 'hedged'): Israel accepted ?what [any, said by ?who, certainty ?how];
?subject ?relation ?object [hedged, sentence ?text] order by ?text;
