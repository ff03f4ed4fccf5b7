import { FIRST_MEDIA_POLICY } from '../../shared/media/policy.ts';

/** Something that each channel of the media policy and of the register takes; `id` is nobody's. */
export function registerInputs(id: string): readonly unknown[] {
  const details = {
    number: 'X-1',
    kind: 'usb-memory',
    name: 'x',
    maker: '',
    model: '',
    serial: '',
    capacity: '',
    encryption: 'none',
    keeper: 'x',
    place: 'x',
    seal: '',
    upTo: 1,
    note: '',
  };
  const witnessed = { mediumId: id, method: 'overwrite', product: '', by: 'x', witness: 'y', proof: 'x' };
  const mapping = {
    sheet: 0,
    headerRow: 1,
    columns: [],
    given: { kind: null, encryption: null, upTo: null, keeper: '', place: '' },
    kinds: [],
  };
  return [
    { policy: FIRST_MEDIA_POLICY, reason: 'x', password: 'x' },
    details,
    { mediumId: id, details, reason: 'x' },
    { lines: [{ mediumId: id, seen: true, sealIntact: null, note: '' }] },
    { mediumId: id, circumstances: 'x', reportedTo: 'x' },
    { mediumId: id, where: 'x', note: '' },
    witnessed,
    { what: { list: 'register', filter: {} }, format: 'xlsx', language: 'ja' },
    { file: id, mapping, reason: 'x' },
    { file: id, mapping },
    { ...witnessed, reason: 'x' },
  ];
}
