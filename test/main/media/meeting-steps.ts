import { v7 } from 'uuid';
import { contentDigest, type ListedLine } from '../../../main/media/inspection/list.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import { medium } from './desk.ts';
import { checked } from './inspection/desk.ts';
import { DESTROYED, enforcedTemplate, FOUND, HANDED, KEPT } from './meeting-desk.ts';
import { PASSWORD, type RequestsDesk } from './requests-desk.ts';

/** What is done beside asking, deciding and carrying: some as often as it takes to come about. */
export const MEETING_STEPS = [
  'register',
  'template',
  'routine',
  'found',
  'found',
  'quarantine',
  'quarantine',
  'endQuarantine',
  'endQuarantine',
  'list',
  'list',
  'dropList',
  'settle',
  'stocktake',
  'lose',
  'destroy',
] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

export function isMeetingStep(what: string): what is MeetingStep {
  return MEETING_STEPS.some((one) => one === what);
}

interface Met {
  readonly media: string[];
  readonly templates: RequestDetails[];
  readonly requests: string[];
}

/** A list of a few files, by the part, and its end if it comes to one. */
function list(desk: RequestsDesk, request: string, way: 'entry' | 'exit', n: number, ends: boolean): void {
  const listing = v7();
  const files: ListedLine[] = [`a.txt`, 'b.txt'].map((path, at) => [path, at + n, null, desk.now, 'link']);
  const subject = `listing:${listing}` as const;
  const parts = { listing, request, way, first: 0, files };
  const about = {
    listing,
    way,
    source: 'E:/',
    files: 2,
    bytes: 1,
    problems: 2,
    digest: contentDigest(files),
  };
  desk.test.write(
    [
      { type: 'media.listedPart', version: 1, subject, data: parts },
      ends
        ? { type: 'media.listed', version: 1, subject: `request:${request}`, data: about }
        : { type: 'media.listDropped', version: 1, subject, data: { listing, why: 'cancelled' } },
    ],
    desk.now,
  );
}

/** Does one such thing, if the rules allow it; `id` is the request it is about, if there is one. */
export async function meet(
  desk: RequestsDesk,
  step: { readonly what: MeetingStep; readonly which: number; readonly details: RequestDetails },
  made: Met,
  id: string | undefined,
): Promise<void> {
  const { what, which, details } = step;
  const own = made.media[which % Math.max(1, made.media.length)];
  switch (what) {
    case 'register': {
      const number = `USB-${made.media.length}`;
      const reply = await desk.call('officer', 'registerMedium', medium({ number, serial: number }));
      if (reply.ok) made.media.push(reply.value.id);
      return;
    }
    case 'template': {
      const number = `T-${made.templates.length}`;
      if (made.templates.length < 3) {
        const template = { id: await enforcedTemplate(desk, number, details, desk.now), version: 1 };
        made.templates.push({ ...details, template });
      }
      return;
    }
    case 'routine': {
      const from = made.templates[which % Math.max(1, made.templates.length)];
      if (from === undefined) return;
      const { from: begins, until, returnDue } = details;
      const due = from.kind === 'carry-out' ? (returnDue ?? until) : null;
      const routine = { ...from, from: begins, until, returnDue: due };
      const reply = await desk.call('operator', 'submit', { details: routine });
      if (reply.ok) made.requests.push(reply.value.id);
      return;
    }
    case 'stocktake': {
      const lines = made.media.map((mediumId) => ({
        mediumId,
        seen: which % 2 === 0,
        sealIntact: null,
        note: '',
      }));
      if (lines.length > 0) await desk.call('operator', 'stocktake', { lines });
      return;
    }
    case 'lose':
      if (own !== undefined)
        await desk.call('operator', 'loseMedium', {
          mediumId: own,
          circumstances: '不明',
          reportedTo: '課長',
        });
      return;
    case 'destroy': {
      const { method, by, witness, proof } = DESTROYED;
      const about = { method, by, witness, proof, product: '', reason: '故障' };
      if (own !== undefined) await desk.call('officer', 'destroyMedium', { mediumId: own, ...about });
      return;
    }
    default:
  }
  if (id === undefined) return;
  const looked = await desk.did('auditor', 'inspection', { requestId: id });
  const way = looked.closed.exit === null ? 'exit' : 'entry';
  const last = looked.quarantines.at(-1);
  switch (what) {
    case 'found':
      await desk.call('operator', 'recordCheck', {
        requestId: id,
        check: checked(desk.now, { ...FOUND, way }),
      });
      return;
    case 'quarantine': {
      const found = looked.findings[way];
      const check = found.state === 'none' ? 1 : found.check;
      await desk.call('operator', 'quarantine', { requestId: id, way, check, kept: KEPT });
      return;
    }
    case 'endQuarantine': {
      const found = looked.findings[last?.way ?? 'entry'];
      if (last === undefined || found.state === 'none') return;
      const ways = [{ how: 'cleaned', method: '初期化', by: '保守 太郎' }, HANDED, DESTROYED] as const;
      const ending = ways[which % ways.length] ?? HANDED;
      const about = { requestId: id, quarantine: last.seq, check: found.check, ending, reason: '調査済み' };
      await desk.call('officer', 'endQuarantine', { ...about, password: PASSWORD });
      return;
    }
    case 'list':
    case 'dropList':
      if (looked.closed[way] === null) list(desk, id, way, which % 2, what === 'list');
      return;
    case 'settle': {
      const after = looked.compared?.after.id;
      if (after === undefined) return;
      await desk.call('officer', 'settleDifference', {
        requestId: id,
        after,
        reason: '更新',
        password: PASSWORD,
      });
      return;
    }
    default:
  }
}

/** Whether nobody has to do anything about a request any more, so that it may be erased: as its pages tell it. */
export async function isOver(desk: RequestsDesk, id: string): Promise<boolean> {
  const { request } = await desk.did('auditor', 'request', { id });
  const { findings, compared, quarantines } = await desk.did('auditor', 'inspection', { requestId: id });
  const { state, whereabouts, quarantined, kind, mediumId } = request;
  const decided = ['approved', 'acknowledged', 'refused', 'withdrawn', 'retracted'].includes(state);
  const carried = whereabouts === 'inside' || whereabouts === 'outside';
  const found = findings.entry.state === 'open' || findings.exit.state === 'open';
  const differs =
    compared !== null &&
    compared.added + compared.removed + compared.changed > 0 &&
    compared.settled === null;
  const ended = quarantines.some(
    ({ ended: end }) => end?.ending.how === 'handed' || end?.ending.how === 'destroyed',
  );
  const told = mediumId !== null && (ended || (kind === 'transfer' && whereabouts === 'done'));
  const stands = told && (await desk.call('auditor', 'medium', { id: mediumId })).ok;
  return decided && !carried && !quarantined && !found && !differs && !stands;
}
