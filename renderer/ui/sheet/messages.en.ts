import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  print: 'Print',
  save: 'Save as PDF',
  preview: 'The paper as it will be printed ({{m}} pages)',
  preparing: 'Laying out the paper',
  pages: 'A4, pages: {{m}}',
  page: 'Page {{n}} of {{m}}',
  number: 'No.',
  issued: 'Made',
  continued: '(continued)',
  code: 'QR code of: {{label}}',
  barcode: 'Bar code of {{text}}',

  saved: 'Saved as “{{file}}”.',
  notSaved: 'Nothing was saved.',
  sent: 'Sent to the printer. Check the paper.',
  notPrinted: 'Nothing was printed.',

  'secret.title': 'There is a secret on this paper.',
  'secret.paper':
    'Print it on paper if you can. A PDF keeps the same secret in a file until it is deleted. Once closed, it cannot be shown again.',

  'refusal.sheet-busy': 'Another sheet is being printed or saved. Try again when that is done.',
  'refusal.no-printer':
    'There is no printer to use. Nothing was printed. Check the power, connection and settings of the printer, then print again.',
  'refusal.print-failed':
    'It could not be printed. Check the paper and the state of the printer, then print again.',
  'refusal.file-exists': '“{{file}}” exists already and was left as it is. Save again under another name.',
  'refusal.disk-full':
    'There was no room to save “{{file}}”. No part of it was left behind. Make room, or save somewhere else.',
  'refusal.place-not-writable':
    '“{{file}}” could not be saved: that place cannot be written to. Choose another, or close the file of the same name if it is open, then save again.',
  'refusal.save-failed': '“{{file}}” could not be saved. No part of it was left behind. Save somewhere else.',
};
