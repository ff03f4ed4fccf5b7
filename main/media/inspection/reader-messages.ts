import type { ListedFile } from '../../../shared/media/inspection/model.ts';

/** What the reader found: path below the folder as the drive has it, size, SHA-256 (hex), time in ms, problem. */
export type ReadEntry = readonly [
  path: Uint8Array,
  size: number,
  sha256: string | null,
  modifiedMs: number,
  problem: ListedFile['problem'],
];

/** What the reader is started with. */
export interface ReaderTask {
  readonly root: Uint8Array;
  /** How many entries, and how many bytes of paths, before it gives up. */
  readonly maxEntries: number;
  readonly maxBytes: number;
}

/** What the reader tells. */
export type FromReader =
  | {
      readonly kind: 'read';
      readonly entries: readonly ReadEntry[];
      readonly files: number;
      readonly bytes: number;
      /** The file in hand. */
      readonly path: Uint8Array;
    }
  | { readonly kind: 'end'; readonly why: 'whole' | 'gone' | 'too-many' };
