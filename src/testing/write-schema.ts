// Writes src/interchange/competition.schema.json anew from the schema in wire/: `node src/testing/write-schema.ts`, after a change there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentSchema } from '../wire/document-schema.ts';

export const schemaFile = join(import.meta.dirname, '..', 'interchange', 'competition.schema.json');

/** JSON Schema as others read it. */
export function publishedSchema(): unknown {
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...DocumentSchema };
  return JSON.parse(JSON.stringify(schema));
}

if (import.meta.main) writeFileSync(schemaFile, `${JSON.stringify(publishedSchema(), undefined, 2)}\n`);
