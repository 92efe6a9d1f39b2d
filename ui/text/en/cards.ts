// Two cards of the same arrows, an athlete who confirms, signatures, and the whole card as a table: on the tablet.

export const cards = {
  'cards.choose.title': 'Which card does this tablet keep?',
  'cards.choose.text':
    'Two people keep the arrows here, on two tablets. Neither sees the other’s arrows of an end before both have written it; then the two are compared.',
  'cards.choose.first': 'First card',
  'cards.choose.first.text': 'Its arrows go to the boards at once.',
  'cards.choose.second': 'Second card',
  'cards.choose.second.text': 'It checks the first, arrow by arrow.',
  'cards.choose.busy': 'One moment…',
  'cards.choose.unsent': 'Wait until everything on this tablet is saved, then it can keep the other card.',
  'cards.side.first': 'First card',
  'cards.side.second': 'Second card',

  'cards.check.unchecked': 'Not checked yet',
  'cards.check.waiting': 'Waits for the first card',
  'cards.check.equal': 'Both cards agree',
  'cards.check.confirmed': 'Confirmed by the athlete',
  'cards.check.differs': 'The cards differ',

  'cards.differ.ends': '{count, plural, one {The cards differ in end {list}} other {The cards differ in ends {list}}}',
  'cards.differ.look': 'Compare',
  'cards.differ.title':
    '{count, plural, one {The two cards of {name} differ in one end} other {The two cards of {name} differ in # ends}}',
  'cards.differ.text':
    'Look at the target together. Whoever is wrong corrects; then both tablets show that the cards agree.',
  'cards.differ.end': 'End {end}',
  'cards.differ.here': 'This tablet',
  'cards.differ.there': 'Other card',
  'cards.differ.arrow': '{here} here, {there} there',
  'cards.differ.correct': 'Correct end {end} here',

  'cards.confirm.title': '{name}, is this right?',
  'cards.confirm.place': 'End {end} of {ends}',
  'cards.confirm.yes': 'Yes, this is right',
  'cards.confirm.no': 'No, correct it',
  'cards.confirm.later': 'Ask later',
  'cards.confirm.open': '{count, plural, one {One end is not confirmed yet} other {# ends are not confirmed yet}}',
  'cards.confirm.now': 'Ask the athlete',

  'cards.sign.title': 'Sign the scorecard of {name}',
  'cards.sign.text': 'Compare with the paper card. With both signatures the card is closed.',
  'cards.sign.athlete': 'Athlete',
  'cards.sign.scorer': 'Scorer',
  'cards.sign.name': 'Name',
  'cards.sign.draw': 'Signature (if you like)',
  'cards.sign.clear': 'Clear',
  'cards.sign.button.athlete': 'Sign as athlete',
  'cards.sign.button.scorer': 'Sign as scorer',
  'cards.sign.done.athlete': 'The athlete has signed',
  'cards.sign.done.scorer': 'The scorer has signed',
  'cards.sign.differs':
    '{count, plural, one {The cards differ in end {list}.} other {The cards differ in ends {list}.}} Settle that first.',
  'cards.sign.unverified.two':
    '{count, plural, one {End {list} is not on the second card yet.} other {Ends {list} are not on the second card yet.}}',
  'cards.sign.unverified.confirmed':
    '{count, plural, one {The athlete has not confirmed end {list} yet.} other {The athlete has not confirmed ends {list} yet.}}',

  'cards.view.open': 'Card',
  'cards.view.openOf': 'Card of {name}',
  'cards.view.end': 'End',
  'cards.view.arrows': 'Arrows',
  'cards.view.points': 'End total',
  'cards.view.running': 'Running',
  'cards.view.check': 'Check',
  'cards.view.subtotal': '{place}: total',
  'cards.view.part': 'Part {number}',
  'cards.view.total': 'Total',
  'cards.view.blank': 'not shot yet',
} as const;
