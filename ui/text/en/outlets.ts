// How results get out of the venue, on the desk.
export const outlets = {
  'desk.outlets': 'Results on the internet',
  'desk.outlets.relayOff':
    'Nothing is sent live. With an app at Pusher Channels, start Tenring with --pusher-file; tenring live-site writes the page.',
  'desk.outlets.publishOff':
    'No results are published as files. With web space of your own, start Tenring with --publish-to.',
  'desk.outlets.probing': 'Trying to reach the internet…',
  'desk.outlets.up': 'Results go out live.',
  'desk.outlets.down':
    'There is no way to the internet now. It is tried again and again; the newest results go out then. Scoring and boards here go on as ever.',
  'desk.outlets.intercepted':
    'The network answers in Pusher’s place: it wants a log-in first (open any page in a browser on this machine), or the clock of this machine is wrong. Scoring and boards here go on as ever.',
  'desk.outlets.refused':
    'Pusher refuses: app id, key or secret are wrong, or the clock of this machine. Nothing goes out until that is put right.',
  'desk.outlets.throttled': 'Pusher wants fewer messages for now. The newest results go out as soon as it takes them.',
  'desk.outlets.sent': 'Last sent {when}.',
  'desk.outlets.detail': 'It says: {detail}',
  'desk.outlets.used': '{used, number} of {all, number} messages of today are used.',
  'desk.outlets.listeners':
    '{count, plural, =0 {Nobody listens elsewhere.} one {One page listens elsewhere.} other {# pages listen elsewhere.}}',
  'desk.outlets.waiting': '{count, plural, one {One part of a board waits.} other {# parts of boards wait.}}',
  'desk.outlets.published': 'Results are published to',
  'desk.outlets.notPublished': 'Results cannot be published to',
  'desk.outlets.trouble': '{trouble} It is tried again by itself.',
  'desk.outlets.files': '{count, plural, one {One file.} other {# files.}}',
  'desk.outlets.written': 'Something new was written {when}.',
} as const;
