import type { Clock } from '../../shared/kernel/time.ts';
import type { PushTo } from '../context.ts';
import type { Head } from '../trail/append.ts';
import type { VaultPaths } from '../vault/paths.ts';

/** What the desk is told when the program starts. */
export interface DeskOptions {
  readonly paths: VaultPaths;
  readonly clock: Clock;
  readonly push: PushTo;
  /** A change was committed; `types` are the types of the events it wrote. */
  readonly committed: (head: Head, types: ReadonlySet<string>) => void;
  /** Something of the machine failed beside the ledger (the file of refused sign-ins); told to the log. */
  readonly report: (where: string, error: unknown) => void;
  /** Asks for a folder; with the system's dialog unless told otherwise. */
  readonly chooseFolder?: () => Promise<string | undefined>;
  /** The site is the demo: said in the bar at the top. */
  readonly demo: boolean;
}

/** What a session is told besides: where this machine notes what it last saw of the chain. */
export interface SessionOptions extends DeskOptions {
  readonly witness: string;
}
