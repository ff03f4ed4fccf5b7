import type { ParsedInputOf } from '../../../shared/kernel/contract.ts';
import type { quarantineChannels } from '../../../shared/media/quarantine/contract.ts';
import {
  decideEndQuarantine,
  decideQuarantine,
  type QuarantineFacts,
} from '../../../shared/media/quarantine/rules.ts';
import type { ReadDb } from '../../vault/db.ts';
import { inspectedRequest } from '../inspection/facts.ts';
import { lookedAt } from '../inspection/queries.ts';
import { mediaPolicy } from '../queries.ts';
import { mediumById } from '../register/queries.ts';
import { recordById } from '../requests/projection/record.ts';

type Channels = typeof quarantineChannels;

function quarantineFacts(db: ReadDb, requestId: string): QuarantineFacts {
  const { looked, quarantines } = lookedAt(db, requestId);
  const record = recordById(db, requestId);
  const own = record?.medium_id ?? null;
  return {
    lost: own !== null && mediumById(db, own)?.state === 'lost',
    request: inspectedRequest(db, requestId),
    bearer: record?.bearer ?? '',
    last: quarantines.at(-1),
    checks: looked.checks,
    decisions: looked.decisions,
  };
}

/** Puts the medium of a request in quarantine. */
export function quarantine(
  db: ReadDb,
  { requestId, ...put }: ParsedInputOf<Channels['quarantine']>,
): ReturnType<typeof decideQuarantine> {
  return decideQuarantine(put, quarantineFacts(db, requestId));
}

/** An officer ends a quarantine. */
export function endQuarantine(
  db: ReadDb,
  { requestId, ...end }: Omit<ParsedInputOf<Channels['endQuarantine']>, 'password'>,
  officer: string,
): ReturnType<typeof decideEndQuarantine> {
  return decideEndQuarantine(end, { ...quarantineFacts(db, requestId), officer, policy: mediaPolicy(db) });
}
