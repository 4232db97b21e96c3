import { walkPages } from '../client/walk-pages';
import { identifyAsker } from './shared/asker';

/** A badge beside the title of the issue context. Forge documentation, Jira issue context: dynamic properties. */
interface ContextStatus {
  readonly status?: { readonly type: 'badge'; readonly value: { readonly label: string } };
}

interface Extended {
  readonly extension?: unknown;
  readonly context?: { readonly extension?: unknown };
}

interface Invocation {
  readonly principal?: { readonly accountId?: unknown };
  readonly installContext?: unknown;
  readonly installation?: unknown;
}

/** The service counts what is unread in one conversation up to this. */
const mostCounted = 100;
/** An end to what one invocation asks for. */
const mostPages = 8;

/**
 * How much of what others wrote about this issue the person has not read, as a badge; none where nothing is. The
 * platform asks when the context is opened and closed, not when the issue is. It has no place for a failure: without an
 * answer the title stands alone, and the view says what is wrong once it is opened.
 */
export async function contextStatus(payload: Extended, invocation: Invocation): Promise<ContextStatus> {
  try {
    const { client, site, issueId } = identifyAsker({
      accountId: invocation.principal?.accountId,
      installContext: invocation.installContext,
      installation: invocation.installation,
      extension: payload.extension ?? payload.context?.extension,
    });
    const query = { issue: issueId, unread: true, expand: 'activity' } as const;
    const list = (at: object) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...at } });
    let unread = 0;
    for await (const { values } of walkPages(list, { most: mostPages })) {
      unread += values.reduce((sum, { unreadCount = 0 }) => sum + unreadCount, 0);
      if (unread >= mostCounted) break;
    }
    return unread === 0 ? {} : badge(unread < mostCounted ? String(unread) : `${mostCounted - 1}+`);
  } catch {
    return {};
  }
}

function badge(label: string): ContextStatus {
  return { status: { type: 'badge', value: { label } } };
}
