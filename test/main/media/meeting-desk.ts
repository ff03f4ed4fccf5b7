import { v7 } from 'uuid';
import { contentDigest, type ListedLine } from '../../../main/media/inspection/list.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import { fiscalYear } from '../../../shared/kernel/time.ts';
import type { CheckRecord } from '../../../shared/media/inspection/model.ts';
import type { QuarantineEnding } from '../../../shared/media/quarantine/model.ts';
import { reportRows } from '../../../shared/media/report/rows.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import type { MediaRecords } from '../../../shared/media/retention.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { officers, type Officers } from '../trail/retention/eraser.ts';
import { medium } from './desk.ts';
import { checked } from './inspection/desk.ts';
import {
  asking,
  decide,
  MONDAY,
  moving,
  openRequests,
  PASSWORD,
  type RequestsDesk,
} from './requests-desk.ts';

export const YEAR = fiscalYear(MONDAY);
export const FOUND: Partial<CheckRecord> = {
  result: 'found',
  findings: [{ path: 'a.exe', name: 'Win.Test' }],
};
export const KEPT = { place: '保安庫 2段目', seal: 'A-1024', from: '渡邊 一郎', keeper: '山本 花子' };
export const HANDED = { how: 'handed', to: '水門警察署', receipt: '押収品目録 12' } as const;
export const DESTROYED = {
  how: 'destroyed',
  method: 'shred',
  by: '責任 三郎',
  witness: '山本 花子',
  proof: '写真 12',
} as const;
export const OUT = { kind: 'carry-out', destination: '本庁', returnDue: MONDAY + DAY } as const;

/** Everything of the media ledger at one desk: requests, checks, lists, quarantines, the register, templates, erasures. */
export interface Meeting {
  readonly desk: RequestsDesk;
  /** A request that an officer took note of. */
  noted(over?: Partial<RequestDetails>): Promise<string>;
  record(requestId: string, over?: Partial<CheckRecord>): Promise<unknown>;
  /** A list with files, as the command writes it. */
  list(requestId: string, way: 'entry' | 'exit', files: number, changed?: number): string;
  /** Puts the medium of a request in quarantine for what was found on it; the refusal if there is one. */
  put(requestId: string): Promise<unknown>;
  end(requestId: string, ending: QuarantineEnding): Promise<unknown>;
  /** A medium of the register, and how a request names it. */
  registered(number?: string): Promise<{ readonly id: string; readonly as: RequestDetails['medium'] }>;
  /** Template in force with these details fixed. */
  template(details: RequestDetails): Promise<string>;
  erase(kind: MediaRecords): void;
  verify(): ReturnType<typeof verifyLedger>;
  /** What of the fiscal year's report is not nothing. */
  told(): Promise<Readonly<Record<string, number>>>;
}

export async function meeting(): Promise<Meeting> {
  const desk = await openRequests();
  const pair: Officers = officers(desk.test, desk.now);
  const inspect = (requestId: string) => desk.did('auditor', 'inspection', { requestId });
  const its = async (requestId: string, last: 'entry' | 'exit' | undefined) => {
    const { findings } = await inspect(requestId);
    const way = last ?? (findings.exit.state === 'none' ? 'entry' : 'exit');
    const found = findings[way];
    return { way, check: found.state === 'none' ? 1 : found.check };
  };
  return {
    desk,
    async noted(over = {}) {
      const { id } = await desk.did('operator', 'submit', { details: asking(desk.office, over) });
      await decide(desk, 'officer', id, 'acknowledge');
      return id;
    },
    record: (requestId, over = {}) =>
      desk.did('operator', 'recordCheck', { requestId, check: checked(desk.now, over) }),
    list(requestId, way, files, changed = 0) {
      const listing = v7();
      const lines = Array.from(
        { length: files },
        (_, n): ListedLine => [`図面/${n}.dat`, 1, (n < changed ? 'b' : 'a').repeat(64), desk.now, null],
      );
      const data = {
        listing,
        way,
        source: 'E:/',
        files,
        bytes: 1,
        problems: 0,
        digest: contentDigest(lines),
      };
      desk.test.write(
        [
          {
            type: 'media.listedPart',
            version: 1,
            subject: `listing:${listing}`,
            data: { listing, request: requestId, way, first: 0, files: lines },
          },
          { type: 'media.listed', version: 1, subject: `request:${requestId}`, data },
        ],
        desk.now,
      );
      return listing;
    },
    put: async (requestId) =>
      desk.refused('operator', 'quarantine', { requestId, ...(await its(requestId, undefined)), kept: KEPT }),
    async end(requestId, ending) {
      const last = (await inspect(requestId)).quarantines.at(-1);
      const { check } = await its(requestId, last?.way);
      const about = { requestId, quarantine: last?.seq ?? 1, check, ending };
      return desk.refused('officer', 'endQuarantine', { ...about, reason: '調査済み', password: PASSWORD });
    },
    async registered(number = 'USB-001') {
      const { id } = await desk.did('officer', 'registerMedium', medium({ number, serial: number }));
      return { id, as: { from: 'register', mediumId: id } };
    },
    template: (details) => enforcedTemplate(desk, 'T-1', details, MONDAY),
    erase: (kind) => void pair.erase({ ledger: 'media', kind, fiscalYear: YEAR }, desk.now),
    verify: () =>
      verifyLedger(
        desk.test.ledger,
        () => undefined,
        () => false,
      ),
    async told() {
      const report = await desk.did('auditor', 'report', { period: { kind: 'fiscal-year', year: YEAR } });
      return Object.fromEntries(
        reportRows(report).flatMap(({ label, count }) => (count === 0 ? [] : [[label, count]])),
      );
    },
  };
}

/** Carried in and out again with lists that differ in two files, which an officer let pass. */
export async function wholeWay(at: Meeting, over: Partial<RequestDetails> = {}): Promise<string> {
  const { desk } = at;
  const id = await at.noted(over);
  desk.looksOver = false;
  await at.record(id);
  at.list(id, 'entry', 5);
  await desk.did('operator', 'carryIn', { ...moving(id), visitId: await desk.letIn(over.bearer) });
  const after = at.list(id, 'exit', 5, 2);
  const settle = { requestId: id, after, reason: '記録を更新', password: PASSWORD };
  await desk.did('officer', 'settleDifference', settle);
  await desk.did('operator', 'takeOut', moving(id));
  desk.looksOver = true;
  return id;
}

/** A template in force from `at` on with these details fixed; its id. */
export async function enforcedTemplate(
  desk: RequestsDesk,
  number: string,
  details: RequestDetails,
  at: number,
): Promise<string> {
  const { kind, purpose, asset, areaId, contents, classification, quoted, destination, means } = details;
  const form = { kind, purpose, asset, areaId, contents, classification, quoted, destination, means };
  const content: TemplateContent = {
    number,
    name: '月次更新',
    reading: '',
    form: { ...form, medium: details.medium, connection: null },
    procedure: '検査してから渡す。',
    protection: details.protection,
    maxDays: 3,
    validFrom: at - 10 * DAY,
    validUntil: at + 100 * DAY,
    reviewBy: at + 50 * DAY,
    users: { who: 'all' },
  };
  const written = await desk.call('operator', 'writeTemplate', { content });
  if (!written.ok) return '01990000-0000-7000-8000-0000000000ff';
  const { id } = written.value;
  const { template } = await desk.did('auditor', 'template', { id });
  const digest = template.versions[0]?.digest ?? '';
  await desk.did('officer', 'enforceTemplate', { templateId: id, version: 1, digest, password: PASSWORD });
  return id;
}
