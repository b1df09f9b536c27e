# Which role does each person have?
expect (Antony Blinken, 'secretary of state'): find ?person, ?role where ?person is a person, has role ?role, ?person = Antony Blinken;
find ?person, ?role where ?person is a person, has role ?role order by ?person, ?role;
