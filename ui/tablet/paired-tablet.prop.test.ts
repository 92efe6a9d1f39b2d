// The whole of a tablet that is not a screen (connection, outbox, storage, tabs) against the rules of the appliance, with everything
// between them that goes wrong in a field: what was typed is saved exactly once, and never called saved before it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import { isEndComplete } from '../../src/domain/card/scorecard.ts';
import type { ScoringCommand } from '../../src/domain/commands.ts';
import { endOf, scorecardOf } from '../../src/domain/competition.ts';
import { findRound, type Round } from '../../src/domain/rounds/rounds.ts';
import { sampleSetUp } from '../../src/testing/sample-competition.ts';
import { isAcked } from '../link/acked-commands.ts';
import { createFakeTime, type FakeTime } from '../link/fake-world.ts';
import { countUnsent } from '../link/outbox-state.ts';
import { beginEnd, commandsOfEnd } from '../store/end-entry.ts';
import { cardsOf, isEndSaved } from '../store/sheet-store.ts';
import { createFakeAppliance, type FakeAppliance } from './fake-appliance.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab, settle } from './fake-browser.ts';

type Arrows = readonly ArrowValue[];

const round = roundOf('wa720-70');

function roundOf(id: string): Round {
  const found = findRound(id);
  assert.ok(found);
  return found;
}

interface Field {
  readonly time: FakeTime;
  readonly appliance: FakeAppliance;
  readonly browser: FakeBrowser;
  readonly archers: readonly number[];
  /** By entry: what its ends must be at last. */
  readonly typed: Map<number, Arrows[]>;
  /** The tab that somebody looks at. */
  inUse: FakeTab;
  /** What was acknowledged then may be in the memory of a tab only. */
  hasRefusedAll: boolean;
}

/** What the model knows of every archer: the ends so far. */
type Shot = number[];

async function pass({ time }: Field, milliseconds: number, step = 500) {
  for (let left = milliseconds; left > 0; left -= step) {
    time.advance(Math.min(step, left));
    await settle();
  }
}

/**
 * Whatever a tab shows as saved, the appliance has or has had; where another one has taken over, that one, from the moment at which the tab has
 * its sheet.
 */
function assertHonest({ browser, appliance }: Field) {
  for (const tab of browser.tabs) {
    const { sheet, outbox } = tab.view();
    if (!sheet) continue;
    const history = historyOf(sheet.at.epoch === appliance.epoch ? appliance.facts : appliance.factsEver);
    for (const each of cardsOf(sheet, outbox)) {
      for (const [index, arrows] of each.card.ends.entries()) {
        if (!isEndComplete(arrows) || !isEndSaved(each, index + 1)) continue;
        const shown = `${each.archer.entry}/${index + 1}/${arrows.join()}`;
        assert.ok(history.has(shown), `${tab.name} shows ${shown} as saved; the appliance has ${[...history]}`);
      }
    }
  }
  assert.deepEqual(appliance.rejections, []);
}

/** Every end that these facts have ever made. */
function historyOf(facts: FakeAppliance['facts']): ReadonlySet<string> {
  const history = new Set<string>();
  const cards = new Map<string, ArrowValue[]>();
  for (const { fact } of facts) {
    if (fact.kind === 'arrowsScored') {
      const key = `${fact.entry}/${fact.end}`;
      const end = cards.get(key) ?? [];
      for (const [index, arrow] of fact.arrows.entries()) end[fact.first + index] = arrow;
      cards.set(key, end);
      history.add(`${key}/${end.join()}`);
    } else if (fact.kind === 'endCorrected') {
      cards.set(
        `${fact.entry}/${fact.end}`,
        fact.arrows.filter((arrow) => arrow !== null),
      );
      history.add(`${fact.entry}/${fact.end}/${fact.arrows.join()}`);
    }
  }
  return history;
}

type Step = fc.AsyncCommand<Shot, Field>;

function step(
  name: string,
  act: (field: Field, shot: Shot) => Promise<unknown> | unknown,
  may: (shot: Readonly<Shot>) => boolean = () => true,
): Step {
  return {
    check: may,
    async run(shot, field) {
      await act(field, shot);
      await settle();
      assertHonest(field);
    },
    toString: () => name,
  };
}

/** Somebody takes the tablet in hand: the tab in front leads, and has heard what the others did. */
async function takeInHand(field: Field, tab: FakeTab) {
  field.inUse = tab;
  tab.thaw();
  tab.tablet.tabs.use();
  await pass(field, 2);
}

