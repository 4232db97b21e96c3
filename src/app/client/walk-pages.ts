interface Page {
  /** Where the list goes on; empty on the last page. */
  readonly cursor: string;
}

/**
 * The pages of a list, one after the other. A page may hold fewer than were asked for, or none, and still go on: the
 * service ends each by its bytes as well. Only no cursor is an end.
 * @param ask for the page of this part of a query: nothing for the first one
 * @param mostPages an end to what one invocation asks for
 */
export async function* walkPages<List extends Page>(
  ask: (at: { readonly cursor?: string }) => Promise<List>,
  mostPages: number,
): AsyncGenerator<List> {
  let at: { readonly cursor?: string } = {};
  for (let page = 0; page < mostPages; page += 1) {
    const list = await ask(at);
    yield list;
    if (list.cursor === '') return;
    at = { cursor: list.cursor };
  }
}
