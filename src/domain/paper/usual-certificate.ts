// What a certificate says as long as the organiser has not written another text, by language.
import type { Certificate } from './paper.ts';

export const usualCertificates: Readonly<Record<'en' | 'id' | 'fr', Certificate>> = {
  en: {
    title: 'Certificate',
    text: '{name}\n{club}\n\nplace {place}\n{event}\n\n{competition}\n{venue}, {date}',
    signatures: ['Organiser', 'Judge'],
  },
  id: {
    title: 'Piagam',
    text: '{name}\n{club}\n\nperingkat {place}\n{event}\n\n{competition}\n{venue}, {date}',
    signatures: ['Panitia', 'Juri'],
  },
  fr: {
    title: 'Diplôme',
    text: '{name}\n{club}\n\nplace {place}\n{event}\n\n{competition}\n{venue}, {date}',
    signatures: ['Organisateur', 'Arbitre'],
  },
};
