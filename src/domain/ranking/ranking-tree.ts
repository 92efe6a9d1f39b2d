// A category's scores in the order of the ranking, kept so that one changed score costs log n: a persistent order-statistic tree. It is a
// treap whose priorities are a hash of the entry's number, so that its shape follows from what is in it and not from how that came about:
// a replayed journal gives the very same tree. Who is ranked where by rule is decided in ranking-index.ts and decided-ranking.ts.
import { compareScores, type RankingScore } from './ranking.ts';

export interface TreeScore extends RankingScore {
  /** The entry's number, once in a tree. */
  readonly entry: number;
  /** 0 for whoever is ranked; the others stand behind all of those, by this number (`unrankedOf`). */
  readonly unranked: number;
}

export interface RankingNode {
  readonly score: TreeScore;
  /** Scores here and below. */
  readonly size: number;
  readonly left: RankingNode | undefined;
  readonly right: RankingNode | undefined;
}

type Tree = RankingNode | undefined;

/** Negative when `a` stands before `b`; 0 for the same place in the ranking: the entries' numbers are not asked. */
export function compareStanding(a: Omit<TreeScore, 'entry'>, b: Omit<TreeScore, 'entry'>): number {
  return a.unranked - b.unranked || compareScores(a, b);
}

/** The order of the tree: full ties stand by number. Never 0 for two entries. */
export function compareTreeScores(a: TreeScore, b: TreeScore): number {
  return compareStanding(a, b) || a.entry - b.entry;
}

/** A bijection of 32 bits, so that no two entries have the same priority. */
function priorityOf({ entry }: TreeScore): number {
  let hash = Math.imul(entry ^ (entry >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function sizeOf(tree: Tree): number {
  return tree?.size ?? 0;
}

function nodeOf(score: TreeScore, left: Tree, right: Tree): RankingNode {
  return { score, size: sizeOf(left) + 1 + sizeOf(right), left, right };
}

/** Those before the score, and those from it on. */
function split(tree: Tree, score: TreeScore): readonly [Tree, Tree] {
  if (!tree) return [undefined, undefined];
  if (compareTreeScores(tree.score, score) < 0) {
    const [left, right] = split(tree.right, score);
    return [nodeOf(tree.score, tree.left, left), right];
  }
  const [left, right] = split(tree.left, score);
  return [left, nodeOf(tree.score, right, tree.right)];
}

/** All of `a` stands before all of `b`. */
function merge(a: Tree, b: Tree): Tree {
  if (!a) return b;
  if (!b) return a;
  return priorityOf(a.score) > priorityOf(b.score)
    ? nodeOf(a.score, a.left, merge(a.right, b))
    : nodeOf(b.score, merge(a, b.left), b.right);
}

function insert(tree: Tree, added: RankingNode): RankingNode {
  if (!tree) return added;
  if (priorityOf(added.score) > priorityOf(tree.score)) return nodeOf(added.score, ...split(tree, added.score));
  return compareTreeScores(added.score, tree.score) < 0
    ? nodeOf(tree.score, insert(tree.left, added), tree.right)
    : nodeOf(tree.score, tree.left, insert(tree.right, added));
}

function remove(tree: Tree, score: TreeScore): Tree {
  if (!tree) return undefined;
  const order = compareTreeScores(score, tree.score);
  if (order === 0) return merge(tree.left, tree.right);
  if (order > 0) {
    const right = remove(tree.right, score);
    return right === tree.right ? tree : nodeOf(tree.score, tree.left, right);
  }
  const left = remove(tree.left, score);
  return left === tree.left ? tree : nodeOf(tree.score, left, tree.right);
}

/** From scores in order, by the right edge of the tree so far: n steps. */
function build(sorted: readonly TreeScore[]): Tree {
  const edge: { score: TreeScore; left: Tree }[] = [];
  let closed: Tree;
  const close = () => {
    const top = edge.pop();
    if (top) closed = nodeOf(top.score, top.left, closed);
  };
  for (const score of sorted) {
    const priority = priorityOf(score);
    closed = undefined;
    for (let top = edge.at(-1); top && priorityOf(top.score) < priority; top = edge.at(-1)) close();
    edge.push({ score, left: closed });
  }
  closed = undefined;
  while (edge.length > 0) close();
  return closed;
}

function* walk(tree: Tree, skipped: number): Generator<TreeScore> {
  if (!tree || skipped >= tree.size) return;
  const before = sizeOf(tree.left);
  if (skipped < before) yield* walk(tree.left, skipped);
  if (skipped <= before) yield tree.score;
  yield* walk(tree.right, Math.max(0, skipped - before - 1));
}

export class RankingTree {
  readonly root: RankingNode | undefined;

  private constructor(root: Tree) {
    this.root = root;
  }

  static readonly empty: RankingTree = new RankingTree(undefined);

  /** In any order. */
  static from(scores: Iterable<TreeScore>): RankingTree {
    return new RankingTree(build([...scores].sort(compareTreeScores)));
  }

  get size(): number {
    return sizeOf(this.root);
  }

  /** The entry must not be in it yet. */
  with(score: TreeScore): RankingTree {
    return new RankingTree(insert(this.root, nodeOf(score, undefined, undefined)));
  }

  /** Unchanged where this very score is not in it. */
  without(score: TreeScore): RankingTree {
    const root = remove(this.root, score);
    return root === this.root ? this : new RankingTree(root);
  }

  /** Many at once: one by one while they are few beside those already in it, all anew otherwise. */
  withAll(scores: readonly TreeScore[]): RankingTree {
    if (scores.length * 8 > this.size) return RankingTree.from([...this.values(), ...scores]);
    let root = this.root;
    for (const score of scores) root = insert(root, nodeOf(score, undefined, undefined));
    return new RankingTree(root);
  }

  /** The place that the score has or would have: one more than the number of those who are better. */
  rankOf(score: Omit<TreeScore, 'entry'>): number {
    let better = 0;
    for (let tree = this.root; tree; ) {
      if (compareStanding(tree.score, score) < 0) {
        better += sizeOf(tree.left) + 1;
        tree = tree.right;
      } else tree = tree.left;
    }
    return better + 1;
  }

  /** How many stand before it, from 0; undefined where this very score is not in it. */
  indexOf(score: TreeScore): number | undefined {
    let before = 0;
    for (let tree = this.root; tree; ) {
      const order = compareTreeScores(score, tree.score);
      if (order === 0) return before + sizeOf(tree.left);
      if (order > 0) {
        before += sizeOf(tree.left) + 1;
        tree = tree.right;
      } else tree = tree.left;
    }
    return undefined;
  }

  /** From 0. */
  at(index: number): TreeScore | undefined {
    let rest = index;
    for (let tree = this.root; tree; ) {
      const before = sizeOf(tree.left);
      if (rest === before) return tree.score;
      if (rest > before) {
        rest -= before + 1;
        tree = tree.right;
      } else tree = tree.left;
    }
    return undefined;
  }

  /** Part of the list, from 0: log n to find its beginning. */
  slice(from: number, count: number): readonly TreeScore[] {
    const found: TreeScore[] = [];
    if (count <= 0) return found;
    for (const score of walk(this.root, Math.max(0, from))) if (found.push(score) >= count) break;
    return found;
  }

  values(): Generator<TreeScore> {
    return walk(this.root, 0);
  }
}
