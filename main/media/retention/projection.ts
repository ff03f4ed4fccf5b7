import type { SuimonEvent } from '../../../shared/events.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Projection, Steps } from '../../projection.ts';
import { baseOf } from '../../trail/place.ts';
import { inPieces, type Piece, portionsOf } from '../../trail/retention/pieces.ts';
import { row, rows, run, type WriteDb } from '../../vault/db.ts';
import { eraseFiles, removeListings } from '../inspection/erasure.ts';
import { remove } from '../register/projection/record.ts';
import { untally } from '../report/counts.ts';
import { forgetComparisons, forgetDifferencesOf } from '../report/differences.ts';
import { forgetMedium } from '../report/register.ts';
import { uncount } from '../report/requests.ts';
import { eraseRequest, eraseWords, type ErasedWords } from '../requests/projection/erasure.ts';
import { recordById } from '../requests/projection/record.ts';

type Erased = Extract<SuimonEvent, { type: 'payloads.erased' }>;

/** Entries between two breaths. */
const PORTION = 500;

/** Since when media are destroyed or lost; and what an erasure takes out of the views of the media ledger. */
export const mediaRetentionProjection: Projection = {
  tables: ['media_retired'],
  indexes: [],
  apply(db, { event }, key) {
    const id = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'medium.destroyed':
      case 'medium.lost':
        return retire(db, id, event.at);
      case 'media.quarantineEnded':
        return event.data.ending.how === 'destroyed' ? retireOf(db, id, event.at) : undefined;
      case 'medium.found':
        return run(db, 'DELETE FROM media_retired WHERE medium = ?', id);
      case 'payloads.erased':
        return event.data.ledger === 'media' ? eraseMedia(db, event, key) : undefined;
      default:
    }
  },
};

function retire(db: WriteDb, medium: string, at: Instant): void {
  run(
    db,
    'INSERT INTO media_retired (medium, at) VALUES (?, ?) ON CONFLICT (medium) DO UPDATE SET at = excluded.at',
    medium,
    at,
  );
}

/** The medium of a request was destroyed at the end of its quarantine; of the register it may be erased already. */
function retireOf(db: WriteDb, request: string, at: Instant): void {
  const own = row<{ id: string }>(
    db,
    'SELECT g.id FROM media_register_request a JOIN media_register g ON g.id = a.medium WHERE a.request = ?',
    request,
  );
  if (own !== undefined) retire(db, own.id, at);
}

/**
 * Takes out of the views what began with an erased entry. In a replay it was never there: both ways lead to the same tables. What
 * a request did to a medium of the register that stands is not undone: such requests are not erased (`queries.ts`).
 */
function* eraseMedia(db: WriteDb, { data }: Erased, key: number): Steps {
  const words: ErasedWords = new Map();
  for (const pieces of portionsOf(data.runs, baseOf(key), PORTION)) {
    for (const id of begunIn(db, 'media_request', pieces)) {
      yield* removeListings(db, id);
      const request = recordById(db, id);
      if (request !== undefined) {
        forgetDifferencesOf(db, id);
        untally(db, id);
        uncount(db, request.no);
        eraseRequest(db, request, words);
      }
      yield;
    }
    for (const id of begunIn(db, 'media_listing', pieces)) {
      forgetComparisons(db, id);
      yield* eraseFiles(db, id);
    }
    for (const id of begunIn(db, 'media_register', pieces)) {
      remove(db, id);
      forgetMedium(db, id);
      run(db, 'DELETE FROM media_retired WHERE medium = ?', id);
    }
    yield;
  }
  yield* eraseWords(db, words);
}

function begunIn(
  db: WriteDb,
  table: 'media_request' | 'media_listing' | 'media_register',
  pieces: readonly Piece[],
): readonly string[] {
  const found = rows<{ id: string }>(
    db,
    `SELECT v.id FROM ${inPieces(table, 'v', 'no')}`,
    JSON.stringify(pieces),
  );
  return found.map(({ id }) => id);
}
