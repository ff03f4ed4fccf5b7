import type { Instant } from '../../../shared/kernel/time.ts';
import type { Compared, Difference, ListedFile, Listing } from '../../../shared/media/inspection/model.ts';
import { seqOf } from '../../trail/place.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { signedAs } from '../../trail/signed-as.ts';
import { differenceDigest } from './list.ts';

type NameOf = (actor: string) => string;

interface StoredListing extends Omit<Listing, 'seq' | 'listedBy' | 'erased'> {
  readonly erased: 0 | 1;
  readonly place: number;
  readonly actor: string;
}

const LISTING =
  'SELECT id, place, at, actor, way, source, files, bytes, problems, digest, erased FROM media_listing';

function toListing({ place, actor, ...stored }: StoredListing, nameOf: NameOf): Listing {
  return { ...stored, seq: seqOf(place), listedBy: nameOf(actor), erased: stored.erased === 1 };
}

/** The content lists taken under a request, in the order of the chain. */
export function listings(db: ReadDb, request: string, nameOf: NameOf): readonly Listing[] {
  return rows<StoredListing>(
    db,
    `${LISTING} WHERE request = ? AND place IS NOT NULL ORDER BY place`,
    request,
  ).map((stored) => toListing(stored, nameOf));
}

interface StoredComparison {
  readonly no: number;
  readonly id: string;
  readonly before: number | null;
  /** null: one of the lists was erased. */
  readonly added: number | null;
  readonly removed: number | null;
  readonly changed: number | null;
}

function lastExit(db: ReadDb, request: string): StoredComparison | undefined {
  return row<StoredComparison>(
    db,
    `SELECT no, id, before, added, removed, changed FROM media_listing
     WHERE request = ? AND way = 'exit' AND place IS NOT NULL ORDER BY place DESC LIMIT 1`,
    request,
  );
}

/** What the last list on the way out says against the last one on the way in; null while there is none on the way out. */
export function compared(db: ReadDb, request: string, nameOf: NameOf): Compared | null {
  const last = lastExit(db, request);
  if (last === undefined) return null;
  const listing = (no: number): Listing | undefined => {
    const stored = row<StoredListing>(db, `${LISTING} WHERE no = ?`, no);
    return stored && toListing(stored, nameOf);
  };
  const after = listing(last.no);
  if (after === undefined) return null;
  const before = (last.before === null ? undefined : listing(last.before)) ?? null;
  return {
    before,
    after,
    added: last.added ?? 0,
    removed: last.removed ?? 0,
    changed: last.changed ?? 0,
    erased: last.added === null,
    settled: settledOf(db, request, last.no, { before, after }, nameOf),
  };
}

/** What an officer decided on what differs between two lists; null while nobody has. */
function settledOf(
  db: ReadDb,
  request: string,
  no: number,
  { before, after }: Pick<Compared, 'before' | 'after'>,
  nameOf: NameOf,
): Compared['settled'] {
  const settled = row<{ place: number; at: Instant; actor: string; reason: string }>(
    db,
    'SELECT place, at, actor, reason FROM media_difference_settled WHERE listing = ?',
    no,
  );
  if (settled === undefined) return null;
  const { place, at, actor, reason } = settled;
  const digest = differenceDigest(before?.digest ?? null, after.digest);
  return {
    seq: seqOf(place),
    at,
    officerName: nameOf(actor),
    reason,
    signatureHolds: signedAs(db, place, {
      type: 'media.differenceSettled',
      subject: `request:${request}`,
      actor,
      at,
      data: { before: before?.id ?? null, after: after.id, digest, reason },
    }),
  };
}

interface StoredFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: Buffer | null;
  readonly modified: Instant;
  readonly problem: ListedFile['problem'];
}

function toFile({ path, size, sha256, modified, problem }: StoredFile): ListedFile {
  return {
    path,
    size,
    sha256: sha256 === null ? null : sha256.toString('hex'),
    modifiedAt: modified,
    problem,
  };
}

const FILE = 'SELECT path, size, sha256, modified, problem FROM media_listed_file';

/** A page of a content list; undefined if there is no such list, `erased` if its files were erased under retention. */
export function listedFiles(
  db: ReadDb,
  listingId: string,
  offset: number,
  limit: number,
): { readonly rows: readonly ListedFile[]; readonly total: number } | 'erased' | undefined {
  const listing = row<{ no: number; files: number; erased: 0 | 1 }>(
    db,
    'SELECT no, files, erased FROM media_listing WHERE id = ? AND place IS NOT NULL',
    listingId,
  );
  if (listing === undefined) return undefined;
  if (listing.erased === 1) return 'erased';
  const found = rows<StoredFile>(
    db,
    `${FILE} WHERE listing = ? AND n >= ? AND n < ? ORDER BY n`,
    listing.no,
    offset,
    offset + limit,
  );
  return { rows: found.map(toFile), total: listing.files };
}

/** A page of what differs on the last way out under a request; empty if nothing does, or no list was taken. */
export function differences(
  db: ReadDb,
  request: string,
  offset: number,
  limit: number,
): { readonly rows: readonly Difference[]; readonly total: number } {
  const last = lastExit(db, request);
  if (last === undefined) return { rows: [], total: 0 };
  const fileAt = (listing: number | null, n: number | null): ListedFile | null => {
    if (listing === null || n === null) return null;
    const stored = row<StoredFile>(db, `${FILE} WHERE listing = ? AND n = ?`, listing, n);
    return stored === undefined ? null : toFile(stored);
  };
  const found = rows<{ kind: Difference['kind']; beforeN: number | null; afterN: number | null }>(
    db,
    `SELECT kind, before_n AS beforeN, after_n AS afterN FROM media_difference
     WHERE listing = ? AND n >= ? AND n < ? ORDER BY n`,
    last.no,
    offset,
    offset + limit,
  );
  return {
    rows: found.map(({ kind, beforeN, afterN }): Difference => {
      const before = fileAt(last.before, beforeN);
      const after = fileAt(last.no, afterN);
      return { kind, path: (after ?? before)?.path ?? '', before, after };
    }),
    total: (last.added ?? 0) + (last.removed ?? 0) + (last.changed ?? 0),
  };
}
