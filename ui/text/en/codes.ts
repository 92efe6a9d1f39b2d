// A sentence for every code that the appliance may answer with, other than what a rule refuses.

export const codes = {
  'access.wrongCode': 'This code is not right, or it has run out.',
  'access.codeUsed':
    'This code for target {butt} has been used already: a code joins one device. Ask the desk for a new one.',
  'access.codeExpired': 'This code for target {butt} has run out. Ask the desk for a new one.',
  'access.wrongPassword': 'This password is not right.',
  'access.passwordTooShort': 'The password needs at least {shortest} characters.',
  'access.tooManyTries': 'Too many tries. Wait {retryAfterSeconds, plural, one {# second} other {# seconds}}.',
  'access.passwordExists': 'There is a password already: log in with it.',
  'access.notLoggedIn': 'You are not logged in (any more). Log in again; what you typed is still here.',

  'close.stopping': 'The appliance is stopping or restarting.',
  'close.malformed': 'The appliance could not read what this page sent.',
  'close.unknownProtocol': 'This page and the appliance are of different versions.',
  'close.helloFirst': 'This page and the appliance misunderstood each other.',
  'close.notPaired': 'This device does not belong to a target, or was withdrawn.',
  'close.moved': 'The desk has given this device another target or card.',
  'close.competitionGone': 'The appliance does not have this competition (any more).',
  'close.standby': 'This machine stands by for another one: scores go there.',
  'close.tooManyTopics': 'This page follows too many boards.',
  'close.tooFast': 'This device sends more than the appliance takes at once.',
  'close.unavailable': 'The appliance cannot answer just now.',
  'close.tooLarge': 'This page sent something too large.',
  'close.lost': 'The connection was lost.',

  'deferral.journalDown': 'The appliance cannot save just now.',
  'deferral.stopping': 'The appliance is stopping.',
  'deferral.overloaded': 'The appliance has much to do.',

  'notice.noSuchTopic': 'There is nothing with this name to follow.',
  'notice.stopping': 'The appliance is about to stop.',

  'error.network': 'The appliance does not answer. Check that this device is on the venue’s network.',
  'error.unknown': 'That did not work: {message}',
  'error.notFound': 'There is nothing at this address.',
  'error.tooLarge': 'This is too large.',
  'error.badRequest': 'Something in the form is not right: {message}',
  'error.internal': 'The appliance made a mistake. It is written in its log.',
  'error.nameDiffers': 'This is not its name. To delete it for good, type it as it is: {name}.',
  'error.sharedRedis': 'Other Tenrings share this Redis and may have this competition too: it cannot be deleted here.',
  'error.backupFailed': 'No backup can be made now: {why}.',
  'error.noStandbys': 'Machines that share a Redis have everything already: none of them stands by.',
  'error.notAStandby': 'This machine may not follow here: begin it anew with a new code.',
  'error.unknownStandby': 'There is no such second machine.',
  'error.isStandby': 'This machine stands by for another one, {primary}: {state}.',
  'error.archiveTrouble': 'The archive cannot be written just now: nothing is deleted. Try again in a moment.',
  'error.unavailable': 'The appliance cannot save just now. Try again in a moment.',
  'error.tooManyRequests': 'Too many requests. Wait a moment.',
  'error.unsupportedMediaType': 'The appliance cannot read this kind of file here.',
  'error.wrongHost':
    'The appliance does not answer to the name {host}. Open it by its address, or start it with --allowed-host {host}.',
  'error.wrongOrigin': 'A page of another site may not do this. Open the appliance’s own page.',
  'error.importHasProblems':
    'Nothing was imported: {bad, plural, one {# line has a problem} other {# lines have a problem}}.',
} as const;
