import type { MediumDetails } from '../../../../shared/media/register/model.ts';
import type { QuarantineEnding } from '../../../../shared/media/quarantine/model.ts';
import type { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { row, run, type WriteDb } from '../../../vault/db.ts';
import { counted, describe, recounted, setState } from './record.ts';

/** Remembers which medium of the register a request is about; a revision may be about another, or one that is described. */
export function askFor(db: WriteDb, request: string, { medium, destination }: RequestDetails): void {
  if (medium.from === 'register')
    run(
      db,
      'INSERT OR REPLACE INTO media_register_request (request, medium, destination) VALUES (?, ?, ?)',
      request,
      medium.mediumId,
      destination,
    );
  else run(db, 'DELETE FROM media_register_request WHERE request = ?', request);
}

interface Asked {
  readonly medium: string;
  readonly destination: string;
}

function askedFor(db: WriteDb, request: string): Asked | undefined {
  return row<Asked>(db, 'SELECT medium, destination FROM media_register_request WHERE request = ?', request);
}

/** A medium of the register goes out under a request. */
export function goOut(db: WriteDb, request: string): void {
  const asked = askedFor(db, request);
  if (asked === undefined) return;
  run(db, 'UPDATE media_register SET request = ? WHERE id = ?', request, asked.medium);
  if (counted(db, asked.medium)?.state === 'kept') setState(db, asked.medium, 'out');
}

/**
 * A medium of the register is no longer out: given back, or delivered to somebody, who keeps it where it went. What was lost
 * meanwhile stays lost until somebody records that it was found.
 */
export function comeBack(db: WriteDb, request: string, deliveredTo: string | null): void {
  const asked = askedFor(db, request);
  if (asked === undefined) return;
  const { medium, destination } = asked;
  run(db, 'UPDATE media_register SET request = NULL WHERE id = ?', medium);
  if (counted(db, medium)?.state === 'out') setState(db, medium, 'kept');
  if (deliveredTo !== null) keepWith(db, medium, deliveredTo, destination);
}

/** Somebody keeps a medium from now on, at a place, or where it was. */
function keepWith(db: WriteDb, medium: string, keeper: string, at: string): void {
  const stands = row<MediumDetails>(
    db,
    `SELECT number, kind, name, maker, model, serial, capacity, encryption, keeper, place, seal, up_to AS upTo, note
     FROM media_register WHERE id = ?`,
    medium,
  );
  if (stands === undefined) return;
  const place = at === '' ? stands.place : at;
  recounted(db, medium, () => describe(db, medium, { ...stands, keeper, place }));
}

/** A medium of the register that was in quarantine was destroyed, or is kept by whoever it was handed to. */
export function endQuarantine(db: WriteDb, request: string, ending: QuarantineEnding): void {
  const asked = askedFor(db, request);
  if (asked === undefined || (ending.how !== 'destroyed' && ending.how !== 'handed')) return;
  const { medium } = asked;
  run(db, 'UPDATE media_register SET request = NULL WHERE id = ? AND request = ?', medium, request);
  if (ending.how === 'destroyed') return setState(db, medium, 'destroyed');
  if (counted(db, medium)?.state === 'out') setState(db, medium, 'kept');
  keepWith(db, medium, ending.to, ending.to);
}
