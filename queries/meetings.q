# Whom did somebody meet? $who is the one to follow; without it, everybody. A meeting holds in both directions.
param $who : entity = _ "the person to follow";
expect yes: ask Blinken met Netanyahu;
expect yes: ask Netanyahu met Blinken;
expect (Benjamin Netanyahu): Antony Blinken met ?whom;
$who met ?whom order by ?whom;
