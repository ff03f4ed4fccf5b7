import type { ReadOnlyReason } from '../../shared/accounts/model.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Writer } from '../trail/change.ts';
import { freeBytes } from '../vault/disk.ts';
import { rewriteKeysState } from '../vault/keys-trial.ts';
import { isWritable } from '../vault/probe.ts';
import type { OpenVault } from '../vault/unlock.ts';
import type { SessionOptions } from './options.ts';

/** Bytes that have to be free before a session that had no room left goes on. */
const ROOM_TO_RESUME = 32 * 1024 * 1024;

/**
 * Tries whether a ledger that could not be written for `reason` can be written again.
 *
 * Refused `still-unwritable` with the reason of now, and `sign-in-again` where the ledger had to be opened for viewing only and
 * could be opened for writing now.
 */
export async function leaveReadOnly(
  vault: OpenVault,
  writer: Writer,
  { paths }: SessionOptions,
  reason: ReadOnlyReason,
): Promise<Reply<null>> {
  const free = await freeBytes(paths.ledgerFolder);
  const full = free !== undefined && free < ROOM_TO_RESUME;
  if (full) return refuse('still-unwritable', { detail: { reason: 'disk-full' } });
  if (vault.viewingOnly !== false) {
    return isWritable(paths) ? refuse('sign-in-again') : refuse('still-unwritable', { detail: { reason } });
  }
  const still = await writer.resume(rewriteKeysState);
  return still === undefined ? ok(null) : refuse('still-unwritable', { detail: { reason: still } });
}
