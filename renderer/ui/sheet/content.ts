import type { ReactNode } from 'react';

/** A column of a sheet's table. */
export interface SheetColumn {
  readonly title: string;
  /** CSS width, for instance `24mm`; columns without share what is left. */
  readonly width?: string;
  readonly align?: 'start' | 'end' | 'center';
}

/**
 * A part of a sheet. A block stays on one page and has to fit on one; a table goes over as many pages as it needs, its head
 * repeated on each, and is cut between rows alone.
 */
export type SheetPart =
  | { readonly kind: 'block'; readonly content: ReactNode }
  | {
      readonly kind: 'table';
      readonly title?: string;
      readonly columns: readonly SheetColumn[];
      readonly rows: readonly (readonly ReactNode[])[];
      /** CSS height that a row has at least: for rows that are filled in by hand, about `9mm`. */
      readonly rowHeight?: string;
    };

/** What stands on a sheet around its parts. */
export interface SheetFrame {
  /** The name of the form, on the sheet and proposed for the file. */
  readonly title: string;
  /** Whose form it is: site and room. */
  readonly office: string;
  /** The sheet's own number, by which it is filed. */
  readonly number?: string;
  /** When it was made, in words. */
  readonly issued: string;
  /** Who stamps it (押印欄), from left to right. */
  readonly stamps?: readonly string[];
  /** The state of the trail that the sheet goes with, at the foot of each page. */
  readonly checkpoint?: string;
}
