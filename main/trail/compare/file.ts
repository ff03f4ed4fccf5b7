import { readFileSync, statSync } from 'node:fs';
import { type Note, notesIn } from '../checkpoint.ts';

/** Far more than the checkpoints of a site's lifetime. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The signed notes in a file, wherever they stand in it, as saved by whatever editor. undefined: it cannot be read. */
export function notesOfFile(path: string): readonly Note[] | undefined {
  try {
    if (statSync(path).size > MOST_BYTES) return undefined;
    const text = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/u, '')
      .replaceAll('\r\n', '\n');
    return notesIn(text.endsWith('\n') ? text : `${text}\n`).notes;
  } catch {
    return undefined;
  }
}
