import { closeSync, openSync, writeSync } from 'node:fs';
import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { type Instant, jstParts } from '../../../shared/kernel/time.ts';
import type { Site } from '../ledgers/site.ts';
import { type Past, pastVisits } from '../ledgers/visits.ts';

const HEADER = '氏名,ふりがな,所属,用件,訪問先,付添,区域,入室日時,退室日時,持込品,備考\r\n';

function moment(at: Instant): string {
  const { year, month, day, hour, minute, second } = jstParts(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}/${two(month)}/${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

const cell = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The visits that a file of `seed` holds, none of them like those of another seed or of the site. */
export function visitsOfFile(site: Site, seed: number, count: number): Past[] {
  const visits = [...pastVisits(randomFrom(seed), count, site.areaIds, site.until)];
  return visits.map((visit) => ({
    ...visit,
    details: { ...visit.details, name: `${visit.details.name}${seed}` },
  }));
}

/** Writes visits as an access-control system's CSV (UTF-8, CRLF). `areas` names areas by their ids. */
export function writeCsv(file: string, areas: ReadonlyMap<string, string>, visits: readonly Past[]): void {
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, HEADER);
    let portion = '';
    const flush = (): void => {
      writeSync(handle, portion);
      portion = '';
    };
    for (const { details, enteredAt, exitedAt } of visits) {
      const area = areas.get(details.areaId) ?? '';
      const { name, reading, organisation, purpose, host, escort, belongings, note } = details;
      const cells = [
        name,
        reading,
        organisation,
        purpose,
        host,
        escort,
        area,
        moment(enteredAt),
        moment(exitedAt),
      ];
      portion += `${[...cells, belongings, note].map(cell).join(',')}\r\n`;
      if (portion.length > 1_000_000) flush();
    }
    flush();
  } finally {
    closeSync(handle);
  }
}
