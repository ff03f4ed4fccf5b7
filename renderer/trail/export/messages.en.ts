import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  title: 'Export for an auditor',
  about:
    'Writes every entry of the trail, its checkpoints and the public keys into a folder. Whoever gets it can check it without this program, with the short script in the manual (F1). The export goes on the trail.',
  withhold: 'Ledgers whose content is withheld',
  withholdMeans:
    'Number and hash of what is withheld remain, so the chain can be followed. The content cannot be read. Names of those who hold a signing key remain.',
  'ledger.entries': 'Entry log (areas and badges too)',
  'ledger.accounts': 'Accounts and sign-ins',
  'ledger.media': 'Requests and register of media',
  start: 'Choose a folder and export',
  readOnly: 'Nothing can be changed at present. An export has to go on the trail, so it is not possible.',
  going: 'Exporting',
  done: 'Exported up to entry {{size}}.',
  folder: 'At {{folder}}',
  digest: 'Hash of SHA256SUMS',
  care: 'The folder is not encrypted. Follow the rules for carrying media out, and mind who gets it and where it is kept.',
  cancelled: 'Stopped. No part of it was left behind.',
};