function commandsOf(entry: number, end: number, arrows: Arrows, split: number): readonly ScoringCommand[] {
  const runs = [arrows.slice(0, split), arrows.slice(split)];
  return runs.flatMap((run, index): ScoringCommand[] =>
    run.length > 0 ? [{ kind: 'scoreArrows', entry, end, first: index * split, arrows: run }] : [],
  );
}

async function typeEnd(field: Field, shot: Shot, archer: number, arrows: Arrows, split: number) {
  const entry = field.archers[archer] ?? 0;
  const end = (shot[archer] ?? 0) + 1;
  shot[archer] = end;
  field.typed.set(entry, [...(field.typed.get(entry) ?? []), arrows]);
  await takeInHand(field, field.inUse);
  await field.inUse.confirm(`c1/${entry}/${end}/score`, commandsOf(entry, end, arrows, split), arrows);
}

const isKeptSomewhere = ({ browser, inUse }: Field) => inUse.isKept() && !(browser.refuses[0] && browser.refuses[1]);

/** The page dies in the middle; whoever comes back completes what is missing of the end. */
async function typeAndDie(field: Field, shot: Shot, typing: Typing) {
  const { archer, arrows, split, write } = typing;
  const { browser, appliance } = field;
  if (!isKeptSomewhere(field)) return;
  const dying = field.inUse;
  await takeInHand(field, dying);
  browser.dieAtWrite.count = write;
  await typeEnd(field, shot, archer, arrows, split);
  browser.dieAtWrite.count = undefined;
  dying.die();
  const tab = await browser.openTab();
  await takeInHand(field, tab);
  const entry = field.archers[archer] ?? 0;
  const end = shot[archer] ?? 0;
  const boxes: (ArrowValue | null)[] = [...endOf(scorecardOf(appliance.state, entry), round, end)];
  // What was lost since it was shown as saved.
  for (const { fact } of appliance.factsEver) {
    if (fact.kind !== 'arrowsScored' || fact.entry !== entry || fact.end !== end) continue;
    for (const [index, value] of fact.arrows.entries()) boxes[fact.first + index] = value;
  }
  for (const { kept } of tab.view().outbox) {
    const { command } = kept;
    if (command.kind !== 'scoreArrows' || command.entry !== entry || command.end !== end) continue;
    for (const [index, value] of command.arrows.entries()) boxes[command.first + index] = value;
  }
  const missing = beginEnd(boxes, arrows);
  await tab.confirm(`c1/${entry}/${end}/score`, commandsOfEnd(missing, entry, end), arrows);
}

async function correct(field: Field, shot: Shot, archer: number, arrows: Arrows) {
  const entry = field.archers[archer] ?? 0;
  const ends = field.typed.get(entry) ?? [];
  const was = ends.at(-1) ?? [];
  if (was.join() === arrows.join()) return;
  field.typed.set(entry, [...ends.slice(0, -1), arrows]);
  await takeInHand(field, field.inUse);
  const end = shot[archer] ?? 0;
  const command: ScoringCommand = { kind: 'correctEnd', entry, end, was, arrows, reason: 'misread' };
  await field.inUse.confirm(`c1/${entry}/${end}/correct`, [command], []);
}

const arrow = fc.constantFrom<ArrowValue>('X', '10', '9', '8', '7', '6', '5', 'M');
const typing = fc.record({
  archer: fc.integer({ min: 0, max: 3 }),
  arrows: fc.array(arrow, { minLength: 6, maxLength: 6 }),
  split: fc.integer({ min: 0, max: 5 }),
  write: fc.integer({ min: 0, max: 9 }),
});
type Typing = typeof typing extends fc.Arbitrary<infer T> ? T : never;

const mayType =
  ({ archer }: Typing) =>
  (shot: Readonly<Shot>) =>
    (shot[archer] ?? 0) < 12;

async function closeOne(field: Field, number: number, how: (tab: FakeTab) => void) {
  const { browser } = field;
  const others = browser.tabs.filter((tab) => tab !== field.inUse && tab.isKept());
  const tab = others[number % Math.max(1, others.length)];
  if (tab) how(tab);
}

