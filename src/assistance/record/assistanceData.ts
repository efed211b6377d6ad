import { z } from 'zod';
import { hashJson } from '../../kernel/json/canonicalJson.ts';
import type { WorkLedger } from '../../work/ports.ts';
import type { TypedData } from '../../ports/TypedData.ts';
import { toDomain } from '../../work/Registration.ts';
import { AssistanceRecord, assistanceTypes } from './Assistance.ts';
import { Countersignature, countersignatureTypes } from './Countersignature.ts';
import { DisclosureRecord, disclosureTypes } from './DisclosureRecord.ts';

type Where = Pick<WorkLedger, 'deployment'>;

/** What the author of a record signs. */
export function assistanceData(where: Where, record: AssistanceRecord): TypedData {
  const { workId, author } = record;
  const recordHash = hashJson(z.encode(AssistanceRecord, record));
  return toTypedData(where, assistanceTypes, { workId, author, recordHash });
}

/** What a countersigner signs. */
export function countersignatureData(where: Where, record: Countersignature): TypedData {
  const { workId, author, countersigns, role } = record;
  const recordHash = hashJson(z.encode(Countersignature, record));
  return toTypedData(where, countersignatureTypes, { workId, author, countersigns, role, recordHash });
}

/** What an author signs to disclose. */
export function disclosureData(where: Where, record: DisclosureRecord): TypedData {
  const { workId, author, discloses } = record;
  const recordHash = hashJson(z.encode(DisclosureRecord, record));
  return toTypedData(where, disclosureTypes, { workId, author, discloses, recordHash });
}

function toTypedData(
  { deployment }: Where,
  types: TypedData['types'],
  message: TypedData['message'],
): TypedData {
  return { domain: toDomain(deployment.chainId, deployment.log), types, message };
}
