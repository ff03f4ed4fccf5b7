import { cellText, type Listener, walkXml } from './xml.ts';

/**
 * Gathers the text of a string item: its runs `<r>`, but nothing of its reading `<rPh>`, which Excel keeps beside Japanese
 * words and which is no part of them.
 */
export class StringText implements Listener {
  #text = '';
  #taking = false;
  #reading = 0;

  open(name: string): void {
    if (name === 'rPh') this.#reading += 1;
    else if (name === 't') this.#taking = this.#reading === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#reading -= 1;
    else if (name === 't') this.#taking = false;
  }

  text(text: string): void {
    if (this.#taking) this.#text += text;
  }

  /** What was gathered; it begins anew. */
  take(): string {
    const text = cellText(this.#text);
    this.#text = '';
    return text;
  }
}

/** The strings that cells name by their number. */
export function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  const item = new StringText();
  walkXml(xml, {
    open: (name) => item.open(name),
    close(name) {
      item.close(name);
      if (name === 'si') strings.push(item.take());
    },
    text: (text) => item.text(text),
  });
  return strings;
}
