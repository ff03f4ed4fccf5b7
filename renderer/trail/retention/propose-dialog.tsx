import type { ReactNode } from 'react';
import { useStanding } from '../../accounts/people/use-standing.ts';
import { type Draft, type FormField, ProposalForm } from '../../accounts/proposals/proposal-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingState } from '../../ui/states.tsx';

/** Proposes something of retention, in a dialog; `problems` are codes of what is wrong with fields of its own. */
export function ProposeDialog({
  title,
  draft,
  problems = {},
  danger = false,
  onClose,
  children,
}: {
  readonly title: string;
  readonly draft: Draft;
  readonly problems?: Readonly<Record<string, string | undefined>>;
  readonly danger?: boolean;
  readonly onClose: () => void;
  readonly children: (field: (name: string, label: string) => FormField) => ReactNode;
}) {
  const standing = useStanding();
  return (
    <Dialog title={title} isOpen onClose={onClose} tone={danger ? 'danger' : 'plain'}>
      {standing === undefined ? (
        <LoadingState />
      ) : (
        <ProposalForm
          label={title}
          draft={draft}
          problems={problems}
          standing={standing}
          danger={danger}
          onCancel={onClose}
        >
          {children}
        </ProposalForm>
      )}
    </Dialog>
  );
}
