import { useSession } from '../../app/session.ts';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { ByTwo } from './handover-store.ts';
import { useProposalsText } from './text.ts';

/** A secret in large groups that are copied without mistaking one sign for another. */
export function Groups({ label, rows }: { readonly label: string; readonly rows: readonly string[] }) {
  const numbered = rows.length > 1;
  return (
    <div role="group" aria-label={label} className="font-mono text-[17pt] leading-relaxed select-all">
      <ol className={numbered ? 'list-decimal pl-[12mm]' : ''}>
        {rows.map((row) => (
          <li key={row}>
            <span className="inline-flex flex-wrap gap-x-[4mm]">
              {row.split(/(?<=-)/u).map((group, place) => (
                // The same group can come twice.
                <span key={`${place} ${group}`}>{group}</span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The two people whom a sheet goes back to. */
export function Two({ maker, decider, at }: ByTwo) {
  const t = useProposalsText();
  const format = useFormat();
  return (
    <SheetFacts
      facts={[
        { label: t('slip.maker'), value: maker },
        { label: t('slip.decider'), value: decider },
        { label: t('slip.at'), value: format.dateTime(at) },
      ]}
    />
  );
}

/** What every sheet of the site bears. */
export function useOffice(): string {
  const { me } = useSession();
  return `${me.site.name} ${me.site.room}`;
}
