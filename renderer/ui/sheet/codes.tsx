import { useMemo } from 'react';
import { code128Symbol, qrSymbol } from './symbol.ts';
import { useSheetText } from './text.ts';

/** Modules kept free around a QR code (ISO/IEC 18004). */
const QR_QUIET = 4;
/** Narrowest bars kept free at either side of a Code 128 (ISO/IEC 15417). */
const BAR_QUIET = 10;

/**
 * A text as a QR code, black on white in every theme, its quiet zone included in `size` (mm). `label` says what is in it. Codes
 * of up to 300 bytes want 40 mm, so that a module is half a millimetre wide.
 */
export function QrCode({
  text,
  label,
  size = 40,
}: {
  readonly text: string;
  readonly label: string;
  readonly size?: number;
}) {
  const t = useSheetText();
  const { path, width, modules } = useMemo(() => qrSymbol(text), [text]);
  const quiet = (QR_QUIET * width) / modules;
  const side = width + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={t('code', { label })}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      className="sheet-code"
      style={{ width: `${size}mm`, height: `${size}mm` }}
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" fillRule="evenodd" />
    </svg>
  );
}

/** A third of a millimetre to the narrowest bar, unless there is less room. */
const BAR = 1 / 3;
/** Narrower bars (mm) are not read reliably from paper (ISO/IEC 15417 leaves them to 0.19). */
const BAR_MIN = 0.19;

/** Whether a text can be shown as a Code 128 that wide (mm): ASCII alone, and bars that a scanner can tell apart. */
export function fitsCode128(text: string, width: number): boolean {
  if (!/^[\x20-\x7e]+$/u.test(text)) return false;
  return width / (code128Symbol(text).width + 2 * BAR_QUIET) >= BAR_MIN;
}

/**
 * A text of ASCII characters as a Code 128 bar code, black on white in every theme; `height` in mm, the text below it. Its bars
 * become narrower where it would be wider than `maxWidth` (mm); see {@link fitsCode128}.
 */
export function Code128({
  text,
  height = 12,
  maxWidth = Number.POSITIVE_INFINITY,
  captioned = true,
}: {
  readonly text: string;
  readonly height?: number;
  readonly maxWidth?: number;
  /** The text stands below the bars; without it, it has to stand beside them. */
  readonly captioned?: boolean;
}) {
  const t = useSheetText();
  const symbol = useMemo(() => code128Symbol(text), [text]);
  const width = symbol.width + 2 * BAR_QUIET;
  return (
    <figure className="sheet-barcode">
      <svg
        role="img"
        aria-label={t('barcode', { text })}
        viewBox={`${-BAR_QUIET} 0 ${width} ${symbol.height}`}
        preserveAspectRatio="none"
        className="sheet-code"
        style={{ width: `${Math.min(width * BAR, maxWidth)}mm`, height: `${height}mm` }}
      >
        <rect x={-BAR_QUIET} y={0} width={width} height={symbol.height} fill="#fff" />
        <path d={symbol.path} fill="#000" />
      </svg>
      {captioned ? <figcaption aria-hidden>{text}</figcaption> : null}
    </figure>
  );
}
