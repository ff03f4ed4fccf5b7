import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';

/** A link to another chapter, as Markdown has it: the file's name. */
const CHAPTER = /^(?<file>\d\d-[a-z0-9-]+)\.md$/u;
/** The same in the page, where nothing outside the window can be reached. */
export const CHAPTER_LINK = '#manual/';

const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
markdown.disable('image');
markdown.normalizeLink = (href) => {
  const file = CHAPTER.exec(href)?.groups?.['file'];
  return file === undefined ? '' : `${CHAPTER_LINK}${file}`;
};
// Asked of the normalised link: whatever else one says, it stays the text that it is.
markdown.validateLink = (href) => href !== '';

/** What the manual consists of; the rest is taken out, though Markdown without HTML makes none of it. */
const ALLOWED = {
  ALLOWED_TAGS: [
    'h1',
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'code',
    'pre',
    'blockquote',
    'hr',
    'br',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  ALLOWED_ATTR: ['href', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^#manual\//u,
} as const;

/**
 * Shows Markdown in an element: rendered without HTML, sanitised, and set through DOMPurify's Trusted Types policy, the one
 * that the page's CSP allows besides the default.
 */
export function showMarkdown(element: Element, text: string): void {
  const markup = DOMPurify.sanitize(markdown.render(text), {
    ...ALLOWED,
    ALLOWED_TAGS: [...ALLOWED.ALLOWED_TAGS],
    ALLOWED_ATTR: [...ALLOWED.ALLOWED_ATTR],
    RETURN_TRUSTED_TYPE: true,
  });
  // The DOM's types know no trusted markup yet; a browser with Trusted Types takes nothing else here.
  element.innerHTML = markup as unknown as string;
}
