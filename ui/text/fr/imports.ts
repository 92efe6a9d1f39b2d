// Français; see en/imports.ts.
import type { imports as english } from '../en/imports.ts';
import type { Messages } from '../messages.ts';

export const imports: Messages<typeof english> = {
  'import.nameMissing': 'Le nom manque.',
  'import.categoryMissing': 'La catégorie manque.',
  'import.unknownCategory': '« {category} » n’est pas une catégorie. Écrivez RM, CW, BU18M, etc.',
  'import.badBirth':
    'Il n’y a pas d’année de naissance dans « {birth} ». Écrivez 2008, ou une date avec l’année en quatre chiffres.',
  'import.bornInWrong': '{name} ne peut pas être né(e) en {bornIn} et tirer dans cette catégorie.',
  'import.licenceWrong': '« {licence} » n’est pas un numéro de licence : une ligne de 40 caractères au plus.',
  'import.countryWrong': '« {country} » n’est pas un pays : une ligne de 60 lettres au plus.',
  'import.otherRound':
    'La même feuille de marque ne peut pas compter en {category} et en {also} : on n’y tire pas la même épreuve.',
  'import.badTarget': '« {target} » n’est pas une cible. Écrivez 12A.',
  'import.targetTaken': 'La place {target} est déjà donnée à {name}{line, select, none {} other { à la ligne {line}}}.',
  'import.duplicateEntry':
    '{line, select, none {{name} ({club}) est déjà inscrit(e) en {category}.} other {{name} ({club}) figure deux fois en {category} : voir la ligne {line}.}}',
  'import.tooManyColumns': 'Cette ligne a plus de colonnes que l’en-tête.',
  'import.unreadableText': 'La colonne {column} contient des lettres illisibles : l’encodage du fichier est abîmé.',
  'import.tooLong': 'Le texte de la colonne {column} est trop long : {longest} caractères au plus.',
  'import.badNeeds': '« {text} » n’est pas un besoin. Écrivez fauteuil roulant, gaucher, ou cochez avec x.',
  'import.cellError':
    'La feuille de calcul contient une erreur ici ({text}) : corrigez la formule et enregistrez le fichier.',
  'import.cardIsWritten': 'La feuille de {name} n’est pas vide : choisissez DNS ou DNF.',
  'import.roundIsShot': '{name} a déjà tiré : {category} a une autre épreuve.',
  'import.entryInDraw': '{name} est dans le tableau de {event} : annulez d’abord le tirage.',

  'file.emptyFile': 'Le fichier est vide.',
  'file.noHeader': 'La première ligne doit contenir les titres : name, club, category, target.',
  'file.missingColumns': 'Une colonne manque : {columns}.',
  'file.notText': 'Ce n’est pas un fichier texte. Enregistrez la feuille de calcul en XLSX ou CSV.',
  'file.unclosedQuote': 'Un guillemet est ouvert et jamais fermé (ligne {line}).',
  'file.tooManyRows': 'Le fichier a plus de {most} lignes : plus qu’une compétition ne peut en contenir.',
  'file.oldExcel': 'C’est un ancien format d’Excel, ou un format binaire. Enregistrez-le en XLSX ou CSV.',
  'file.notExcel': 'Ce n’est pas un fichier Excel. Enregistrez la liste en XLSX ou CSV.',
  'file.hasMacros': 'Le fichier contient des macros. Enregistrez-le en XLSX, sans macros.',
  'file.encryptedFile': 'Le fichier est protégé par un mot de passe. Enregistrez-le sans.',
  'file.brokenFile': 'Le fichier est abîmé. Ouvrez-le dans Excel, enregistrez-le et choisissez-le de nouveau.',
  'file.unpacksTooLarge': 'Il y a trop de choses dans ce fichier. Ne gardez que la liste, ou enregistrez-la en CSV.',
};
