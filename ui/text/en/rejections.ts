// A sentence for everything that a rule can refuse. Apart because the list is closed and long.
import type { RejectionCode } from '../../../src/domain/rejections.ts';

export const rejections = {
  'rejection.unknownCompetition': 'This competition does not exist (any more).',
  'rejection.competitionExists': 'This competition exists already.',
  'rejection.competitionIsClosed':
    'This competition is archived: nothing can be changed until the organiser reopens it.',
  'rejection.competitionIsOpen': 'This competition is not archived: there is nothing to reopen.',
  'rejection.nameMissing': 'A name is missing.',
  'rejection.datesWrong': 'These dates do not fit: the last day cannot come before the first.',
  'rejection.unknownRuleSet': 'This appliance does not know the rule book “{ruleSetId}”.',
  'rejection.unknownRound': 'This appliance does not know the round “{roundId}”.',
  'rejection.unknownCategory': 'There is no category “{category}”.',
  'rejection.duplicateEntry': '{name} ({club}) is already registered in {category}.',
  'rejection.targetTaken': 'Target {target} is already taken by {name}.',
  'rejection.nothingToImport': 'There is nothing to import.',
  'rejection.nothingToChange': 'There is nothing to change.',
  'rejection.entryChangedMeanwhile': 'Somebody else has changed {name} meanwhile. The entry is now: {now}.',
  'rejection.entryNotWithdrawn': 'Entry no. {entry} is not withdrawn: there is nothing to bring back.',
  'rejection.cardIsWritten':
    'Something is written on the card of {name}, so the entry stays. Say “did not start” or “retired” on the card instead.',
  'rejection.roundIsShot':
    '{name} has shot already, and {category} shoots another round: only a category with the same round is possible.',
  'rejection.entryInDraw': '{name} is in the draw of {event}. Take the draw back first.',
  'rejection.licenceWrong': '“{licence}” is no membership number: at most 40 letters on one line.',
  'rejection.unknownEntry': 'This archer (no. {entry}) is not registered.',
  'rejection.unknownButt': 'Nobody shoots at target {butt}.',
  'rejection.unknownDevice': 'This device is not known to the appliance. Scan the QR code of the target again.',
  'rejection.deviceRevoked': 'The desk has withdrawn this device. Scan the QR code of the target again.',
  'rejection.notAllowed': 'Only the organiser may do this.',
  'rejection.notYourTarget': 'This device belongs to target {butt}, but the archer shoots at {target}.',
  'rejection.noSuchEnd': 'There is no end {end}: the round has {ends}.',
  'rejection.endOutOfOrder': 'End {expected} has to be scored before end {end}.',
  'rejection.tooManyArrows': 'An end here has {arrowsPerEnd} arrows.',
  'rejection.noArrows': 'An arrow is missing.',
  'rejection.valueNotOnFace': 'The face {face} has no {value}.',
  'rejection.arrowAlreadyScored':
    'Arrow {arrow} of end {end} is already scored: {value}. It may have been scored on another device.',
  'rejection.nothingToCorrect': 'End {end} has no arrows to correct.',
  'rejection.changedMeanwhile': 'End {end} was changed meanwhile. It is now {now}.',
  'rejection.onlyLastEnd': 'Only the last end ({last}) can be corrected here. For end {end} call a judge.',
  'rejection.judgeMissing': 'The judge’s name is missing.',
  'rejection.reasonMissing': 'A reason is missing.',
  'rejection.roundWrong': `The round “{roundId}” cannot be used: {why, select,
    id {its short name needs 1 to 40 letters, digits and - _ . and begins with a letter or digit}
    name {its name has to be one line of text}
    discipline {it is neither outdoor, indoor, field nor 3D}
    noDistances {it has no distance}
    tooManyDistances {it has more distances than a round can have}
    metres {a distance has to be more than 0 and less than 200 metres}
    ends {a distance has to have 1 to 60 ends}
    arrowsPerEnd {an end has to have 1 to 12 arrows}
    seconds {the time for an end has to be 1 to 3600 whole seconds}
    unknownFace {it names a face that this appliance does not know}
    faceId {its own face has another short name than the distance says, or one that cannot be used}
    faceTaken {its own face has the short name of a face in the catalogue}
    faceDiffers {two different faces have the same short name}
    faceOfOtherDiscipline {it names a face of another discipline}
    faceName {the name of its face has to be one line of text}
    faceSize {the diameter of its face cannot be}
    spots {a sheet has 1, 3 or 5 faces}
    noZones {its face has no scoring zones}
    tooManyZones {its face has more than 12 scoring zones}
    zoneTwice {its face has the same value twice}
    zoneValue {its face has a value that is no arrow’s}
    zonePoints {points have to be whole and must not rise towards the edge of the face}
    zoneSize {zones have to grow from the centre to the edge of the face}
    zoneColour {a zone has to be gold, red, blue, black or white}
    other {{why}}}.`,
  'rejection.roundTaken': 'The catalogue already has a round “{roundId}”. Choose another short name.',
  'rejection.roundInUse': 'Arrows have been shot in the round “{roundId}”: it can no longer be changed.',
  'rejection.categoryWrong':
    'The category “{category}” cannot be used: its code needs letters and digits without spaces, once each, and its name one line of text.',
  'rejection.categoryInUse': 'Arrows have been shot in {category}: it has to keep its round.',
  'rejection.otherRound': 'A card of {category} cannot count in {also}: another round is shot there.',
  'rejection.countryWrong': '“{country}” is no country: one line of at most 60 letters.',
  'rejection.bornInWrong': '{name} cannot be born in {bornIn}.',
  'rejection.sessionWrong': `Session {session} does not fit: {why, select,
    number {sessions are numbered 1, 2, 3 as they are shot}
    name {its name has to be one line of text}
    day {it has to be on a day of the competition}
    start {its time has to be written as 09:30}
    order {it begins before the session in front of it}
    unknownCategory {it names a category that does not exist}
    categoryTwice {it names a category twice}
    ends {its ends are not in the round}
    overlap {some of its ends are shot in another session too}
    other {{why}}}.`,
  'rejection.recordWrong': `Line {line} of the records does not fit: {why, select,
    tooMany {the table has too many lines}
    kind {the kind has to be a short name such as PB, NR or WR}
    unknownCategory {there is no such category}
    unknownRound {there is no such round}
    name {a personal best needs the archer’s name, a record of everybody has none}
    club {only a personal best has a club}
    total {the round does not allow this total}
    x {the round does not allow so many Xs}
    twice {the same record stands in the table twice}
    other {{why}}}.`,
  'rejection.cardLocked': 'The scorecard of {name} is signed and closed. Only a judge can open it again.',
  'rejection.cardNotLocked': 'The scorecard of {name} is not closed.',
  'rejection.cardIncomplete': 'The scorecard of {name} is not complete: an arrow is missing in end {end}.',
  'rejection.cardsDiffer': 'The two scorecards of {name} differ in end {end}. Settle that first.',
  'rejection.standingUnchanged': `{standing, select,
    competing {{name} is competing already}
    DNS {{name} is already noted as not having started}
    DNF {{name} is already noted as retired}
    DSQ {{name} is already disqualified}
    DQB {{name} is already disqualified for behaviour}
    other {{name}: nothing changes}}.`,
  'rejection.notCompeting': `Nothing can be scored: {standing, select,
    DNS {{name} did not start}
    DNF {{name} has retired}
    DSQ {{name} was disqualified}
    DQB {{name} was disqualified for behaviour}
    other {{name} does not compete}}.`,
  'rejection.rulingDoesNotFit': 'This ruling does not fit the arrows of end {end}.',
  'rejection.rulingChangesNothing': 'End {end} is already as this ruling would have it.',
  'rejection.sameScorer': 'End {end} was scored on this device. The second card needs another scorer.',
  'rejection.endNotChecked': `The scorecard of {name} cannot be signed yet: {mode, select,
    confirmed {the athlete has not confirmed end {end}}
    other {end {end} is not on the second card}}.`,
  'rejection.alreadySigned': `The scorecard of {name} is already signed by {as, select,
    athlete {the athlete}
    other {the scorer}}.`,
  'rejection.signatureWrong': 'This signature is too long. Clear it and sign again, or give the name only.',
  'rejection.hitsWrong': 'The plotted arrows of end {end} do not fit its values. Score the end without plotting.',
  'rejection.clockWrong': `The shooting clock cannot be set like this: {why, select,
    lines {there may be one to eight lines, no two with the same name}
    line {there is no such line}
    end {there is no such end}
    seconds {times are whole seconds, an hour at most}
    phase {the call is too long ago. Call the line again}
    turn {there is no such turn}
    other {{why}}}.`,
  'rejection.unknownSession': 'There is no session {session} (any more).',
  'rejection.nothingToHold': 'End {end} has no open boxes that could be kept for later.',
  'rejection.eventWrong': `The event “{event}” cannot be set up like this: {why, select,
    id {its short name needs 1 to 32 letters, digits and - _ . and begins with a letter or digit}
    teamParts {a team needs 2 to 12 archers, and no category may be named twice}
    teamsEach {each club or country needs room for at least one team}
    teamSize {the matches are for teams of another size}
    formatKind {individual matches and team matches are mixed up}
    face {its own face cannot be used}
    qualifiers {2 to 128 have to go on}
    chart {there is no chart of this size}
    chartTooSmall {more go on than the chart takes}
    placesShot {matches can decide 2, 4, 8, 16, 32, 64 or 128 places}
    tooManyForRoundRobin {at most 32 can shoot against everybody else}
    pools {two or more pools are needed, each of two or more}
    advance {of every pool at least one has to go on, and no more than are in it}
    other {{why}}}.`,
  'rejection.unknownEvent': 'There is no event “{event}”.',
  'rejection.categoryHasEvent': '{category} already has an individual event: “{event}”.',
  'rejection.eventIsDrawn': 'The matches of “{event}” are already drawn. Take the draw back first.',
  'rejection.eventNotDrawn': 'The matches of “{event}” are not drawn yet.',
  'rejection.noElimination': '“{event}” has no elimination: it is ranked only.',
  'rejection.unknownMatchFormat': 'This appliance does not know the kind of match “{formatId}”.',
  'rejection.unknownFace': 'This appliance does not know the face “{faceId}”.',
  'rejection.tooFewToDraw':
    'Matches need at least two, and {found, plural, =0 {nobody} one {only # competitor} other {only # competitors}} could go on in “{event}”.',
  'rejection.cardsNotFinished':
    'The scorecard of {name}{others, plural, =0 { is} one { and one more are} other { and # more are}} not finished. Finish the shooting, or note who has retired.',
  'rejection.tieAtCut': 'A shoot-off has to decide first who goes on: {names}.',
  'rejection.tieInBracket': 'A toss has to decide first in which order these go on: {names}.',
  'rejection.noSuchTie': 'These are not exactly the ones who are tied for a place in “{event}”.',
  'rejection.tieNotDecided': 'This does not yet say who is ahead: {names}. Shoot again or measure.',
  'rejection.shootOffWrong': `Round {round} of the shoot-off does not fit: {why, select,
    noShots {nobody shot}
    twice {somebody stands in it twice}
    notTheTied {it has to be shot by all who are still tied, and by nobody else}
    arrowCount {somebody has too few or too many arrows}
    valueNotOnFace {a value is not on the face}
    distances {distances are whole millimetres, the nearest first, for arrows that hit}
    other {{why}}}.`,
  'rejection.matchHasBegun': 'Match {match} of “{event}” has already begun.',
  'rejection.drawPlaceWrong':
    'This place of match {match} cannot be swapped: choose two places of the first round, at least one of them with somebody on it.',
  'rejection.teamWrong': `{team} cannot be made up like this: {why, select,
    notATeam {this is no team event}
    unknown {this team is not in the draw}
    changedMeanwhile {somebody else has changed the team meanwhile}
    unchanged {nothing is changed}
    size {the number of archers is not right}
    twice {an archer is named twice}
    notTheirs {an archer shoots for somebody else}
    notShot {whoever comes in must have shot the qualification}
    otherTeam {an archer is already in another team}
    parts {the archers do not fit the parts of the event}
    other {{why}}}.`,
  'rejection.seedingFixed':
    'This would change the seeding of “{event}”, but match {match} of {name} has already begun.',
  'rejection.unknownMatch': 'There is no match {match}.',
  'rejection.sidesNotKnown': 'It is not known yet who shoots in match {match}.',
  'rejection.byeNeedsNoResult': 'Match {match} is a bye: nothing is shot.',
  'rejection.laterMatchStarted': 'This would give match {match} another winner, but match {later} has already begun.',
  'rejection.matchNotOnYourTarget': 'This match is not shot at target {butt}.',
  'rejection.matchOver': 'The match is over.',
  'rejection.noSuchMatchEnd': 'There is no end {end}: the match has {ends}.',
  'rejection.matchPlaceNotOpen':
    'Next comes {openPart, select, shootOff {shoot-off {openNumber}} other {end {openNumber}}}, not {part, select, shootOff {shoot-off {number}} other {end {number}}}.',
  'rejection.measureFirst': 'Shoot-off {number} is level. Measure first who is closer to the centre.',
  'rejection.tooManyMatchArrows': 'There are {arrows, plural, one {# arrow} other {# arrows}} here, not more.',
  'rejection.noMatchArrows': 'An arrow is missing.',
  'rejection.matchArrowAlreadyScored':
    'Arrow {arrow} is already scored: {value}. It may have been scored on another device.',
  'rejection.matchChangedMeanwhile': 'This was changed meanwhile. It is now {now}.',
  'rejection.nothingToCorrectInMatch': 'There is nothing here to correct.',
  'rejection.nothingToMeasure': 'Shoot-off {number} is not level: nothing has to be measured.',
  'rejection.attendanceUnchanged': 'This is noted already.',
  'rejection.slotWrong':
    'The schedule does not fit (match “{match}”, time “{at}”): name each match once, with a time such as 2026-05-02T13:30 and a target number for each side.',
  'rejection.buttTaken': 'Target {butt} is taken at {at} by match {match}.',
  'rejection.screenWrong': `The screen cannot be set like this: {why, select,
    id {it has a name that cannot be used}
    name {its name has to be one line of at most 60 letters}
    view {what it shows has no name}
    tooMany {there are too many screens}
    other {{why}}}.`,
  'rejection.unknownScreen': 'This screen does not belong to the competition (any more).',
  'rejection.playlistWrong': `The playlist cannot be saved like this: {why, select,
    id {it has a short name that cannot be used}
    name {its name has to be one line of at most 60 letters}
    items {it has to have 1 to 100 entries}
    seconds {each entry stays 3 to 600 whole seconds}
    view {an entry has no name}
    tooMany {there are too many playlists}
    other {{why}}}.`,
  'rejection.unknownPlaylist': 'This playlist does not exist (any more).',
  'rejection.announcementWrong': `The announcement cannot be shown like this: {why, select,
    id {it has a short name that cannot be used}
    text {it needs a text, on one line}
    tooLong {it has more than 300 letters}
    until {it would end before it begins}
    tooMany {there are too many at once. Withdraw one first}
    other {{why}}}.`,
  'rejection.unknownAnnouncement': 'This announcement is withdrawn already.',
  'rejection.alreadyFrozen': '{held} is under review already.',
  'rejection.notFrozen': '{held} is not under review any more.',
  'rejection.officialWrong': `Line {line} of the officials does not fit: {why, select,
    name {the name is missing, or longer than 100 letters}
    role {the function is missing, or longer than 80 letters}
    tooMany {there are too many}
    other {{why}}}.`,
  'rejection.certificateWrong': `The certificate cannot be like this: {why, select,
    title {its title has to be one line of at most 80 letters}
    text {its text is missing, or has a line that is too long}
    tooLong {its text is too long}
    word {nothing is known that could stand for “{found}”}
    signature {what stands under a signature has to be one line of at most 80 letters}
    tooManySignatures {there is room for four signatures}
    other {{why}}}.`,
  'rejection.logoWrong': `This picture cannot be the logo: {why, select,
    notAPicture {it is neither a PNG nor a JPEG}
    tooLarge {it has more than 128 kB}
    tooManyPixels {it is more than 2,000 points wide or high}
    damaged {it is damaged, or of a kind that cannot be printed. Save it as a plain PNG or as a JPEG}
    other {{why}}}.`,
  'rejection.noteWrong': `{why, select,
    text {Write what there is to note: letters and line breaks only}
    tooLong {This note is too long: at most 2,000 letters}
    fee {What was paid is one line of at most 40 letters}
    about {A note is about one card or one match; an end belongs to one of them}
    tooMany {The log has as many notes as it can hold}
    other {This note cannot be written}}.`,
  'rejection.unknownNote': 'This note is not there (any more).',
  'rejection.noteIsClosed': 'This note is closed. Open it again first.',
  'rejection.noteIsOpen': 'This note is open already.',
  'rejection.paperWrong': `{why, select,
    open {{name} has arrows still to shoot: the paper card comes after them}
    nothingShot {{name} has not shot an arrow: there is no paper card}
    sum {The sum of {name} is more than the round can give}
    counts {The counts of {name} are more than the round has arrows, or one is missing}
    other {The paper card of {name} cannot be that}}.`,
  'rejection.paperMissing': 'Nothing of the paper card of {name} is typed yet.',
  'rejection.paperChanged': 'The card of {name} or its paper was changed meanwhile. Look at both again.',
  'rejection.paperAgrees': 'The card of {name} is reconciled already.',
  'rejection.paperDiffers': 'The paper card of {name} differs. A judge settles it; it cannot be waived.',
  'rejection.nothingToWaive': 'Choose 1 to 500 cards.',
  'rejection.badDocument': `Nothing was imported: {problem, select,
    notJson {this file is no JSON, or it was cut off}
    notTenring {this file does not hold a competition}
    newerVersion {this file comes from a newer version. Update the appliance first}
    missing {something is missing in the file at {pointer}}
    shape {something of another kind is expected in the file at {pointer}, not “{found}”}
    unknown {the file names something at {pointer} that does not exist: “{found}”}
    twice {the file has something twice at {pointer}: “{found}”}
    impossible {the file says something impossible at {pointer}: “{found}”}
    cycle {matches of the file wait for each other in a circle at {pointer}: “{found}”}
    other {{problem} at {pointer} ({found})}}.`,
} as const satisfies Readonly<Record<`rejection.${RejectionCode}`, string>>;
