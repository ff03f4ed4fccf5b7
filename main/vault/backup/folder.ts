import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { SiteCode } from '../../../shared/kernel/ids.ts';
import { Instant, jstParts } from '../../../shared/kernel/time.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { errorCode } from '../fault.ts';
import { BackupProblem } from './fault.ts';

/** A backup is a folder with these three files. The manifest is canonical JSON and a line feed. */
export const LEDGER = 'ledger.suimon';
export const KEYS = 'ledger.keys.json';
export const MANIFEST = 'backup.json';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const Part = z.strictObject({ bytes: z.int().min(1), sha256: Sha256 });

const Manifest = z.strictObject({
  format: z.literal('suimon-backup-1'),
  site: SiteCode,
  madeAt: Instant,
  /** The chain in the copy: its length, its last hash, and the last checkpoint that the site signed of it. */
  size: z.int().min(1),
  head: Sha256,
  checkpoint: z.string().max(2_000).nullable(),
  ledger: Part,
  keys: Part,
});
export type Manifest = z.infer<typeof Manifest>;

const MANIFEST_MAX = 16_384;

/** `suimon-backup-<site>-<yyyymmdd-hhmmss>`, in Japan's time. */
export function backupName(site: string, at: Instant): string {
  return `${prefixOf(site)}${stampOf(at)}`;
}

/** `yyyymmdd-hhmmss` in Japan's time, for names of folders. */
export function stampOf(at: Instant): string {
  const { year, month, day, hour, minute, second } = jstParts(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}${two(second)}`;
}

function prefixOf(site: string): string {
  return `suimon-backup-${site}-`;
}

const UNFINISHED = '.unfinished';

/** What a backup is called until it is whole. */
export function unfinishedName(name: string): string {
  return name + UNFINISHED;
}

/** The bytes of a manifest as written. */
export function manifestBytes(manifest: Manifest): string {
  return `${canonicalJson(manifest)}\n`;
}

/**
 * Reads what a backup says of itself, and whether its files are there in the sizes it says. Throws a {@link BackupProblem}:
 * `folder-gone`, `manifest-missing`, `manifest-damaged`, `backup-incomplete`.
 */
export function readManifest(folder: string): Manifest {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new BackupProblem('folder-gone');
  const file = join(folder, MANIFEST);
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new BackupProblem('manifest-missing');
  const manifest = size > MANIFEST_MAX ? undefined : parse(readFileSync(file, 'utf8'));
  if (manifest === undefined) throw new BackupProblem('manifest-damaged');
  for (const [name, { bytes }] of [
    [LEDGER, manifest.ledger],
    [KEYS, manifest.keys],
  ] as const) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.size !== bytes) throw new BackupProblem('backup-incomplete', { file: name });
  }
  return manifest;
}

function parse(text: string): Manifest | undefined {
  try {
    const { data } = Manifest.safeParse(JSON.parse(text));
    return data !== undefined && manifestBytes(data) === text ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The backups of a site in a folder, newest first. What does not say that it is one of them is passed over. */
export function backupsIn(
  folder: string,
  site: string,
): readonly { readonly path: string; readonly manifest: Manifest }[] {
  const names = readdirSync(folder).filter(
    (name) => name.startsWith(prefixOf(site)) && !name.endsWith(UNFINISHED),
  );
  const found = names.flatMap((name) => {
    const path = join(folder, name);
    try {
      const manifest = readManifest(path);
      return manifest.site === site && name === backupName(site, manifest.madeAt) ? [{ path, manifest }] : [];
    } catch (error) {
      if (error instanceof BackupProblem || errorCode(error) !== undefined) return [];
      throw error;
    }
  });
  return found.toSorted((one, other) => other.manifest.madeAt - one.manifest.madeAt);
}

/**
 * Removes a backup, which first loses its name: a half of one never looks whole. False, leaving it alone, if somebody has put
 * other files into its folder.
 */
export function removeBackup(path: string): boolean {
  const own: readonly string[] = [LEDGER, KEYS, MANIFEST];
  if (readdirSync(path).some((name) => !own.includes(name))) return false;
  const unnamed = path + UNFINISHED;
  renameSync(path, unnamed);
  rmSync(unnamed, { recursive: true, force: true });
  return true;
}

/** Removes what a backup that did not come to its end has left. */
export function removeUnfinished(folder: string, site: string): void {
  const name = new RegExp(`^${prefixOf(site)}\\d{8}-\\d{6}\\${UNFINISHED}$`, 'u');
  for (const found of readdirSync(folder)) {
    if (name.test(found)) rmSync(join(folder, found), { recursive: true, force: true });
  }
}

/** The name of a backup's folder. */
export function nameOf(path: string): string {
  return basename(path);
}
