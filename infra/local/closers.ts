/** What must be undone at the end, latest first. */

type Closer = () => void | Promise<void>;

export interface Closers {
  add(close: Closer): void;
  /** Runs all once; one that fails does not keep the others from running. */
  closeAll(): Promise<void>;
}

export function createClosers(): Closers {
  const closers: Closer[] = [];
  return {
    add: (close) => {
      closers.push(close);
    },
    closeAll: async () => {
      const failures: unknown[] = [];
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped in order');
    },
  };
}
