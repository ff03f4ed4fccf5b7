import { defineContract, openCommand } from '../kernel/contract.ts';
import { requiredLine } from '../kernel/text.ts';
import { z } from '../kernel/zod.ts';

/** Why a sheet was not printed or saved. */
export const SHEETS_REFUSALS = [
  'sheet-busy',
  'no-printer',
  'print-failed',
  'file-exists',
  'disk-full',
  'place-not-writable',
  'save-failed',
] as const;
export type SheetsRefusal = (typeof SHEETS_REFUSALS)[number];

/** What became of a sheet that was to be saved. `file` is the name of the file, without its folder. */
export type SavedSheet = { readonly state: 'saved'; readonly file: string } | { readonly state: 'cancelled' };
/** What became of a sheet that was to be printed: given to the printer, or not. */
export type PrintedSheet = { readonly state: 'sent' | 'cancelled' };

/**
 * Sheets on paper and as PDF: what the window shows as a sheet, at a place or printer chosen in the system's dialog. Open before
 * sign-in too, since slips are printed from the recovery screen. One at a time.
 */
export const sheetsContract = defineContract('sheets', {
  /** Saves the sheet that is shown as a PDF; its title gives the name proposed for the file. */
  savePdf: openCommand<SavedSheet>()(z.strictObject({ title: requiredLine(120) })),
  print: openCommand<PrintedSheet>()(z.strictObject({})),
});
