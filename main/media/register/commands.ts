import { v7 } from 'uuid';
import type {
  MediumDestroying,
  MediumErasing,
  StocktakeLine,
} from '../../../shared/media/register/contract.ts';
import type { Medium, MediumDetails } from '../../../shared/media/register/model.ts';
import {
  decideChange,
  decideDestroy,
  decideErase,
  decideFind,
  decideLose,
  decideRegister,
  decideStocktake,
} from '../../../shared/media/register/rules.ts';
import type { MediaDecision } from '../../../shared/media/rules.ts';
import type { ReadDb } from '../../vault/db.ts';
import { mediumHeld } from '../quarantine/held.ts';
import { mediumById, mediumByNumber } from './queries.ts';

/** Gathers the facts of one command and asks the rules. To be run in the writer's turn, within its transaction. */
type Command<I, T = null> = (db: ReadDb, input: I) => MediaDecision<T>;

export const registerMedium: Command<MediumDetails, { readonly id: string }> = (db, input) =>
  decideRegister(input, { id: v7(), holder: mediumByNumber(db, input.number) });

export const changeMedium: Command<Parameters<typeof decideChange>[0]> = (db, input) =>
  decideChange(input, {
    medium: mediumById(db, input.mediumId),
    holder: mediumByNumber(db, input.details.number),
  });

export const stocktake: Command<{ readonly lines: readonly StocktakeLine[] }> = (db, input) => {
  const media = new Map<string, Medium>();
  for (const { mediumId } of input.lines) {
    const medium = mediumById(db, mediumId);
    if (medium !== undefined) media.set(mediumId, medium);
  }
  return decideStocktake(input, { media, id: v7() });
};

export const loseMedium: Command<Parameters<typeof decideLose>[0]> = (db, input) =>
  decideLose(input, { medium: mediumById(db, input.mediumId) });

export const findMedium: Command<Parameters<typeof decideFind>[0]> = (db, input) =>
  decideFind(input, { medium: mediumById(db, input.mediumId) });

export const eraseMedium: Command<MediumErasing> = (db, input) =>
  decideErase(input, {
    medium: mediumById(db, input.mediumId),
    quarantined: mediumHeld(db, { from: 'register', mediumId: input.mediumId }),
  });

export const destroyMedium: Command<MediumDestroying> = (db, input) =>
  decideDestroy(input, {
    medium: mediumById(db, input.mediumId),
    quarantined: mediumHeld(db, { from: 'register', mediumId: input.mediumId }),
  });
