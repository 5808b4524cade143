import { useState, type ReactElement, type ReactNode } from 'react';
import {
  Button,
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Tooltip,
  TooltipTrigger,
} from '@backstage/ui';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';
import frame from '../api/EntraMfaProvider.module.css';
import styles from './ActionDialog.module.css';

/**
 * A button with a dialog behind it, in which somebody says what an action needs and takes it. What
 * went wrong is told where it was typed, so that nothing has to be typed again.
 */
export function ActionDialog(props: {
  /** The words of the button. */
  label: string;
  /** In place of a button with words: a sign, where there are many and little room. */
  sign?: ReactElement;
  variant?: 'primary' | 'secondary';
  title: string;
  confirm: string;
  action: { error: Error | null; isPending: boolean; reset(): void };
  isReady: boolean;
  /** Hears that the dialog is opened. */
  onOpen?: () => void;
  /** Takes the action, and calls what it is given when it was taken. */
  onConfirm: (close: () => void) => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const { action, onConfirm } = props;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={opens => {
        setOpen(opens);
        action.reset();
        if (opens) props.onOpen?.();
      }}
    >
      {props.sign ? (
        <TooltipTrigger>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={props.sign}
            aria-label={props.label}
          />
          <Tooltip>{props.label}</Tooltip>
        </TooltipTrigger>
      ) : (
        <Button size="small" variant={props.variant ?? 'primary'}>
          {props.label}
        </Button>
      )}
      <Dialog width={480}>
        <DialogHeader>{props.title}</DialogHeader>
        <DialogBody>
          {/* A dialog stands outside the page, whose colours it needs. */}
          <div className={`${frame.root} ${styles.body}`}>
            {props.children}
            {action.error && (
              <p role="alert" className={styles.error}>
                {messageOf(action.error)}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={close}>
            {t('general.cancel')}
          </Button>
          <Button
            isDisabled={!props.isReady}
            isPending={action.isPending}
            onPress={() => onConfirm(close)}
          >
            {props.confirm}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
