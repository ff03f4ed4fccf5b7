import { code128, type DrawingContext, qrcode } from 'bwip-js/generic';

/** A code as one SVG path (to be filled by even-odd) in a box from 0, 0; the quiet zone around it is not in it. */
export interface CodeSymbol {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** Units of bwip-js to a module (QR) or to the narrowest bar, at scale 1. */
const QR_MODULE = 2;

/** Takes down what bwip-js draws: polygons for squares, upright lines for bars. */
function recorder(): DrawingContext<CodeSymbol> {
  const drawn: string[] = [];
  let size = { width: 0, height: 0 };
  return {
    scale: (x, y) => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width, height };
    },
    line: (x0, y0, _x1, y1, thickness) => {
      // A line of odd thickness has its middle half a unit before where it is said to be.
      const left = x0 - Math.ceil(thickness / 2);
      drawn.push(`M${left} ${y0}H${left + thickness}V${y1}H${left}Z`);
    },
    polygon: (points) => drawn.push(`M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`),
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ path: drawn.join(''), ...size }),
  };
}

/**
 * A QR code (JIS X 0510) of a text in UTF-8, error correction M or higher where there is room: it survives a stain. `modules` is the length
 * of a side. Throws for the empty text and for one that is too long for a QR code (over 2,331 bytes).
 */
export function qrSymbol(text: string): CodeSymbol & { readonly modules: number } {
  const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 };
  const symbol = qrcode(options, recorder());
  return { ...symbol, modules: symbol.width / QR_MODULE };
}

/** A Code 128 bar code of a text of ASCII characters. Throws for the empty text. */
export function code128Symbol(text: string): CodeSymbol {
  return code128({ bcid: 'code128', text, scale: 1, height: 10 }, recorder());
}