const steps: readonly fc.Arbitrary<Step>[] = [
  ...[1, 2, 3, 4].map(() =>
    typing.map((each) =>
      step(
        `type ${each.archer} ${each.arrows}/${each.split}`,
        (field, shot) => typeEnd(field, shot, each.archer, each.arrows, each.split),
        mayType(each),
      ),
    ),
  ),
  typing.map((each) =>
    step(
      `type ${each.archer} ${each.arrows}/${each.split} and die at write ${each.write}`,
      (field, shot) => typeAndDie(field, shot, each),
      mayType(each),
    ),
  ),
  typing.map((each) =>
    step(
      `correct ${each.archer} ${each.arrows}`,
      (field, shot) => correct(field, shot, each.archer, each.arrows),
      (shot) => (shot[each.archer] ?? 0) > 0,
    ),
  ),
  fc.integer({ min: 1, max: 20_000 }).map((ms) => step(`pass ${ms}`, (field) => pass(field, ms))),
  fc
    .record({ isUp: fc.boolean(), delayMs: fc.constantFrom(1, 50, 900, 9_000), isDoubling: fc.boolean() })
    .map((now) => step(`network ${JSON.stringify(now)}`, ({ appliance }) => Object.assign(appliance.network, now))),
  fc.constant(step('cut', ({ appliance }) => appliance.cutAll())),
  fc.nat(12).map((count) =>
    step(`burn ${count}`, (field) => {
      if (!field.hasRefusedAll) field.appliance.burn(count);
    }),
  ),
  fc.constant(step('kill', ({ appliance }) => appliance.kill())),
  fc.constant(
    step('start', ({ appliance }) => {
      appliance.isRunning = true;
    }),
  ),
  fc.boolean().map((now) =>
    step(`defer ${now}`, ({ appliance }) => {
      appliance.isDeferring = now;
    }),
  ),
  fc.tuple(fc.boolean(), fc.boolean()).map(([first, second]) =>
    step(`refuse ${first} ${second}`, (field) => {
      const { browser } = field;
      field.hasRefusedAll ||= first && second;
      browser.refuses.splice(0, 2, first, second);
    }),
  ),
  fc.constant(
    step('open a tab', async (field) => {
      if (field.browser.tabs.length < 3) await takeInHand(field, await field.browser.openTab());
    }),
  ),
  fc.nat(2).map((number) =>
    step(`use tab ${number}`, async (field) => {
      const tab = field.browser.tabs[number % field.browser.tabs.length];
      if (tab) await takeInHand(field, tab);
    }),
  ),
  fc.nat(2).map((number) =>
    step(`freeze ${number}`, (field) =>
      closeOne(field, number, (tab) => {
        tab.isFrozen = true;
      }),
    ),
  ),
  fc.nat(2).map((number) => step(`close ${number}`, (field) => closeOne(field, number, (tab) => tab.die()))),
];

async function setUp() {
  const time = createFakeTime();
  const appliance = createFakeAppliance(sampleSetUp, time);
  const browser = createFakeBrowser(appliance, time);
  const inUse = await browser.openTab();
  const archers = appliance.state.entriesByButt.at(1) ?? [];
  return {
    model: [0, 0, 0, 0],
    real: { time, appliance, browser, archers, typed: new Map(), inUse, hasRefusedAll: false },
  };
}

async function heal(field: Field) {
  const { appliance, browser } = field;
  Object.assign(appliance.network, { isUp: true, delayMs: 5, isDoubling: false });
  appliance.isRunning = true;
  appliance.isDeferring = false;
  browser.refuses.splice(0, 2, false, false);
  for (const tab of browser.tabs) tab.thaw();
  await takeInHand(field, field.inUse);
  await pass(field, 90_000, 1_000);
}

function assertDelivered(field: Field) {
  const { appliance, browser } = field;
  for (const [entry, ends] of field.typed) {
    assert.deepEqual(scorecardOf(appliance.state, entry).ends, ends, `entry ${entry}`);
  }
  const arrows = appliance.facts.reduce(
    (sum, { fact }) => sum + (fact.kind === 'arrowsScored' ? fact.arrows.length : 0),
    0,
  );
  assert.equal(arrows, 6 * [...field.typed.values()].flat().length, 'no arrow was scored twice');
  assert.deepEqual(appliance.rejections, []);
  for (const tab of browser.tabs) {
    assert.equal(countUnsent(tab.view().outbox), 0, tab.name);
    assert.equal(tab.isKept(), true);
  }
}

test('every end typed is saved exactly once, arrow by arrow, and none is called saved before it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands([...steps], { maxCommands: 60 }), async (commands) => {
      let field: Field | undefined;
      const begin = async () => {
        const set = await setUp();
        field = set.real;
        return set;
      };
      await fc.asyncModelRun(begin, commands);
      assert.ok(field);
      await heal(field);
      assertHonest(field);
      assertDelivered(field);
      const { commands: left } = await field.browser.stored();
      assert.deepEqual(
        left.filter((each) => !isAcked(each)),
        [],
        'nothing is left on the device but what was acknowledged',
      );
    }),
    { numRuns: 150 },
  );
});
