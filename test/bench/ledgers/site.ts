import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { demoPeople } from '../../../resources/tooling/demo/site.ts';
import type { Role } from '../../../shared/accounts/model.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { buildSite } from './build.ts';

/** The password of everybody at the sites that are measured; they are fictional and hold a key in plain beside them. */
export const PASSWORD = 'kawa-no-nagare-wo-hakaru';

export const META = 'bench.json';

const Meta = z.strictObject({
  /** The ledger's key, hex: measurements open copies without a password's half second. */
  key: z.string(),
  areaIds: z.array(z.string()),
  /** The time of the last entry. */
  until: z.number(),
});
export type Meta = z.infer<typeof Meta>;

const KEPT = 3 * DAY;

/** The identifier of somebody at the site. */
export function person(role: Role): string {
  const found = demoPeople.find(({ roles }) => roles.some((own) => own === role));
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found.identifier;
}

/** A site of a certain size, made once; only its copies are opened. */
export interface Site extends Meta {
  readonly folder: string;
  readonly size: number;
  /** A folder with a copy that may be changed; gone at the end. */
  copy(): string;
}

/** Where sites are kept: below `base`, by a digest of all that decides what is in them. */
export class Sites {
  readonly #base: string;
  readonly #digest: string;
  readonly #copies: string[] = [];

  constructor(base: string, digest: string) {
    this.#base = base;
    this.#digest = digest;
  }

  /** Whether a site of this size has been made. */
  has(size: number): boolean {
    return existsSync(this.#folder(size));
  }

  /**
   * The site of this size, made if it has to be. Sites of other digests that have not been used for long, and copies that a
   * run which was stopped has left, are removed.
   */
  async get(size: number, say: (text: string) => void): Promise<Site> {
    const folder = this.#folder(size);
    this.#dropUnused();
    if (!this.has(size)) {
      mkdirSync(join(this.#base, this.#digest), { recursive: true });
      const temporary = mkdtempSync(join(this.#base, `${this.#digest}/new-`));
      this.#copies.push(temporary);
      await buildSite(temporary, size, Date.now() - 60_000, say);
      renameSync(temporary, folder);
    }
    utimesSync(join(this.#base, this.#digest), new Date(), new Date());
    const meta = Meta.parse(JSON.parse(readFileSync(join(folder, META), 'utf8')));
    return { ...meta, folder, size, copy: () => this.#copy(folder) };
  }

  /** Removes every copy. */
  clear(): void {
    for (const copy of this.#copies.splice(0)) rmSync(copy, { recursive: true, force: true });
  }

  #copy(folder: string): string {
    const copy = mkdtempSync(join(this.#base, 'copy-'));
    this.#copies.push(copy);
    cpSync(folder, copy, { recursive: true });
    return copy;
  }

  #folder(size: number): string {
    return join(this.#base, this.#digest, String(size));
  }

  #dropUnused(): void {
    if (!existsSync(this.#base)) return;
    for (const name of readdirSync(this.#base)) {
      const path = join(this.#base, name);
      const unused = Date.now() - statSync(path).mtimeMs > KEPT;
      if (unused && name !== this.#digest) rmSync(path, { recursive: true, force: true });
    }
  }
}
