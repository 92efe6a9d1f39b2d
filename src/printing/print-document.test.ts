// What stands on paper, read back by pdftotext: names in other letters, sums and ranks as the domain has them, pages as many as cards.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import type { CompetitionDocument } from '../domain/document/document.ts';
import { resultsOf } from '../interchange/results.ts';
import { findAsset } from '../kit/installation.ts';
import { invariant } from '../kit/invariant.ts';
import { eventOf, shortCompetition, withFacts } from '../testing/short-competition.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { type PrintableDocument, printableDocuments } from '../wire/printables.ts';
import type { PrintOptions } from './asked.ts';
import { type Paper, paperAt, type TextMark } from './paper.ts';
import { type PrintOrder, printDocument, sheetsOf } from './print-document.ts';

const names = [
  'Nguyễn Thị Ánh Nguyệt',
  'Αθηνά Παπαδοπούλου',
  'Юлия Щербакова',
  'Maximiliano-Alejandro de la Fuente y Gutiérrez-Montenegro von Hohenlohe-Langenburg zu Sayn',
];

function renamed(document: CompetitionDocument): CompetitionDocument {
  const entries = document.entries.map((entry, index) => ({ ...entry, name: names[index] ?? entry.name }));
  return { ...document, entries };
}

const whole = renamed(competitionToDocument(wholeCompetition()));

function orderOf(document: PrintableDocument, options: Partial<PrintOptions> = {}, content = whole): PrintOrder {
  return {
    document,
    options: { paper: 'a4', languages: ['en'], ...options },
    competition: 'cup',
    content,
    address: 'http://192.168.1.10:8000',
    at: Date.UTC(2026, 4, 2, 12),
    joinPaths: new Map([
      [1, '/tablet#join=cup.1.key'],
      [2, '/tablet#join=cup.2.key'],
    ]),
  };
}

async function pdfOf(order: PrintOrder): Promise<Uint8Array> {
  const fonts = findAsset('fonts');
  invariant(fonts, 'the fonts are installed');
  const pdf = await printDocument(order, fonts, () => undefined);
  invariant(pdf, 'there is something to print');
  return pdf;
}

/** A text for each page. */
async function pagesOf(order: PrintOrder): Promise<readonly string[]> {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await pdfOf(order), encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

const marksOf = (order: PrintOrder) => {
  const sheets = sheetsOf(order);
  return Array.from({ length: sheets.count }, (_, index) => sheets.page(index)).flat();
};

describe('scorecards', () => {
  it('are one a page, in the order of the targets, those without one last', async () => {
    const pages = await pagesOf(orderOf('scorecards'));
    assert.equal(pages.length, whole.entries.length);
    assert.match(pages[0] ?? '', /1A/);
    assert.match(pages[0] ?? '', /Nguyễn Thị Ánh Nguyệt/);
    assert.match(pages[1] ?? '', /Αθηνά Παπαδοπούλου/);
    assert.match(pages[2] ?? '', /Юлия Щербакова/);
  });

  it('are blank, or filled with what is scored', () => {
    const textsOf = (filled: boolean) =>
      marksOf(orderOf('scorecards', { filled, category: 'RM' })).flatMap((mark) =>
        mark.kind === 'text' && mark.bold ? mark.text : [],
      );
    assert.ok(textsOf(true).includes('60'));
    assert.ok(!textsOf(false).includes('60'));
  });

  it('have the code that opens the card at the desk', () => {
    const codes = marksOf(orderOf('scorecards')).flatMap((mark) => (mark.kind === 'qr' ? mark.text : []));
    assert.ok(codes.includes('http://192.168.1.10:8000/desk#/cup/cards/1'));
    assert.equal(new Set(codes).size, whole.entries.length);
  });
});

describe('qualification', () => {
  it('has everybody in the order of the ranking, with the total', async () => {
    const text = (await pagesOf(orderOf('qualification'))).join('\n');
    const category = resultsOf(whole).categories[0];
    invariant(category, 'there is a category');
    const lines = category.rows.map(({ name, total }) => {
      const shown = name.slice(0, 20);
      const line = text.split('\n').find((each) => each.includes(shown) && each.includes(String(total)));
      assert.ok(line, `${name} has ${total}`);
      return text.indexOf(line);
    });
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
  });
});

describe('medals', () => {
  it('are counted by club, and listed for the ceremony from bronze to gold', async () => {
    const shot = [
      { arrows: '10 10 10 10 10 9', club: 'Elang' },
      { arrows: '10 10 10 10 9 9', club: 'Garuda' },
      { arrows: '10 10 10 9 9 9', club: 'Elang' },
      { arrows: '9 9 9 9 9 9', club: 'Garuda' },
    ];
    const content = competitionToDocument(withFacts(shortCompetition(shot), eventOf(undefined)));
    const [text = ''] = await pagesOf(orderOf('medals', {}, content));
    assert.match(text, /1 +Elang +1 +0 +1\s+2 +Garuda +0 +1 +0/);
    assert.match(text, /3 +Archer 3 [^\n]*Bronze\s+2 +Archer 2 [^\n]*Silver\s+1 +Archer 1 [^\n]*Gold/);
    assert.doesNotMatch(text, /Archer 4/);
  });
});

function assertInside(mark: TextMark, { width, height }: Paper): void {
  const before = { left: 0, center: mark.width / 2, right: mark.width }[mark.align ?? 'left'];
  const left = mark.x - before;
  assert.ok(left >= 20 && left + mark.width <= width - 20, JSON.stringify(mark));
  assert.ok(mark.y >= 20 && mark.y + mark.size <= height - 16, JSON.stringify(mark));
}

describe('any document', () => {
  for (const document of printableDocuments) {
    it(`${document}: nothing leaves the page or its margins, on A4 and Letter, in two languages`, () => {
      for (const paper of ['a4', 'letter'] as const) {
        const order = orderOf(document, { paper, languages: ['id', 'fr'] });
        const sheets = sheetsOf(order);
        for (let page = 0; page < sheets.count; page += 1) {
          for (const mark of sheets.page(page)) {
            if (mark.kind === 'text') assertInside(mark, paperAt(sheets, page));
          }
        }
      }
    });
  }

  it('embeds its fonts, with the letters that were used only', async () => {
    const pdf = Buffer.from(await pdfOf(orderOf('listByName')));
    assert.match(pdf.toString('latin1'), /\/FontFile2/);
    assert.ok(pdf.length < 100_000);
  });

  it('of nothing is a page that says so', async () => {
    const { events: _, cards: __, ...rest } = whole;
    const pages = await pagesOf(orderOf('finals', {}, { ...rest, cards: [], events: [] }));
    assert.equal(pages.length, 1);
    assert.match(pages[0] ?? '', /There is nothing here yet/);
  });
});
