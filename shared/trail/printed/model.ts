import type { Instant } from '../../kernel/time.ts';

/** A signature as it goes on paper: with its block, or why there is none. */
export type PrintedSignature = {
  readonly seq: number;
  readonly at: Instant;
  readonly signerId: string;
  readonly signerName: string;
} & (
  | { readonly state: 'holds'; readonly algorithm: string; readonly hash: string; readonly text: string }
  /** It does not hold, or the entry is not the one that the chain hashed, or was erased: nothing is handed out to be verified. */
  | { readonly state: 'fails' | 'erased' }
);

/** A part of a block that is not what the ledger has. */
export type AlteredPart = 'signed' | 'entry' | 'hash' | 'signer';

/** What a signature is about, as its signed bytes say. */
export interface PrintedContent {
  readonly at: Instant;
  readonly type: string;
  readonly subject: string;
  /** JSON of the event's data. */
  readonly data: string;
}

/**
 * What became of a printed block held against this ledger. stands: this very entry is on the chain and its signature holds; altered:
 * something in it is not what was signed or not what the chain has (`parts`); foreign: the signature may be sound but this chain has
 * no such entry; unsound: the entry is on the chain but its signature is not by the key of its signer.
 */
export type PrintedChecked = { readonly site: string; readonly entry: number } & (
  | {
      readonly result: 'stands' | 'unsound';
      readonly signerId: string;
      readonly signerName: string;
      readonly content: PrintedContent;
    }
  | {
      readonly result: 'altered';
      readonly parts: readonly AlteredPart[];
      /** The entry that it was made from, where that is known. */
      readonly own: number | null;
    }
  | { readonly result: 'foreign'; readonly why: 'site' | 'beyond' | 'entry' }
);
