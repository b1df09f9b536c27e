/// "Police tried to clear the square."; "Police failed to clear it."; "She denied that he left."
///
/// The status of a complement, from what its governor makes of it and the governor's own status.
enum ComplementRule {
    static func status(_ effect: ComplementEffect, under governor: Status, speaker: TokenReference?) -> Status {
        var status = Status()
        status.speakers = governor.speakers
        switch effect {
        case .asGovernor: return governor
        case .future:
            status = governor
            status.isFuture = true
        case .negated:
            status = governor
            status.isNegated.toggle()
        case .hedged:
            status = governor
            status.weaken(.hedged)
        case .unlikely:
            status = governor
            status.isNegated.toggle()
            status.weaken(.hedged)
        case .unrealised:
            status.weaken(governor.certainty)
            status.weaken(.unrealised)
        case .attributed:
            status.weaken(governor.certainty)
            if governor.isNegated { status.weaken(.hedged) }
            attribute(&status, to: speaker)
        case .attributedHedged:
            // "does not think that A": A is thought not to be so.
            status.isNegated = governor.isNegated
            status.weaken(governor.certainty)
            status.weaken(.hedged)
            attribute(&status, to: speaker)
        case .denied:
            status.isNegated = !governor.isNegated
            status.weaken(governor.certainty)
            attribute(&status, to: speaker)
        case .doubted:
            status.isNegated = !governor.isNegated
            status.weaken(governor.certainty)
            status.weaken(.hedged)
            attribute(&status, to: speaker)
        }
        return status
    }

    /// Puts a speaker innermost; without one ("it is said that") the statement is nobody's, so it is hedged.
    private static func attribute(_ status: inout Status, to speaker: TokenReference?) {
        if let speaker {
            if status.speakers.first != speaker { status.speakers.insert(speaker, at: 0) }
        } else {
            status.weaken(.hedged)
        }
    }
}
