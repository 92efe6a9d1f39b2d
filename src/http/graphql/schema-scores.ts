// The schema's part about what was shot before the matches: cards and rankings.

export const scoresSchema = /* GraphQL */ `
type Scorecard {
  roundId: ID!
  roundName: String!
  discipline: String!
  tally: Tally!
  standing: Standing!
  "How many cards the competition asks for."
  scoring: ScoringMode!
  "athlete, scorer: who has signed."
  signed: [String!]!
  "Signed: nothing is written on it any more."
  isLocked: Boolean!
  "Every box of the round is filled."
  isComplete: Boolean!
  "Every end is: see there."
  isVerified: Boolean!
  "The end to be shot next, from 1; null after the last."
  nextEnd: Int
  "All ends of the round, also those not begun."
  ends: [ScorecardEnd!]!
  distances: [ScorecardDistance!]!
  sessions: [ScorecardSession!]!
  "Records and personal bests by the organiser's table; empty for a card still being shot."
  records: [RecordFlag!]!
  "Who signed it and when; for the organiser only. Null while it is open."
  lock: CardLock
  "Names and drawings; for the organiser only."
  signatures: [Signature!]
  "The card's record, oldest first; for the organiser only."
  changes: [CardChange!]
}

"One card; one that the athlete confirms end by end; two that are kept apart."
enum ScoringMode {
  one
  confirmed
  two
}

type Signature {
  "athlete or scorer"
  as: String!
  name: String!
  "Milliseconds since 1970."
  at: Float!
  "As drawn in a field of 250 by 100: x and y of each point, 255 between strokes. Empty where only a name was given."
  strokes: [Int!]!
}

"Points and counts. Tens include inner tens."
type Tally {
  total: Int!
  arrows: Int!
  x: Int!
  ten: Int!
  nine: Int!
  eleven: Int!
  six: Int!
  five: Int!
  sixOrFive: Int!
}

type ScorecardEnd {
  "From 1, through the whole round."
  end: Int!
  "From 1, of the card's distances."
  distance: Int!
  metres: Float!
  faceId: ID!
  "X, 11 to 1 or M, in the order of entry; null for a blank box."
  arrows: [String]!
  "Highest first, without blanks."
  sorted: [String!]!
  points: Int!
  runningTotal: Int!
  isComplete: Boolean!
  "Why blank boxes are held open."
  held: HoldCause
  check: CheckState!
  "The end on the second scorer's card."
  checked: [String]
  "The athlete confirmed it on the scorer's own device; false for a second card too."
  isConfirmed: Boolean!
  "Written in full, and seen by as many as the competition asks for, who all have the same."
  isVerified: Boolean!
  "By box; empty where none was plotted."
  hits: [Hit]!
  differences: [ArrowDifference!]!
  "How long the line is open for it."
  seconds: Int!
}

"Where an arrow struck: from the centre to the right and down, in thousandths of the face's radius."
type Hit {
  x: Int!
  y: Int!
}

enum HoldCause {
  bouncer
  equipment
  medical
}

"waiting: the second card is there, the first has blank boxes still."
enum CheckState {
  unchecked
  waiting
  equal
  differs
}

type ArrowDifference {
  "On the first card, from 0."
  box: Int!
  card: String!
  check: String!
}

type ScorecardDistance {
  number: Int!
  fromEnd: Int!
  toEnd: Int!
  metres: Float!
  faceId: ID!
  tally: Tally!
}

type ScorecardSession {
  number: Int!
  fromEnd: Int!
  toEnd: Int!
  name: String!
  "yyyy-mm-dd"
  day: String!
  tally: Tally!
}

type RecordFlag {
  "PB for a personal best, else the record's short name."
  kind: String!
  how: RecordHow!
  "The total that the table has."
  total: Int!
  x: Int
}

enum RecordHow {
  beaten
  equalled
}

type CardLock {
  "Milliseconds since 1970."
  at: Float!
  "Who signed, by name."
  by: String!
}

"One line of a record: who changed what, when and why."
type CardChange {
  "corrected, ruled, held, locked, unlocked or standing"
  kind: String!
  "Milliseconds since 1970."
  at: Float!
  "organiser, scorer or system"
  role: String!
  "The tablet, where a scorer did it."
  device: String
  end: Int
  was: [String]
  now: [String]
  ruling: String
  standing: Standing
  by: String!
  reason: String!
}

"A page of a qualification ranking, best first; those without a rank stand at the end."
type Ranking {
  position: Position!
  "What decides equal totals, in this order: x, ten, nine, eleven, six, five or sixOrFive."
  tieBreak: [String!]!
  "How many go on to the elimination; null where there is none."
  cut: Int
  "Ties at a bracket place that nobody has decided yet."
  openTies: [OpenTie!]!
  "How many competitors have cards that are neither complete nor given up."
  unfinished: Int!
  totalCount: Int!
  edges: [RankingEdge!]!
  pageInfo: PageInfo!
}

type RankingEdge {
  cursor: String!
  node: RankingRow!
}

type RankingRow {
  "The entry's number, or of a team its club or country and which of its teams: CLUB#1."
  key: ID!
  name: String!
  club: String!
  country: String!
  "Numbers of the entries: one, or a team's."
  entries: [Int!]!
  "Shared by full ties; null for who has no rank."
  rank: Int
  "Before a shoot-off or a toss."
  rankByScore: Int
  total: Int!
  "In the order of tieBreak."
  counts: [Int!]!
  arrows: Int!
  standing: Standing!
  "How the place came about where the scores did not give it."
  decidedBy: TieReason
  "Goes on to the elimination; null where there is none, or a shoot-off has to say."
  isIn: Boolean
}

"total, by the average arrow, or by those ends only that everybody has shot."
enum RunningBasis {
  total
  average
  sameEnd
}

type RunningRanking {
  position: Position!
  tieBreak: [String!]!
  "sameEnd: the ends that count, from 1. Else empty."
  ends: [Int!]!
  totalCount: Int!
  edges: [RunningEdge!]!
  pageInfo: PageInfo!
}

type RunningEdge {
  cursor: String!
  node: RunningRow!
}

type RunningRow {
  "The entry's number."
  entry: Int!
  name: String!
  club: String!
  "Shared by full ties; null for who has none, and before the first arrow that counts."
  rank: Int
  "Of the arrows that count."
  total: Int!
  "In the order of tieBreak."
  counts: [Int!]!
  "Those that count."
  arrows: Int!
  "sameEnd: places gained (positive) or lost by the last of the ends that count."
  moved: Int
}

"SO: shoot-off for the cut. CT: coin or disk toss."
enum TieReason {
  SO
  CT
}

type OpenTie {
  reason: TieReason!
  "Of ranking rows."
  keys: [ID!]!
  "The places that these share."
  from: Int!
  to: Int!
}
`;
