import './manual.css';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../app/i18n.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CHAPTERS } from './chapters.ts';
import { CHAPTER_LINK, showMarkdown } from './markup.ts';
import { drawn } from './tables.ts';
import { TEXTS, titleOf } from './texts.ts';

/** The manual over the page, so that what stands in its forms stays; opened at the chapter of the screen. */
export default function Manual({
  chapter: first,
  onClose,
}: {
  readonly chapter: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [chapter, setChapter] = useState(first);
  return (
    <Dialog title={t('manual.title')} size="lg" isOpen onClose={onClose}>
      <div className="flex flex-col gap-4 min-[64rem]:flex-row">
        <nav aria-label={t('manual.chapters')} className="shrink-0 min-[64rem]:w-56">
          <ul className="flex flex-col">
            {CHAPTERS.map(({ file }) => (
              <li key={file}>
                <button
                  type="button"
                  aria-current={file === chapter ? 'page' : undefined}
                  className="focus-ring w-full rounded-6 px-2 py-1.5 text-left hover:bg-hover aria-[current]:bg-selected aria-[current]:font-bold"
                  onClick={() => setChapter(file)}
                >
                  {titleOf(file)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <Chapter key={chapter} file={chapter} onChapter={setChapter} />
      </div>
    </Dialog>
  );
}

function Chapter({ file, onChapter }: { readonly file: string; readonly onChapter: (file: string) => void }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (body.current !== null) showMarkdown(body.current, drawn(TEXTS.get(file) ?? ''));
  }, [file]);
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href') ?? '';
    if (link === null) return;
    event.preventDefault();
    const wanted = href.startsWith(CHAPTER_LINK) ? href.slice(CHAPTER_LINK.length) : '';
    if (TEXTS.has(wanted)) onChapter(wanted);
  };
  // The links within are links: Enter on one comes here as a click.
  return (
    <div
      ref={body}
      role="document"
      tabIndex={0}
      aria-label={titleOf(file)}
      lang="ja"
      onClick={follow}
      className="manual focus-ring max-h-[70vh] min-w-0 flex-1 overflow-auto rounded-8 px-3"
    />
  );
}
