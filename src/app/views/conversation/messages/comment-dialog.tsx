import {
  Button,
  HelperMessage,
  Label,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  TextArea,
} from '@forge/react';
import React, { useEffect, useState } from 'react';
import type { ShownMessage } from '../../../definitions';
import { pageJira } from '../../jira/page-jira';
import { LoadingNotice } from '../../shared/loading-notice';
import { namePerson } from '../../shared/name-person';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { writeComment } from './write-comment';

interface Props {
  readonly message: Pick<ShownMessage, 'source' | 'ts'> & { readonly body: NonNullable<ShownMessage['body']> };
  readonly onClose: () => void;
}

/**
 * The words of one's own message as the text of a comment, to be copied by hand: a view has no clipboard, and the app no
 * right to write in Jira (docs/decisions/0044-groups-beside-a-work-item.md).
 */
export const CommentDialog = ({ message, onClose }: Props) => {
  const t = useTexts();
  const { me, formatTime } = useReader();
  const name = useOwnName(me.id);
  const by = t('comment.by', { name: name ?? '', time: formatTime(message.ts) });
  return (
    <ModalTransition>
      <Modal onClose={onClose} label={t('comment.title')} width="medium">
        <ModalHeader>
          <ModalTitle>{t('comment.title')}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          {name === null ? (
            <LoadingNotice label={t('thread.loading')} />
          ) : (
            <Stack>
              <Label labelFor="comment-text">{t('comment.label')}</Label>
              <TextArea id="comment-text" isReadOnly minimumRows={6} defaultValue={writeComment(message, by)} />
              <HelperMessage>{t('comment.hint')}</HelperMessage>
            </Stack>
          )}
        </ModalBody>
        <ModalFooter>
          <Button appearance="primary" onClick={onClose}>
            {t('comment.close')}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
};

/** What Jira calls the reader; null until it has said it. */
function useOwnName(id: string): string | null {
  const t = useTexts();
  const [name, setName] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are made anew at each drawing.
  useEffect(() => {
    let isOver = false;
    const me = { id, name: null, kind: 'person', active: true } as const;
    void pageJira.findPeople([id]).then((found) => {
      if (!isOver) setName(namePerson(t, found.get(id) ?? me));
    });
    return () => {
      isOver = true;
    };
  }, [id]);
  return name;
}
