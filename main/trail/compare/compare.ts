import type { FileCompared, SlipCompared } from '../../../shared/trail/model.ts';
import { knowledgeFrom } from '../../../shared/trail/rules/first-bad.ts';
import { compareHead, type Slip } from '../../../shared/trail/rules/slip.ts';
import type { ReadDb } from '../../vault/db.ts';
import { verifyWith } from '../../vault/signatures.ts';
import { ownHead } from '../append.ts';
import { checkNote, type Note } from '../checkpoint.ts';
import { keyAt, keysOfSite } from '../checkpoints.ts';
import { headAt } from '../queries.ts';

const sizeOf = (db: ReadDb): number => ownHead(db)?.seq ?? 0;

/** Compares a typed slip with the own chain. */
export function compareSlip(db: ReadDb, { size, head, taken }: Slip): SlipCompared {
  return { result: compareHead(head, headAt(db, size)), size, head, taken, ledgerSize: sizeOf(db) };
}

/** Compares checkpoints of a file with the own chain, each signature checked with the site's key; smallest first. */
export function compareNotes(db: ReadDb, name: string, notes: readonly Note[]): FileCompared {
  const keys = keysOfSite(db);
  const compared = notes
    .toSorted((a, b) => a.size - b.size)
    .map((note) => {
      const head = note.head.toString('hex');
      const { algorithm, spki } = keyAt(keys, note.size);
      return {
        size: note.size,
        head,
        signature: checkNote(note, algorithm, spki, (bytes, signature) =>
          verifyWith(algorithm, spki, bytes, signature),
        ),
        result: compareHead(head, headAt(db, note.size)),
      };
    });
  const ledgerSize = sizeOf(db);
  const signed = compared.filter(({ signature }) => signature === 'holds');
  return { name, ledgerSize, notes: compared, known: knowledgeFrom(signed, ledgerSize) };
}
