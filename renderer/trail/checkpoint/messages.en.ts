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
  at: 'Time of the checkpoint',
  head: 'Hash',
  note: 'Signed checkpoint',
  noteAbout: 'The QR code on the left holds this signed checkpoint as it is.',
  use: 'How to compare',
  'use.1': 'On the trail’s screen, show the hash of the entry with the number above.',
  'use.2': 'Compare all 64 digits with those on this paper, four at a time.',
  'use.3':
    'If they differ, or there is no entry of that number, leave the ledger and its backups as they are and tell the information security officer.',
  kept: 'Kept at',
  keptAt: 'Kept since',
  compared: 'Comparisons made',
  'compared.date': 'Date',
  'compared.who': 'Compared by',
  'compared.result': 'Result (same, different)',
  checkpoint: 'Trail, entry {{size}} {{head}}…',
};
