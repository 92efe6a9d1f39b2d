// In the interchange file: what only printed pages have.
import { Type } from 'typebox';
import { list, object, text } from './document-parts.ts';

export const paperMembers = {
  officials: list(
    object({ name: text(), role: text('In the organiser’s words') }),
    'Judges and others, in the order in which they are printed',
  ),
  certificate: Type.Optional(
    object({
      title: text(),
      text: text('With {name}, {place}, {score} and others, as the desk lists them'),
      signatures: Type.Array(text(), { description: 'What stands under each line to sign on' }),
    }),
  ),
  logo: Type.Optional(text('A PNG or JPEG in base64, at most 128 KiB')),
};
