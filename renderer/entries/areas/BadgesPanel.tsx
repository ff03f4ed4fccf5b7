import { CircleCheck, CircleHelp, IdCard, Plus, Trash2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Badge, BadgeState } from '../../../shared/entries/model.ts';
import { badgeActionsFor } from '../../../shared/entries/rules.ts';
import { useCommand, useQueryOf } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, ChipGroup } from '../../ui/chip.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { StateBadge, type Tone } from '../../ui/state-badge.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { inOrder } from '../door/badges.ts';
import { useText } from '../text.ts';
import { RegisterBadgesDialog } from './RegisterBadgesDialog.tsx';

const STATES = ['free', 'lent', 'lost', 'retired'] as const satisfies readonly BadgeState[];
const looks: Readonly<Record<BadgeState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  free: { tone: 'good', icon: CircleCheck },
  lent: { tone: 'info', icon: IdCard },
  lost: { tone: 'danger', icon: CircleHelp },
  retired: { tone: 'quiet', icon: Trash2 },
};

type Act = 'return' | 'lose' | 'find' | 'retire';
const ACTS = ['return', 'find', 'lose', 'retire'] as const satisfies readonly Act[];
const channels = {
  return: 'entries.returnBadge',
  lose: 'entries.loseBadge',
  find: 'entries.findBadge',
  retire: 'entries.retireBadge',
} as const;

/** What is asked about a badge: the reason, and what follows from it. */
function AskReason({
  act,
  badge,
  onClose,
}: {
  readonly act: Exclude<Act, 'return'>;
  readonly badge: Badge;
  readonly onClose: () => void;
}) {
  const t = useText();
  const refusalText = useRefusalText();
  const lose = useCommand('entries', 'loseBadge');
  const find = useCommand('entries', 'findBadge');
  const retire = useCommand('entries', 'retireBadge');
  const command = { lose, find, retire }[act];
  return (
    <ReasonDialog
      title={t(`badges.${act}Title`, { badge: badge.label })}
      isOpen
      onClose={onClose}
      explanation={<p>{t(`badges.${act}Why`)}</p>}
      confirm={t(`badges.${act}`)}
      pending={command.isPending}
      error={refusalText(command.error)}
      onConfirm={(reason) =>
        command.mutate(
          { badgeId: badge.id, reason },
          {
            onSuccess: () => {
              notify(t(`badges.${act}Done`, { badge: badge.label }));
              onClose();
            },
          },
        )
      }
    />
  );
}

/** The badges: where each is, and what may be done about it. */
export function BadgesPanel() {
  const t = useText();
  const refusalText = useRefusalText();
  const { may, canWrite } = useSession();
  const badges = useQueryOf('entries', 'badges', {});
  const board = useQueryOf('entries', 'board', {});
  const giveBack = useCommand('entries', 'returnBadge');
  const [registering, setRegistering] = useState(false);
  const [state, setState] = useState<BadgeState | null>(null);
  const [asked, setAsked] = useState<{ readonly act: Exclude<Act, 'return'>; readonly badge: Badge } | null>(
    null,
  );
  const mayRegister = canWrite && may('entries.registerBadges');
  const inside = new Set((board.data?.inside ?? []).map((visit) => visit.id));

  const act = (one: Act, badge: Badge): void => {
    if (one !== 'return') {
      setAsked({ act: one, badge });
      return;
    }
    giveBack.mutate(
      { badgeId: badge.id },
      {
        onSuccess: () => notify(t('done.returnBadge', { badge: badge.label })),
        onError: (error) => notify(refusalText(error) ?? '', 'danger'),
      },
    );
  };
  const register = mayRegister ? (
    <Button size="sm" variant="solid" icon={Plus} onPress={() => setRegistering(true)}>
      {t('badges.register')}
    </Button>
  ) : null;

  return (
    <Section title={t('badges.title')} actions={register}>
      <QueryStates query={badges}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('badges.empty')}>
              {t(mayRegister ? 'badges.emptyDo' : 'badges.emptyAsk')}
            </EmptyState>
          ) : (
            <>
              <ChipGroup label={t('badges.filter')}>
                {STATES.map((one) => (
                  <Chip
                    key={one}
                    isSelected={state === one}
                    onChange={(on) => setState(on ? one : null)}
                    count={list.filter((badge) => badge.state === one).length}
                  >
                    {t(`badgeState.${one}`)}
                  </Chip>
                ))}
              </ChipGroup>
              <ul className="mt-3 grid grid-cols-1 gap-x-4 min-[60rem]:grid-cols-2 min-[110rem]:grid-cols-3">
                {inOrder(list.filter((badge) => state === null || badge.state === state)).map((badge) => {
                  const { tone, icon } = looks[badge.state];
                  const can = badgeActionsFor(badge, badge.visitId !== null && inside.has(badge.visitId));
                  const offers = canWrite ? ACTS.filter((one) => can[one] && may(channels[one])) : [];
                  return (
                    <li
                      key={badge.id}
                      className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line px-2 py-1"
                    >
                      <strong className="w-20 shrink-0 text-lg">{badge.label}</strong>
                      <span className="text-sm text-ink-soft">{t('area.level', { level: badge.level })}</span>
                      <StateBadge tone={tone} icon={icon}>
                        {t(`badgeState.${badge.state}`)}
                      </StateBadge>
                      {badge.visitId === null ? null : (
                        <Link
                          to={`/entries/visits/${badge.visitId}`}
                          className="focus-ring text-sm text-accent underline"
                        >
                          {t('badges.visit')}
                        </Link>
                      )}
                      <span className="ml-auto flex gap-1">
                        {offers.map((one) => (
                          <Button
                            key={one}
                            size="sm"
                            variant="text"
                            onPress={() => act(one, badge)}
                            aria-label={t('badges.actOn', { act: t(`badges.${one}`), badge: badge.label })}
                          >
                            {t(`badges.${one}`)}
                          </Button>
                        ))}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </>
          )
        }
      </QueryStates>
      <RegisterBadgesDialog isOpen={registering} onClose={() => setRegistering(false)} />
      {asked === null ? null : (
        <AskReason key={`${asked.act} ${asked.badge.id}`} {...asked} onClose={() => setAsked(null)} />
      )}
    </Section>
  );
}
