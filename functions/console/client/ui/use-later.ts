/** A value that has stayed the same for a moment: for searches while somebody types. */
import { useEffect, useState } from 'preact/hooks';

const quietMs = 300;

export function useLater<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
