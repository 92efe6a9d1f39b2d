// How many messages may still go out: Pusher counts each event once, and once more for each page that hears it, and has a limit for a day. Pure.
// The rate follows from what is left, so that it sinks as the day's messages go and never comes to nothing before the day's end.

export interface BudgetLimits {
  readonly perSecond: number;
  readonly perDay: number;
}

export interface Budget {
  /** Days since 1970, UTC, as Pusher counts. */
  readonly day: number;
  readonly used: number;
  /** May be sent at once; below zero after something that many heard. */
  readonly tokens: number;
  readonly atMs: number;
}

const dayMs = 86_400_000;
/** A tournament's day: what is left is spread over this, or over the rest of the day. */
const spreadSeconds = 10 * 3_600;
/** A rush, at the start say, may use the share of a minute, and never more than a tenth of what is left. */
const rushSeconds = 60;
const leastRush = 200;

export function leftOf({ used }: Budget, { perDay }: BudgetLimits): number {
  return Math.max(0, perDay - used);
}

/** Messages a second that can be kept up. */
export function rateOf(budget: Budget, limits: BudgetLimits, nowMs: number): number {
  const secondsLeft = (dayMs - (nowMs % dayMs)) / 1_000;
  return Math.min(limits.perSecond, leftOf(budget, limits) / Math.min(spreadSeconds, Math.max(60, secondsLeft)));
}

function rushOf(budget: Budget, limits: BudgetLimits, nowMs: number): number {
  const share = Math.max(leastRush, rateOf(budget, limits, nowMs) * rushSeconds);
  return Math.min(share, leftOf(budget, limits) / 10);
}

/** `used`: of that day, by an earlier run of the appliance. */
export function startBudget(limits: BudgetLimits, nowMs: number, before?: Pick<Budget, 'day' | 'used'>): Budget {
  const day = Math.floor(nowMs / dayMs);
  const fresh = { day, used: before?.day === day ? before.used : 0, tokens: 0, atMs: nowMs };
  return { ...fresh, tokens: rushOf(fresh, limits, nowMs) };
}

export function refill(budget: Budget, limits: BudgetLimits, nowMs: number): Budget {
  if (Math.floor(nowMs / dayMs) !== budget.day) return startBudget(limits, nowMs);
  const seconds = Math.max(0, nowMs - budget.atMs) / 1_000;
  const tokens = budget.tokens + seconds * rateOf(budget, limits, nowMs);
  return { ...budget, atMs: nowMs, tokens: Math.min(tokens, rushOf(budget, limits, nowMs)) };
}

/** Whether an event of that cost may go. One that costs more than a rush may go with a full purse, and is paid off afterwards. */
export function mayCost(budget: Budget, limits: BudgetLimits, cost: number, nowMs: number): boolean {
  return cost <= leftOf(budget, limits) && budget.tokens >= Math.min(cost, rushOf(budget, limits, nowMs));
}

export function spend(budget: Budget, cost: number): Budget {
  return { ...budget, used: budget.used + cost, tokens: budget.tokens - cost };
}
