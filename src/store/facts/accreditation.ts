import type { Hex } from '../../kernel/values.ts';
import { rolesFromBits, type Role } from '../../work/Accreditation.ts';
import type { Read, Snapshot } from './Read.ts';

export const accreditationOf: Read<'accreditationOf'> = async (snapshot, account) => {
  const rows = await snapshot.db
    .selectFrom('attestations')
    .select(['registrar', 'attested'])
    .where('holder', '=', account)
    .orderBy('block')
    .orderBy('position')
    .execute();
  const attestedBy: Hex[] = [];
  for (const [registrar, attested] of new Map(rows.map((row) => [row.registrar, row.attested]))) {
    // A registrar without its role attests nobody.
    const counts = attested === 1 && (await readRoles(snapshot, registrar)).includes('registrar');
    if (counts) attestedBy.push(registrar as Hex);
  }
  return { account, roles: await readRoles(snapshot, account), attestedBy };
};

async function readRoles({ db }: Snapshot, account: string): Promise<Role[]> {
  const row = await db
    .selectFrom('accreditations')
    .select('roles')
    .where('account', '=', account)
    .orderBy('block', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return rolesFromBits(row?.roles ?? 0);
}
