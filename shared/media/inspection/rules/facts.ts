import type { Confidentiality } from '../../../kernel/classification.ts';
import type { MediumKind } from '../../register/model.ts';
import type { RequestKind, RequestState, Whereabouts } from '../../requests/model.ts';
import type { InspectionClosed, Way } from '../model.ts';

/** What the rules of an inspection know of a request. */
export interface InspectedRequest {
  readonly id: string;
  readonly requesterId: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly whereabouts: Whereabouts;
  readonly mediumKind: MediumKind;
  readonly confidentiality: Confidentiality;
  /** Carried in before anybody decided: what was to be looked at before is looked at inside. */
  readonly emergency: boolean;
  /** In quarantine under this request or another: it is looked at again there, whatever has become of the request. */
  readonly quarantined: boolean;
}

/** Media whose files can be listed where they are put into a machine. The files of a maintenance computer are its own affair. */
const WITH_FILES: ReadonlySet<MediumKind> = new Set([
  'usb-memory',
  'external-drive',
  'memory-card',
  'optical-disc',
]);

/** Whether a medium of this kind has files that a content list can name. */
export function hasFiles(kind: MediumKind): boolean {
  return WITH_FILES.has(kind);
}

const OVER: ReadonlySet<RequestState> = new Set(['refused', 'withdrawn', 'retracted']);

/**
 * Why a medium cannot be looked at on a way now; null if it can. What came in (or went out) is not looked at as if it had not:
 * a list made afterwards would say nothing of how it came.
 */
export function closedFor(way: Way, request: InspectedRequest): InspectionClosed | null {
  const { state, whereabouts, emergency, quarantined } = request;
  if (whereabouts === 'done') return 'inspection-over';
  if (whereabouts === 'not-yet') {
    if (OVER.has(state) && !quarantined) return 'inspection-over';
    return way === 'entry' ? null : 'exit-not-yet';
  }
  if (way === 'entry') return emergency && whereabouts === 'inside' ? null : 'entry-over';
  return null;
}
