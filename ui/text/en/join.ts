// Joining a target, and the devices of a target at the desk.

export const join = {
  'join.wrongCode':
    'There is no code {code}. Compare it with the desk’s screen letter by letter: it never has O, I, 0 or 1.',
  'join.wrongKey':
    'This sheet’s QR code is not right for target {butt}. Ask the desk for a new sheet, or for a short code.',
  'join.nobody': 'Nobody shoots at target {butt}. Ask the desk where your archers are, then scan that target’s code.',
  'join.gone': 'The competition of this code is no longer on this appliance. Ask the desk for today’s code.',
  'join.offline': 'The appliance does not answer. Join the venue’s Wi-Fi; then this device goes on by itself.',
  'join.again': 'Try again',
  'join.againTarget': 'Try target {butt} again',
  'join.refused':
    'The desk has withdrawn this device. Ask at the desk. If you are to go on scoring, scan the target’s QR code again.',
  'join.over':
    'It was closed or taken off. What you typed is kept on this device. Show it at the desk. If the desk brings the competition back, try again and it is sent.',
  'join.kept.title': 'Kept on this device, not sent yet',
  'join.kept.text':
    'It is sent when this device belongs to target {butt} again. If it does not come to that, show this list at the desk.',
  'join.kept.end': '{name}, end {end}',
  'join.kept.correction': '{name}, end {end}, correction',
  'join.kept.check': '{name}, end {end}, second look',
  'join.kept.signature': '{name}, signature',
  'join.kept.match': 'Match {match}',
  'join.kept.draft': '{name}, end {end}, not confirmed',
  'join.kept.refused': 'not accepted',
  'join.kept.archer': 'Archer no. {entry}',
  'devices.change': 'Change',
  'devices.change.title': 'Change {label}',
  'devices.name': 'Name',
  'devices.unnamed': 'Device without a name',
  'devices.target': 'Target',
  'devices.card': 'Card',
  'devices.card.first': 'First card',
  'devices.card.second': 'Second card',
  'devices.save': 'Save',
  'devices.moved':
    '{label} belongs to target {butt} now. What it has typed and not sent yet still goes to the archers it was typed for.',
  'devices.handed': 'This device now belongs to target {butt}',
  'devices.handed.text': 'The desk has handed it over. Check the names before you score.',
  'devices.withdraw.text':
    'It can score no longer. What it has saved stays; what it has not sent yet stays on it and is shown there.',
  'devices.code.once': 'Good for one device.',
} as const;
