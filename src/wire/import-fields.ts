// What a column of a list can mean. Apart from its schema, so that a page that takes it takes no more.
export const importFields = [
  'name',
  'givenName',
  'familyName',
  'club',
  'category',
  'division',
  'ageClass',
  'gender',
  'target',
  'butt',
  'letter',
  'country',
  'bornIn',
  'also',
  'licence',
  'needs',
  'wheelchair',
  'leftHanded',
  'number',
] as const;
export type ImportField = (typeof importFields)[number];
