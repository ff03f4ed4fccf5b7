import type { StoryLine } from '../../entries/model.ts';
import { query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { z } from '../../kernel/zod.ts';
import type { PrintedSignature } from '../../trail/printed/model.ts';
import type { Inspection } from '../inspection/model.ts';
import type { Request } from '../requests/model.ts';

/** Everything that the form of a request (申請書 兼 許可証, 届出書) says, read in one step. */
export interface RequestPaper {
  readonly request: Request;
  readonly story: readonly StoryLine[];
  readonly inspection: Inspection;
  /** Of the decisions that count, of due times put off and of a withdrawal, oldest first, each verified just now. */
  readonly signatures: readonly PrintedSignature[];
  /** What the digest that was signed is of: canonical JSON of what is asked, UTF-8, base64. */
  readonly asked: string;
  /** Where the chain stood. */
  readonly size: number;
  readonly head: string;
}

export const paperChannels = {
  requestPaper: query<RequestPaper>()(z.strictObject({ requestId: Id })),
};
