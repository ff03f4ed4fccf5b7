import { inflateSync } from 'node:zlib';

/** A page of a PDF: its size in points, and its text in the order in which it was painted, without blanks. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

interface PdfObject {
  readonly head: string;
  readonly stream: () => string;
}

/** The objects of a PDF as Chromium writes it: none is packed into another. */
function objectsOf(bytes: Buffer): ReadonlyMap<string, PdfObject> {
  const text = bytes.toString('latin1');
  const found = new Map<string, PdfObject>();
  for (const { 1: number = '', 2: body = '' } of text.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gsu)) {
    const start = body.indexOf('stream\n');
    found.set(number, {
      head: start < 0 ? body : body.slice(0, start),
      stream: () => inflateSync(Buffer.from(body.slice(start + 7), 'latin1')).toString('latin1'),
    });
  }
  return found;
}

const code = (hex: string | undefined): number => Number.parseInt(hex ?? '', 16);
const fromUtf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What the codes of a font stand for, from its ToUnicode map. */
function unicodeOf(map: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { 1: lines = '' } of map.matchAll(/beginbfchar\n(.*?)endbfchar/gsu))
    for (const { 1: from, 2: to = '' } of lines.matchAll(/<(\w+)> <(\w+)>/gu))
      found.set(code(from), fromUtf16(to));
  for (const { 1: lines = '' } of map.matchAll(/beginbfrange\n(.*?)endbfrange/gsu))
    for (const { 1: from, 2: last, 3: to } of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/gu))
      for (let at = code(from); at <= code(last); at += 1)
        found.set(at, String.fromCodePoint(code(to) + at - code(from)));
  return found;
}

/** Reads the pages of a PDF that Chromium made. Throws if its pages are not as many as it says. */
export function readPdf(bytes: Buffer): readonly PdfPage[] {
  const objects = objectsOf(bytes);
  const at = (number: string | undefined): PdfObject => {
    const found = objects.get(number ?? '');
    if (found === undefined) throw new Error(`the PDF has no object ${number}`);
    return found;
  };
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const unicode = (font: string): ReadonlyMap<number, string> => {
    const known =
      fonts.get(font) ?? unicodeOf(at(/\/ToUnicode (\d+) 0 R/u.exec(at(font).head)?.[1]).stream());
    fonts.set(font, known);
    return known;
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/u.test(head)).map(pageOf);
  const counted = [...objects.values()].map(({ head }) => /\/Type \/Pages\n\/Count (\d+)/u.exec(head)?.[1]);
  if (!counted.includes(String(pages.length))) throw new Error('the PDF does not count its pages right');
  return pages;

  function pageOf({ head }: PdfObject): PdfPage {
    const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(head) ?? [];
    const named = new Map(
      [...head.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(({ 1: name = '', 2: font = '' }) => [name, font]),
    );
    let font = '';
    let text = '';
    const painted = at(/\/Contents (\d+) 0 R/u.exec(head)?.[1]).stream();
    for (const { 1: set, 2: hex = '' } of painted.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj/gu)) {
      if (set !== undefined) font = named.get(set) ?? '';
      else for (const glyph of hex.match(/.{4}/gu) ?? []) text += unicode(font).get(code(glyph)) ?? '\uFFFD';
    }
    return { width: Number(width), height: Number(height), text: text.replaceAll(/\s/gu, '') };
  }
}
