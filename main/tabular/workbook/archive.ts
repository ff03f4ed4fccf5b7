import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { WorkbookFault } from './fault.ts';

/** What a workbook may hold at most, as its zip declares it; nothing is inflated before that was looked at. */
export interface ArchiveLimits {
  readonly parts: number;
  /** Bytes of one part, inflated. */
  readonly part: number;
  /** Bytes of all parts together, inflated. */
  readonly total: number;
}

/** The parts of a workbook by their names, which are compared without regard to case, as the packaging conventions say. */
export interface Archive {
  has(name: string): boolean;
  /** A part as text; undefined if there is none. Throws WorkbookFault `workbook-broken`. */
  text(name: string): Promise<string | undefined>;
}

const keyOf = (name: string): string => name.replace(/^\//u, '').toLowerCase();

async function entriesOf(zip: ZipFile, { parts, part, total }: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > parts) throw new WorkbookFault('workbook-too-large', { limit: parts });
  const entries = new Map<string, Entry>();
  let sum = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new WorkbookFault('workbook-encrypted');
    sum += entry.uncompressedSize;
    if (entry.uncompressedSize > part) throw new WorkbookFault('workbook-too-large', { limit: part });
    if (sum > total) throw new WorkbookFault('workbook-too-large', { limit: total });
    const key = keyOf(entry.fileName);
    // Two parts of one name are two answers to one question.
    if (entries.has(key)) throw new WorkbookFault('workbook-broken');
    entries.set(key, entry);
  }
  return entries;
}

/** Inflates one part: what is longer or shorter than declared, or differs from its checksum, is an error of the stream or ours. */
async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new WorkbookFault('workbook-broken');
  return bytes;
}

/** Where the XML says UTF-16 by its byte order mark, it is; everything else is UTF-8, and what is neither is broken. */
function decoded(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}

function broken(error: unknown): WorkbookFault {
  return error instanceof WorkbookFault ? error : new WorkbookFault('workbook-broken');
}

/** Opens a zip that stands in memory. Throws WorkbookFault: `workbook-broken`, `workbook-encrypted`, `workbook-too-large`. */
export async function openArchive(bytes: Buffer, limits: ArchiveLimits): Promise<Archive> {
  try {
    const { fromBufferPromise } = await import('yauzl');
    const zip = await fromBufferPromise(bytes);
    const entries = await entriesOf(zip, limits);
    return {
      has: (name) => entries.has(keyOf(name)),
      async text(name) {
        const entry = entries.get(keyOf(name));
        if (entry === undefined) return undefined;
        try {
          return decoded(await bytesOf(zip, entry));
        } catch (error) {
          throw broken(error);
        }
      },
    };
  } catch (error) {
    throw broken(error);
  }
}
