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
            elect eliminate employ enable endorse enforce ensure establish evacuate execute expel
            extradite find force found free fund give grant greet hail halt hire hospitalise hospitalize
            host identify impeach impose imprison include incur indict infect inform injure install invent jail keep
            kidnap kill label launch lend lift list locate make mention murder name nominate oust overthrow overturn
            owe own place portray possess postpone praise prevent produce prompt propose prosecute provide publish
            put ratify recall receive recognise recognize regard release remove rename repeal replace report
            represent require rescue resemble retrieve reveal salvage sack schedule send sentence set shell show
            shoot_dead sign slay specify spend state strip subpoena suggest summon supply suspect suspend sustain
            take tell thank threaten transport treat uncover unveil update uphold urge use vaccinate want
            wound
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }()
}
