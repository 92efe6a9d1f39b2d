// Français; see en/rejections.ts.
import type { rejections as english } from '../en/rejections.ts';
import type { Messages } from '../messages.ts';

export const rejections: Messages<typeof english> = {
  'rejection.unknownCompetition': 'Cette compétition n’existe pas (ou plus).',
  'rejection.competitionExists': 'Cette compétition existe déjà.',
  'rejection.competitionIsClosed':
    'Cette compétition est archivée : rien ne peut être modifié avant que l’organisateur la rouvre.',
  'rejection.competitionIsOpen': 'Cette compétition n’est pas archivée : il n’y a rien à rouvrir.',
  'rejection.nameMissing': 'Un nom manque.',
  'rejection.datesWrong': 'Ces dates ne vont pas : le dernier jour ne peut pas précéder le premier.',
  'rejection.unknownRuleSet': 'Ce serveur ne connaît pas le règlement « {ruleSetId} ».',
  'rejection.unknownRound': 'Ce serveur ne connaît pas l’épreuve « {roundId} ».',
  'rejection.unknownCategory': 'Il n’y a pas de catégorie « {category} ».',
  'rejection.duplicateEntry': '{name} ({club}) est déjà inscrit(e) en {category}.',
  'rejection.targetTaken': 'La place {target} est déjà prise par {name}.',
  'rejection.nothingToImport': 'Il n’y a rien à importer.',
  'rejection.nothingToChange': 'Il n’y a rien à modifier.',
  'rejection.entryChangedMeanwhile':
    'Quelqu’un d’autre a modifié {name} entre-temps. L’inscription est maintenant : {now}.',
  'rejection.entryNotWithdrawn': 'L’inscription n° {entry} n’est pas retirée : il n’y a rien à rétablir.',
  'rejection.cardIsWritten':
    'Quelque chose est écrit sur la feuille de {name} : l’inscription reste. Indiquez plutôt « absent » ou « abandon » sur la feuille.',
  'rejection.roundIsShot':
    '{name} a déjà tiré, et {category} tire une autre épreuve : seule une catégorie de la même épreuve est possible.',
  'rejection.entryInDraw': '{name} est dans le tableau de {event}. Annulez d’abord le tirage.',
  'rejection.licenceWrong': '« {licence} » n’est pas un numéro de licence : au plus 40 caractères sur une ligne.',
  'rejection.unknownEntry': 'Cet archer (n° {entry}) n’est pas inscrit.',
  'rejection.unknownButt': 'Personne ne tire à la cible {butt}.',
  'rejection.unknownDevice': 'Le serveur ne connaît pas cet appareil. Scannez de nouveau le code QR de la cible.',
  'rejection.deviceRevoked': 'Le greffe a retiré cet appareil. Scannez de nouveau le code QR de la cible.',
  'rejection.notAllowed': 'Seul l’organisateur peut faire cela.',
  'rejection.notYourTarget': 'Cet appareil appartient à la cible {butt}, mais l’archer tire en {target}.',
  'rejection.noSuchEnd': 'Il n’y a pas de volée {end} : l’épreuve en a {ends}.',
  'rejection.endOutOfOrder': 'La volée {expected} doit être marquée avant la volée {end}.',
  'rejection.tooManyArrows': 'Une volée a ici {arrowsPerEnd} flèches.',
  'rejection.noArrows': 'Une flèche manque.',
  'rejection.valueNotOnFace': 'Le blason {face} n’a pas de {value}.',
  'rejection.arrowAlreadyScored':
    'La flèche {arrow} de la volée {end} est déjà marquée : {value}. Elle l’a peut-être été sur un autre appareil.',
  'rejection.nothingToCorrect': 'La volée {end} n’a pas de flèche à corriger.',
  'rejection.changedMeanwhile': 'La volée {end} a changé entre-temps. Elle est maintenant {now}.',
  'rejection.onlyLastEnd':
    'On ne peut corriger ici que la dernière volée ({last}). Pour la volée {end}, appelez un arbitre.',
  'rejection.judgeMissing': 'Le nom de l’arbitre manque.',
  'rejection.reasonMissing': 'Il manque une raison.',
  'rejection.roundWrong': `L’épreuve « {roundId} » ne peut pas servir : {why, select,
    id {son nom court doit avoir de 1 à 40 lettres, chiffres et - _ . et commencer par une lettre ou un chiffre}
    name {son nom doit être une ligne de texte}
    discipline {elle n’est ni en extérieur, ni en salle, ni en campagne, ni 3D}
    noDistances {elle n’a pas de distance}
    tooManyDistances {elle a plus de distances qu’une épreuve ne peut en avoir}
    metres {une distance doit être de plus de 0 et de moins de 200 mètres}
    ends {une distance doit avoir de 1 à 60 volées}
    arrowsPerEnd {une volée doit avoir de 1 à 12 flèches}
    seconds {le temps d’une volée doit être de 1 à 3600 secondes entières}
    unknownFace {elle cite un blason que ce serveur ne connaît pas}
    faceId {son propre blason a un autre nom court que celui de la distance, ou un nom inutilisable}
    faceTaken {son propre blason a le nom court d’un blason du catalogue}
    faceDiffers {deux blasons différents ont le même nom court}
    faceOfOtherDiscipline {elle cite un blason d’une autre discipline}
    faceName {le nom de son blason doit être une ligne de texte}
    faceSize {le diamètre de son blason est impossible}
    spots {une feuille a 1, 3 ou 5 blasons}
    noZones {son blason n’a pas de zones}
    tooManyZones {son blason a plus de 12 zones}
    zoneTwice {son blason a deux fois la même valeur}
    zoneValue {son blason a une valeur qui n’est pas celle d’une flèche}
    zonePoints {les points doivent être entiers et ne pas augmenter vers le bord du blason}
    zoneSize {les zones doivent grandir du centre vers le bord du blason}
    zoneColour {une zone doit être dorée, rouge, bleue, noire ou blanche}
    other {{why}}}.`,
  'rejection.roundTaken': 'Le catalogue a déjà une épreuve « {roundId} ». Choisissez un autre nom court.',
  'rejection.roundInUse': 'Des flèches ont été tirées dans l’épreuve « {roundId} » : on ne peut plus la changer.',
  'rejection.categoryWrong':
    'La catégorie « {category} » ne peut pas servir : il faut un code de lettres et chiffres sans espaces, une seule fois, et un nom d’une ligne.',
  'rejection.categoryInUse': 'Des flèches ont été tirées en {category} : elle doit garder son épreuve.',
  'rejection.otherRound':
    'Une feuille de marque de {category} ne peut pas compter en {also} : on y tire une autre épreuve.',
  'rejection.countryWrong': '« {country} » n’est pas un pays : une ligne de 60 lettres au plus.',
  'rejection.bornInWrong': '{name} ne peut pas être né(e) en {bornIn}.',
  'rejection.sessionWrong': `Le départ {session} ne va pas : {why, select,
    number {les départs se numérotent 1, 2, 3 dans l’ordre des tirs}
    name {son nom doit être une ligne de texte}
    day {il doit tomber un jour de la compétition}
    start {son heure doit s’écrire comme 09:30}
    order {il commence avant le départ précédent}
    unknownCategory {il cite une catégorie qui n’existe pas}
    categoryTwice {il cite une catégorie deux fois}
    ends {ses volées ne sont pas dans l’épreuve}
    overlap {une partie de ses volées est aussi tirée dans un autre départ}
    other {{why}}}.`,
  'rejection.recordWrong': `La ligne {line} des records ne va pas : {why, select,
    tooMany {le tableau a trop de lignes}
    kind {le genre doit être un nom court comme PB, NR ou WR}
    unknownCategory {cette catégorie n’existe pas}
    unknownRound {cette épreuve n’existe pas}
    name {un record personnel a besoin du nom de l’archer, un record pour tous n’en a pas}
    club {seul un record personnel a un club}
    total {l’épreuve ne permet pas ce total}
    x {l’épreuve ne permet pas autant de X}
    twice {le même record figure deux fois dans le tableau}
    other {{why}}}.`,
  'rejection.cardLocked': 'La feuille de marque de {name} est signée et close. Seul un arbitre peut la rouvrir.',
  'rejection.cardNotLocked': 'La feuille de marque de {name} n’est pas close.',
  'rejection.cardIncomplete':
    'La feuille de marque de {name} n’est pas complète : il manque une flèche à la volée {end}.',
  'rejection.cardsDiffer': 'Les deux feuilles de marque de {name} diffèrent à la volée {end}. Réglez cela d’abord.',
  'rejection.standingUnchanged': `{standing, select,
    competing {{name} participe déjà}
    DNS {{name} est déjà noté(e) non partant(e)}
    DNF {{name} est déjà noté(e) en abandon}
    DSQ {{name} est déjà disqualifié(e)}
    DQB {{name} est déjà disqualifié(e) pour comportement}
    other {{name} : rien ne change}}.`,
  'rejection.notCompeting': `On ne peut rien marquer : {standing, select,
    DNS {{name} n’a pas pris le départ}
    DNF {{name} a abandonné}
    DSQ {{name} est disqualifié(e)}
    DQB {{name} est disqualifié(e) pour comportement}
    other {{name} ne participe pas}}.`,
  'rejection.rulingDoesNotFit': 'Cette décision ne va pas avec les flèches de la volée {end}.',
  'rejection.rulingChangesNothing': 'La volée {end} est déjà telle que cette décision la veut.',
  'rejection.sameScorer':
    'La volée {end} a été marquée sur cet appareil. La seconde feuille demande un autre marqueur.',
  'rejection.endNotChecked': `La feuille de marque de {name} ne peut pas encore être signée : {mode, select,
    confirmed {l’athlète n’a pas confirmé la volée {end}}
    other {la volée {end} n’est pas sur la deuxième feuille}}.`,
  'rejection.alreadySigned': `La feuille de marque de {name} est déjà signée par {as, select,
    athlete {l’athlète}
    other {le marqueur}}.`,
  'rejection.signatureWrong':
    'Cette signature est trop longue. Effacez-la et signez de nouveau, ou donnez seulement le nom.',
  'rejection.hitsWrong':
    'Les impacts de la volée {end} ne correspondent pas à ses valeurs. Marquez la volée sans les impacts.',
  'rejection.clockWrong': `Le chronomètre de tir ne peut pas être réglé ainsi : {why, select,
    lines {une à huit vagues sont possibles, sans deux noms identiques}
    line {cette vague n’existe pas}
    end {cette volée n’existe pas}
    seconds {les temps sont en secondes entières, une heure au plus}
    phase {l’appel est trop ancien. Appelez de nouveau la vague}
    turn {ce tour n’existe pas}
    other {{why}}}.`,
  'rejection.unknownSession': 'La session {session} n’existe pas (ou plus).',
  'rejection.nothingToHold': 'La volée {end} n’a pas de case ouverte à garder pour plus tard.',
  'rejection.eventWrong': `L’épreuve « {event} » ne peut pas s’organiser ainsi : {why, select,
    id {son nom court doit avoir de 1 à 32 lettres, chiffres et - _ . et commencer par une lettre ou un chiffre}
    teamParts {une équipe demande de 2 à 12 archers, et aucune catégorie ne peut être citée deux fois}
    teamsEach {chaque club ou pays doit pouvoir aligner au moins une équipe}
    teamSize {les duels sont pour des équipes d’une autre taille}
    formatKind {duels individuels et duels par équipes sont mélangés}
    face {son propre blason ne peut pas servir}
    qualifiers {de 2 à 128 doivent se qualifier}
    chart {il n’y a pas de tableau de cette taille}
    chartTooSmall {il y a plus de qualifiés que de places au tableau}
    placesShot {les duels peuvent décider 2, 4, 8, 16, 32, 64 ou 128 places}
    tooManyForRoundRobin {32 au plus peuvent se rencontrer tous}
    pools {il faut au moins deux poules, d’au moins deux chacune}
    advance {de chaque poule au moins un doit se qualifier, et pas plus qu’elle n’en compte}
    other {{why}}}.`,
  'rejection.unknownEvent': 'Il n’y a pas d’épreuve « {event} ».',
  'rejection.categoryHasEvent': '{category} a déjà une épreuve individuelle : « {event} ».',
  'rejection.eventIsDrawn': 'Les duels de « {event} » sont déjà tirés. Annulez d’abord ce tableau.',
  'rejection.eventNotDrawn': 'Les duels de « {event} » ne sont pas encore tirés.',
  'rejection.noElimination': '« {event} » n’a pas de duels : on y fait seulement un classement.',
  'rejection.unknownMatchFormat': 'Ce serveur ne connaît pas le genre de duel « {formatId} ».',
  'rejection.unknownFace': 'Ce serveur ne connaît pas le blason « {faceId} ».',
  'rejection.tooFewToDraw':
    'Il faut être au moins deux pour un duel, et {found, plural, =0 {personne ne pourrait} one {# seul pourrait} other {# seulement pourraient}} se qualifier en « {event} ».',
  'rejection.cardsNotFinished':
    'La feuille de marque de {name}{others, plural, =0 { n’est pas finie} one { et une autre ne sont pas finies} other { et # autres ne sont pas finies}}. Finissez le tir, ou notez qui a abandonné.',
  'rejection.tieAtCut': 'Un tir de barrage doit d’abord décider qui se qualifie : {names}.',
  'rejection.tieInBracket': 'Un tirage au sort doit d’abord décider dans quel ordre se qualifient : {names}.',
  'rejection.noSuchTie': 'Ce ne sont pas exactement ceux qui sont à égalité pour une place en « {event} ».',
  'rejection.tieNotDecided': 'Cela ne dit pas encore qui est devant : {names}. Retirez ou mesurez.',
  'rejection.shootOffWrong': `Le tir de barrage {round} ne va pas : {why, select,
    noShots {personne n’a tiré}
    twice {quelqu’un y figure deux fois}
    notTheTied {tous ceux qui sont encore à égalité doivent le tirer, et personne d’autre}
    arrowCount {quelqu’un a trop ou trop peu de flèches}
    valueNotOnFace {une valeur n’est pas sur le blason}
    distances {les distances sont des millimètres entiers, la plus proche d’abord, pour les flèches en cible}
    other {{why}}}.`,
  'rejection.matchHasBegun': 'Le duel {match} de « {event} » a déjà commencé.',
  'rejection.drawPlaceWrong':
    'Cette place du duel {match} ne peut pas être échangée : choisissez deux places du premier tour, dont une au moins est occupée.',
  'rejection.teamWrong': `{team} ne peut pas être composée ainsi : {why, select,
    notATeam {ce n’est pas une épreuve par équipes}
    unknown {cette équipe n’est pas dans le tableau}
    changedMeanwhile {quelqu’un d’autre a modifié l’équipe entre-temps}
    unchanged {rien n’est modifié}
    size {le nombre d’archers n’est pas le bon}
    twice {un archer est nommé deux fois}
    notTheirs {un archer tire pour d’autres}
    notShot {qui entre dans l’équipe doit avoir tiré les qualifications}
    otherTeam {un archer est déjà dans une autre équipe}
    parts {les archers ne correspondent pas aux parties de l’épreuve}
    other {{why}}}.`,
  'rejection.seedingFixed':
    'Cela changerait l’ordre des qualifiés de « {event} », mais le duel {match} de {name} a déjà commencé.',
  'rejection.unknownMatch': 'Il n’y a pas de duel {match}.',
  'rejection.sidesNotKnown': 'On ne sait pas encore qui tire le duel {match}.',
  'rejection.byeNeedsNoResult': 'Le duel {match} est une exemption : on ne tire rien.',
  'rejection.laterMatchStarted':
    'Cela donnerait un autre vainqueur au duel {match}, mais le duel {later} a déjà commencé.',
  'rejection.matchNotOnYourTarget': 'Ce duel ne se tire pas à la cible {butt}.',
  'rejection.matchOver': 'Le duel est terminé.',
  'rejection.noSuchMatchEnd': 'Il n’y a pas de volée {end} : le duel en a {ends}.',
  'rejection.matchPlaceNotOpen':
    'Vient ensuite {openPart, select, shootOff {le tir de barrage {openNumber}} other {la volée {openNumber}}}, et non {part, select, shootOff {le tir de barrage {number}} other {la volée {number}}}.',
  'rejection.measureFirst': 'Le tir de barrage {number} est à égalité. Mesurez d’abord qui est plus près du centre.',
  'rejection.tooManyMatchArrows': 'Il y a ici {arrows, plural, one {# flèche} other {# flèches}}, pas plus.',
  'rejection.noMatchArrows': 'Une flèche manque.',
  'rejection.matchArrowAlreadyScored':
    'La flèche {arrow} est déjà marquée : {value}. Elle l’a peut-être été sur un autre appareil.',
  'rejection.matchChangedMeanwhile': 'Cela a changé entre-temps. C’est maintenant {now}.',
  'rejection.nothingToCorrectInMatch': 'Il n’y a rien à corriger ici.',
  'rejection.nothingToMeasure': 'Le tir de barrage {number} n’est pas à égalité : rien à mesurer.',
  'rejection.attendanceUnchanged': 'C’est déjà noté.',
  'rejection.slotWrong':
    'L’horaire ne va pas (duel « {match} », heure « {at} ») : citez chaque duel une fois, avec une heure comme 2026-05-02T13:30 et un numéro de cible pour chaque côté.',
  'rejection.buttTaken': 'La cible {butt} est prise à {at} par le duel {match}.',
  'rejection.screenWrong': `L’écran ne peut pas être réglé ainsi : {why, select,
    id {son nom ne peut pas être utilisé}
    name {son nom doit tenir sur une ligne de 60 lettres au plus}
    view {ce qu’il affiche n’a pas de nom}
    tooMany {il y a trop d’écrans}
    other {{why}}}.`,
  'rejection.unknownScreen': 'Cet écran n’appartient pas (ou plus) à cette compétition.',
  'rejection.playlistWrong': `Le programme ne peut pas être enregistré ainsi : {why, select,
    id {son nom court ne peut pas être utilisé}
    name {son nom doit tenir sur une ligne de 60 lettres au plus}
    items {il lui faut de 1 à 100 éléments}
    seconds {chaque élément reste de 3 à 600 secondes entières}
    view {un élément n’a pas de nom}
    tooMany {il y a trop de programmes}
    other {{why}}}.`,
  'rejection.unknownPlaylist': 'Ce programme n’existe pas (ou plus).',
  'rejection.announcementWrong': `L’annonce ne peut pas être affichée ainsi : {why, select,
    id {son nom court ne peut pas être utilisé}
    text {il lui faut un texte, sur une ligne}
    tooLong {elle dépasse 300 lettres}
    until {elle finirait avant de commencer}
    tooMany {il y en a trop à la fois. Retirez-en une d’abord}
    other {{why}}}.`,
  'rejection.unknownAnnouncement': 'Cette annonce est déjà retirée.',
  'rejection.alreadyFrozen': '{held} est déjà en cours d’examen.',
  'rejection.notFrozen': '{held} n’est plus en cours d’examen.',
  'rejection.officialWrong': `La ligne {line} des officiels ne va pas : {why, select,
    name {le nom manque ou dépasse 100 lettres}
    role {la fonction manque ou dépasse 80 lettres}
    tooMany {il y en a trop}
    other {{why}}}.`,
  'rejection.certificateWrong': `Le diplôme ne peut pas être ainsi : {why, select,
    title {son titre doit tenir sur une ligne de 80 lettres au plus}
    text {son texte manque, ou une ligne est trop longue}
    tooLong {son texte est trop long}
    word {rien ne correspond à “{found}”}
    signature {ce qui est sous une signature doit tenir sur une ligne de 80 lettres au plus}
    tooManySignatures {il y a de la place pour quatre signatures}
    other {{why}}}.`,
  'rejection.logoWrong': `Cette image ne peut pas être le logo : {why, select,
    notAPicture {ce n’est ni un PNG ni un JPEG}
    tooLarge {elle dépasse 128 ko}
    tooManyPixels {elle dépasse 2 000 points de large ou de haut}
    damaged {elle est abîmée, ou d’une sorte qui ne s’imprime pas. Enregistrez-la en PNG simple ou en JPEG}
    other {{why}}}.`,
  'rejection.noteWrong': `{why, select,
    text {Écrivez ce qu’il y a à noter : des lettres et des retours à la ligne seulement}
    tooLong {Cette note est trop longue : 2 000 lettres au plus}
    fee {Ce qui a été payé tient sur une ligne de 40 lettres au plus}
    about {Une note concerne une feuille ou un match ; une volée appartient à l’un d’eux}
    tooMany {Le journal contient autant de notes qu’il le peut}
    other {Cette note ne peut pas être écrite}}.`,
  'rejection.unknownNote': 'Cette note n’existe pas (ou plus).',
  'rejection.noteIsClosed': 'Cette note est close. Rouvrez-la d’abord.',
  'rejection.noteIsOpen': 'Cette note est déjà ouverte.',
  'rejection.paperWrong': `{why, select,
    open {{name} a encore des flèches à tirer : la feuille papier vient après}
    nothingShot {{name} n’a tiré aucune flèche : il n’y a pas de feuille papier}
    sum {La somme de {name} dépasse ce que l’épreuve peut donner}
    counts {Les nombres de {name} dépassent le nombre de flèches de l’épreuve, ou il en manque un}
    other {La feuille papier de {name} ne peut pas être ainsi}}.`,
  'rejection.paperMissing': 'Rien de la feuille papier de {name} n’est encore saisi.',
  'rejection.paperChanged': 'La feuille de {name} ou son papier a changé entre-temps. Regardez les deux à nouveau.',
  'rejection.paperAgrees': 'La feuille de {name} est déjà rapprochée.',
  'rejection.paperDiffers': 'La feuille papier de {name} diffère. Un juge tranche ; on ne peut pas en dispenser.',
  'rejection.nothingToWaive': 'Choisissez de 1 à 500 feuilles.',
  'rejection.badDocument': `Rien n’a été importé : {problem, select,
    notJson {ce fichier n’est pas du JSON, ou il est coupé}
    notTenring {ce fichier ne contient pas de compétition}
    newerVersion {ce fichier vient d’une version plus récente. Mettez d’abord le serveur à jour}
    missing {il manque quelque chose dans le fichier à {pointer}}
    shape {on attend autre chose dans le fichier à {pointer}, et non « {found} »}
    unknown {le fichier cite à {pointer} quelque chose qui n’existe pas : « {found} »}
    twice {le fichier a deux fois la même chose à {pointer} : « {found} »}
    impossible {le fichier dit à {pointer} une chose impossible : « {found} »}
    cycle {des duels du fichier s’attendent en rond à {pointer} : « {found} »}
    other {{problem} à {pointer} ({found})}}.`,
};
