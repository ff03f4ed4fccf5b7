import type { entriesContract } from '../../shared/entries/contract.ts';
import type { SessionHandlers } from '../context.ts';
import { doorHandlers } from './door-handlers.ts';
import { importHandlers } from './import/handlers.ts';

/** What the session channels of the entry log do. */
export const entriesHandlers: SessionHandlers<typeof entriesContract> = {
  ...doorHandlers,
  ...importHandlers,
};
