/** Something that each channel of requests, decisions and movements takes; `id` is nobody's. */
export function requestInputs(id: string): readonly unknown[] {
  const details = {
    kind: 'carry-in',
    medium: { from: 'described', kind: 'usb-memory', name: 'x', serial: '', owner: 'x', encryption: 'none' },
    purpose: 'x',
    asset: '',
    workReference: '',
    areaId: id,
    bearer: 'x',
    organisation: '',
    contents: 'x',
    classification: { confidentiality: 1, integrity: 1, availability: 1, restrictions: [] },
    quoted: [],
    from: 1,
    until: 2,
    returnDue: null,
    destination: '',
    means: '',
    protection: '',
    connection: null,
    note: '',
  };
  const moving = { requestId: id, at: null, lateReason: '', seal: '' };
  const digest = '0'.repeat(64);
  return [
    { visitId: id },
    { period: { kind: 'month', year: 2026, month: 11 } },
    {
      period: { kind: 'month', year: 2026, month: 11 },
      counted: { kind: 'carry-in', rule: 'notification', outcome: 'allowed' },
    },
    { field: 'bearer', text: 'x' },
    { details },
    { requestId: id, details },
    { requestId: id, reason: 'x' },
    { requestId: id, reason: 'x', password: 'x' },
    { requestId: id, digest, decision: 'approve', conditions: '', reason: '', password: 'x' },
    { details, reason: 'x', allowedBy: 'y', visitId: null, seal: '' },
    moving,
    { ...moving, visitId: null },
    { ...moving, to: 'x' },
    { ...moving, to: 'x', reason: 'x' },
    { ...moving, holder: 'x' },
    { requestId: id, reminding: { whom: 'x', how: 'phone', said: 'x', next: null } },
    { requestId: id, before: 1, due: 2, reason: 'x', password: 'x' },
    { id, title: 'x', form: '{}' },
    {
      policy: {
        definitionsMaxDays: 7,
        twoProductsFrom: 3,
        contentList: true,
        emergencyHours: 24,
        remindDays: 3,
      },
      reason: 'x',
      password: 'x',
    },
  ];
}
