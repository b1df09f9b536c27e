# Deaths that somebody reports: who reports them, how many, and how the text bounds the number. $least narrows it down.
param $least : number = 1 "the least number to list";
expect ("Gaza health officials", 40000, 'over'): ?who reported deaths ?n [any, bound ?bound];
?who reported deaths ?n [any, bound ?bound], ?n >= $least order by ?n desc;
