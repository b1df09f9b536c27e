# Who has a tie of two steps to whom: meets, urges or backs somebody who in turn meets, urges, backs or accepts something?
expect (Antony Blinken): Joe Biden urged/met ?whom;
find distinct ?from, ?to where ?from (urged|met|backs)/(urged|met|backs|accepted) ?to, if ?from != ?to
  order by ?from, ?to;
