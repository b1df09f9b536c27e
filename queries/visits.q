# Who visited which place, with the sentence that says so?
expect (Antony Blinken, "region"): ?who visited ?where;
?who visited ?where [stated, sentence ?text, report ?report] order by ?who, ?where;
