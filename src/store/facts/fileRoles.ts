import type { FileRole } from '../../work/ports.ts';
import type { Read } from './Read.ts';

export const rolesOf: Read<'rolesOf'> = async ({ db }, hash) => {
  const named = async (
    table: 'works' | 'amendments' | 'statements' | 'offers' | 'breaches',
    column: string,
  ) =>
    (await db
      .selectFrom(table)
      .select('block')
      .where(column as never, '=', hash as never)
      .limit(1)
      .executeTakeFirst()) !== undefined;
  const roles: FileRole[] = [];
  if (await named('works', 'contentHash')) roles.push('content');
  if ((await named('works', 'metadataHash')) || (await named('amendments', 'metadataHash')))
    roles.push('metadata');
  if (await named('statements', 'documentHash')) roles.push('report');
  if (await named('offers', 'documentHash')) roles.push('terms');
  if (await named('breaches', 'evidence')) roles.push('evidence');
  return roles;
};
