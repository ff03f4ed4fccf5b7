import type { RegisteredMedium } from '../../../shared/media/requests/rules.ts';
import type { ReadDb } from '../../vault/db.ts';
import { mediumById } from '../register/queries.ts';

/** A medium of the register as requests ask about it; undefined if the register has none of this id. */
export function registeredMedium(db: ReadDb, id: string): RegisteredMedium | undefined {
  const medium = mediumById(db, id);
  if (medium === undefined) return undefined;
  const { kind, number, name, state, encryption, upTo } = medium;
  return { kind, name: `${number} ${name}`, state, encryption, upTo };
}
