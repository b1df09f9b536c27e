/// What kind of thing a common noun denotes.
///
/// Source: WordNet 3.0's hypernyms weighted by its sense counts, by the entity types that GUM's training files
/// give it, and overruled by `Training/lexicon/lists/noun-classes.txt`.
public enum NounClass: String, Hashable, Sendable, CaseIterable {
    /// A human being, or a role one fills: hostage, minister.
    case person
    /// Several people without a body of their own: crowd, family, troops.
    case people
    /// A body with members or staff: company, union, university.
    case organization
    /// A body of a state: ministry, court, army, embassy.
    case government
    /// An armed body that is no state's: militia.
    case armedGroup
    /// A part of the Earth or the sky: country, river, street.
    case place
    /// A building or facility: hospital, airport.
    case building
    /// Something that happens or is done: summit, attack, visit, storm.
    case event
    /// Something that people do without a time of its own: work, research, use.
    case activity
    /// Something put forward or agreed: plan, deal, resolution.
    case proposal
    /// A rule of law or its document: bill, sanction, verdict.
    case law
    /// Something said or written: statement, report, claim.
    case communication
    /// A work of art or entertainment: film, novel.
    case work
    /// A time or a span of it: week, deadline.
    case time
    /// Money or its worth: fund, salary.
    case money
    /// A measure or a number: percent, toll.
    case quantity
    /// A vehicle: ship, drone.
    case vehicle
    /// Any other thing made: weapon, phone.
    case artifact
    /// An animal.
    case animal
    /// A plant.
    case plant
    /// Food or drink.
    case food
    /// A part of a body.
    case body
    /// A substance.
    case substance
    /// A thing of nature that is no place: stone, star.
    case natural
    /// Anything else: states, ideas, qualities.
    case abstract
}
