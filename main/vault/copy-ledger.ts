import { randomBytes, randomFillSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import { syncFolder } from './atomic-file.ts';
import { contents } from './backup.ts';
import { type Connection, encryptionOf, openConnection, pagesAreSound } from './connection.ts';
import { VaultFault } from './fault.ts';
import { connectionsOf, isOpen } from './handles.ts';
import type { Ledger } from './ledger.ts';
import { emptyWal } from './wal.ts';
import { IV, LOCK_PAGE, PAGE, PageCodec, SALT } from './page-codec.ts';

/** Pages between two turns of the event loop: one or two milliseconds of work. */
const SLICE = 64;
/** Bytes after which what was written is brought to the disk, so that the end does not wait for all of it. */
const SYNC_EVERY = 64 * 1024 * 1024;

/** What a ledger file stands under. */
interface Under {
  readonly key: Uint8Array;
  readonly encryption: LedgerEncryption;
}

/** Bytes done, of how many. */
export type CopyProgress = (done: number, total: number) => void;

/**
 * Runs work during which nobody writes to the ledger (`Writer.still`), and answers what it answers, or a refusal if there is no
 * turn to be had any more.
 */
export type InStillness = <T>(work: () => Promise<Reply<T>>) => Promise<Reply<T>>;

export interface CopyOptions<T> {
  readonly ledger: Ledger;
  /** The file to be made. A temporary name: giving it its own is the caller's. */
  readonly target: string;
  /** The copy's key; absent: the ledger's own, and the copy is the same byte for byte. */
  readonly newKey?: Uint8Array;
  /** The copy's encryption, where it has a key of its own; absent: the ledger's. */
  readonly newEncryption?: LedgerEncryption;
  readonly progress: CopyProgress;
  /** Asked between slices. */
  readonly cancelled: () => boolean;
  readonly inStillness: InStillness;
  /** Run when the copy is whole and on the disk, and the ledger has not gone on since. */
  readonly whenWhole: () => Promise<T>;
}

/**
 * Copies an open ledger, page by page, while it goes on being used. Every page of the source and of the copy is checked
 * against its authentication code; at the end the copy is opened and its chain heads are compared. Then `whenWhole` runs, and its
 * value is answered. Refused, after which there is no copy: `cancelled`; `busy` while a snapshot is being read (a
 * verification); what `inStillness` refuses. Throws a {@link VaultFault} `ledger-damaged` if a page of the source is not genuine,
 * the system's error if the disk fails; no copy is left then either. Memory: 16 bytes a page.
 */
export async function copyLedger<T>(options: CopyOptions<T>): Promise<Reply<T>> {
  const { ledger, target } = options;
  const { writer, key } = connectionsOf(ledger);
  const encryption = encryptionOf(writer);
  const made =
    options.newKey === undefined
      ? { key, encryption }
      : { key: options.newKey, encryption: options.newEncryption ?? encryption };
  if (!emptyWal(writer)) return refuse('busy');
  const source = await open(ledger.file, 'r');
  let copying: Copying | undefined;
  let whole = false;
  try {
    const work = await Copying.begin(source, { key, encryption }, made, options);
    copying = work;
    if (!(await work.copyAll()) || !(await work.readBack())) return refuse('cancelled');
    const reply = await options.inStillness<T>(async () => {
      // Meanwhile a rotation may have put another file, under another key, in this one's place.
      if (!isOpen(ledger) || !emptyWal(writer)) return refuse('busy');
      if (!(await work.catchUp())) return refuse('cancelled');
      await work.close();
      assertSame(writer, target, made, work.unwritten > 0);
      syncFolder(dirname(target));
      return ok(await options.whenWhole());
    });
    whole = reply.ok;
    return reply;
  } finally {
    await source.close();
    await copying?.close();
    if (!whole && copying !== undefined) removeLedgerFile(target);
  }
}

/** Removes a ledger file and what SQLite may have left beside it. */
export function removeLedgerFile(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}

/** Opens the copy with SQLite and compares. `whole`: have it read every page too. */
function assertSame(source: Connection, file: string, { key, encryption }: Under, whole: boolean): void {
  const copy = openConnection(file, key, 'alone', encryption);
  try {
    const same = JSON.stringify(contents(copy)) === JSON.stringify(contents(source));
    if (!same || (whole && !pagesAreSound(copy))) throw new VaultFault('ledger-damaged', file);
  } finally {
    copy.close();
  }
}

/** One copy under way: the two files, and the IV of each page as it was copied. */
class Copying {
  readonly #source: FileHandle;
  readonly #target: FileHandle;
  readonly #from: PageCodec;
  readonly #to: PageCodec;
  readonly #pages: number;
  /** IVs of the source's pages; zeros for one that has to be done again. */
  readonly #ivs: Buffer;
  readonly #slice = Buffer.alloc(SLICE * PAGE);
  readonly #random = Buffer.alloc(SLICE * IV);
  readonly #options: CopyOptions<unknown>;
  /** Pages of nothing but zeros, which were never written. */
  unwritten = 0;
  #drawn = 0;
  #open = true;

  private constructor(
    source: FileHandle,
    target: FileHandle,
    codecs: { readonly from: PageCodec; readonly to: PageCodec },
    size: number,
    options: CopyOptions<unknown>,
  ) {
    this.#source = source;
    this.#target = target;
    this.#from = codecs.from;
    this.#to = codecs.to;
    this.#pages = Math.floor(size / PAGE);
    this.#ivs = Buffer.alloc(this.#pages * IV);
    this.#options = options;
  }

  static async begin(
    source: FileHandle,
    { key, encryption }: Under,
    made: Under,
    options: CopyOptions<unknown>,
  ): Promise<Copying> {
    const salt = Buffer.alloc(SALT);
    await source.read(salt, 0, SALT, 0);
    const { size } = await source.stat();
    const target = await open(options.target, 'wx+', 0o600);
    const from = new PageCodec(key, salt, encryption);
    const to = made.key === key ? from : new PageCodec(made.key, randomBytes(SALT), made.encryption);
    return new Copying(source, target, { from, to }, size, options);
  }

  /** Copies every page while others write. False if cancelled. */
  async copyAll(): Promise<boolean> {
    for (let first = 0; first < this.#pages; first += SLICE) {
      const count = await this.#read(this.#source, first, this.#pages);
      for (let index = 0; index < count; index += 1) {
        const page = this.#page(index);
        const number = first + index + 1;
        const iv = Buffer.from(this.#from.ivOf(page));
        // One that is not genuine may have been read while it was being written: it is done again.
        if (this.#recode(page, number)) iv.copy(this.#ivs, (number - 1) * IV);
      }
      await this.#write(this.#slice.subarray(0, count * PAGE), first * PAGE);
      const before = first * PAGE;
      if (Math.floor(before / SYNC_EVERY) < Math.floor((before + count * PAGE) / SYNC_EVERY)) {
        await this.#target.datasync();
      }
      if (!this.#goOn((first + count) * PAGE)) return false;
    }
    await this.#target.datasync();
    return true;
  }

  /** Reads the copy back and checks each page of it. False if cancelled. */
  async readBack(): Promise<boolean> {
    for (let first = 0; first < this.#pages; first += SLICE) {
      const count = await this.#read(this.#target, first, this.#pages);
      for (let index = 0; index < count; index += 1) {
        const number = first + index + 1;
        if (this.#remembered(number) && !this.#to.isGenuine(this.#page(index), number)) this.#damaged();
      }
      if (!this.#goOn((this.#pages + first + count) * PAGE)) return false;
    }
    return true;
  }

  /** With nobody writing: does every page again that was written since. False if cancelled. */
  async catchUp(): Promise<boolean> {
    const { size } = await this.#source.stat();
    if (size % PAGE !== 0) this.#damaged();
    const pages = size / PAGE;
    for (let first = 0; first < pages; first += SLICE) {
      const count = await this.#read(this.#source, first, pages);
      for (let index = 0; index < count; index += 1) {
        const page = this.#page(index);
        const number = first + index + 1;
        if (
          this.#remembered(number) &&
          this.#from.ivOf(page).equals(this.#ivs.subarray((number - 1) * IV, number * IV))
        ) {
          continue;
        }
        if (!this.#recode(page, number) && !this.#neverWritten(page, number)) this.#damaged();
        await this.#write(page, (number - 1) * PAGE);
        await this.#assertWritten(page, number);
      }
      if (this.#options.cancelled()) return false;
    }
    await this.#target.truncate(size);
    await this.#target.sync();
    return true;
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.#from.close();
    this.#to.close();
    await this.#target.close();
  }

  #page(index: number): Buffer {
    return this.#slice.subarray(index * PAGE, (index + 1) * PAGE);
  }

  /** Fills the slice from page `first` (from 0) on; answers how many pages. */
  async #read(file: FileHandle, first: number, pages: number): Promise<number> {
    const count = Math.min(SLICE, pages - first);
    let done = 0;
    while (done < count * PAGE) {
      const { bytesRead } = await file.read(this.#slice, done, count * PAGE - done, first * PAGE + done);
      if (bytesRead === 0) this.#damaged();
      done += bytesRead;
    }
    return count;
  }

  async #write(bytes: Buffer, position: number): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.#target.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }

  async #assertWritten(page: Buffer, number: number): Promise<void> {
    const found = Buffer.alloc(PAGE);
    await this.#target.read(found, 0, PAGE, (number - 1) * PAGE);
    if (!found.equals(page)) this.#damaged();
  }

  /** Turns a page of the source into one of the copy, in place. False, leaving it as it is, if it is not genuine. */
  #recode(page: Buffer, number: number): boolean {
    if (!this.#from.isGenuine(page, number)) return false;
    if (this.#to !== this.#from) {
      const plain = this.#from.open(page, number);
      this.#to.seal(plain, number, this.#freshRandom(), page);
      plain.fill(0);
    }
    return true;
  }

  /** 16 random bytes that were not given before, drawn from the system a slice's worth at a time. */
  #freshRandom(): Buffer {
    if (this.#drawn === 0) randomFillSync(this.#random);
    const at = this.#drawn * IV;
    this.#drawn = (this.#drawn + 1) % SLICE;
    return this.#random.subarray(at, at + IV);
  }

  /** Whether a page was never written, and so holds zeros in place of IV and code. */
  #neverWritten(page: Buffer, number: number): boolean {
    const zeros = page.every((byte) => byte === 0);
    if (zeros && number !== LOCK_PAGE) this.unwritten += 1;
    return zeros;
  }

  #remembered(number: number): boolean {
    if (number > this.#pages) return false;
    for (let at = (number - 1) * IV; at < number * IV; at += 1) if (this.#ivs[at] !== 0) return true;
    return false;
  }

  /** Tells how far it is; false if it is to stop. */
  #goOn(done: number): boolean {
    this.#options.progress(done, 2 * this.#pages * PAGE);
    return !this.#options.cancelled();
  }

  #damaged(): never {
    throw new VaultFault('ledger-damaged', this.#options.ledger.file);
  }
}
