/** Something that each channel of inspections takes. */
export function inspectionInputs(id: string): readonly unknown[] {
  const signed = { reason: 'x', password: 'x' };
  const check = {
    way: 'entry',
    machine: 'x',
    product: 'x',
    version: '',
    definitionsAt: 1,
    checkedAt: 1,
    by: 'x',
    result: 'clean',
    findings: [],
    exception: '',
  };
  return [
    { requestId: id },
    { requestId: id, way: 'entry', folder: id },
    { requestId: id, way: 'entry', folder: id, scanner: 'clamscan', exception: '' },
    { requestId: id, check },
    { ended: false },
    {
      requestId: id,
      way: 'entry',
      check: 1,
      kept: { place: 'x', seal: 'x', from: 'x', keeper: 'x' },
    },
    { requestId: id, quarantine: 1, check: 1, ending: { how: 'released' }, ...signed },
    { requestId: id, way: 'entry', check: 1, decision: 'refused', ...signed },
    { requestId: id, after: id, ...signed },
    { requestId: id, offset: 0, limit: 1 },
    { listingId: id, offset: 0, limit: 1 },
  ];
}
