import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { moved, type Place, placeAt, scrollerHeight } from './scroll-scale.ts';

export interface VirtualListProps<T> {
  /** What the list is called. */
  readonly label: string;
  readonly total: number;
  /** The row at a position; undefined while it is being read. */
  readonly rowAt: (index: number) => T | undefined;
  /** Which positions are in sight, to be read. */
  readonly onRange: (first: number, last: number) => void;
  /** Height of a row in pixels, the same for all. */
  readonly rowHeight: number;
  readonly renderRow: (row: T, index: number) => ReactNode;
  /** Stands above the rows and does not scroll. */
  readonly header?: ReactNode;
  readonly selectedIndex: number | null;
  readonly onSelect: (index: number, row: T) => void;
  /** Enter or a double press on a row. */
  readonly onOpen?: (row: T) => void;
  readonly className?: string;
}

const EXTRA = 6;

function target(event: KeyboardEvent, from: number, perPage: number, total: number): number | undefined {
  switch (event.key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + perPage;
    case 'PageUp':
      return from - perPage;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}

/** A long list of which only what is in sight exists. Arrow keys, page keys, Home and End move the selection. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, total, rowAt, onRange, rowHeight, selectedIndex, onSelect, onOpen } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(600);
  const [stood, setPlace] = useState<Place>({ top: 0, scroll: 0 });
  const heights = { whole: total * rowHeight, view };
  // The list may have become shorter since.
  const place = stood.top > heights.whole ? placeAt(stood.top, heights) : stood;
  const [active, setActive] = useState(selectedIndex ?? 0);
  const [wanted, setWanted] = useState<{ readonly index: number } | null>(null);
  const told = useRef<typeof wanted>(null);

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const measure = (): void => setView(Math.max(rowHeight, box.clientHeight || 600));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [rowHeight]);

  const first = Math.max(0, Math.floor(place.top / rowHeight) - EXTRA);
  const last = Math.min(total - 1, Math.ceil((place.top + view) / rowHeight) + EXTRA);
  useEffect(() => {
    if (last >= first) onRange(first, last);
  }, [first, last, onRange]);

  const go = (next: Place): void => {
    setPlace(next);
    if (scroller.current !== null) scroller.current.scrollTop = next.scroll;
  };

  // After wheeling, the thumb is put where the list really stands; the rows do not move on screen.
  useEffect(() => {
    const right = placeAt(place.top, { whole: total * rowHeight, view });
    if (Math.abs(right.scroll - place.scroll) < 1) return undefined;
    const timer = window.setTimeout(() => {
      setPlace(right);
      if (scroller.current !== null) scroller.current.scrollTop = right.scroll;
    }, 150);
    return () => window.clearTimeout(timer);
  }, [place, total, rowHeight, view]);

  // The row that a key or a press led to is chosen as soon as it has been read, and once.
  const arrived = wanted === null ? undefined : rowAt(wanted.index);
  useEffect(() => {
    if (wanted === null || arrived === undefined || told.current === wanted) return;
    told.current = wanted;
    onSelect(wanted.index, arrived);
  }, [wanted, arrived, onSelect]);

  const pressed = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Enter') {
      const row = rowAt(active);
      if (row !== undefined) onOpen?.(row);
      return;
    }
    const perPage = Math.max(1, Math.floor(view / rowHeight) - 1);
    const to = target(event, selectedIndex === null && wanted === null ? active - 1 : active, perPage, total);
    if (to === undefined || total === 0) return;
    event.preventDefault();
    const index = Math.min(Math.max(0, to), total - 1);
    setActive(index);
    setWanted({ index });
    const top = index * rowHeight;
    if (top < place.top) go(placeAt(top, heights));
    else if (top + rowHeight > place.top + view) go(placeAt(top + rowHeight - view, heights));
  };

  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const shift = place.scroll - place.top;
  return (
    <div className={`flex min-h-0 flex-1 flex-col ${props.className ?? ''}`}>
      {props.header}
      <div
        ref={scroller}
        role="listbox"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={active >= first && active <= last && total > 0 ? `${id}-${active}` : undefined}
        onKeyDown={pressed}
        onScroll={(event) => {
          const { scrollTop } = event.currentTarget;
          setPlace((now) => (Math.abs(scrollTop - now.scroll) < 1 ? now : moved(now, scrollTop, heights)));
        }}
        className="focus-ring relative min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-3"
      >
        <div role="presentation" style={{ height: scrollerHeight(heights) }}>
          {indexes.map((index) => {
            const row = rowAt(index);
            const selected = index === selectedIndex;
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={selected}
                aria-setsize={total}
                aria-posinset={index + 1}
                onClick={() => {
                  setActive(index);
                  setWanted({ index });
                }}
                onDoubleClick={() => {
                  if (row !== undefined) onOpen?.(row);
                }}
                className={`absolute inset-x-0 overflow-hidden border-b border-line ${selected ? 'bg-selected' : 'hover:bg-hover'}`}
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight + shift}px)` }}
              >
                {row === undefined ? (
                  <span className="m-3 block h-3 w-1/2 rounded-4 bg-line" />
                ) : (
                  props.renderRow(row, index)
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
