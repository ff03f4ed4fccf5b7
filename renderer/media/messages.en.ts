import type { ja } from './messages.ja.ts';
import { refusalsEn } from './refusals.en.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  'page.title': 'Media',
  'kind.usb-memory': 'USB memory',
  'kind.external-drive': 'External drive',
  'kind.memory-card': 'Memory card',
  'kind.optical-disc': 'Optical disc',
  'kind.tape': 'Magnetic tape',
  'kind.maintenance-computer': 'Maintenance computer',
  'kind.other': 'Other machine',
  'encryption.none': 'Not encrypted',
  'encryption.software': 'Encrypted by software',
  'encryption.hardware': 'Encrypts by itself',
  'confidentiality.1': 'Confidentiality 1',
  'confidentiality.2': 'Confidentiality 2',
  'confidentiality.3': 'Confidentiality 3',
  'restriction.no-copy': 'No copying',
  'restriction.no-carry-out': 'Not to be carried out',
  'restriction.no-redistribution': 'Not to be passed on',
  'restriction.encrypt': 'To be encrypted',
  'restriction.destroy-after-reading': 'To be destroyed after reading',

  'refusal.attest-refused': 'The password is wrong. Nothing was recorded.',
  'refusal.attest-no-key': 'You have no key to sign with. Nothing was recorded.',
  'refusal.sign-in-wait': 'After several failures, wait {{seconds}} seconds. Nothing was recorded.',
  ...refusalsEn,
};
