import type { ImportField, ImportMapping } from './import-model.ts';
import type { MappingFault } from './import-refusals.ts';

/** Fields that one column alone can fill. */
const MOMENTS: readonly ImportField[] = [
  'enteredAt',
  'enteredDate',
  'enteredTime',
  'exitedAt',
  'exitedDate',
  'exitedTime',
];

/** What a mapping lacks: every visit needs a name, an area and the time of coming in, and exits have to be where they are said to be. */
export function mappingFaults({ columns, exits, areaId }: ImportMapping): MappingFault[] {
  const times = (field: ImportField): number => columns.filter((fields) => fields.includes(field)).length;
  const has = (field: ImportField): boolean => times(field) > 0;
  const faults: MappingFault[] = [];
  if (!has('name')) faults.push('name-unmapped');
  if (!has('enteredAt') && !(has('enteredDate') && has('enteredTime'))) faults.push('time-unmapped');
  if (!has('area') && areaId === null) faults.push('area-unmapped');
  const both =
    (has('enteredAt') && (has('enteredDate') || has('enteredTime'))) ||
    (has('exitedAt') && (has('exitedDate') || has('exitedTime')));
  if (both || MOMENTS.some((field) => times(field) > 1)) faults.push('time-mapped-twice');
  const exit = has('exitedAt') || has('exitedTime');
  if (exits === 'in-file' && !exit) faults.push('exit-unmapped');
  if (exits === 'not-recorded' && (exit || has('exitedDate'))) faults.push('exit-mapped');
  return faults;
}
