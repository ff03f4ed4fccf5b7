import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '../app/i18n.ts';
import { Button, IconButton } from './button.tsx';
import { ErrorText } from './field.tsx';
import { Form } from './form.tsx';
import { TextArea } from './text-field.tsx';

const widths = { sm: 'max-w-md', md: 'max-w-2xl', lg: 'max-w-5xl' } as const;

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: keyof typeof widths;
  readonly tone?: 'plain' | 'danger';
}

/** Something that has to be settled before the page goes on. Escape leaves it; a press outside does not. */
export function Dialog({ title, isOpen, onClose, children, size = 'md', tone = 'plain' }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-40 flex items-center justify-center bg-black/55 p-4"
    >
      <Modal
        className={`max-h-full w-full overflow-auto rounded-12 border-t-4 bg-surface text-ink shadow-4 ${widths[size]} ${tone === 'danger' ? 'border-danger' : 'border-accent'}`}
      >
        <AriaDialog role={tone === 'danger' ? 'alertdialog' : 'dialog'} className="p-5 outline-none">
          <div className="mb-3 flex items-start justify-between gap-4">
            <Heading slot="title" level={2} className="text-xl font-bold">
              {title}
            </Heading>
            <IconButton icon={X} label={t('action.close')} onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface AskProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly explanation?: ReactNode;
  /** The words on the button that does it. */
  readonly confirm: string;
  /** The words on the button that does not; 'stop' unless told. */
  readonly cancel?: string;
  readonly tone?: 'plain' | 'danger';
  readonly pending?: boolean;
  /** Why it was refused, in words. */
  readonly error?: string | undefined;
}

function Answers({ confirm, cancel, tone = 'plain', pending = false, onClose }: AskProps) {
  const t = useText();
  return (
    <div className="mt-5 flex flex-wrap justify-end gap-3">
      <Button variant="outline" onPress={onClose}>
        {cancel ?? t('action.cancel')}
      </Button>
      <Button type="submit" variant={tone === 'danger' ? 'danger' : 'solid'} pending={pending}>
        {confirm}
      </Button>
    </div>
  );
}

/** Asks whether it is really meant. */
export function ConfirmDialog(props: AskProps & { readonly onConfirm: () => void }) {
  const { title, isOpen, onClose, explanation, tone = 'plain', error, onConfirm } = props;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} tone={tone} size="sm">
      <Form onSubmit={onConfirm}>
        {explanation}
        {error === undefined ? null : <ErrorText>{error}</ErrorText>}
        <Answers {...props} />
      </Form>
    </Dialog>
  );
}

/** Asks for the reason that goes on the chain. Nothing is sent without one. */
export function ReasonDialog(
  props: AskProps & {
    readonly label?: string;
    readonly onConfirm: (reason: string) => void;
    readonly children?: ReactNode;
  },
) {
  const { title, isOpen, onClose, tone = 'plain' } = props;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} tone={tone}>
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm(props: Parameters<typeof ReasonDialog>[0]) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <Form
      onSubmit={() => {
        if (reason.trim() === '') setMissing(true);
        else props.onConfirm(reason);
      }}
      className="flex flex-col gap-4"
    >
      {props.explanation}
      {props.children}
      <TextArea
        label={props.label ?? t('field.reason')}
        required
        autoFocus
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={missing && reason.trim() === '' ? t('refusal.required') : undefined}
      />
      {props.error === undefined ? null : <ErrorText>{props.error}</ErrorText>}
      <Answers {...props} />
    </Form>
  );
}
