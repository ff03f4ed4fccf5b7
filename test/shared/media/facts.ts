import { fromJst, MINUTE } from '../../../shared/kernel/time.ts';
import {
  type Connection,
  CONNECTION_CHECKS,
  type RequestDetails,
} from '../../../shared/media/requests/model.ts';
import type { FormFacts, RegisteredMedium, RequestFacts } from '../../../shared/media/requests/rules.ts';

export const NOW = fromJst(2026, 4, 6, 9) ?? 0;
export const HOUR = 60 * MINUTE;

/** An id that says by its number which it is. */
export function id(n: number): string {
  return `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

export const ASKER = id(1);
export const OFFICER = id(2);
export const OTHER_OFFICER = id(3);
export const REQUEST = id(50);
export const DIGEST = 'd'.repeat(64);

/** A carry-in of a described medium that a notification is enough for; the rest as the test gives it. */
export function asked(over: Partial<RequestDetails> = {}): RequestDetails {
  return {
    kind: 'carry-in',
    medium: {
      from: 'described',
      kind: 'usb-memory',
      name: '保守用USB',
      serial: 'S-1',
      owner: 'みなと電機',
      encryption: 'none',
    },
    purpose: '監視盤の更新',
    asset: '監視盤1号',
    workReference: 'W-1',
    areaId: id(100),
    bearer: '渡邊 一郎',
    organisation: 'みなと電機',
    contents: '更新プログラム',
    classification: { confidentiality: 1, integrity: 1, availability: 1, restrictions: [] },
    quoted: [],
    from: NOW - HOUR,
    until: NOW + 8 * HOUR,
    returnDue: null,
    destination: '',
    means: '',
    protection: '',
    connection: null,
    note: '',
    ...over,
  };
}

export function classified(
  confidentiality: 1 | 2 | 3,
  restrictions: RequestDetails['classification']['restrictions'] = [],
): RequestDetails['classification'] {
  return { confidentiality, integrity: 1, availability: 1, restrictions };
}

/** A connection with every check answered yes, but those given. */
export function connection(over: Partial<Connection['checks']> = {}, note = ''): Connection {
  const yes = Object.fromEntries(CONNECTION_CHECKS.map((check) => [check, 'yes' as const]));
  return { target: '監視盤1号', checks: { ...yes, ...over } as Connection['checks'], note };
}

export const registered: RegisteredMedium = {
  kind: 'usb-memory',
  name: 'USB-001 移送用',
  state: 'kept',
  encryption: 'hardware',
  upTo: 2,
};

export function form(over: Partial<FormFacts> = {}): FormFacts {
  return {
    area: { name: '事務室', level: 1, retired: false },
    medium: undefined,
    quarantined: false,
    ...over,
  };
}

/** A request for a permission by one officer, handed in and not decided; the rest as the test gives it. */
export function request(over: Partial<RequestFacts> = {}): RequestFacts {
  return {
    id: REQUEST,
    no: 12,
    kind: 'carry-in',
    state: 'submitted',
    whereabouts: 'not-yet',
    rule: { by: 'permission', officers: 1, reasons: ['secure-area'] },
    revision: 1,
    digest: DIGEST,
    requesterId: ASKER,
    bearer: '渡邊 一郎',
    organisation: 'みなと電機',
    mediumName: '保守用USB',
    from: NOW - HOUR,
    until: NOW + 8 * HOUR,
    due: NOW + 8 * HOUR,
    carriedAt: null,
    approvers: [],
    ...over,
  };
}
