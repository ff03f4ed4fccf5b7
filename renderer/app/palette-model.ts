import type { SessionChannel } from '../../shared/contracts.ts';

/** Something that can be done or seen, found by its name with Ctrl+K. */
export interface PaletteAction {
  readonly id: string;
  /** Its name in the language shown. */
  readonly label: string;
  /** The channel that its page stands on: offered to those who may call it. */
  readonly channel: SessionChannel;
  /** The page it leads to. */
  readonly to: string;
  /** The key that does the same. */
  readonly keys?: string;
}
