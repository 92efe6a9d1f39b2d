// The whole schema, as mercurius takes it.
import { competitionSchema } from './schema-competition.ts';
import { eventsSchema } from './schema-events.ts';
import { matchesSchema } from './schema-matches.ts';
import { scoresSchema } from './schema-scores.ts';
import { showSchema } from './schema-show.ts';

export const schemaText = [competitionSchema, scoresSchema, eventsSchema, matchesSchema, showSchema].join('\n');
