// What keeps the appliance itself safe, on the desk: backups, and the certificate that devices trust.

export const care = {
  'desk.backup': 'Backups',
  'desk.backup.last': 'Last backup: {when}.',
  'desk.backup.none': 'No backup since Tenring was started.',
  'desk.backup.off':
    'None is made by itself. Plug in a USB stick and start Tenring with --backup-to and its folder: then one is made every quarter of an hour.',
  'desk.backup.get': 'Download a backup',
  'desk.backup.secret':
    'It holds everything, also who may log in: keep it safe. A restore takes it back, on this machine or another.',
  'desk.standby': 'Second machine',
  'desk.standby.none':
    'None stands by. With a second one: type tenring standby code here in a terminal; it says how to go on there. It then takes over if this one breaks.',
  'desk.standby.unheard': 'was not heard since the start.',
  'desk.standby.late': 'was last heard {when}: is it switched on, and in the network?',
  'desk.standby.other': 'has another past of a competition, after a restore: begin it anew in an empty folder.',
  'desk.standby.whole': 'stands by and has everything.',
  'desk.standby.behind': 'stands by; {count} entries of the journal are still on their way.',
  'desk.backup.missing': 'No backup can be made: the stick or folder is not there.',
  'desk.backup.missing.text': 'Plug it in again: backups go on by themselves.',
  'desk.backup.diskFull': 'No backup can be made: the stick or its disk is full.',
  'desk.backup.diskFull.text': 'Make room on it: backups go on by themselves.',
  'desk.backup.failed': 'No backup can be made.',
  'desk.backup.failed.text': 'Tenring says: {why}.',
  'desk.certificate.authorityEnds': 'What devices were told to trust ends on {day}.',
  'desk.certificate.authorityEnds.text':
    'On a quiet day, delete tls/authority.pem in the data folder, start Tenring again, and open /trust on every device.',
  'desk.certificate.ownEnds': 'The certificate of this appliance ends on {day}.',
  'desk.certificate.ownEnds.text': 'Put a new one in its place: it is taken without a new start.',
  'desk.certificate.refused': 'The new certificate cannot be used; the one before it stays.',
  'desk.certificate.refused.text': 'Tenring says: {why}',
  'desk.certificate.until': 'Devices can trust this appliance until {day}.',
  'desk.notice.hide': 'Hide',
} as const;
