import type { ReactNode } from 'react';
import type { KeysOverview } from '../../../shared/accounts/model.ts';
import { ja } from './messages.ja.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useKeysText } from './text.ts';

const cell = 'border-b border-line px-3 py-1.5 align-baseline';

/** A plain table of a few rows. It scrolls sideways where there is no room. */
export function Table({
  label,
  heads,
  children,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className="focus-ring overflow-x-auto" tabIndex={0} role="group" aria-label={label}>
      <table className="w-full text-sm">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="border-b border-line-strong px-3 py-1.5 text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A row of a {@link Table}: what names it, then its cells. */
export function Row({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className={`${cell} text-left font-bold`}>
        {name}
      </th>
      {children}
    </tr>
  );
}

export function Cell({ children }: { readonly children: ReactNode }) {
  return <td className={cell}>{children}</td>;
}

/** Whose keys there are. */
export function Slots({ slots }: Pick<KeysOverview, 'slots'>) {
  const t = useKeysText();
  const format = useFormat();
  return (
    <Card>
      <h2 className="mb-2 text-lg font-bold">{t('slots.title')}</h2>
      <p className="mb-3 text-sm">{t('slots.about')}</p>
      <Table
        label={t('slots.title')}
        heads={[t('slots.name'), t('slots.signing'), t('slots.iterations'), t('slots.site')]}
      >
        {slots.map(({ accountId, name, iterations, signing, holdsSite }) => (
          <Row key={accountId} name={name}>
            <Cell>{signing === null ? t('slots.none') : <code className="font-mono">{signing}</code>}</Cell>
            <Cell>
              <span className="tabular-nums">{format.number(iterations)}</span>
            </Cell>
            <Cell>{t(holdsSite ? 'slots.siteYes' : 'slots.siteNo')}</Cell>
          </Row>
        ))}
      </Table>
      <div className="mt-3">
        <LinkButton to="/accounts/policy">{t('slots.policy')}</LinkButton>
      </div>
    </Card>
  );
}

type Key = keyof typeof ja;

/** The inventory of algorithms, each with what stands under it. */
export function Algorithms({ algorithms }: Pick<KeysOverview, 'algorithms'>) {
  const t = useKeysText();
  const format = useFormat();
  const use = (name: string): string => {
    const key = `use.${name}`;
    return isKey(key) ? t(key) : name;
  };
  return (
    <Card>
      <h2 className="mb-2 text-lg font-bold">{t('algorithms.title')}</h2>
      <p className="mb-3 text-sm">{t('algorithms.about')}</p>
      <Table
        label={t('algorithms.title')}
        heads={[
          t('algorithms.id'),
          t('algorithms.use'),
          t('algorithms.cryptrec'),
          t('algorithms.status'),
          t('algorithms.objects'),
        ]}
      >
        {algorithms.map((algorithm) => (
          <Row key={algorithm.id} name={<code className="font-mono">{algorithm.id}</code>}>
            <Cell>{use(algorithm.use)}</Cell>
            <Cell>
              <span lang="ja">{algorithm.cryptrec}</span>
            </Cell>
            <Cell>
              <span className="whitespace-nowrap">
                {t(algorithm.settled ? 'status.settled' : `status.${algorithm.status}`)}
              </span>
            </Cell>
            <Cell>
              <span className="whitespace-nowrap tabular-nums">
                {t('algorithms.objectsValue', { n: format.number(algorithm.objects) })}
              </span>
            </Cell>
          </Row>
        ))}
      </Table>
    </Card>
  );
}

function isKey(key: string): key is Key {
  return Object.hasOwn(ja, key);
}
