import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  title: 'Checkpoint slip',
  'stamp.made': 'Made by',
  'stamp.officer': 'Officer',
  'stamp.keeper': 'Keeper',
  about:
    'This paper shows later that the trail up to the time below has not been rewritten. Keep it away from this machine, in a locked place.',
  site: 'Site',
  size: 'Number (entries)',
  at: 'Checkpoint time',
  head: 'Hash',
  note: 'Signed checkpoint',
  noteAbout: 'The QR code on the left holds this signed checkpoint as it is.',
  use: 'How to compare',
  'use.1': 'On the trail’s screen, type number and hash into “Compare a checkpoint slip”.',
  'use.2': 'If they are the same, the trail up to that time is as it was. Note it below.',
  'use.3':
    'If they differ, or there is said to be no entry of that number, leave the ledger and its backups as they are and tell the information security officer.',
  kept: 'Kept at',
  keptAt: 'Kept since',
  compared: 'Comparisons made',
  'compared.date': 'Date',
  'compared.who': 'Compared by',
  'compared.result': 'Result (same, different)',
  checkpoint: 'Trail, entry {{size}} {{head}}…',
};
