/** Time that passes only when everybody waits: hours of several workers in a moment, and the same each time. */

/** All that goes on without waiting for time has gone on by then. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const stepLimit = 200_000;

/** A clock at `start`, waits on it, and `run`, which lets it go on to the next thing somebody waits for. */
export function createSimulatedTime(start: string) {
  let now = Date.parse(start);
  const sleepers: { at: number; wake: () => void }[] = [];

  return {
    clock: () => new Date(now).toISOString(),
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + Math.ceil(milliseconds), wake });
      }),

    /** Until nobody waits any more, or `isOver` says so. */
    async run(isOver: () => boolean = () => false) {
      for (let steps = 0; steps < stepLimit; steps++) {
        await settled();
        if (isOver()) return;
        sleepers.sort((left, right) => left.at - right.at);
        const next = sleepers.shift();
        if (!next) return;
        now = Math.max(now, next.at);
        next.wake();
      }
      throw new Error('The workers never come to an end');
    },
  };
}
