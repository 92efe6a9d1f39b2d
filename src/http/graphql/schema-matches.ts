// The schema's part about a match.

export const matchesSchema = /* GraphQL */ `
type Match {
  "3/1 in a bracket (level/number), U2/1, L3/2 or F/1 in a double elimination, A/5 in a pool."
  id: ID!
  section: MatchSection!
  "Bracket: 1 for the last two, 2 for the last four. Elsewhere the round, from 1."
  level: Int!
  number: Int!
  "The best place still to be had: 1 in the chart itself, 3 in the match for bronze."
  topPlace: Int!
  pool: String
  kind: MatchKind!
  format: MatchFormat
  "The upper one in the chart, on the left."
  a: MatchSide!
  b: MatchSide!
  ends: [MatchEnd!]!
  shootOffs: [MatchShootOff!]!
  hasBegun: Boolean!
  status: MatchStatus!
  "The end or shoot-off that is next, or is to be measured."
  next: Int
  "Null while it is open, and when neither side was there."
  winner: Side
  wonBy: WonBy
  "What the side that shoots last needs."
  projection: Projection
  slot: MatchSlot
  "The match's record, oldest first; for the organiser only."
  changes: [MatchChange!]
}

enum MatchSection {
  bracket
  upper
  lower
  final
  pool
}

"bye and empty: nothing is shot. notNeeded: a second final that is not shot."
enum MatchKind {
  match
  bye
  empty
  notNeeded
}

"unknown: it is not known yet who shoots it."
enum MatchStatus {
  unknown
  end
  shootOff
  measure
  over
}

enum WonBy {
  score
  shootOff
  bye
  absence
  forfeit
}

enum Side {
  a
  b
}

type MatchSide {
  seat: SeatKind!
  seed: Int
  competitor: Competitor
  "Where the side comes from."
  source: SideSource!
  "present, absent or forfeited"
  attendance: String!
  "What the match is won by: set points, or the total. Null while it is not known who shoots."
  points: Int
  "Arrows' points of the ends that count."
  total: Int
}

"pending: it is not known yet. nobody: the other side has a bye."
enum SeatKind {
  competitor
  nobody
  pending
}

type SideSource {
  "seed, winner, loser, pool or nobody"
  from: String!
  seed: Int
  match: ID
  pool: String
  place: Int
}

type MatchEnd {
  number: Int!
  "Who shoots first, where it was chosen."
  begins: Side
  "False for what was shot after the match was won."
  counts: Boolean!
  a: MatchEndSide!
  b: MatchEndSide!
}

type MatchEndSide {
  "In the order of entry; null for a blank box."
  arrows: [String]!
  points: Int
  "Of a set that both have shot."
  setPoints: Int
  "By box; empty where none was plotted."
  hits: [Hit]!
}

type MatchShootOff {
  number: Int!
  begins: Side
  "a, b or equal, as a judge measured; null where nobody did."
  closest: String
  a: MatchEndSide!
  b: MatchEndSide!
}

"While the other side has finished the same set, end or shoot-off."
type Projection {
  side: Side!
  arrowsLeft: Int!
  "Points that win the better of it; null when they cannot be had."
  toWin: Int
  toDraw: Int
  ifWon: Consequence!
  ifDrawn: Consequence!
  ifLost: Consequence!
}

enum Consequence {
  winsMatch
  losesMatch
  shootOff
  measure
  goesOn
}

type MatchSlot {
  "Local time of the venue, 2026-05-02T13:30."
  at: String!
  "Target of side a."
  buttA: Int!
  buttB: Int!
}

type ScheduledMatch {
  event: ID!
  eventName: String!
  "Of the event's matches."
  match: ID!
  at: String!
  buttA: Int!
  buttB: Int!
  "Null while it is not known."
  nameA: String
  nameB: String
  isOver: Boolean!
}

type MatchChange {
  "corrected, ruled, measured or attendance"
  kind: String!
  "Milliseconds since 1970."
  at: Float!
  "organiser, scorer or system"
  role: String!
  device: String
  side: Side
  "end or shootOff"
  part: String
  number: Int
  was: [String]
  now: [String]
  closest: String
  attendance: String
  by: String!
  reason: String!
}
`;
