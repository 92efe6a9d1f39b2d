// What the simulated desk of an elimination asks for (simulator/elimination-plan.ts), asked over HTTP; and the competition as it now is.
import type { ApplianceClient } from '../../cli/appliance-client.ts';
import type { Command } from '../../domain/commands.ts';
import type { Competition } from '../../domain/competition.ts';
import { documentToCompetition } from '../../domain/document/document-to-competition.ts';
import { readDocument } from '../../interchange/read-document.ts';

export async function exportedState(client: ApplianceClient, competition: string): Promise<Competition> {
  const read = readDocument(await client.ask('GET', `/api/competitions/${competition}/export`));
  if (read.kind === 'flaw') throw new Error(`The export is no document: ${JSON.stringify(read.flaw)}`);
  return documentToCompetition(read.document);
}

function requestFor(command: Command): readonly ['PUT' | 'POST', string, unknown] {
  switch (command.kind) {
    case 'setEvent': {
      const { id, elimination = null, ...setup } = command.setup;
      return ['PUT', id, { ...setup, elimination }];
    }
    case 'drawEvent':
      return ['POST', `${command.event}/draw`, {}];
    case 'recordToss':
      return ['POST', `${command.event}/ties`, { reason: 'CT', order: command.order, by: command.by }];
    case 'recordShootOff':
      return ['POST', `${command.event}/ties`, { reason: 'SO', rounds: command.rounds, by: command.by }];
    case 'scheduleMatches':
      return ['PUT', `${command.event}/schedule`, { slots: command.slots }];
    default:
      throw new Error(`The simulated desk does not know how to ask for ${command.kind}`);
  }
}

export async function askFor(client: ApplianceClient, competition: string, command: Command): Promise<void> {
  const [method, path, body] = requestFor(command);
  await client.ask(method, `/api/competitions/${competition}/events/${path}`, { json: JSON.stringify(body) });
}
