// Every setting with its value and where it comes from, and everything that is wrong with them at once: what `start` would take, or why it
// would not start.
import { ConfigError, type Environment, type RawSettings, readConfig } from './config.ts';
import { type OptionName, type OptionRow, options } from './options.ts';

export interface CheckedSetting {
  readonly name: OptionName;
  readonly flag: string;
  readonly env: string;
  /** Undefined for a secret, and for a setting that is not made. */
  readonly value: string | undefined;
  readonly from: 'flag' | 'environment' | 'default';
  readonly isSecret: boolean;
}

export interface CheckedSettings {
  readonly settings: readonly CheckedSetting[];
  readonly problems: readonly string[];
  /** Variables that look like settings and are none. */
  readonly unknownVariables: readonly string[];
}

/** Of the environment, but not settings: for builds and tests. */
const notSettings = new Set(['TENRING_REDIS_SERVER', 'TENRING_CHROMIUM', 'TENRING_PACKAGED', 'TENRING_VERSION']);

export function checkSettings(flags: RawSettings, environment: Environment): CheckedSettings {
  const known = new Set<string>(options.map(({ env }) => env));
  const problems = findProblems(flags, environment);
  const rows: readonly (OptionRow & { readonly name: OptionName })[] = options;
  const settings = rows.map((row) => settingOf(row, flags, environment));
  // A demo has a folder of its own, and a folder that is not absolute depends on where one stands.
  const dataFolder = problems.length === 0 ? readConfig(flags, environment).dataFolder : undefined;
  return {
    settings: settings.map((each) => (each.name === 'data' && dataFolder ? { ...each, value: dataFolder } : each)),
    problems,
    unknownVariables: Object.keys(environment).filter(
      (name) => name.startsWith('TENRING_') && !known.has(name) && !notSettings.has(name),
    ),
  };
}

function settingOf(
  { name, flag, env, fallback, secret = false }: OptionRow & { readonly name: OptionName },
  flags: RawSettings,
  environment: Environment,
): CheckedSetting {
  const from = flags[name] !== undefined ? 'flag' : environment[env] !== undefined ? 'environment' : 'default';
  const raw = flags[name] ?? environment[env] ?? fallback;
  const value = raw === undefined || secret ? undefined : Array.isArray(raw) ? raw.join(', ') : String(raw);
  return { name, flag: flag.split(' ')[0] ?? flag, env, value, from, isSecret: secret && raw !== undefined };
}

/** Each sentence begins with the flag of the setting that is wrong: that one is left out, and the rest looked at again. */
function findProblems(flags: RawSettings, environment: Environment): readonly string[] {
  const problems = new Set<string>();
  let left: RawSettings = { ...fromEnvironment(environment), ...flags };
  for (;;) {
    const problem = problemOf(left);
    if (problem === undefined) return [...problems];
    problems.add(problem);
    const wrong = options.find(({ flag }) => flag.split(' ')[0] === problem.split(' ')[0]);
    if (!wrong || left[wrong.name] === undefined) return [...problems];
    left = { ...left, [wrong.name]: undefined };
  }
}

function fromEnvironment(environment: Environment): RawSettings {
  const made = options.filter(({ env }) => environment[env] !== undefined);
  return Object.fromEntries(made.map(({ name, env }) => [name, environment[env]]));
}

function problemOf(settings: RawSettings): string | undefined {
  try {
    readConfig(settings, {});
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}
