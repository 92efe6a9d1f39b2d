// Boards, topic hubs, fan-out and clients in one process, without sockets: every message between them moves when a test says so.

import assert from 'node:assert/strict';
import { type Boards, createBoards } from '../boards/boards.ts';
import { roundOfArcher, type TargetSheet, withSheetChanges } from '../domain/card/target-sheet.ts';
import type { Competition } from '../domain/competition.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact, Position, RecordedFact } from '../domain/facts.ts';
import type { LeaderboardHead, LeaderboardRow } from '../domain/ranking/leaderboard.ts';
import { publicOf } from '../domain/show/public-state.ts';
import { noHash } from '../journal/record-chain.ts';
import { createFanOut } from '../live/fan-out.ts';
import type { LiveToMain, MainToLive } from '../live/messages.ts';
import type { SocketPort } from '../live/socket-port.ts';
import { type Follower, type FollowState, TopicHubs } from '../live/topic-hubs.ts';
import {
  bytesToServerMessage,
  type DeltaBody,
  type ServerMessage,
  type SnapshotBody,
  type WholeBody,
} from '../wire/server-to-client.ts';
import { parseTopic } from '../wire/topics.ts';

export const competition = 'c1';
/** What a board shows, by entry. */
export type Shown =
  | { readonly head: LeaderboardHead; readonly rows: Map<number, LeaderboardRow> }
  | { sheet: TargetSheet }
  | { whole: WholeBody };

export function shownOf(body: SnapshotBody): Shown {
  if (body.kind === 'targetSheet') return { sheet: body.sheet };
  if (body.kind !== 'leaderboard') return { whole: body };
  const { head, rows } = body.leaderboard;
  return { head, rows: new Map(rows.map((row) => [row.entry, row])) };
}

function apply(shown: Shown, body: DeltaBody): void {
  if ('rows' in shown && body.kind === 'leaderboard') {
    for (const row of body.rows) shown.rows.set(row.entry, row);
    for (const score of body.scores) {
      const row = shown.rows.get(score.entry);
      assert.ok(row, 'a score of an entry that the client has not');
      const { name, club, target } = row;
      shown.rows.set(score.entry, { ...score, name, club, target });
    }
  } else if ('sheet' in shown && body.kind === 'targetSheet') {
    const { sheet } = shown;
    const archers = [...sheet.archers, ...body.archers];
    for (const { entry } of body.ends) {
      const archer = archers.find((each) => each.entry === entry);
      assert.ok(archer && roundOfArcher(sheet, archer), 'an end of an archer that the client has not');
    }
    shown.sheet = withSheetChanges(sheet, body);
  } else if ('whole' in shown && body.kind === 'whole') {
    assert.equal(body.whole.kind, shown.whole.kind);
    shown.whole = body.whole;
  } else {
    assert.fail('a delta of another kind than the snapshot');
  }
}

export interface Client {
  readonly follower: Follower;
  readonly wanted: Map<string, { at: Position | undefined; shown: Shown | undefined; isMissing: boolean }>;
  isSlow: boolean;
  readonly unread: Uint8Array[];
}

/** Everything between the journal and the screens, one step at a time. */
export class Venue {
  state: Competition;
  at: Position = { epoch: 'e1', seq: 0 };
  readonly clients: Client[] = [];
  readonly #toLive: MainToLive[] = [];
  readonly #toMain: LiveToMain[] = [];
  readonly #joined = new Map<string, Set<Client>>();
  readonly #sleepers: (() => void)[] = [];
  readonly #deferred: (() => void)[] = [];
  /** One client a slice: everything can happen between two clients' deltas. */
  readonly #fanOut = createFanOut({
    slice: 1,
    publishTo: (cohort, frame) => {
      for (const client of this.#joined.get(cohort) ?? [])
        if (!this.#write(client, frame)) this.hubs.lag(client.follower);
    },
    defer: (run) => this.#deferred.push(run),
  });
  readonly hubs: TopicHubs;
  readonly #boards: Boards;
  #isRestoreUntold = false;

  constructor(state: Competition, gapMs: number) {
    this.state = state;
    this.hubs = new TopicHubs(
      {
        publish: (topic, frame, done) => this.#fanOut.publish(topic, frame, done),
        recall: (topic) => this.#fanOut.recall(topic),
        published: (topic, to) => this.#toMain.push({ kind: 'published', topic, to }),
        watched: (topic) => this.#toMain.push({ kind: 'watched', topic }),
        unwatched: (topic) => this.#toMain.push({ kind: 'unwatched', topic }),
        snapshotWanted: (topic) => this.#toMain.push({ kind: 'snapshotWanted', topic }),
      },
      { frames: 4, bytes: 10_000 },
    );
    this.#boards = createBoards({
      live: {
        snapshot: (message) => this.#toLive.push({ kind: 'snapshot', ...message }),
        delta: (message) => this.#toLive.push({ kind: 'delta', ...message }),
        noSuchTopic: (topic) => this.#toLive.push({ kind: 'noSuchTopic', topic }),
      },
      find: (id) => (id === competition ? { id, at: this.at, state: this.state, head: noHash } : undefined),
      findPublic: (id) =>
        id === competition ? { id, at: this.at, state: publicOf(this.state), head: noHash } : undefined,
      clock: { sleep: () => new Promise((resolve) => this.#sleepers.push(resolve)) },
      pace: { gapMs, latestMs: 50 },
    });
  }

