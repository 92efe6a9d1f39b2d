// Results that come over the internet.
export const relay = {
  'relay.over': 'The appliance cannot be reached from here. These results come over the internet, a few seconds later.',
  'relay.silent':
    'Nothing has been heard from the venue for {age}: its internet may be down. These are the latest results.',
  'relay.fresh': 'Live from the venue. Last heard {age} ago.',
  'relay.old': 'As it was {age} ago.',
  'relay.nothing': 'Connected. Nothing has come from the venue lately.',
  'relay.none': 'Nothing has come from the venue lately',
  'relay.none.text': 'When the competition is on and the venue has internet, its results appear here by themselves.',
  'relay.noSite': 'This page does not know its competition',
  'relay.noSite.text': 'The file site.js beside it is missing or was changed. Write the page again: tenring live-site',
} as const;
