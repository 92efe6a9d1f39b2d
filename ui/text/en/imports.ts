// What can be wrong with a list of entries, line by line, and with the file.

export const imports = {
  'import.nameMissing': 'The name is missing.',
  'import.categoryMissing': 'The category is missing.',
  'import.unknownCategory': '“{category}” is no category. Write RM, CW, BU18M and so on.',
  'import.badBirth': 'There is no year of birth in “{birth}”. Write 2008, or a date with the year in four digits.',
  'import.bornInWrong': '{name} cannot be born in {bornIn} and shoot in this category.',
  'import.licenceWrong': '“{licence}” is no membership number: one line of at most 40 letters.',
  'import.countryWrong': '“{country}” is no country: one line of at most 60 letters.',
  'import.otherRound': 'The same card cannot count in {category} and in {also}: another round is shot there.',
  'import.badTarget': '“{target}” is no target. Write 12A.',
  'import.targetTaken': 'Target {target} is already given to {name}{line, select, none {} other { in line {line}}}.',
  'import.duplicateEntry':
    '{line, select, none {{name} ({club}) is already registered in {category}.} other {{name} ({club}) stands in {category} twice: see line {line}.}}',
  'import.tooManyColumns': 'This line has more columns than the headings.',
  'import.unreadableText': 'The column {column} holds letters that cannot be read: the file’s encoding is damaged.',
  'import.tooLong': 'The text in the column {column} is too long: at most {longest} characters.',

  'file.emptyFile': 'The file is empty.',
  'file.noHeader': 'The first line must hold the headings: name, club, category, target.',
  'file.missingColumns': 'A column is missing: {columns}.',
  'file.notText': 'This is not a text file. Save the spreadsheet as XLSX or CSV.',
  'file.unclosedQuote': 'A quotation mark is opened and never closed (line {line}).',
  'file.tooManyRows': 'The file has more than {most} lines: more than one competition can hold.',
  'file.oldExcel': 'This is Excel’s old or binary format. Save it as XLSX or CSV.',
  'file.notExcel': 'This is not an Excel file. Save the list as XLSX or CSV.',
  'file.hasMacros': 'The file holds macros. Save it as XLSX, without macros.',
  'file.encryptedFile': 'The file is protected by a password. Save it without one.',
  'file.brokenFile': 'The file is damaged. Open it in Excel, save it again, and choose it again.',
  'file.unpacksTooLarge': 'There is too much in the file. Keep the list only, or save it as CSV.',
} as const;
