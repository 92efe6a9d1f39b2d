// Boards with nobody behind them: facts go in, and what would be sent is written down. Time passes when a test says so.

import assert from 'node:assert/strict';
import { type Boards, createBoards } from '../boards/boards.ts';
import type { Command } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact, Position } from '../domain/facts.ts';
import { publicOf } from '../domain/show/public-state.ts';
import { noHash } from '../journal/record-chain.ts';
import { bytesToServerMessage, type ServerMessage } from '../wire/server-to-client.ts';
import { ask, desk, score, smallCompetition } from './small-competition.ts';

/** Sleepers wake when a test says that their time has passed. */
class SleepList {
  #now = 0;
  #sleepers: { readonly due: number; readonly wake: () => void }[] = [];

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ due: this.#now + ms, wake }));
  }

  async pass(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#sleepers.filter((each) => each.due <= this.#now);
    this.#sleepers = this.#sleepers.filter((each) => each.due > this.#now);
    for (const { wake } of due) wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The competition is `c1`. */
export class WatchedBoards {
  sent: ServerMessage[] = [];
  readonly missing: string[] = [];
  at: Position = { epoch: 'e1', seq: 4 };
  state: Competition;
  readonly time = new SleepList();
  readonly boards: Boards;

  constructor(state = smallCompetition()) {
    this.state = state;
    const note = ({ frame }: { frame: Uint8Array }) => this.sent.push(bytesToServerMessage(frame));
    this.boards = createBoards({
      live: { snapshot: note, delta: note, noSuchTopic: (topic) => this.missing.push(topic) },
      find: (id) => (id === 'c1' ? { id, at: this.at, state: this.state, head: noHash } : undefined),
      findPublic: (id) => (id === 'c1' ? { id, at: this.at, state: publicOf(this.state), head: noHash } : undefined),
      clock: this.time,
      pace: { gapMs: 10, latestMs: 50 },
    });
  }

  commit(...facts: readonly Fact[]): void {
    for (const fact of facts) this.state = evolve(this.state, fact, desk);
    const recorded = facts.map((fact, index) => {
      const seq = this.at.seq + index + 1;
      return { seq, at: 0, commandId: '0'.repeat(32), actor: { role: 'system' } as const, fact };
    });
    this.at = { ...this.at, seq: this.at.seq + facts.length };
    this.boards.committed({ competition: 'c1', epoch: this.at.epoch, facts: recorded, state: this.state });
  }

  /** A command that no rule is against. */
  ask(command: Command): void {
    const { facts, rejection } = ask(this.state, command);
    assert.equal(rejection, undefined);
    this.commit(...facts);
  }

  shoot(entry: number, end: number, first = 0): void {
    this.ask(score(entry, end, first, 'X'));
  }

  /** With its snapshot, which is not among what is sent. */
  watch(...topics: readonly string[]): void {
    for (const topic of topics) {
      this.boards.watched(topic);
      this.boards.snapshotWanted(topic);
    }
    this.sent = [];
  }

  spans(): readonly (readonly [from: number, to: number])[] {
    return this.sent.flatMap((message) => (message.kind === 'delta' ? [[message.from, message.to] as const] : []));
  }

  sentTo(): readonly string[] {
    return this.sent.flatMap((message) => ('topic' in message ? [message.topic] : []));
  }
}
