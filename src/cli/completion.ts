// `tenring completion bash|zsh|fish`: a script for the shell, made from the commands as they are.
import { Argument, type Command } from 'commander';
import { exitCodeOf } from './command-error.ts';
import { visibleCommands, visibleOptions } from './command-tree.ts';
import { addExamples } from './examples.ts';
import { writeData } from './output.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export function addCompletion(program: Command): void {
  const command = program
    .command('completion')
    .description('print a script that lets your shell complete commands and flags')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action(async (shell: Shell) => {
      process.exitCode = await exitCodeOf(() => writeData(completionFor(shell, program)));
    });
  addExamples(command, [
    ['source <(tenring completion bash)', 'in ~/.bashrc'],
    ['source <(tenring completion zsh)', 'in ~/.zshrc, after compinit'],
    ['tenring completion fish > ~/.config/fish/completions/tenring.fish', 'once'],
  ]);
}

/** The words before the cursor that lead to a command, and what may follow there. */
interface Place {
  readonly path: string;
  readonly words: readonly { readonly word: string; readonly does: string }[];
  readonly takesFile: boolean;
}

export function placesOf(program: Command): readonly Place[] {
  const places: Place[] = [];
  function visit(command: Command, path: readonly string[]) {
    const commands = visibleCommands(command);
    const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
    places.push({
      path: path.join(' '),
      words: [
        ...commands.map((each) => ({ word: each.name(), does: firstSentence(each.description()) })),
        ...choices.map((word) => ({ word, does: '' })),
        ...visibleOptions(command).map(({ long, description }) => ({
          word: long ?? '',
          does: firstSentence(description),
        })),
      ],
      takesFile: command.registeredArguments.some((argument) => /^(file|folder|where)/.test(argument.name())),
    });
    for (const each of commands) visit(each, [...path, each.name()]);
  }
  visit(program, []);
  return places;
}

function firstSentence(text: string): string {
  return (text.split(/[;(:]/, 1)[0] ?? '').trim().replaceAll(/['"\\`$]/g, '');
}

export function completionFor(shell: Shell, program: Command): string {
  const places = placesOf(program);
  if (shell === 'fish') return fishScript(places);
  return shell === 'bash' ? bashScript(places) : zshScript(places);
}

/** In shell: the words of the path that are commands, then by path what may follow. */
function cases(places: readonly Place[], line: (place: Place) => string): string {
  return places.map((place) => `    "${place.path}") ${line(place)} ;;`).join('\n');
}

const pathCase = (places: readonly Place[]) => places.map(({ path }) => `"${path}"`).join(' | ');

function bashScript(places: readonly Place[]): string {
  return `# Completion of tenring for bash: source <(tenring completion bash)
_tenring() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" try word words="" files=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    try="\${path:+$path }$word"
    case "$try" in ${pathCase(places)}) path="$try" ;; esac
  done
  case "$path" in
${cases(places, ({ words, takesFile }) => `words="${words.map(({ word }) => word).join(' ')}"${takesFile ? '; files=1' : ''}`)}
  esac
  case "\${COMP_WORDS[COMP_CWORD-1]}" in --data|--root|--executable|--*-file|--*-to|--tls-*) words=""; files=1 ;; esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ -n "$files" ] && while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
  return 0
}
complete -o filenames -F _tenring tenring
`;
}

function zshScript(places: readonly Place[]): string {
  const described = ({ words, takesFile }: Place) => {
    const list = words.map(({ word, does }) => `'${word}${does === '' ? '' : `:${does}`}'`).join(' ');
    return `offers=(${list})${takesFile ? '; files=1' : ''}`;
  };
  return `#compdef tenring
# Completion of tenring for zsh: source <(tenring completion zsh)
_tenring() {
  local at="" try word files=""
  local -a offers
  for word in "\${(@)words[2,CURRENT-1]}"; do
    try="\${at:+$at }$word"
    case "$try" in ${pathCase(places)}) at="$try" ;; esac
  done
  case "$at" in
${cases(places, described)}
  esac
  case "\${words[CURRENT-1]}" in --data|--root|--executable|--*-file|--*-to|--tls-*) _files; return ;; esac
  _describe tenring offers
  [ -n "$files" ] && _files
}
compdef _tenring tenring
`;
}

function fishScript(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, words, takesFile }) => {
    const at = `__tenring_at "${path}"`;
    const offers = words.map(({ word, does }) => {
      const said = does === '' ? '' : ` -d '${does}'`;
      return `complete -c tenring -n '${at}' ${word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`}${said}`;
    });
    return takesFile ? [...offers, `complete -c tenring -n '${at}' -F`] : offers;
  });
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  return `# Completion of tenring for fish: tenring completion fish > ~/.config/fish/completions/tenring.fish
function __tenring_at
  set -l at ''
  for word in (commandline -opc)[2..-1]
    set -l try (string trim "$at $word")
    contains -- "$try" ${paths.join(' ')}; and set at "$try"
  end
  test "$at" = "$argv[1]"
end
complete -c tenring -f
${lines.join('\n')}
`;
}
