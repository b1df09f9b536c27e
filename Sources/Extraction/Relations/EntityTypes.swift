/// How the classes of mentions fit the domains and ranges of relations: preferences, so unknown classes fit everywhere.
package enum EntityTypes {
    /// Whether a mention's class may fill a place that takes any of `slots`.
    package static func fits(_ type: String?, _ slots: [String]) -> Bool {
        guard let type, let group = groups[type] else { return true }
        return slots.contains { slot in
            switch slot {
            case "Thing": true
            case "Agent":
                group == .person || group == .organization || group == .country || group == .group || group == .place
            case "Person": group == .person || group == .group
            case "Organization": group == .organization || group == .country || group == .group
            case "Country": group == .country
            case "Place": group == .place || group == .country || group == .facility
            case "Facility": group == .facility || group == .place || group == .organization
            case "Group": group == .group || group == .organization || group == .person
            case "Event": group == .event || group == .thing
            case "Work": group == .work || group == .thing
            case "Date": group == .date
            case "Quantity": group == .group || group == .quantity
            case "Claim": group == .work || group == .event || group == .thing
            case "Role": group == .person
            default: true
            }
        }
    }

    /// Whether a class is a person or a group of people.
    package static func isPerson(_ type: String?) -> Bool { type.flatMap { groups[$0] } == .person }

    /// Whether a class is a place or a country.
    package static func isPlace(_ type: String?) -> Bool {
        switch type.flatMap({ groups[$0] }) {
        case .place, .country, .facility: true
        default: false
        }
    }

    /// Whether a class is an event.
    package static func isEvent(_ type: String?) -> Bool { type.flatMap { groups[$0] } == .event }

    /// Whether a class can act.
    package static func isAgent(_ type: String?) -> Bool {
        switch type.flatMap({ groups[$0] }) {
        case .person, .organization, .country, .group: true
        default: false
        }
    }

    private enum Kind { case person, organization, country, place, facility, group, event, work, date, quantity, thing }

    private static let groups: [String: Kind] = [
        "Person": .person, "Agent": .group, "NewsMedia": .organization, "Report": .work,
        "Organization": .organization, "GovernmentOrganization": .organization,
        "ArmedGroup": .organization, "PoliticalParty": .organization, "NewsMediaOrganization": .organization,
        "Corporation": .organization, "Company": .organization, "Country": .country, "Place": .place, "City": .place,
        "Region": .place, "AdministrativeArea": .place, "Facility": .facility, "Group": .group, "People": .group,
        "Event": .event, "Conflict": .event, "Disaster": .event, "Work": .work, "CreativeWork": .work,
        "Proposal": .work,
        "Agreement": .work, "Law": .work, "Thing": .thing, "Product": .thing, "Date": .date, "Time": .date,
        "Quantity": .quantity,
    ]
}
