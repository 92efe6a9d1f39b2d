// Français; see en/codes.ts.
import type { codes as english } from '../en/codes.ts';
import type { Messages } from '../messages.ts';

export const codes: Messages<typeof english> = {
  'access.wrongCode': 'Ce code est faux, ou il n’est plus valable.',
  'access.codeUsed':
    'Ce code de la cible {butt} a déjà servi : un code vaut pour un seul appareil. Demandez-en un autre au greffe.',
  'access.codeExpired': 'Ce code de la cible {butt} n’est plus valable. Demandez-en un autre au greffe.',
  'access.wrongPassword': 'Ce mot de passe est faux.',
  'access.passwordTooShort': 'Le mot de passe doit avoir au moins {shortest} caractères.',
  'access.tooManyTries': 'Trop d’essais. Attendez {retryAfterSeconds, plural, one {# seconde} other {# secondes}}.',
  'access.passwordExists': 'Il y a déjà un mot de passe : connectez-vous avec lui.',
  'access.notLoggedIn': 'Vous n’êtes pas (ou plus) connecté. Reconnectez-vous ; ce que vous avez tapé est toujours là.',

  'close.stopping': 'Le serveur s’arrête ou redémarre.',
  'close.malformed': 'Le serveur n’a pas pu lire ce que cette page a envoyé.',
  'close.unknownProtocol': 'Cette page et le serveur sont de versions différentes.',
  'close.helloFirst': 'Cette page et le serveur ne se sont pas compris.',
  'close.notPaired': 'Cet appareil n’appartient à aucune cible, ou il a été retiré.',
  'close.moved': 'Le greffe a donné à cet appareil une autre cible ou une autre feuille.',
  'close.competitionGone': 'Le serveur n’a pas (ou plus) cette compétition.',
  'close.standby': 'Cette machine attend de relayer une autre : les scores vont là-bas.',
  'close.tooManyTopics': 'Cette page suit trop de tableaux.',
  'close.tooFast': 'Cet appareil envoie plus que le serveur n’accepte d’un coup.',
  'close.unavailable': 'Le serveur ne peut pas répondre pour le moment.',
  'close.tooLarge': 'Cette page a envoyé quelque chose de trop gros.',
  'close.lost': 'La connexion est perdue.',

  'deferral.journalDown': 'Le serveur ne peut pas enregistrer pour le moment.',
  'deferral.stopping': 'Le serveur est en train de s’arrêter.',
  'deferral.overloaded': 'Le serveur est très occupé.',

  'notice.noSuchTopic': 'Il n’y a rien à suivre sous ce nom.',
  'notice.stopping': 'Le serveur va s’arrêter.',

  'error.network': 'Le serveur ne répond pas. Vérifiez que cet appareil est sur le réseau du site.',
  'error.unknown': 'Cela n’a pas marché : {message}',
  'error.notFound': 'Il n’y a rien à cette adresse.',
  'error.tooLarge': 'C’est trop gros.',
  'error.badRequest': 'Quelque chose ne va pas dans le formulaire : {message}',
  'error.internal': 'Le serveur a fait une erreur. Elle est notée dans son journal.',
  'error.nameDiffers': 'Ce n’est pas son nom. Pour la supprimer définitivement, saisissez-le tel quel : {name}.',
  'error.sharedRedis':
    'D’autres Tenring partagent ce Redis et peuvent avoir cette compétition : elle ne peut pas être supprimée ici.',
  'error.unknownPrint': 'Cette impression n’existe plus : demandez-la à nouveau.',
  'error.noLogo': 'Le concours n’a pas de logo.',
  'error.printNotReady': 'Cette impression n’est pas terminée : il n’y a pas encore de PDF.',
  'error.printerBusy': 'Beaucoup de documents attendent d’être imprimés : réessayez dans un instant.',
  'error.backupFailed': 'Aucune sauvegarde n’est possible pour le moment : {why}.',
  'error.noStandbys': 'Les machines qui partagent un Redis ont déjà tout : aucune n’est en attente.',
  'error.notAStandby': 'Cette machine ne peut pas suivre ici : recommencez avec un nouveau code.',
  'error.unknownStandby': 'Il n’y a pas de telle deuxième machine.',
  'error.isStandby': 'Cette machine attend de relayer une autre, {primary} : {state}.',
  'error.archiveTrouble':
    'L’archive ne peut pas être écrite pour le moment : rien n’est supprimé. Réessayez dans un instant.',
  'error.unavailable': 'Le serveur ne peut pas enregistrer pour le moment. Réessayez dans un instant.',
  'error.tooManyRequests': 'Trop de demandes. Attendez un instant.',
  'error.unsupportedMediaType': 'Le serveur ne sait pas lire ce genre de fichier ici.',
  'error.wrongHost':
    'Le serveur ne répond pas au nom {host}. Ouvrez-le par son adresse, ou démarrez-le avec --allowed-host {host}.',
  'error.wrongOrigin': 'Une page d’un autre site ne peut pas faire cela. Ouvrez la page du serveur lui-même.',
  'error.importHasProblems':
    'Rien n’a été importé : {bad, plural, one {# ligne pose problème} other {# lignes posent problème}}.',
};
