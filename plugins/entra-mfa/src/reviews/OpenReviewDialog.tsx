import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  TextField,
} from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { useLinks } from '../page/useLinks';
import { usePageParams } from '../page/usePageParams';
import { messageOf } from '../states/messageOf';
import { useWords } from '../words/useWords';
import { useOpenReview } from './useReviewSteps';
import styles from './reviews.module.css';

/** Opens a review under a title, and shows it. */
export function OpenReviewDialog({ defaultTitle }: { defaultTitle: string }) {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState(defaultTitle);
  const open = useOpenReview();
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="small">{t('reviews.open.open')}</Button>
      <Dialog width={480}>
        <DialogHeader>{t('reviews.open.title')}</DialogHeader>
        <DialogBody>
          <div className={styles.form}>
            <p>{t('reviews.open.text')}</p>
            <TextField
              label={t('reviews.open.name')}
              isRequired
              maxLength={100}
              value={title}
              onChange={setTitle}
            />
            {open.error && (
              <p role="alert" className={styles.error}>
                {messageOf(open.error)}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            {t('reviews.cancel')}
          </Button>
          <Button
            isDisabled={title.trim() === ''}
            isPending={open.isPending}
            onPress={() =>
              open.mutate(
                { tenant: params.tenant, title: title.trim() },
                { onSuccess: ({ number }) => navigate(links.review(number)) },
              )
            }
          >
            {t('reviews.open.confirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
