/// Verbs that say nothing without an object: "the agency announces" has lost what it announces.
enum TransitiveVerbs {
    /// Where such a verb has neither object nor content, the tree has lost them, and a headline's past form is a passive.
    static let always: Set<String> = {
        let words = """
            abduct abolish accuse acquit adopt allege allow amend announce annex appoint arrest assassinate assault assert
            attribute award ban behead bring build call cancel capture carry cause characterise characterize charge cite
            claim commission compel condemn confirm congratulate contain convict create criticise criticize damage
            deem defeat define deliver demand demolish denounce deploy depict deport deprive describe designate destroy
            detain detect devastate devote diagnose disclose discover dismiss displace distribute dub earn
            elect eliminate employ enable endorse enforce ensure establish evacuate evict execute expel
            extradite find force found free fund give grant greet hail halt hire hospitalise hospitalize
            host identify impeach impose imprison include incur indict infect inform injure install invent jail keep
            kidnap kill label launch lend lift list locate make mention murder name nominate oust overthrow overturn
            owe own place portray possess postpone praise prevent produce prompt propose prosecute provide publish
            put ratify recall receive recognise recognize regard release remove rename repeal replace report
            represent require rescue resemble retrieve reveal salvage sack schedule send sentence set shell show
            shoot_dead sign slay stab specify spend state strip subpoena suggest summon supply suspect suspend sustain
            take tell thank threaten transport treat uncover unveil update uphold urge use vaccinate vandalise vandalize want
            wound
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }()

    /// Verbs that say something of their subject alone.
    static let intransitive: Set<String> = {
        let words = """
            accelerate advance agree apologise apologize appeal arise arrive awaken bleed boil boom break
            burn burst campaign capsize cease circulate climb close collapse collide commence compete comply concede
            confess continue cooperate cosplay crash cry dance decline decrease deepen depart derail descend
            deteriorate die differ disappear disband disembark dissent dissolve divorce double drop drown ease elapse
            emerge end erode erupt escalate escape evacuate evolve exist expand expire explode fade fail faint fall
            falter fight finish flee float flood flourish fly freeze gather graduate grow halt happen hatch
            hesitate hibernate ignite improve increase intensify kneel land leave march
            marry meet melt merge migrate multiply occur open orbit overturn pass peak perform
            perish persist plead plummet plunge prevail protest qualify quadruple rain rally react reappear
            rebound recede recover regroup relapse relent reopen reply resign respond rest resume retire retreat return
            riot rise rotate rule rupture sail shake shrink shut sing sink sleep slide slip slow smile snow soar
            speak spread stabilise stabilize stagnate stall stand start stop strengthen strike struggle succeed suffer
            surge surrender survive swim testify thrive train triple tumble unravel vanish
            vary volunteer vote wait wake wane warm weaken weep widen win withdraw work worsen
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }()

    /// Verbs that take a bare number: "surpassed one million".
    static let measuring: Set<String> = [
        "exceed", "surpass", "reach", "total", "number", "rise", "fall", "drop", "climb", "increase", "decrease", "hit",
        "top", "average", "stand", "score", "kill", "injure", "wound", "hospitalise", "hospitalize", "rescue", "count",
        "cost", "approach", "near", "pass",
    ]
}
