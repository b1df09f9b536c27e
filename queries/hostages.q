# Who holds hostages, and how many?
expect (Hamas, 105): who holds hostages ?n;
who holds hostages ?n order by ?n desc;
