import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windowSuite } from './app/suite.ts';
import type { Tooling } from './app/tooling.ts';
import { signIn } from './accounts/sign-in.ts';
import { bulkImport } from './entries/import.ts';
import { lists } from './entries/lists.ts';
import { log } from './entries/log.ts';
import { search } from './entries/search.ts';
import { mediaImport } from './media/import.ts';
import { contentListRecord } from './media/record.ts';
import { registerLists } from './media/register.ts';
import { requestLists } from './media/requests.ts';
import { Sites } from './ledgers/site.ts';
import { contentList } from './media/content-list.ts';
import { copies } from './vault/copies.ts';
import { openVault } from './vault/open.ts';
import { growth, line, type Row, summary, toRow } from './report.ts';
import { replaying } from './trail/replay.ts';
import { verify } from './trail/verify.ts';
import { type Bench, isWanted, type Suite } from './suite.ts';

/** What the command line asks for. */
export interface Options {
  readonly quick: boolean;
  /** The beginning of the names of the rows wanted. */
  readonly only: string;
  /** A file to write the rows to. */
  readonly json: string | undefined;
  /** A digest of everything that decides what is in the ledgers measured. */
  readonly digest: string;
  /** The folder of what outlives the checkout. */
  readonly cache: string;
  readonly tooling: Tooling;
}

const SUITES: readonly Suite[] = [
  signIn,
  openVault,
  copies,
  log,
  lists,
  registerLists,
  requestLists,
  search,
  bulkImport,
  verify,
  replaying,
  contentList,
  contentListRecord,
  mediaImport,
];
const SIZES = [10_000, 100_000, 1_000_000];

/** The largest ledger of a quick run. */
const QUICK_SIZE = 10_000;

/** Measures what is asked for and prints it; the rows, whatever their ratios. */
export async function bench({ quick, only, json, digest, cache, tooling }: Options): Promise<readonly Row[]> {
  const say = (text: string): void => console.error(text);
  const sites = new Sites(join(cache, 'bench'), digest);
  const rows: Row[] = [];
  try {
    for (const suite of [...SUITES, windowSuite(tooling)]) {
      for (const size of SIZES) {
        const wanted = (name: string): boolean => isWanted(only, name, size);
        if ((quick && size > QUICK_SIZE) || !suite.rows.some(wanted)) continue;
        const settings: Bench = { quick, runs: 5, wanted, say };
        const site = await sites.get(size, say);
        for await (const figure of suite.measure(settings, site)) {
          if (!wanted(figure.name)) continue;
          const row = toRow({ ...figure, name: `${figure.name}@${size}` });
          rows.push(row);
          say(line(row));
        }
        sites.clear();
      }
    }
  } finally {
    sites.clear();
  }
  console.log(`\n${summary(rows)}\n`);
  const grown = growth(rows);
  if (grown !== '') console.log(`${grown}\n`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, undefined, 2)}\n`);
  return rows;
}
