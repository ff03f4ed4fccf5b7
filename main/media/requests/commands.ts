import { v7 } from 'uuid';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Way } from '../../../shared/media/inspection/model.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import * as rules from '../../../shared/media/requests/rules.ts';
import type { MediaDecision } from '../../../shared/media/rules.ts';
import { areaById, namesakes, visitById } from '../../entries/queries.ts';
import type { Actor } from '../../context.ts';
import type { ReadDb } from '../../vault/db.ts';
import { inspectionGaps } from '../inspection/queries.ts';
import { mediumHeld, requestHeld } from '../quarantine/held.ts';
import { mediaPolicy } from '../queries.ts';
import { templateInUse } from '../templates/facts.ts';
import { digestOf } from './digest.ts';
import { registeredMedium } from './medium.ts';
import { mediumOfRequest, requestFacts } from './queries.ts';

/** Gathers the facts of one command and asks the rules. To be run in the writer's turn, within its transaction. */
type Command<I, T = null> = (db: ReadDb, input: I, now: Instant, actor: Actor) => MediaDecision<T>;
type InputOf<D extends (command: never, ...rest: never[]) => unknown> = Parameters<D>[0];

function formFacts(db: ReadDb, { areaId, medium, template }: RequestDetails, user: Actor): rules.FormFacts {
  return {
    template: template && templateInUse(db, template.id),
    user,
    area: areaById(db, areaId),
    medium: medium.from === 'register' ? registeredMedium(db, medium.mediumId) : undefined,
    quarantined: mediumHeld(db, medium),
  };
}

function visitFacts(
  db: ReadDb,
  visitId: string | null,
  { bearer, organisation }: { readonly bearer: string; readonly organisation: string },
  now: Instant,
): rules.VisitFacts {
  return {
    visit: visitId === null ? undefined : visitById(db, visitId),
    ofBearer: namesakes(db, bearer, organisation, now)
      .filter(({ state }) => state === 'inside')
      .map(({ id }) => id),
  };
}

/** The medium of the register that a request is about, as it stands; null if it describes one. */
function registeredOf(db: ReadDb, requestId: string): rules.RegisteredMedium | undefined | null {
  const id = mediumOfRequest(db, requestId);
  return id === null || id === undefined ? null : registeredMedium(db, id);
}

/** What keeps a medium from its way in, or out, when it moved. */
function moveFacts(
  db: ReadDb,
  { requestId, at }: { readonly requestId: string; readonly at: Instant | null },
  way: Way,
  now: Instant,
): rules.MoveFacts {
  return { request: requestFacts(db, requestId), gaps: inspectionGaps(db, requestId, way, at ?? now) };
}

/** What keeps a medium from being left where it is: nothing is looked at for that. */
function stayFacts(db: ReadDb, requestId: string): rules.MoveFacts {
  return { request: requestFacts(db, requestId), gaps: requestHeld(db, requestId) ? ['quarantined'] : [] };
}

export const submit: Command<InputOf<typeof rules.decideSubmit>, { readonly id: string }> = (
  db,
  input,
  now,
  actor,
) => rules.decideSubmit(input, { ...formFacts(db, input.details, actor), id: v7() }, now);

export const resubmit: Command<InputOf<typeof rules.decideResubmit>> = (db, input, now, actor) => {
  const requester = actor.id;
  const request = requestFacts(db, input.requestId);
  const changed = digestOf(input.details) !== request?.digest;
  const form = formFacts(db, input.details, actor);
  // What is in quarantine is not described anew until it is out of it.
  const quarantined = form.quarantined || requestHeld(db, input.requestId);
  return rules.decideResubmit(input, { ...form, quarantined, request, requester, changed }, now);
};

export const retract: Command<InputOf<typeof rules.decideRetract>> = (db, input, _, { id: requester }) =>
  rules.decideRetract(input, { request: requestFacts(db, input.requestId), requester });

export const decide: Command<InputOf<typeof rules.decideOn>> = (db, input, now, { id: officer }) =>
  rules.decideOn(input, { request: requestFacts(db, input.requestId), officer }, now);

export const withdraw: Command<InputOf<typeof rules.decideWithdraw>> = (db, input) =>
  rules.decideWithdraw(input, { request: requestFacts(db, input.requestId) });

export const emergency: Command<InputOf<typeof rules.decideEmergency>, { readonly id: string }> = (
  db,
  input,
  now,
  actor,
) =>
  rules.decideEmergency(
    input,
    {
      ...formFacts(db, input.details, actor),
      ...visitFacts(db, input.visitId, input.details, now),
      id: v7(),
      recorder: actor.name,
      emergencyHours: mediaPolicy(db).emergencyHours,
    },
    now,
  );

export const carryIn: Command<InputOf<typeof rules.decideCarryIn>> = (db, input, now) => {
  const facts = moveFacts(db, input, 'entry', now);
  const bearer = facts.request ?? { bearer: '', organisation: '' };
  return rules.decideCarryIn(
    input,
    {
      ...facts,
      ...visitFacts(db, input.visitId, bearer, now),
      registered: registeredOf(db, input.requestId),
    },
    now,
  );
};

export const takeOut: Command<InputOf<typeof rules.decideTakeOut>> = (db, input, now) =>
  rules.decideTakeOut(input, moveFacts(db, input, 'exit', now), now);

export const handOver: Command<InputOf<typeof rules.decideHandOver>> = (db, input, now) =>
  rules.decideHandOver(input, stayFacts(db, input.requestId), now);

export const carryOut: Command<InputOf<typeof rules.decideCarryOut>> = (db, input, now) =>
  rules.decideCarryOut(
    input,
    { ...moveFacts(db, input, 'entry', now), registered: registeredOf(db, input.requestId) },
    now,
  );

export const giveBack: Command<InputOf<typeof rules.decideGiveBack>> = (db, input, now) =>
  rules.decideGiveBack(input, moveFacts(db, input, 'exit', now), now);

export const deliver: Command<InputOf<typeof rules.decideDeliver>> = (db, input, now) =>
  rules.decideDeliver(input, stayFacts(db, input.requestId), now);
