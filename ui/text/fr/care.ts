// What keeps the appliance itself safe, on the desk: backups, and the certificate that devices trust.
import type { care as english } from '../en/care.ts';
import type { Messages } from '../messages.ts';

export const care: Messages<typeof english> = {
  'desk.backup': 'Sauvegardes',
  'desk.backup.last': 'Dernière sauvegarde : {when}.',
  'desk.backup.none': 'Aucune sauvegarde depuis le démarrage de Tenring.',
  'desk.backup.off':
    'Aucune ne se fait toute seule. Branchez une clé USB et lancez Tenring avec --backup-to et son dossier : il s’en fait alors une tous les quarts d’heure.',
  'desk.backup.get': 'Télécharger une sauvegarde',
  'desk.backup.secret':
    'Elle contient tout, aussi qui peut se connecter : gardez-la en lieu sûr. Une restauration la reprend, sur cette machine ou une autre.',
  'desk.standby': 'Deuxième machine',
  'desk.standby.none':
    'Aucune n’est en attente. Avec une deuxième : tapez tenring standby code dans un terminal ici ; la suite y est dite. Elle prend la relève si celle-ci tombe en panne.',
  'desk.standby.unheard': 'n’a pas donné signe depuis le démarrage.',
  'desk.standby.late': 'a donné signe pour la dernière fois {when} : est-elle allumée et sur le réseau ?',
  'desk.standby.other':
    'a un autre passé d’une compétition, après une restauration : recommencez-la dans un dossier vide.',
  'desk.standby.whole': 'est en attente et a tout.',
  'desk.standby.behind': 'est en attente ; {count} écritures du journal sont encore en route.',
  'desk.backup.missing': 'Impossible de faire une sauvegarde : la clé ou le dossier n’est pas là.',
  'desk.backup.missing.text': 'Rebranchez la clé : les sauvegardes reprennent toutes seules.',
  'desk.backup.diskFull': 'Impossible de faire une sauvegarde : la clé ou son disque est plein.',
  'desk.backup.diskFull.text': 'Faites-y de la place : les sauvegardes reprennent toutes seules.',
  'desk.backup.failed': 'Impossible de faire une sauvegarde.',
  'desk.backup.failed.text': 'Tenring indique : {why}.',
  'desk.certificate.authorityEnds': 'Ce à quoi les appareils font confiance prend fin le {day}.',
  'desk.certificate.authorityEnds.text':
    'Un jour calme, supprimez tls/authority.pem dans le dossier des données, relancez Tenring et ouvrez /trust sur chaque appareil.',
  'desk.certificate.ownEnds': 'Le certificat de ce boîtier prend fin le {day}.',
  'desk.certificate.ownEnds.text': 'Mettez-en un nouveau à sa place : il est pris sans redémarrage.',
  'desk.certificate.refused': 'Le nouveau certificat ne peut pas servir ; l’ancien reste.',
  'desk.certificate.refused.text': 'Tenring indique : {why}',
  'desk.certificate.until': 'Les appareils peuvent faire confiance à ce boîtier jusqu’au {day}.',
  'desk.notice.hide': 'Masquer',
};
