import { expect, it } from 'vitest';
import type { ImportField, ImportMapping } from '../../../shared/entries/import-model.ts';
import type { MappingFault } from '../../../shared/entries/import-refusals.ts';
import { mappingFaults } from '../../../shared/entries/import-rules.ts';

const AREA = '01990000-0000-7000-8000-0000000000a1';

function mapping(fields: readonly ImportField[], changes: Partial<ImportMapping> = {}): ImportMapping {
  return {
    headerRow: true,
    columns: fields.map((field) => [field]),
    exits: 'not-recorded',
    kind: 'visitor',
    areaId: null,
    areas: [],
    organisation: '',
    purpose: '',
    ...changes,
  };
}

it.each<[readonly ImportField[], Partial<ImportMapping>, readonly MappingFault[]]>([
  [[], {}, ['name-unmapped', 'time-unmapped', 'area-unmapped']],
  [['name', 'area', 'enteredAt'], {}, []],
  [['name', 'enteredAt'], { areaId: AREA }, []],
  [['name', 'area', 'enteredDate'], {}, ['time-unmapped']],
  [['name', 'area', 'enteredDate', 'enteredTime'], {}, []],
  [['name', 'name', 'area', 'area', 'enteredAt'], {}, []],
  [['name', 'area', 'enteredAt', 'enteredAt'], {}, ['time-mapped-twice']],
  [['name', 'area', 'enteredAt', 'enteredTime'], {}, ['time-mapped-twice']],
  [['name', 'area', 'enteredAt'], { exits: 'in-file' }, ['exit-unmapped']],
  [['name', 'area', 'enteredAt', 'exitedDate'], { exits: 'in-file' }, ['exit-unmapped']],
  [['name', 'area', 'enteredAt', 'exitedTime'], { exits: 'in-file' }, []],
  [['name', 'area', 'enteredAt', 'exitedAt'], {}, ['exit-mapped']],
])('a mapping of %j with %j lacks %j', (fields, changes, faults) => {
  expect(mappingFaults(mapping(fields, changes))).toEqual(faults);
});
