import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import { WorkbookFault } from './fault.ts';
import { walkXml } from './xml.ts';

/** One sheet of a workbook, in the order of its tabs. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Where a part points to, by id and by kind. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const xml = await archive.text(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const found: Relation[] = [];
  if (xml === undefined) return found;
  walkXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes('TargetMode') === 'External') return;
      const target = attributes('Target') ?? '';
      found.push({
        id: attributes('Id') ?? '',
        type: (attributes('Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return found;
}

/** Finds a workbook's parts by its relations, whatever their names are. Throws WorkbookFault if it is none, or none that is read. */
export async function partsOf(archive: Archive): Promise<WorkbookParts> {
  const mime = await archive.text('mimetype');
  if (mime?.includes('opendocument') === true) throw new WorkbookFault('workbook-open-document');
  const root = await relationsOf(archive, '');
  const main = root.find(({ type }) => type === 'officeDocument')?.target;
  if (main?.endsWith('.bin') === true) throw new WorkbookFault('workbook-binary');
  const xml = main === undefined ? undefined : await archive.text(main);
  if (main === undefined || xml === undefined) throw new WorkbookFault('workbook-unknown');
  const relations = await relationsOf(archive, main);
  const ofType = (type: string): string | undefined => relations.find((one) => one.type === type)?.target;
  const sheets: SheetPart[] = [];
  let from1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr')
        // An extension has an element of the same name and says nothing of it.
        from1904 ||= ['1', 'true', 'on'].includes(attributes('date1904') ?? '');
      if (name !== 'sheet') return;
      const id = attributes('r:id') ?? attributes('id');
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
      if (relation === undefined) return;
      const state = attributes('state');
      sheets.push({
        name: attributes('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        part: relation.target,
      });
    },
  });
  if (sheets.length === 0) throw new WorkbookFault('workbook-unknown');
  return { sheets, from1904, strings: ofType('sharedStrings'), styles: ofType('styles') };
}
