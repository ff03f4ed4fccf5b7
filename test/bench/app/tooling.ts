import type { ensureBuilt } from '../../../resources/tooling/build.mjs';
import type { copySite } from '../../../resources/tooling/demo/site-folder.mjs';
import type { accountFolder, launcher, withDisplay } from '../../../resources/tooling/electron.mjs';

/** What starts the program; given by the command line, which is not built as main is. */
export interface Tooling {
  readonly ensureBuilt: typeof ensureBuilt;
  readonly copySite: typeof copySite;
  readonly accountFolder: typeof accountFolder;
  readonly launcher: typeof launcher;
  readonly withDisplay: typeof withDisplay;
  /** The folder of this checkout. */
  readonly root: string;
}
