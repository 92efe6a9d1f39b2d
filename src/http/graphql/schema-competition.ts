// The schema's beginning: what can be asked, a competition, its categories, entries and cards. Descriptions are the documentation that clients see.

export const competitionSchema = /* GraphQL */ `
"""
Archery competitions as they stand now: the same state that the REST interface reads (/api/docs). There are no mutations: whatever changes
a competition is a command of the REST interface, where it has an id and takes effect once. Pages hold at most 1000 items; what a query
may cost in all is limited. Subscriptions are served at the same address by WebSocket (graphql-transport-ws).
Errors carry the codes of the REST interface in extensions.code.
"""
schema {
  query: Query
  subscription: Subscription
}

type Query {
  "All competitions of this appliance."
  competitions: [Competition!]!
  "Null where there is no such competition."
  competition(id: ID!): Competition
}

"How far the journal is. Another epoch means that numbers of an earlier one say nothing."
type Position {
  epoch: String!
  seq: Int!
}

"Equal heads, equal facts."
type JournalEnd {
  facts: Int!
  "SHA-256 of the last fact, in hexadecimal: it covers all facts before it."
  head: String!
}

type PageInfo {
  hasNextPage: Boolean!
  "For the argument after; null for an empty page."
  endCursor: String
}

type Competition {
  id: ID!
  name: String!
  venue: String!
  "yyyy-mm-dd"
  from: String!
  "yyyy-mm-dd"
  to: String!
  "outdoor, indoor, field or 3d"
  discipline: String!
  "The year of the rules that hold here, wa-2026 for one."
  ruleSetId: ID!
  "Archived: it is kept, and nothing in it can be changed."
  isClosed: Boolean!
  "How many cards are kept."
  scoring: ScoringMode!
  "The shooting clock as the desk has set it, of a session or the competition's own; null before that."
  clock(session: Int): ShootingClock
  "Of a match whose sides shoot by turns; null where none was called."
  matchClock(event: ID!, match: ID!): MatchClock
  entryCount: Int!
  position: Position!
  "How far the journal is, as tenring verify and the result book print it."
  journal: JournalEnd!
  categories: [Category!]!
  category(code: String!): Category
  "Days or half-days, in the order in which they are shot."
  sessions: [Session!]!
  "In the order of registration. The category counts those whose card is ranked in it too."
  entries(first: Int! = 100, after: String, category: String, club: String, butt: Int): EntryConnection!
  entry(number: Int!): Entry
  "The qualification ranking of a category; null for an unknown one."
  ranking(category: String!, first: Int! = 100, after: String): Ranking
  "The same fairly while archers are at different ends; null for an unknown category."
  runningRanking(category: String!, basis: RunningBasis! = average, first: Int! = 100, after: String): RunningRanking
  events: [Event!]!
  event(id: ID!): Event
  "Matches that have a time, earliest first; of a day (yyyy-mm-dd) or of all."
  schedule(day: String): [ScheduledMatch!]!
  "The medal ceremonies in their order."
  ceremonies: [Ceremony!]!
  "Clubs or countries by their medals."
  medalTable(of: MedalsOf! = club): [MedalTableRow!]!
  "Announcements, and what is under review."
  show: Show!
  "Judges and others, as they are printed."
  officials: [Official!]!
}

type Official {
  name: String!
  "In the organiser's words."
  role: String!
}

"What it shows at a moment follows from it: who knows the appliance's time knows the light and the second."
type ShootingClock {
  "Who shoots one after the other in this end: AB, CD."
  lines: [String!]!
  "Index of the line that was called last, or is called next."
  line: Int!
  "From 1; 0 for practice."
  end: Int!
  toTheLineSeconds: Int!
  shootingSeconds: Int!
  "So many before the end the light is yellow."
  warningSeconds: Int!
  "idle, running or paused"
  phase: String!
  "When the line was called, milliseconds since 1970; only while it runs."
  startedAt: Float
  "Gone since the call; only while it is paused."
  elapsedMs: Float
  "Stopped so that everybody leaves the line."
  isEmergency: Boolean!
}

type MatchClock {
  "end or shootOff"
  part: String!
  number: Int!
  "Who shoots the first turn; sides alternate."
  begins: Side!
  "Of both sides together."
  turns: Int!
  "From 0: the turn that is shot or comes next; as many as turns when all have shot."
  turn: Int!
  "turn: every turn has the seconds, for an individual's arrow; end: the turns of a side share them."
  timeFor: String!
  seconds: Int!
  toTheLineSeconds: Int!
  "Gone of what side a's turns share, before this turn."
  usedMsA: Int!
  usedMsB: Int!
  "idle, running or paused"
  phase: String!
  "When the turn began, milliseconds since 1970; only while it runs."
  startedAt: Float
  "Gone of the turn; only while it is paused."
  elapsedMs: Float
  "Stopped so that everybody leaves the line."
  isEmergency: Boolean!
}

enum MedalsOf {
  club
  country
}

type MedalTableRow {
  "The club's or country's."
  name: String!
  "Shared for equal medals."
  place: Int!
  gold: Int!
  silver: Int!
  bronze: Int!
}

type Category {
  "RM, CU18W, or the organiser's own."
  code: ID!
  name: String!
  "Athletes registered in it."
  entries: Int!
  "Its result: every card is compared with its signed paper, or waived by name."
  isOfficial: Boolean!
  "Null where this version does not know the round."
  round: Round
}

type Round {
  id: ID!
  name: String!
  discipline: String!
  "Arrows of the whole round."
  arrows: Int!
  distances: [Distance!]!
}

type Distance {
  "True metres, also where the round is laid out in yards."
  metres: Float!
  faceId: ID!
  ends: Int!
  arrowsPerEnd: Int!
}

type Session {
  number: Int!
  name: String!
  "yyyy-mm-dd"
  day: String!
  "hh:mm, or empty"
  start: String!
  "Codes; empty for all categories."
  categories: [String!]!
  "Ends of the round, from 1, both included."
  fromEnd: Int!
  toEnd: Int!
}

type EntryConnection {
  totalCount: Int!
  edges: [EntryEdge!]!
  pageInfo: PageInfo!
}

type EntryEdge {
  cursor: String!
  node: Entry!
}

type Entry {
  "From 1, in the order of registration; never used again."
  number: Int!
  name: String!
  club: String!
  country: String
  category: String!
  "Further categories in which the same card is ranked."
  also: [String!]!
  "Butt and letter, 12A; null for nobody's place yet."
  target: String
  "Year of birth; for the organiser only."
  bornIn: Int
  standing: Standing!
  "Null where this version does not know the round."
  scorecard: Scorecard
  "The rank after every end in the entry's category, among those who have shot as many."
  ranks: [RankAfterEnd!]!
}

type RankAfterEnd {
  "From 1."
  end: Int!
  rank: Int!
  "How many have shot as many ends."
  of: Int!
}

"Competing, or an invalid result mark: did not start, did not finish (retired), disqualified, disqualified for behaviour."
enum Standing {
  competing
  DNS
  DNF
  DSQ
  DQB
}
`;
