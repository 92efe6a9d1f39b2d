// The schema's part about events: eliminations, pools, final rankings, and what can be subscribed to.

export const eventsSchema = /* GraphQL */ `
"What medals are given for."
type Event {
  id: ID!
  name: String!
  position: Position!
  kind: ContestKind!
  "Of an individual event."
  category: String
  "Of a team event: so many of the best archers of these categories together."
  teamParts: [TeamPart!]!
  teamsOf: MedalsOf
  "How many teams one club or country may have."
  teamsEach: Int
  "Whether who retired keeps a rank by the arrows shot."
  dnfKeepsRank: Boolean!
  "Null for an event that is ranked only."
  elimination: Elimination
  isDrawn: Boolean!
  "Ties that were decided."
  ties: [TieDecision!]!
  qualification(first: Int! = 100, after: String): Ranking!
  "Seed 1 first; empty before the draw."
  seeds: [Seed!]!
  "In the order of the draw: a match comes after those that its sides come from. Of a pool, of a level, or all."
  matches(level: Int, pool: String): [Match!]!
  match(id: ID!): Match
  pools: [Pool!]!
  "Places of the elimination first, then of the qualification."
  finalRanking(first: Int! = 100, after: String): FinalRanking!
}

enum ContestKind {
  individual
  team
  mixed
}

type TeamPart {
  categories: [String!]!
  archers: Int!
}

type Elimination {
  system: EliminationSystem!
  "How many go on from the qualification at most."
  qualifiers: Int!
  format: MatchFormat
  "From the semi-finals on, where it is another one."
  finalsFormat: MatchFormat
  faceId: ID!
  "Bracket: places of the chart."
  chart: Int
  "Bracket, and bracket after pools: down to which place matches are shot."
  placesShot: Int
  pools: Int
  "Of each pool."
  advance: Int
}

enum EliminationSystem {
  bracket
  doubleElimination
  roundRobin
  pools
}

type MatchFormat {
  id: ID!
  name: String!
  "set: won by set points. cumulative: by the total."
  system: MatchSystem!
  "Sets at most, or ends."
  ends: Int!
  arrowsPerEnd: Int!
  shootOffArrows: Int!
  "Set system only."
  pointsToWin: Int
}

enum MatchSystem {
  set
  cumulative
}

type TieDecision {
  reason: TieReason!
  "Keys of ranking rows, as it was decided."
  order: [ID!]!
  "Of a shoot-off, one list per round."
  shootOff: [[ShootOffShot!]!]!
  "Milliseconds since 1970; for the organiser only."
  at: Float
  "Who decided, by name; for the organiser only."
  by: String
}

type ShootOffShot {
  key: ID!
  arrows: [String!]!
  "From the centre, nearest first."
  distancesMm: [Float!]!
}

type Competitor {
  key: ID!
  name: String!
  entries: [Int!]!
}

type Seed {
  seed: Int!
  competitor: Competitor!
}

type Pool {
  name: String!
  table: [PoolRow!]!
}

type PoolRow {
  place: Int!
  seed: Int!
  competitor: Competitor
  "Shot so far."
  matches: Int!
  won: Int!
  "Set points, or totals in the cumulative system."
  pointsFor: Int!
  pointsAgainst: Int!
  total: Int!
}

type FinalRanking {
  totalCount: Int!
  edges: [FinalEdge!]!
  pageInfo: PageInfo!
}

type FinalEdge {
  cursor: String!
  node: FinalRow!
}

type FinalRow {
  key: ID!
  name: String!
  club: String!
  country: String!
  entries: [Int!]!
  "Null while it is open, and for who has no rank."
  place: Int
  medal: Medal
  qualificationRank: Int
}

type Ceremony {
  event: ID!
  eventName: String!
  "Local time of the event's last match."
  at: String
  "Nobody is waited for."
  isDecided: Boolean!
  "Bronze first; those that are decided."
  rows: [CeremonyRow!]!
}

type CeremonyRow {
  medal: Medal!
  place: Int!
  key: ID!
  name: String!
  club: String!
  country: String!
  "Of a team; of an individual the one name."
  archers: [String!]!
}

enum Medal {
  gold
  silver
  bronze
}

type Subscription {
  """
  The first places of a qualification ranking: now, and again when they changed, at most ten times a second and less often when many watch.
  At most the first 100.
  """
  ranking(competition: ID!, category: String!, first: Int! = 20): Ranking!
  "One match: now, and again when it changed. Ends when its draw is taken back."
  match(competition: ID!, event: ID!, match: ID!): Match!
  "An event: now, and again when its set-up, draw, matches or schedule changed. Ends when it is removed."
  event(competition: ID!, event: ID!): Event!
  "Announcements and reviews: now, and again when there is another one or one less."
  show(competition: ID!): Show!
}
`;
