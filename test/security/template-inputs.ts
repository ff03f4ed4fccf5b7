/** Something that each channel of templates takes; `id` is nobody's. */
export function templateInputs(id: string): readonly unknown[] {
  const content = {
    number: 'T-1',
    name: 'x',
    reading: '',
    form: {
      kind: 'carry-in',
      medium: {
        from: 'described',
        kind: 'usb-memory',
        name: 'x',
        serial: '',
        owner: 'x',
        encryption: 'none',
      },
      purpose: 'x',
      asset: '',
      areaId: id,
      contents: 'x',
      classification: { confidentiality: 1, integrity: 1, availability: 1, restrictions: [] },
      quoted: [],
      destination: '',
      means: '',
      connection: null,
    },
    procedure: 'x',
    protection: 'x',
    maxDays: 1,
    validFrom: 1,
    validUntil: 2,
    reviewBy: 2,
    users: { who: 'all' },
  };
  return [
    { content },
    { templateId: id, content, reason: 'x' },
    { templateId: id, version: 1, reason: 'x' },
    { templateId: id, version: 1, digest: '0'.repeat(64), password: 'x' },
    { templateId: id, reason: 'x', password: 'x' },
  ];
}
