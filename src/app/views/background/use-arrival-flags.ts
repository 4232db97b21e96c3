import { router, showFlag } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import { listenForHints } from '../live/listen-for-hints';
import { offerHints, shareTold } from '../live/page-hints';
import { isPageSeen } from '../live/page-sight';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import { useTexts } from '../shared/use-texts';
import { describeArrival } from './describe-arrival';

/** Who leaves the page before that has taken nothing of what Realtime gives a site in a second. Milliseconds. */
const startAfter = 10_000;
/** A panel that is open reads a hint within so many milliseconds, and tells by itself of what it does not show. */
const panelFirst = 3_000;
/** By then the app's views on the page have said that they are there; who has gone on by then is told nothing. Milliseconds. */
const newsAfter = 3_000;
/** The service counts no further. */
const mostCounted = 100;
/** The module of the manifest with every conversation. */
const inboxModule = 'inbox';

/**
 * On a page of Jira: hears the reader's own hints, hands them to the app's other views there, and tells by one flag for
 * each message who has written, without its words, and that a reminder of the reader's is due.
 * @param isOnIssue whether it is an issue's page, of which it tells once what was new there before
 */
export function useArrivalFlags(isOnIssue: boolean): void {
  const t = useTexts();
  const texts = useRef(t);
  texts.current = t;
  useEffect(() => {
    const page = offerHints();
    const told = shareTold();
    let timer: ReturnType<typeof setTimeout> | undefined;

    /** What was new on this issue before anyone came: where no view says it, the page's script does. */
    async function tellNews(): Promise<void> {
      if (page.hasView() || !isPageSeen()) return;
      const answer = await askResolver(invoke('news'));
      if (!answer.ok || answer.unreadCount === 0 || page.hasView()) return;
      const { unreadCount: count } = answer;
      const t = texts.current;
      const told = count < mostCounted ? count : `${mostCounted - 1}+`;
      flag('news', count === 1 ? t('flag.newsOne') : t('flag.news', { count: told }));
    }

    async function tell(): Promise<void> {
      const answer = await askResolver(invoke('arrivals'));
      if (!answer.ok) return;
      for (const arrival of answer.arrivals) tellOnce(arrival.messageId, describeArrival(texts.current, arrival));
    }

    function tellOnce(id: string, title: string): void {
      if (told.take(id)) flag(id, title);
    }

    function flag(id: string, title: string): void {
      const shown = showFlag({
        id: `aside-${id}`,
        title,
        type: 'info',
        isAutoDismiss: true,
        actions: [
          {
            text: texts.current('flag.open'),
            onClick: () => {
              void router.navigate({ target: 'module', moduleKey: inboxModule }).catch(() => undefined);
              void shown.close();
            },
          },
        ],
      });
    }

    const news = isOnIssue ? setTimeout(() => void tellNews(), newsAfter) : undefined;
    const stop = listenForHints((hint) => {
      page.hand(hint);
      if (hint.reminder !== undefined) {
        tellOnce(hint.reminder, texts.current('flag.reminder'));
        return;
      }
      // Several hints in a row are one question.
      timer ??= setTimeout(() => {
        timer = undefined;
        void tell();
      }, panelFirst);
    }, startAfter);
    return () => {
      stop();
      clearTimeout(timer);
      clearTimeout(news);
      told.end();
      page.end();
    };
  }, [isOnIssue]);
}
