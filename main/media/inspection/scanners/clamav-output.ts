import type { Finding } from '../../../../shared/media/inspection/model.ts';
import { safeLine, safePath } from '../safe-path.ts';
import type { ScanOutcome } from './scanner.ts';

/** How many findings a record takes. */
export const FINDINGS_MAX = 200;
const PATH_MAX = 4096;
const NAME_MAX = 200;

const LOOKED_AT = /^(.*): (?:OK|Empty file)$/su;
const FOUND = /^(.*): (\S+) FOUND$/su;
const LEFT = /^(.*): (?:Symbolic link|Excluded|Not a regular file.*)$/su;
const WARNED = /^WARNING: Can't (?:open|access|read|stat) (?:file|directory) (\/.*): [^:]*$/su;
const ERRED = /^ERROR: Can't (?:open|access|read|stat) (?:file|directory) (\/.*)$/su;
const WARNED_FIRST = /^WARNING: (\/.*): Can't [^:]*$/su;
const UNREAD = /^(.*): (?:Access denied\.?|Failed to open file|Can't [^:]*|.* ERROR)$/su;

/**
 * Reads what clamscan and clamdscan print of each file, line by line. It is untrusted: names of files stand in it as the drive has them,
 * line ends included. No name can hide a finding, for a finding is what a line ends in, and the exit code has the last word.
 */
export class ClamOutput {
  readonly #root: Buffer;
  readonly #looked: (path: string) => void;
  readonly #findings: Finding[] = [];
  /** The beginning of a name that has line ends in it, in Latin-1: a character for each byte. */
  #carried = '';
  #more = 0;
  #files = 0;
  #unread = 0;
  #firstUnread = '';
  #said = '';

  constructor(root: string, looked: (path: string) => void) {
    this.#root = Buffer.from(root);
    this.#looked = looked;
  }

  /** Takes a line of the output. */
  line(bytes: Buffer): void {
    const line = bytes.toString('latin1');
    const found = FOUND.exec(line);
    if (found !== null) {
      this.#found(this.#take(found[1] ?? ''), found[2] ?? '');
      return;
    }
    const looked = LOOKED_AT.exec(line);
    if (looked !== null) {
      this.#files += 1;
      this.#looked(this.#take(looked[1] ?? ''));
      return;
    }
    if (/^(?:ERROR|WARNING): /u.test(line)) {
      const path = (WARNED.exec(line) ?? WARNED_FIRST.exec(line) ?? ERRED.exec(line))?.[1];
      if (path === undefined) this.#said = safePath(bytes);
      else this.#leave(this.#take(path));
      return;
    }
    if (LEFT.test(line)) {
      this.#carried = '';
      return;
    }
    const unread = UNREAD.exec(line);
    if (unread !== null) {
      this.#leave(this.#take(unread[1] ?? ''));
      return;
    }
    this.#carried = `${this.#carried}${line}\n`.slice(-PATH_MAX);
  }

  /** What the scan came to, by the exit code of the program: 0 nothing found, 1 found, anything else an error. */
  outcome(code: number | null, errors: string): ScanOutcome {
    if (code === 1 || this.#findings.length > 0) {
      // The exit code alone is believed too: something was found, wherever.
      const findings = this.#findings.length > 0 ? this.#findings : [{ path: '?', name: '?' }];
      return { end: 'scanned', findings, more: this.#more, files: this.#files };
    }
    if (this.#unread > 0) return { end: 'incomplete', files: this.#unread, path: this.#firstUnread };
    if (code === 0) return { end: 'scanned', findings: [], more: 0, files: this.#files };
    const lines = errors.split('\n').filter((line) => line.trim() !== '');
    const why = this.#said === '' ? (lines.at(-1) ?? `exit ${String(code)}`) : this.#said;
    return { end: 'failed', why: safeLine(why, 300) };
  }

  #found(path: string, name: string): void {
    this.#files += 1;
    this.#looked(path);
    if (this.#findings.length < FINDINGS_MAX) this.#findings.push({ path, name: safeLine(name, NAME_MAX) });
    else this.#more += 1;
  }

  #leave(path: string): void {
    this.#unread += 1;
    if (this.#firstUnread === '') this.#firstUnread = path;
  }

  /** The path that a line ends, from what was carried on, below what is scanned. */
  #take(path: string): string {
    const whole = Buffer.from(this.#carried + path, 'latin1');
    const own = Buffer.from(path, 'latin1');
    this.#carried = '';
    const bytes = this.#below(own) ?? this.#below(whole) ?? own;
    const safe = safePath(bytes);
    if (safe === '') return '?';
    return safe.length > PATH_MAX ? `${safe.slice(0, PATH_MAX - 1).replace(/[\uD800-\uDBFF]$/u, '')}…` : safe;
  }

  #below(path: Buffer): Buffer | undefined {
    if (!path.subarray(0, this.#root.length).equals(this.#root)) return undefined;
    const rest = path.subarray(this.#root.length);
    return rest[0] === 0x2f ? rest.subarray(1) : rest;
  }
}

/** What `--version` says: `ClamAV 1.4.6/27500/Thu Nov 20 08:30:00 2025` (UTC), or without definitions `ClamAV 1.4.6`. */
export function readVersion(
  text: string,
): { readonly version: string; readonly definitionsAt: number | null } | undefined {
  const found = /^ClamAV ([^\s/]+)(?:\/(\d+)\/(\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}))?/u.exec(text);
  if (found?.[1] === undefined) return undefined;
  const [, version, definitions, date] = found;
  const at = date === undefined ? Number.NaN : Date.parse(`${date} UTC`);
  return {
    version: safeLine(definitions === undefined ? version : `${version}/${definitions}`, 60),
    definitionsAt: Number.isNaN(at) ? null : at,
  };
}

/** The date in the head of a database (`ClamAV-VDB:24 Nov 2026 13-33 +0000:3:…`); undefined if it is none. */
export function readDatabaseDate(head: string): number | undefined {
  const found = /^ClamAV-VDB:(\d\d? \w{3} \d{4}) (\d\d)-(\d\d) ([+-]\d{4}):/u.exec(head);
  if (found === null) return undefined;
  const [, day = '', hour = '', minute = '', zone = ''] = found;
  const at = Date.parse(`${day} ${hour}:${minute}:00 ${zone}`);
  return Number.isNaN(at) ? undefined : at;
}
