/** A page of any list of the service. */
export interface Page<Value> {
  readonly values: readonly Value[];
  /** Where the list goes on; empty on the last page. */
  readonly cursor: string;
}

/** Goes into the query of a page: nothing for the first one. */
export type PagePlace = { readonly cursor?: string };

/**
 * A list of the service, page by page. Only an empty cursor is its end: a page may be shorter than its limit, or empty,
 * and still be followed by others. `ask` is told how many pages came before.
 * @param most pages of this walk; where the last of them has a cursor, the list goes on
 * @param from the cursor of an earlier page; empty at the beginning
 * @throws whatever `ask` throws
 */
export async function* walkPages<Value>(
  ask: (place: PagePlace, before: number) => Promise<Page<Value>>,
  { most = Number.POSITIVE_INFINITY, from = '' }: { readonly most?: number; readonly from?: string } = {},
): AsyncGenerator<Page<Value>> {
  let cursor = from;
  for (let before = 0; before < most; before += 1) {
    const page = await ask(cursor === '' ? {} : { cursor }, before);
    yield page;
    cursor = page.cursor;
    if (cursor === '') return;
  }
}
