import type { RegisteredMedium } from '../../../shared/media/requests/rules.ts';
import type { ReadDb } from '../../vault/db.ts';

/** A medium of the register as requests ask about it; undefined if the register has none of this id. */
export function registeredMedium(_db: ReadDb, _id: string): RegisteredMedium | undefined {
  return undefined;
}
