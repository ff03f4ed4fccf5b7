import { Parser } from 'saxen';
import { WorkbookFault } from './fault.ts';

/** The attributes of an element: one by its name, its entities read; undefined without it. A prefix may be left out. */
export type Attributes = (name: string) => string | undefined;

/** What somebody wants to know while XML is read; names come without their prefix. */
export interface Listener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  /** Text with its entities read; may come in several pieces. */
  text?(text: string): void;
}

const PREFIX = /^[^:]*:/u;

/**
 * Reads XML from its beginning to its end. Throws WorkbookFault `workbook-broken` where it does not hold together, and where it
 * declares a document type: no workbook has one, and entities of its own could grow without end.
 */
export function walkXml(xml: string, listener: Listener): void {
  const parser = new Parser();
  let depth = 0;
  const broken = (): never => {
    throw new WorkbookFault('workbook-broken');
  };
  const names = new Map<string, string>();
  const local = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const bare = name.replace(PREFIX, '');
    names.set(name, bare);
    return bare;
  };
  parser.on('openTag', (name, attributes, decode) => {
    depth += 1;
    listener.open(local(name), (wanted) => {
      const value = find(attributes(), wanted);
      return value?.includes('&') === true ? decode(value) : value;
    });
  });
  parser.on('closeTag', (name) => {
    depth -= 1;
    listener.close?.(local(name));
  });
  if (listener.text !== undefined) {
    parser.on('text', (text, decode) => listener.text?.(text.includes('&') ? decode(text) : text));
    parser.on('cdata', (text) => listener.text?.(text));
  }
  parser.on('attention', broken);
  parser.on('error', broken);
  parser.parse(xml.startsWith('\uFEFF') ? xml.slice(1) : xml);
  if (depth !== 0) broken();
}

function find(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  return Object.entries(attributes).find(([key]) => key.replace(PREFIX, '') === name)?.[1];
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu;

/** Text of a cell: what Excel writes as `_x000D_` is the character itself, and line ends are `\n`. */
export function cellText(text: string): string {
  const read = text.includes('_x')
    ? text.replaceAll(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return read.includes('\r') ? read.replaceAll(/\r\n?/gu, '\n') : read;
}
