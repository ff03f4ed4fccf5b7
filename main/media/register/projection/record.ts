import type { Instant } from '../../../../shared/kernel/time.ts';
import { fold } from '../../../../shared/kernel/folding/fold.ts';
import type { MediumDetails, MediumKind, MediumState } from '../../../../shared/media/register/model.ts';
import { row, run, type WriteDb } from '../../../vault/db.ts';
import { numberKey, searchedText, stateAndKind } from '../keys.ts';

function columns(details: MediumDetails): unknown[] {
  const { number, kind, name, maker, model, serial, capacity, encryption, keeper, place, seal, upTo, note } =
    details;
  const keys = [number, fold(number), numberKey(number)];
  const said = [kind, name, maker, model, serial, capacity, encryption, keeper, place, seal, upTo, note];
  return [...keys, ...said, searchedText(details)];
}

/** Adds a medium: it begins kept. */
export function add(db: WriteDb, no: number, id: string, details: MediumDetails, at: Instant): void {
  run(
    db,
    `INSERT INTO media_register (no, id, number, number_fold, number_key, kind, name, maker, model, serial, capacity,
       encryption, keeper, place, seal, up_to, note, folded, state, registered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'kept', ?)`,
    no,
    id,
    ...columns(details),
    at,
  );
  count(db, { ...details, state: 'kept' }, 1);
}

/** Takes a medium out of the register, as if it had never been there. */
export function remove(db: WriteDb, id: string): void {
  const before = counted(db, id);
  if (before === undefined) return;
  count(db, before, -1);
  run(db, 'DELETE FROM media_register WHERE id = ?', id);
}

/** Writes what the register says of a medium, with what it is sorted and found by. */
export function describe(db: WriteDb, id: string, details: MediumDetails): void {
  run(
    db,
    `UPDATE media_register SET number = ?, number_fold = ?, number_key = ?, kind = ?, name = ?, maker = ?, model = ?,
       serial = ?, capacity = ?, encryption = ?, keeper = ?, place = ?, seal = ?, up_to = ?, note = ?, folded = ?
     WHERE id = ?`,
    ...columns(details),
    id,
  );
}

/** Brings a medium into another state. */
export function setState(db: WriteDb, id: string, state: MediumState): void {
  recounted(db, id, () => run(db, 'UPDATE media_register SET state = ? WHERE id = ?', state, id));
}

export interface Counted {
  readonly state: MediumState;
  readonly kind: MediumKind;
  readonly keeper: string;
  readonly place: string;
  readonly request: string | null;
}

/** What of a medium is counted, and the request it is out under; undefined if there is none. */
export function counted(db: WriteDb, id: string): Counted | undefined {
  return row<Counted>(db, 'SELECT state, kind, keeper, place, request FROM media_register WHERE id = ?', id);
}

/** Changes a medium by `work`, and the counts with it. */
export function recounted(db: WriteDb, id: string, work: () => void): void {
  const before = counted(db, id);
  if (before === undefined) return;
  count(db, before, -1);
  work();
  count(db, counted(db, id) ?? before, 1);
}

/** Counts a medium, or no longer; of one that is destroyed neither keeper nor place are worth proposing. */
function count(db: WriteDb, medium: Omit<Counted, 'request'>, by: 1 | -1): void {
  const { state, kind, keeper, place } = medium;
  const words = state === 'destroyed' ? [] : [['keeper', keeper] as const, ['place', place] as const];
  const values = [['state', stateAndKind(state, kind)] as const, ...words];
  if (by === 1) {
    run(
      db,
      `INSERT INTO media_register_count (field, value, n) VALUES ${values.map(() => '(?, ?, 1)').join(', ')}
       ON CONFLICT (field, value) DO UPDATE SET n = n + 1`,
      ...values.flat(),
    );
    return;
  }
  for (const [field, value] of values) {
    run(db, 'DELETE FROM media_register_count WHERE field = ? AND value = ? AND n = 1', field, value);
    run(db, 'UPDATE media_register_count SET n = n - 1 WHERE field = ? AND value = ?', field, value);
  }
}
