import { type RefObject, useEffect, useRef, useState } from 'react';
import { breakIntoPages, type PartHeight, type Room, type Slice } from './breaks.ts';
import type { SheetFrame, SheetPart } from './content.ts';
import { SheetPage, SheetPartView } from './page.tsx';

const height = (element: Element | null | undefined): number => element?.getBoundingClientRect().height ?? 0;

function measurePart(part: SheetPart, shown: Element | undefined): PartHeight {
  if (part.kind === 'block') return { kind: 'block', height: height(shown) };
  const rows = [...(shown?.querySelectorAll('tbody > tr') ?? [])].map((row) => height(row));
  const all = rows.reduce((sum, row) => sum + row, 0);
  return { kind: 'table', head: height(shown) - all, rows };
}

function measure(ruler: HTMLElement, parts: readonly SheetPart[]): readonly (readonly Slice[])[] {
  const [first, later] = [...ruler.querySelectorAll('.sheet-body')].map((body) => height(body));
  const shown = [...ruler.querySelectorAll('[data-part]')];
  const room: Room = { first: first ?? 0, later: later ?? 0 };
  return breakIntoPages(
    parts.map((part, index) => measurePart(part, shown[index])),
    room,
  );
}

/** Waits for the faces that a text is set in: measured before they are there, it would be measured in another. */
async function facesFor(text: string): Promise<void> {
  // A document that is not painted has none; and without a face another is used, which is what is measured then.
  const fonts: FontFaceSet | undefined = document.fonts;
  if (fonts === undefined) return;
  const families = '"BIZ UDPGothic", "Noto Sans JP Variable"';
  await Promise.allSettled(['', 'bold '].map((weight) => fonts.load(`${weight}12px ${families}`, text)));
  await fonts.ready;
}

/** A sheet's pages: undefined until its parts have been measured, by what {@link Ruler} shows. */
export function usePages(
  parts: readonly SheetPart[],
  ruler: RefObject<HTMLElement | null>,
): readonly (readonly Slice[])[] | undefined {
  const [pages, setPages] = useState<readonly (readonly Slice[])[]>();
  useEffect(() => {
    let gone = false;
    const ready = facesFor(ruler.current?.textContent ?? '');
    void ready.then(() => {
      if (!gone && ruler.current !== null) setPages(measure(ruler.current, parts));
    });
    return () => {
      gone = true;
    };
  }, [parts, ruler]);
  return pages;
}

/** The pages of a sheet as they will be printed. Tells how many there are once it is known. */
export function SheetPages({
  frame,
  parts,
  onLaidOut,
}: {
  readonly frame: SheetFrame;
  /** The same for as long as the sheet stands. */
  readonly parts: readonly SheetPart[];
  readonly onLaidOut: (pages: number) => void;
}) {
  const ruler = useRef<HTMLDivElement>(null);
  const pages = usePages(parts, ruler);
  useEffect(() => {
    if (pages !== undefined) onLaidOut(pages.length);
  }, [pages, onLaidOut]);

  if (pages === undefined) return <Ruler frame={frame} parts={parts} at={ruler} />;
  return (
    <div className="sheet-pages">
      {pages.map((slices, index) => (
        // Pages have nothing but their place.
        <SheetPage key={index + 1} frame={frame} page={index + 1} pages={pages.length}>
          {slices.map(({ part, from, to }) => {
            const shown = parts[part];
            return shown === undefined ? null : <SheetPartView key={part} part={shown} from={from} to={to} />;
          })}
        </SheetPage>
      ))}
    </div>
  );
}

/** What is measured and not seen: both kinds of page, empty, and every part in the width of a page. */
function Ruler({
  frame,
  parts,
  at,
}: {
  readonly frame: SheetFrame;
  readonly parts: readonly SheetPart[];
  readonly at: RefObject<HTMLDivElement | null>;
}) {
  return (
    <div ref={at} className="sheet-ruler" aria-hidden inert>
      <SheetPage frame={frame} page={1} pages={10}>
        {null}
      </SheetPage>
      <SheetPage frame={frame} page={2} pages={10}>
        {null}
      </SheetPage>
      <div className="sheet-page">
        {parts.map((part, index) => (
          <SheetPartView key={index + 1} part={part} />
        ))}
      </div>
    </div>
  );
}
