const UNKNOWN = 0;
const DROPPED = 1;
const LONG_MARK = 2;
const DASH = 3;
const DIFFICULT = 4;

const couldBeKana = (code: number): boolean => code >= 0x3041 && code <= 0x31ff;

/**
 * A normaliser for the text most rows are made of: characters of the BMP each of which has one form whatever stands
 * around it. Its table is filled as characters are met. Gives undefined when a text needs the general way.
 *
 * `form` is the general way; `contextual` matches each character and each form for which it
 * looks at the neighbours.
 * With `longMarks` ー is left out after hiragana, and dashes that do not follow kana stay.
 */
export function fastPath(
  form: (text: string) => string,
  contextual: readonly RegExp[],
  longMarks: boolean,
): (text: string) => string | undefined {
  const table = new Uint16Array(0x10000);

  const kindOf = (character: string): number => {
    if (/\s/u.test(character)) return DROPPED;
    if (longMarks && character === 'ー') return LONG_MARK;
    if (longMarks && (character === '-' || character === '~')) return DASH;
    const folded = form(character);
    const looksAround = contextual.some((pattern) => pattern.test(character) || pattern.test(folded));
    if (folded.length !== 1 || looksAround || /\p{Cs}/u.test(character)) return DIFFICULT;
    return folded.charCodeAt(0);
  };

  return (text) => {
    let changed = '';
    let copied = 0;
    let last = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      let value = table[code] ?? DIFFICULT;
      if (value === UNKNOWN) {
        value = kindOf(text.charAt(index));
        table[code] = value;
      }
      if (value === DIFFICULT) return undefined;
      if (value === DASH) {
        if (couldBeKana(last)) return undefined;
        value = code;
      }
      if (value === LONG_MARK && (last < 0x3041 || last > 0x3096)) return undefined;
      if (value > DIFFICULT) last = value;
      if (value === code) continue;
      changed += text.slice(copied, index);
      if (value > DIFFICULT) changed += String.fromCharCode(value);
      copied = index + 1;
    }
    return copied === 0 ? text : changed + text.slice(copied);
  };
}
