import { CsvReader, type CsvRecord, type Separator, SEPARATORS } from './csv.ts';
import { TableFault } from './fault.ts';

const RECORDS = 20;
const LIMITS = { cell: 1_000_000, columns: 10_000 };

function beginning(text: string, whole: boolean, separator: Separator): readonly CsvRecord[] {
  const reader = new CsvReader(separator, LIMITS);
  try {
    const records = reader.push(text);
    return (whole ? [...records, ...reader.finish()] : records).slice(0, RECORDS);
  } catch (error) {
    if (error instanceof TableFault) return [];
    throw error;
  }
}

/**
 * The separator of a CSV text, judged by its beginning (`whole`: by all of it): the one by which most of the first records
 * have as many cells as the first, and more than one. A comma where none does.
 */
export function sniffSeparator(text: string, whole: boolean): Separator {
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const records = beginning(text, whole, separator);
    const columns = records[0]?.cells.length ?? 0;
    if (columns < 2) continue;
    const alike = records.filter(({ cells }) => cells.length === columns).length / records.length;
    const score = alike + columns / LIMITS.columns;
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}
