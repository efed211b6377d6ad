import type { Kysely } from 'kysely';
import type { Facts } from '../../ports/Ledger.ts';
import type { Hex } from '../../kernel/values.ts';
import { rolesFromBits, type Role } from '../../work/Accreditation.ts';
import type { Tables } from '../tables.ts';

/** Whom the parties that govern Lianpu trust, and whom those vouch for. */
export function accreditationFacts(db: Kysely<Tables>): Pick<Facts, 'accreditationOf'> {
  const rolesOf = async (account: string): Promise<Role[]> => {
    const row = await db
      .selectFrom('accreditations')
      .select('roles')
      .where('account', '=', account)
      .orderBy('block', 'desc')
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    return rolesFromBits(row?.roles ?? 0);
  };
  return {
    async accreditationOf(account) {
      const rows = await db
        .selectFrom('attestations')
        .select(['registrar', 'attested'])
        .where('holder', '=', account)
        .orderBy('block')
        .orderBy('position')
        .execute();
      const attestedBy: Hex[] = [];
      for (const [registrar, attested] of new Map(rows.map((row) => [row.registrar, row.attested]))) {
        // A registrar without its role attests nobody.
        const counts = attested === 1 && (await rolesOf(registrar)).includes('registrar');
        if (counts) attestedBy.push(registrar as Hex);
      }
      return { account, roles: await rolesOf(account), attestedBy };
    },
  };
}
