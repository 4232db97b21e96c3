import { events } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** Whether Automation is looking at the rule now, so that nothing in it should change. DAC, "automation action". */
export function useValidating(): boolean {
  const [isValidating, setValidating] = useState(false);
  useEffect(() => {
    const subscription = events.on(
      'AUTOMATION_ACTION_VALIDATE_RULE_EVENT',
      (event?: { readonly isValidating?: boolean }) => setValidating(event?.isValidating === true),
    );
    // Without the event the form works all the same.
    subscription.catch(() => undefined);
    return () => void subscription.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
  }, []);
  return isValidating;
}
