import type { DateForm } from './serial.ts';
import { walkXml } from './xml.ts';

/** How a number is shown: as a point of time, as figures between which signs stand (leading zeros kept), or plainly. */
export type Shown =
  | { readonly as: 'plain' }
  | { readonly as: 'time'; readonly form: DateForm }
  | { readonly as: 'figures'; readonly places: readonly Place[] };

/** `0`: a figure, or nought; `#`: a figure if there is one; anything else stands as it is. */
interface Place {
  readonly figure: '0' | '#' | undefined;
  readonly text: string;
}

const PLAIN: Shown = { as: 'plain' };

/** Formats that have no code in the file: 27-36 and 50-58 are dates in Japanese Excel (ISO/IEC 29500-1, 18.8.30). */
function builtIn(id: number): Shown {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36) return { as: 'time', form: 'date' };
  if (id >= 50 && id <= 58) return { as: 'time', form: 'date' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47)
    return { as: 'time', form: 'time' };
  if (id === 22) return { as: 'time', form: 'moment' };
  if (id === 46) return { as: 'time', form: 'elapsed' };
  return PLAIN;
}

const LITERAL = /"[^"]*"|\\.|_.|\*./gu;
const BRACKET = /\[[^\]]*\]/gu;

function timeForm(section: string): DateForm | undefined {
  if (/\[(?:h+|m+|s+)\]/iu.test(section)) return 'elapsed';
  const bare = section.replaceAll(LITERAL, '').replaceAll(BRACKET, '').toLowerCase();
  if (/general|標準/u.test(bare)) return undefined;
  const signs = bare.replaceAll(/am\/pm|a\/p/gu, 'h').replaceAll(/s\.0+/gu, 's');
  if (/[0#?%]/u.test(signs)) return undefined;
  const clock = /[hs]/u.test(signs);
  // `m` beside hours or seconds is minutes.
  const day = /[ydgea]/u.test(signs) || (!clock && signs.includes('m'));
  if (day) return clock ? 'moment' : 'date';
  return clock ? 'time' : undefined;
}

function figures(section: string): Shown {
  const bare = section.replaceAll(BRACKET, '');
  const places: Place[] = [];
  for (const [token] of bare.matchAll(/"[^"]*"|\\.|[\s\S]/gu)) {
    if (token === '0' || token === '#') places.push({ figure: token, text: '' });
    else if (token.startsWith('"')) places.push({ figure: undefined, text: token.slice(1, -1) });
    else if (token.startsWith('\\')) places.push({ figure: undefined, text: token.slice(1) });
    else if (/^[-()/ +:]$/u.test(token)) places.push({ figure: undefined, text: token });
    else return PLAIN;
  }
  const marked = places.filter(({ figure }) => figure !== undefined);
  const plain = marked.length === 0 || (marked.length === 1 && places.length === 1);
  return plain ? PLAIN : { as: 'figures', places };
}

function shownBy(code: string): Shown {
  const section = code.replaceAll(LITERAL, (part) => part.replaceAll(';', '\u0000')).split(';')[0] ?? '';
  const restored = section.replaceAll('\u0000', ';');
  const form = timeForm(restored);
  return form === undefined ? figures(restored) : { as: 'time', form };
}

/** How the cells of each style are shown, by the number of the style. */
export function readFormats(xml: string): readonly Shown[] {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let within = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes('numFmtId')), attributes('formatCode') ?? '');
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) styles.push(Number(attributes('numFmtId') ?? '0'));
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtIn(id) : shownBy(code);
  });
}

/** A whole number with the figures of a format filled from the right; those that have no place stand before the first. */
export function filled(places: readonly Place[], value: number): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return undefined;
  const digits = value === 0 ? [] : [...String(value)];
  const first = places.findIndex(({ figure }) => figure !== undefined);
  let text = '';
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const { figure, text: literal } = places[index] ?? { figure: undefined, text: '' };
    if (figure === undefined) text = literal + text;
    else if (index === first) text = (digits.join('') || (figure === '0' ? '0' : '')) + text;
    else text = (digits.pop() ?? (figure === '0' ? '0' : '')) + text;
  }
  return text;
}
