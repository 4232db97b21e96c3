import { countUnread, mostNews } from './panel/count-news';
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

/**
 * How much of what others wrote about this issue the person has not read, as a badge; none where nothing is. The
 * platform asks when the context is opened and closed, not when the issue is. It has no place for a failure: without an
 * answer the title stands alone, and the view says what is wrong once it is opened.
 */
export async function contextStatus(payload: Extended, invocation: Invocation): Promise<ContextStatus> {
  try {
    const asker = identifyAsker({
      accountId: invocation.principal?.accountId,
      installContext: invocation.installContext,
      installation: invocation.installation,
      extension: payload.extension ?? payload.context?.extension,
    });
    const unreadCount = await countUnread(asker);
    return unreadCount === 0 ? {} : badge(unreadCount < mostNews ? String(unreadCount) : `${mostNews - 1}+`);
  } catch {
    return {};
  }
}

function badge(label: string): ContextStatus {
  return { status: { type: 'badge', value: { label } } };
}