  connect(): void {
    const topicStates = new Map<string, FollowState>();
    const unread: Uint8Array[] = [];
    const cohorts = new Map<string, string>();
    const port: SocketPort = {
      send: (frame) => this.#write(client, frame),
      backlogBytes: () => (client.isSlow ? unread.length * 20_000 : 0),
      together: (run) => run(),
      join: (topic) => {
        const cohort = this.#fanOut.join(topic);
        cohorts.set(topic, cohort);
        this.#joined.set(cohort, (this.#joined.get(cohort) ?? new Set()).add(client));
      },
      leave: (topic) => {
        const cohort = cohorts.get(topic);
        assert.ok(cohort);
        this.#fanOut.leave(topic, cohort);
        this.#joined.get(cohort)?.delete(client);
      },
      close: () => assert.fail('nobody is to be closed'),
      cut: () => assert.fail('nobody is to be cut off'),
    };
    const client: Client = { follower: { port, topics: topicStates }, wanted: new Map(), isSlow: false, unread };
    this.clients.push(client);
  }

  #write(client: Client, frame: Uint8Array): boolean {
    if (client.isSlow && client.unread.length >= 3) return false;
    client.unread.push(frame);
    if (!client.isSlow) this.read(client);
    return true;
  }

  read(client: Client): void {
    for (const frame of client.unread.splice(0)) this.#hear(client, bytesToServerMessage(frame));
  }

  #hear(client: Client, message: ServerMessage): void {
    assert.ok(message.kind === 'snapshot' || message.kind === 'delta' || message.kind === 'notice');
    const following = client.wanted.get(message.topic);
    // A topic that was left, or left and followed again: what is still on its way from before is no use.
    if (!following) return;
    if (message.kind === 'notice') {
      client.wanted.set(message.topic, { at: undefined, shown: undefined, isMissing: true });
    } else if (message.kind === 'snapshot') {
      client.wanted.set(message.topic, { at: message.at, shown: shownOf(message.body), isMissing: false });
    } else if (following.at && !(message.epoch === following.at.epoch && message.to <= following.at.seq)) {
      assert.deepEqual({ epoch: message.epoch, seq: message.from }, following.at, 'a gap');
      assert.ok(following.shown);
      apply(following.shown, message.body);
      following.at = { epoch: message.epoch, seq: message.to };
    }
  }

  follow(client: Client, name: string): void {
    const topic = parseTopic(name);
    assert.ok(topic);
    const before = client.wanted.get(name) ?? { at: undefined, shown: undefined, isMissing: false };
    client.wanted.set(name, before);
    this.hubs.follow(client.follower, name, topic, before.at);
  }

  /** The socket is lost: what is on its way to it too. What the client shows stays. */
  reconnect(client: Client): void {
    this.hubs.gone(client.follower);
    client.unread.length = 0;
    client.isSlow = false;
    for (const name of client.wanted.keys()) this.follow(client, name);
  }

  leave(client: Client, name: string): void {
    this.hubs.unfollow(client.follower, name);
    client.wanted.delete(name);
  }

  recover(client: Client): void {
    client.isSlow = false;
    this.read(client);
    this.hubs.drained(client.follower);
  }

  commit(facts: readonly Fact[]): void {
    const recorded = facts.map((fact, index): RecordedFact => {
      return { seq: this.at.seq + index + 1, at: 0, commandId: '0'.repeat(32), actor: { role: 'system' }, fact };
    });
    for (const each of recorded) this.state = evolve(this.state, each.fact, each);
    this.at = { ...this.at, seq: this.at.seq + facts.length };
    this.#boards.committed({ competition, epoch: this.at.epoch, facts: recorded, state: this.state });
  }

  /** A backup is restored, and boards hear of it at once, with the next commit, or late. */
  restore(state: Competition): void {
    this.state = state;
    this.at = { epoch: `${this.at.epoch}'`, seq: 3 };
    this.#isRestoreUntold = true;
  }

  tellOfRestore(): void {
    this.#isRestoreUntold = false;
    this.#boards.replaced(competition);
  }

  /** Carries one message that way. */
  carryToLive(): void {
    const message = this.#toLive.shift();
    if (message?.kind === 'snapshot') this.hubs.snapshot(message);
    else if (message?.kind === 'noSuchTopic') this.hubs.noSuchTopic(message.topic);
    else if (message?.kind === 'delta') this.hubs.delta(message);
  }

  writeSlice(): void {
    this.#deferred.shift()?.();
  }

  carryToMain(): void {
    const message = this.#toMain.shift();
    if (message?.kind === 'watched') this.#boards.watched(message.topic);
    else if (message?.kind === 'unwatched') this.#boards.unwatched(message.topic);
    else if (message?.kind === 'snapshotWanted') this.#boards.snapshotWanted(message.topic);
    else if (message?.kind === 'published') this.#boards.published(message.topic, message.to);
  }

  async wakeOne(): Promise<void> {
    this.#sleepers.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  }

  async settle(): Promise<void> {
    // Only then: it sends everything again, and would hide a change that no board heard of.
    if (this.#isRestoreUntold) this.tellOfRestore();
    for (const client of this.clients) if (client.isSlow) this.recover(client);
    while (this.#toLive.length + this.#toMain.length + this.#sleepers.length + this.#deferred.length > 0) {
      this.writeSlice();
      this.carryToLive();
      this.carryToMain();
      await this.wakeOne();
    }
  }
}
