import English
import Testing

@testable import Extraction

/// How many died, were hurt and were driven out, as headlines and first sentences have it; trees as the parser makes them.
@Suite("Tolls, on trees written by hand")
struct TollTests {
    @Test(
        "Each number belongs to its own verb",
        arguments: [
            // Behind "and" a number and a participle are a passive of their own.
            (
                "Six|CD|2|nummod people|NNS|4|nsubj:pass were:be|VBD|4|aux:pass killed:kill|VBN|0|root and|CC|7|cc 20|CD|4|conj injured:injure|VBN|4|conj .|.|4|punct",
                [
                    "Six people hasCount 6 people (people)", "_ killed 6 people (people)", "Six people died",
                    "_ wounded 20", "20 wasInjured",
                ]
            ),
            // So with a bound, and with who did it.
            (
                "Six|CD|2|nummod people|NNS|4|nsubj:pass were:be|VBD|4|aux:pass killed:kill|VBN|0|root and|CC|9|cc more|JJR|9|advmod than|IN|6|fixed 90|CD|4|conj displaced:displace|VBN|4|conj by|IN|11|case floods:flood|NNS|9|obl:agent .|.|4|punct",
                [
                    "Six people hasCount 6 people (people)", "_ killed 6 people (people)", "Six people died",
                    "floods displaced 90 over",
                ]
            ),
            // A number with an auxiliary is a subject already.
            (
                "Two|CD|2|nummod people|NNS|4|nsubj:pass were:be|VBD|4|aux:pass killed:kill|VBN|0|root and|CC|8|cc three|CD|8|nsubj:pass were:be|VBD|8|aux:pass injured:injure|VBN|4|conj .|.|4|punct",
                [
                    "Two people hasCount 2 people (people)", "_ killed 2 people (people)", "Two people died",
                    "_ wounded 3",
                    "_ wasInjured",
                ]
            ),
            // The second name lost the three; its verb is left out, and so nothing is said of it.
            (
                "Malta|NNP|2|nsubj lost:lose|VBD|0|root one|CD|4|nummod soldier|NN|2|obj and|CC|7|cc Norway|NNP|7|compound three|CD|4|conj .|.|2|punct",
                ["Malta lost 1 soldier (soldier)"]
            ),
            (
                "Malta|NNP|2|nsubj won:win|VBD|0|root five|CD|4|nummod medals:medal|NNS|2|obj and|CC|6|cc Norway|NNP|4|conj four|CD|6|flat .|.|2|punct",
                ["Malta won five medals", "five medals hasCount 5 medals (medals)"]
            ),
            // A headline's number is the object of its verb, with its bound.
            (
                "Floods:flood|NNS|2|nsubj kill|VBP|0|root at|IN|4|case least|JJS|5|nmod 34|CD|2|obl in|IN|7|case Malta|NNP|2|obl",
                ["Floods killed 34 atLeast"]
            ),
            (
                "27|CD|2|discourse dead|JJ|0|root after|IN|5|mark ferry|NN|5|nsubj sinks:sink|VBZ|2|advcl",
                ["27 died 27", "ferry sank"]
            ),
            (
                "12|CD|2|obl:unmarked dead|JJ|0|root ,|,|2|punct dozens:dozen|NNS|2|nsubj missing:miss|VBG|4|acl after|IN|7|case landslide|NN|5|obl",
                ["12 died 12"]
            ),
            // What somebody is left as.
            (
                "The|DT|2|det blast|NN|3|nsubj left:leave|VBD|0|root 14|CD|5|nummod people|NNS|3|obj dead|JJ|5|amod and|CC|9|cc 30|CD|6|conj wounded:wound|VBN|3|conj .|.|3|punct",
                ["The blast killed 14 people (people)", "The blast wounded 30"]
            ),
        ])
    func numbers(notation: String, expected: [String]) {
        #expect(repairedClaims(notation).filter { !$0.contains("misses") } == expected)
    }

    @Test(
        "Who says how many died has reported so many deaths, and nobody else",
        arguments: [
            (
                "Six|CD|2|nummod people|NNS|4|nsubj have|VBP|4|aux died:die|VBN|8|ccomp ,|,|4|punct the|DT|7|det ministry|NN|8|nsubj said:say|VBD|0|root .|.|8|punct",
                ["the ministry reportedDeaths 6 people (people)"]
            ),
            (
                "The|DT|3|det death|NN|3|compound toll|NN|4|nsubj rose:rise|VBD|9|ccomp to|TO|6|case 88|CD|4|obl ,|,|4|punct Vos|NNP|9|nsubj said:say|VBD|0|root .|.|9|punct",
                ["Vos reportedDeaths 88"]
            ),
            // A source behind a source: the outer one says that the inner one reports it.
            (
                "Vos|NNP|2|nsubj said:say|VBD|0|root police|NN|4|nsubj confirmed:confirm|VBD|2|ccomp six|CD|6|nummod people|NNS|8|nsubj had:have|VBD|8|aux died:die|VBN|4|ccomp",
                ["police reportedDeaths 6 people (people) [by Vos]"]
            ),
            // What a noun takes for granted is no figure of a source's.
            (
                "Vos|NNP|2|nsubj said:say|VBD|0|root the|DT|4|det storm|NN|5|nsubj caused:cause|VBD|2|ccomp the|DT|7|det deaths:death|NNS|5|obj of|IN|10|case 29|CD|10|nummod miners:miner|NNS|7|nmod",
                []
            ),
            // What may be, and what is not so, is no figure; nor are animals.
            (
                "Vos|NNP|2|nsubj said:say|VBD|0|root six|CD|4|nummod people|NNS|6|nsubj may|MD|6|aux die|VB|2|ccomp",
                []
            ),
            (
                "Vos|NNP|2|nsubj denied:deny|VBD|0|root that|IN|6|mark six|CD|5|nummod people|NNS|6|nsubj died:die|VBD|2|ccomp",
                []
            ),
            (
                "Six|CD|2|nummod wolves:wolf|NNS|4|nsubj have|VBP|4|aux died:die|VBN|8|ccomp ,|,|4|punct the|DT|7|det ministry|NN|8|nsubj said:say|VBD|0|root .|.|8|punct",
                []
            ),
        ])
    func sources(notation: String, expected: [String]) {
        #expect(repairedClaims(notation).filter { $0.contains("reportedDeaths") } == expected)
    }
}
