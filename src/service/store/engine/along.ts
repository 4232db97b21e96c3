/** What was asked within a transaction, waited for where it was asked or not, and what of it failed first. */
export interface Along {
  /** Its failure is the transaction's, and is thrown by `check` or `settled`. */
  add(work: Promise<unknown>): void;
  /** @throws what failed first, as far as answers have come. */
  check(): void;
  /** Resolves when all have been answered. @throws what failed first. */
  settled(): Promise<void>;
}

export function createAlong(): Along {
  const pending: Promise<void>[] = [];
  const failures: unknown[] = [];
  const check = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    add(work) {
      pending.push(
        work.then(
          () => {},
          (error: unknown) => void failures.push(error),
        ),
      );
    },
    check,
    async settled() {
      await Promise.all(pending);
      check();
    },
  };
}
