/** Whoever has neither typed nor pointed here for so long may have left the desk. Milliseconds. */
const restsAfterMs = 120_000;

/**
 * Tells whether somebody attends to the end of the thread, at which this page stands: all of it is in sight, in a window
 * that has the focus, with the caret in it, and they have typed or pointed here of late. Told at each change; not at first,
 * when nobody does. What a browser does not say (no IntersectionObserver) nobody attends to.
 */
export function watchAttention(root: HTMLElement, tell: (isAttending: boolean) => void): void {
  let isInSight = false;
  let wasActive = false;
  let told = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function renew(): void {
    const isAttending = isInSight && wasActive && document.visibilityState === 'visible' && document.hasFocus();
    if (isAttending === told) return;
    told = isAttending;
    tell(isAttending);
  }
  function act(): void {
    wasActive = true;
    clearTimeout(rest);
    rest = setTimeout(() => {
      wasActive = false;
      renew();
    }, restsAfterMs);
    renew();
  }

  for (const deed of ['keydown', 'pointerdown', 'pointermove'] as const) document.addEventListener(deed, act, true);
  for (const turn of ['focus', 'blur'] as const) window.addEventListener(turn, renew);
  document.addEventListener('visibilitychange', renew);
  if (typeof IntersectionObserver === 'undefined') return;
  // Without a root it is the window in which the outermost page is seen, through every frame between.
  const observer = new IntersectionObserver(
    (entries) => {
      isInSight = (entries.at(-1)?.intersectionRatio ?? 0) >= wholly;
      renew();
    },
    { threshold: [0, wholly] },
  );
  observer.observe(root);
}

/** The share of it that is in sight when all of it is, where its height is no whole number of pixels. */
const wholly = 0.98;
