import type { VisitDetails } from '../../shared/entries/model.ts';
import { searchIndex } from '../search/index.ts';

/** The index of the entry log: a document is a visit's running number. */
export const visitIndex = searchIndex('entries_search');

/** The words by which a visit is found. */
export const searched = (details: Omit<VisitDetails, 'kind' | 'identity' | 'areaId'>): readonly string[] => [
  details.name,
  details.reading,
  details.organisation,
  details.purpose,
  details.host,
  details.escort,
  details.belongings,
  details.workReference,
  details.note,
];
