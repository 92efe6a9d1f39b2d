// Results on paper, read back by pdftotext and compared with what the domain says: rankings, brackets, pools, certificates, statistics, and the
// book of all of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { Competition } from '../domain/competition.ts';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import type { Elimination } from '../domain/event/event.ts';
import { playEvent } from '../domain/event/event-play.ts';
import { finalRankingOf } from '../domain/event/final-ranking.ts';
import { findAsset } from '../kit/installation.ts';
import { invariant } from '../kit/invariant.ts';
import { bracketOf8, drawnCompetition, winMatch } from '../testing/drawn-event.ts';
import { withFacts } from '../testing/short-competition.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import type { PrintableDocument } from '../wire/printables.ts';
import type { PrintOptions } from './asked.ts';
import { type PrintOrder, printDocument, sheetsOf } from './print-document.ts';

const head = 'ab'.repeat(32);

function orderOf(state: Competition, document: PrintableDocument, options: Partial<PrintOptions> = {}): PrintOrder {
  const { format, version, ...content } = competitionToDocument(state);
  return {
    document,
    options: { paper: 'a4', languages: ['en'], ...options },
    competition: 'cup',
    content: { format, version, journal: { facts: 1234, head }, ...content },
    address: 'http://192.168.1.10:8000',
    joinPaths: new Map(),
    at: Date.UTC(2026, 4, 2, 12),
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

const textOf = async (order: PrintOrder) => (await pagesOf(order)).join('\n');

/** To the end, the better seed winning. */
function playedOut(state: Competition): Competition {
  const isOpen = (next: Competition) =>
    playEvent(next, 'RM')?.find(({ kind, score }) => kind === 'match' && score?.status.kind === 'end');
  let next = state;
  for (let open = isOpen(next); open; open = isOpen(next)) next = winMatch(next, open.drawn.id, 'a');
  return next;
}

const any = {
  qualifiers: 8,
  formatId: 'set-individual',
  faceId: '122',
  losers: 'byPhase',
  whenLevel: 'firstEnd',
} as const;

describe('the final ranking', () => {
  it('is as the domain has it, place by place', async () => {
    const state = playedOut(drawnCompetition());
    const text = await textOf(orderOf(state, 'finals'));
    const lines = (finalRankingOf(state, 'RM') ?? []).map(({ place, name }) => {
      const line = new RegExp(`^ *${place} +${name} `, 'm').exec(text);
      assert.ok(line, `${place} ${name}`);
      return line.index;
    });
    assert.equal(lines.length, 8);
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
  });
});

describe('brackets', () => {
  const systems: Readonly<Record<string, Elimination>> = {
    bracket: bracketOf8,
    placement: { ...bracketOf8, placesShot: 8 },
    doubleElimination: { ...any, system: 'doubleElimination' },
    roundRobin: { ...any, system: 'roundRobin' },
    pools: { ...any, system: 'pools', pools: 2, advance: 2, placesShot: 4 },
  };
  for (const [name, elimination] of Object.entries(systems)) {
    it(`${name}: both sides of every match, with the score`, () => {
      const state = playedOut(drawnCompetition(8, elimination));
      const sheets = sheetsOf(orderOf(state, 'brackets'));
      const texts = Array.from({ length: sheets.count }, (_, page) => sheets.page(page))
        .flat()
        .flatMap((mark) => (mark.kind === 'text' ? mark.text : []));
      const count = (text: string) => texts.filter((each) => each === text).length;
      const matches = (playEvent(state, 'RM') ?? []).filter(({ kind }) => kind === 'match');
      const inTrees = matches.filter(({ drawn }) => drawn.section !== 'pool');
      const pools = new Set(matches.flatMap(({ drawn }) => drawn.pool ?? [])).size > 0 ? 1 : 0;
      for (let archer = 1; archer <= 8; archer += 1) {
        const own = inTrees.filter(({ seats }) =>
          [seats.a, seats.b].some((seat) => seat.kind === 'competitor' && seat.seed === archer),
        );
        assert.equal(count(`Archer ${archer}`), own.length + pools, `Archer ${archer}`);
      }
      for (const { drawn, score } of matches) {
        const { a, b } = score?.points ?? { a: -1, b: -1 };
        const shown = drawn.section === 'pool' ? [`${a}:${b}`, `${b}:${a}`] : [String(a), String(b)];
        for (const text of shown) assert.ok(texts.includes(text), `${drawn.id} ${text}`);
      }
    });
  }

  it('of 128 are drawn over pages, the last one with the final', async () => {
    const elimination = { ...bracketOf8, chart: 128, qualifiers: 128 } as const;
    const pages = await pagesOf(orderOf(drawnCompetition(101, elimination), 'brackets'));
    assert.equal(pages.length, 5);
    assert.match(pages[0] ?? '', /1\/64 – 1\/4 · part 1 of 4/);
    assert.match(pages[4] ?? '', /1\/4 – Final/);
    for (let archer = 1; archer <= 101; archer += 1) assert.match(pages.join('\n'), new RegExp(`Archer ${archer}\\b`));
  });

  it('say when and where a match is shot that has not begun', async () => {
    const slot = { match: '3/1', at: '2026-05-02T13:30', butts: { a: 7, b: 8 } };
    const scheduled = withFacts(drawnCompetition(), { kind: 'matchesScheduled', event: 'RM', slots: [slot] });
    assert.match(await textOf(orderOf(scheduled, 'brackets')), /Archer 1 +13:30[\s\S]*7, 8/);
    assert.match(await textOf(orderOf(scheduled, 'schedule')), /13:30 +7, 8 +Recurve men/);
  });
});

describe('cards of matches', () => {
  it('are made for matches that can be shot, two a page, with the way to the match', () => {
    const sheets = sheetsOf(orderOf(drawnCompetition(), 'matchCards'));
    assert.equal(sheets.count, 2);
    const marks = [0, 1].flatMap((page) => sheets.page(page));
    const codes = marks.flatMap((mark) => (mark.kind === 'qr' ? mark.text : []));
    assert.deepEqual(
      codes.toSorted(),
      [1, 2, 3, 4].map((n) => `http://192.168.1.10:8000/board/cup/events/RM/3-${n}`),
    );
  });

  it('of one match are blank for sides that are not known yet', () => {
    const order = orderOf(drawnCompetition(), 'matchCards', { event: 'RM', match: '1/1' });
    const marks = sheetsOf(order).page(0);
    assert.ok(!marks.some((mark) => mark.kind === 'text' && mark.text.startsWith('Archer 1')));
    assert.equal(marks.filter(({ kind }) => kind === 'qr').length, 1);
  });

  it('have what is scored where that is wanted', async () => {
    const state = winMatch(drawnCompetition(), '3/1', 'a');
    const filled = await textOf(orderOf(state, 'matchCards', { event: 'RM', match: '3/1', filled: true }));
    assert.match(filled, /1 +4 +4 +4 +12 +2 +2/);
    assert.doesNotMatch(await textOf(orderOf(state, 'matchCards', { event: 'RM', match: '3/1' })), /12 +2/);
  });
});

describe('certificates', () => {
  it('are one a page for those with a place, in the order of the places, with the organiser’s text', async () => {
    const certificate = {
      title: 'Piagam',
      text: '{name}\n{place} of {event}: {score} ({rank})',
      signatures: ['Ketua'],
    };
    const state = withFacts(playedOut(drawnCompetition()), { kind: 'certificateSet', certificate });
    const pages = await pagesOf(orderOf(state, 'certificates'));
    assert.equal(pages.length, 3);
    for (const [index, page] of pages.entries()) {
      const [row] = (finalRankingOf(state, 'RM') ?? []).filter(({ place }) => place === index + 1);
      invariant(row, 'somebody has the place');
      const score = 101 - Number(row.key);
      assert.match(
        page,
        new RegExp(`Piagam[\\s\\S]*${row.name}[\\s\\S]*${row.place} of Recurve men: ${score} \\(${row.key}\\)`),
      );
    }
    assert.equal((await pagesOf(orderOf(state, 'certificates', { places: 0 }))).length, 8);
    assert.equal(sheetsOf(orderOf(drawnCompetition(), 'certificates')).count, 0);
  });
});

describe('what stands on results', () => {
  it('are places decided by a shoot-off, who did not start, records, the line of who goes on, what is still open', async () => {
    const state = withFacts(wholeCompetition(), { kind: 'publicReleased', held: { kind: 'category', category: 'RM' } });
    const text = await textOf(orderOf(state, 'qualification'));
    assert.match(text, /4 +Archer 5 .* SO\n/);
    assert.match(text, /5 +Archer 4 .* SO\n/);
    assert.match(text, /Archer 1 .* Club/);
    assert.match(text, /Dewi Maharani .* DNS\n/);
    assert.match(text, /4 go on/);
    assert.match(text, /Not final\. Cards still open: 1/);
    const category = orderOf(state, 'qualification', { category: 'RM' });
    const lines = sheetsOf(category)
      .page(0)
      .filter(({ kind }) => kind === 'line');
    assert.equal(lines.length, 2);
  });

  it('is not official until every card is compared with its paper', async () => {
    const state = drawnCompetition();
    assert.match(await textOf(orderOf(state, 'qualification')), /Unofficial/);
    const entries = [1, 2, 3, 4, 5, 6, 7, 8];
    const waived = withFacts(state, { kind: 'paperWaived', entries, by: 'Sinta', reason: 'no paper' });
    const text = await textOf(orderOf(waived, 'qualification'));
    assert.match(text, /Official/);
    assert.doesNotMatch(text, /Unofficial/);
    assert.match(await textOf(orderOf(waived, 'finals')), /Unofficial/);
  });

  it('is what the public sees while a judge holds it back', async () => {
    const frozen = withFacts(
      drawnCompetition(),
      { kind: 'publicFrozen', held: { kind: 'category', category: 'RM' }, by: 'Sinta', reason: 'line call' },
      { kind: 'standingSet', entry: 8, standing: 'DSQ', by: 'Sinta', reason: 'x' },
    );
    const text = await textOf(orderOf(frozen, 'qualification'));
    assert.match(text, /Under review/);
    assert.doesNotMatch(text, /DSQ/);
    const released = withFacts(frozen, { kind: 'publicReleased', held: { kind: 'category', category: 'RM' } });
    assert.match(await textOf(orderOf(released, 'qualification')), /DSQ/);
  });
});

describe('statistics', () => {
  it('count archers, arrows and the best ends', async () => {
    const text = await textOf(orderOf(drawnCompetition(), 'statistics'));
    assert.match(text, /Archers +8\n/);
    assert.match(text, /Arrows shot in the qualification +96\n/);
    assert.match(text, /Garuda +8\n/);
    assert.match(text, /1 +Archer 1 +Garuda +RM +2 +5[0-9]\n/);
  });
});

describe('the result book', () => {
  it('has each part on the page that its contents say, and the head of the journal', async () => {
    const state = withFacts(wholeCompetition(), { kind: 'publicReleased', held: { kind: 'category', category: 'RM' } });
    const pages = await pagesOf(orderOf(state, 'resultBook'));
    assert.match(pages[0] ?? '', /Piala Uji[\s\S]*Result book[\s\S]*1234 facts[\s\S]*(ab){32}/);
    const listed = Array.from(
      (pages[1] ?? '').matchAll(
        /^ *(Officials|Schedule|Start list by name|Qualification results|Medals|Statistics) +(\d+)$/gm,
      ),
      ([, title = '', page]) => ({ title, page: Number(page) }),
    );
    assert.equal(listed.length, 6);
    for (const { title, page } of listed) {
      assert.match(pages[page - 1] ?? '', new RegExp(`^ *${title}`, 'm'));
      assert.match(pages[page - 1] ?? '', new RegExp(`${page} / ${pages.length}`));
    }
  });

  it('has an outline and says what it is', async () => {
    const pdf = Buffer.from(await pdfOf(orderOf(wholeCompetition(), 'resultBook')));
    const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
    assert.match(info, /Title: +Piala Uji: Result book/);
    assert.match(info, /Subject: +Lapangan Timur/);
    assert.match(pdf.toString('latin1'), /\/Outlines \d+ 0 R/);
  });
});
