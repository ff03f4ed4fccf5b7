import { RequestFilter } from '../../../shared/media/requests/contract.ts';

/** The parts of a filter, as they stand in the address, so that a link leads to what it shows. */
export const FILTER_PARTS = [
  'state',
  'kind',
  'mediumId',
  'bearer',
  'organisation',
  'asset',
  'officerId',
  'requesterId',
  'templateId',
] as const satisfies readonly (keyof RequestFilter)[];
export type FilterPart = (typeof FILTER_PARTS)[number];

/** The filter that an address asks for; what is not one is left out. */
export function filterOf(params: URLSearchParams): RequestFilter {
  const given = FILTER_PARTS.flatMap((part) => {
    const value = params.get(part);
    return value === null ? [] : [[part, value] as const];
  });
  const whole = RequestFilter.safeParse(Object.fromEntries(given));
  if (whole.success) return whole.data;
  const sound = given.filter(([part, value]) => RequestFilter.safeParse({ [part]: value }).success);
  return RequestFilter.parse(Object.fromEntries(sound));
}

/** The address's query for the list of all requests that a filter narrows. `called` is how a part that is an id is shown. */
export function paramsOf(filter: RequestFilter, called = ''): URLSearchParams {
  const params = new URLSearchParams({ tab: 'all' });
  for (const part of FILTER_PARTS) {
    const value = filter[part];
    if (value !== undefined) params.set(part, value);
  }
  if (called !== '') params.set('called', called);
  return params;
}

/** The address of the list of all requests that a filter narrows. */
export function listOf(filter: RequestFilter, called = ''): string {
  return `/media?${paramsOf(filter, called).toString()}`;
}
