import type { Instant } from '../../../shared/kernel/time.ts';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { RequestPaper } from '../../../shared/media/paper/contract.ts';
import type { Decided } from '../../../shared/media/requests/model.ts';
import type { PrintedSignature } from '../../../shared/trail/printed/model.ts';
import { ownHead } from '../../trail/append.ts';
import { printedSignature } from '../../trail/printed/signature.ts';
import type { ReadDb } from '../../vault/db.ts';
import { inspection } from '../inspection/queries.ts';
import { requestWithStory } from '../requests/queries.ts';

/** A decision's signature: it stands only if what is shown of the decision is what was signed, too. */
function ofDecision(db: ReadDb, decided: Decided): PrintedSignature {
  const { seq, at, officerId, officerName, signatureHolds } = decided;
  const found = printedSignature(db, seq);
  if (found !== undefined && (signatureHolds || found.state !== 'holds')) return found;
  return { seq, at, signerId: officerId, signerName: officerName, state: 'fails' };
}

/** What the form of a request says; undefined if there is no such request. */
export function requestPaper(db: ReadDb, id: string, now: Instant): RequestPaper | undefined {
  const found = requestWithStory(db, id);
  const looked = inspection(db, id, now);
  const head = ownHead(db);
  if (found === undefined || looked === undefined || head === undefined) return undefined;
  const { request, story } = found;
  const others = story.filter(({ type }) => type === 'request.withdrawn' || type === 'request.putOff');
  const signatures = [
    ...request.decisions.filter(({ counts }) => counts).map((decided) => ofDecision(db, decided)),
    ...others.flatMap(({ seq }) => printedSignature(db, seq) ?? []),
  ];
  return {
    request,
    story,
    inspection: looked,
    signatures,
    asked: Buffer.from(canonicalJson(request.details), 'utf8').toString('base64'),
    size: head.seq,
    head: head.hash.toString('hex'),
  };
}
