import { setImmediate } from 'node:timers/promises';
import type { RequestFilter } from '../../../shared/media/requests/contract.ts';
import type { MediumFilter } from '../../../shared/media/register/contract.ts';
import {
  LIST_WORDS,
  type ListColumn,
  REGISTER_COLUMNS,
  REQUEST_COLUMNS,
} from '../../../shared/media/lists/export-words.ts';
import type { Medium } from '../../../shared/media/register/model.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import type { OutCell } from '../../tabular/write-csv.ts';
import type { OutColumn } from '../../tabular/write-xlsx.ts';
import type { ReadDb } from '../../vault/db.ts';
import { registerHeld } from '../quarantine/queries.ts';
import { media } from '../register/queries.ts';
import { requests } from '../requests/queries/list.ts';

/** As many rows as a list that goes out may have: more are narrowed first. */
export const EXPORT_MAX_ROWS = 20_000;

/** What a list is made of before it becomes a file. */
export interface OutTable {
  readonly title: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
}

export type What =
  | { readonly list: 'register'; readonly filter: MediumFilter }
  | { readonly list: 'requests'; readonly filter: RequestFilter };

type Language = keyof typeof LIST_WORDS;

const WIDE: ReadonlySet<ListColumn> = new Set(['name', 'note', 'purpose', 'mediumName', 'place']);

function columnsOf(fields: readonly ListColumn[], language: Language): OutColumn[] {
  const { columns } = LIST_WORDS[language];
  return fields.map((field) => ({ title: columns[field], width: WIDE.has(field) ? 32 : 18 }));
}

function mediumCells(medium: Medium, held: ReadonlySet<string>, language: Language): OutCell[] {
  const words = LIST_WORDS[language];
  return REGISTER_COLUMNS.map((field): OutCell => {
    switch (field) {
      case 'kind':
        return words.kind[medium.kind];
      case 'encryption':
        return words.encryption[medium.encryption];
      case 'upTo':
        return `${words.confidentiality}${medium.upTo}`;
      case 'state':
        return words.state[medium.state];
      case 'quarantined':
        return held.has(medium.id) ? words.quarantined : '';
      case 'registeredAt':
      case 'stocktakenAt':
      case 'missedAt':
      case 'erasedAt':
        return { at: medium[field] };
      default:
        return medium[field];
    }
  });
}

function requestCells(request: RequestRow, language: Language): OutCell[] {
  const words = LIST_WORDS[language];
  return [
    String(request.no),
    words.requestKind[request.kind],
    words.requestState[request.state],
    words.whereabouts[request.whereabouts],
    request.mediumName,
    words.kind[request.mediumKind],
    request.purpose,
    request.bearer,
    request.organisation,
    request.areaName,
    `${words.confidentiality}${request.confidentiality}`,
    { at: request.from },
    { at: request.until },
    { at: request.due },
    request.requestedBy,
    { at: request.requestedAt },
    request.template === null
      ? ''
      : `${request.template.number} ${request.template.name} (${request.template.version})`,
    request.quarantined ? words.quarantined : '',
  ];
}

/** The list that a filter lets through; undefined where it is longer than {@link EXPORT_MAX_ROWS}. */
export async function tableOf(db: ReadDb, what: What, language: Language): Promise<OutTable | undefined> {
  await setImmediate();
  const words = LIST_WORDS[language];
  const limit = EXPORT_MAX_ROWS;
  if (what.list === 'register') {
    const held = registerHeld(db);
    const { rows, total } = media(db, what.filter, 0, limit);
    if (total > limit) return undefined;
    return {
      title: words.register,
      columns: columnsOf(REGISTER_COLUMNS, language),
      rows: rows.map((medium) => mediumCells(medium, held, language)),
    };
  }
  const { rows, total } = requests(db, what.filter, 0, limit);
  if (total > limit) return undefined;
  return {
    title: words.requests,
    columns: columnsOf(REQUEST_COLUMNS, language),
    rows: rows.map((request) => requestCells(request, language)),
  };
}
