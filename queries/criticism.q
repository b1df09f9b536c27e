# Who criticized what, and who backs the same thing?
expect (Hamas, _, "United States"): ?critic criticized ?what, ?backer backs ?what;
?critic criticized ?what, maybe ?backer backs ?what order by ?critic, ?what;
